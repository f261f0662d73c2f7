import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The theme's symbols (`#s-…`) and patterns (`#p-…`), of which a page carries only those that it uses.
///
/// They stand in the page itself, since a page opened from a disk may not read them from another file.
struct Symbols: Sendable {
  /// The definitions, each with its id, in the file's order.
  let definitions: [(id: [UInt8], markup: ArraySlice<UInt8>)]

  /// Reads `symbols.svg`: a `<symbol>` or `<pattern>` a line.
  init(_ file: SourceFile) {
    var definitions: [(id: [UInt8], markup: ArraySlice<UInt8>)] = []
    let marker = Array(" id=\"".utf8)
    for line in file.bytes.split(separator: UInt8(ascii: "\n")) where !line.starts(with: "<!--".utf8) {
      guard let start = line.firstRange(of: marker)?.upperBound, let end = line[start...].firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      definitions.append((Array(line[start..<end]), line))
    }
    self.definitions = definitions
  }

  private static let place = Array("<defs></defs>".utf8)

  /// Puts the definitions that a page refers to into its last, empty `<defs>`.
  func insert(into page: inout [UInt8], from start: Int) {
    // The place stands near the end: look for it backwards.
    let place = Symbols.place
    var at = page.count - place.count
    while at >= start, page[at] != place[0] || !page[at...].starts(with: place) { at -= 1 }
    guard at >= start else { return }
    var used = [Bool](repeating: false, count: definitions.count)
    var count = 0
    page.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var i = start
      while i < at, let found = memchr(base + i, Int32(UInt8(ascii: "#")), at - i) {
        i = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        guard i + 1 < at, bytes[i] == UInt8(ascii: "s") || bytes[i] == UInt8(ascii: "p"), bytes[i + 1] == UInt8(ascii: "-") else {
          continue
        }
        var end = i + 2
        while end < at, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: ")"), end - i < 24 { end += 1 }
        let id = UnsafeBufferPointer(rebasing: bytes[i..<end])
        for (index, definition) in definitions.enumerated()
        where !used[index] && definition.id.count == id.count && definition.id.elementsEqual(id) {
          used[index] = true
          count += 1
        }
        i = end
      }
    }
    guard count > 0 else { return }
    // Little stands after them.
    let end = at + "<defs>".utf8.count
    let rest = Array(page[end...])
    page.removeLast(rest.count)
    for (index, definition) in definitions.enumerated() where used[index] { page += definition.markup }
    page += rest
  }
}
