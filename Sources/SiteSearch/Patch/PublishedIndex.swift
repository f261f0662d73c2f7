/// A published index: reads files of it, and notes what becomes of them.
struct PublishedIndex {
  private let reading: (String) -> [UInt8]?
  /// The bytes of files by their paths; nil for those that are no more.
  private var changed: [String: [UInt8]?] = [:]

  init(_ reading: @escaping (String) -> [UInt8]?) { self.reading = reading }

  /// The value of a file as it was published, or of its pieces: JSON, or the text without its quotation marks. Nil where there is
  /// none.
  func value(_ name: String) -> [UInt8]? {
    guard let first = piece(name, 0) else { return nil }
    guard first.count > 1 else { return Array(first.value) }
    var text: [UInt8] = []
    for index in 0..<first.count {
      guard let piece = piece(name, index), piece.count == first.count else { return nil }
      text += piece.value
    }
    return text
  }

  /// Puts files in the place of those that a name has.
  mutating func replace(_ name: String, with files: [IndexFile]) {
    for index in 0..<(piece(name, 0)?.count ?? 0) { changed.updateValue(nil, forKey: IndexFile.path(name, index)) }
    for file in files { add(file) }
  }

  mutating func add(_ file: IndexFile) { changed[file.path] = file.bytes }

  /// What is different, with the start that tells so.
  func patch(_ start: StartFile) -> IndexPatch? {
    var start = start
    var patch = IndexPatch(files: [], removed: [])
    for (path, bytes) in changed.sorted(by: { $0.key < $1.key }) {
      let old = reading(path)
      if old == bytes { continue }
      if let old { start.version &-= IndexFile(path: path, bytes: old).weight }
      if let bytes {
        let file = IndexFile(path: path, bytes: bytes)
        start.version &+= file.weight
        patch.files.append(file)
      } else {
        patch.removed.append(path)
      }
    }
    if reading(start.file.path) != start.file.bytes { patch.files.append(start.file) }
    return patch
  }

  /// A piece of a file, and how many it has.
  private func piece(_ name: String, _ index: Int) -> (count: Int, value: ArraySlice<UInt8>)? {
    guard let bytes = reading(IndexFile.path(name, index)) else { return nil }
    let head = Array("missiv(\"\(name)\",\(index),".utf8)
    guard bytes.starts(with: head), bytes.suffix(2).elementsEqual(")\n".utf8),
      let comma = bytes[head.count...].firstIndex(of: UInt8(ascii: ",")),
      let count = Int(String(decoding: bytes[head.count..<comma], as: UTF8.self)), count > index
    else { return nil }
    let value = bytes[(comma + 1)..<(bytes.count - 2)]
    return (count, value.first == UInt8(ascii: "\"") ? value.dropFirst().dropLast() : value)
  }
}
