/// The running texts in blocks, those of some documents beside each other in a file.
///
/// Which file a block stands in follows from its document's number and its own, never from what other documents say. The file
/// `t/0/3` begins with document 3 × 16 = 48: the first blocks of its text, then those of the next, and so on. What is left of a
/// long text goes on in files of its own, `t/0/3-5-1`, `t/0/3-5-2`, … for document 53.
enum TextFiles {
  /// A block is as long as what is shown around a word, and some more.
  static let blockSize = 1200
  /// So many documents' texts stand beside each other.
  static let documents = 16
  /// So many blocks of each stand there.
  static let blocks = 12
  /// So many blocks stand in a file that a text goes on in.
  static let moreBlocks = 16

  /// Where the blocks of a text begin and end: at white space.
  static func blocks(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < text.count {
      var end = min(start + blockSize, text.count)
      while end < text.count, text[end] > 0x20 { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  /// The file that a document's text begins in.
  static func path(ofGroup group: Int) -> String { "t/\(group >> 8)/\(group & 255)" }

  /// The file that a text goes on in for the first time, the second time, ….
  static func path(ofGroup group: Int, place: Int, more: Int) -> String { path(ofGroup: group) + "-\(place)-\(more)" }

  /// The files with the texts of a group: of the document `group * documents` and those that follow.
  static func files(ofGroup group: Int, _ texts: [[UInt8]]) -> [IndexFile] {
    guard let last = texts.lastIndex(where: { !$0.isEmpty }) else { return [] }
    var files: [IndexFile] = []
    var json = JSONText(capacity: texts.reduce(64) { $0 + $1.count + 128 })
    json.raw("[")
    for (place, text) in texts[...last].enumerated() {
      if place > 0 { json.raw(",") }
      text.withUnsafeBufferPointer { text in
        let ranges = blocks(of: text)
        json.list(ranges.prefix(blocks).map { text[$0] })
        var rest = ranges.dropFirst(blocks)
        var more = 1
        while !rest.isEmpty {
          var json = JSONText()
          json.list(rest.prefix(moreBlocks).map { text[$0] })
          files.append(IndexFile.json(path(ofGroup: group, place: place, more: more), json.bytes))
          rest = rest.dropFirst(moreBlocks)
          more += 1
        }
      }
    }
    json.raw("]")
    files.append(IndexFile.json(path(ofGroup: group), json.bytes))
    return files
  }
}
