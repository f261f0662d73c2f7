/// The text of markup that was made by a `BodyRenderer`: without tags, with single spaces between words.
///
/// Where a block ends there is a space, where a link or an emphasis ends there is none.
func plainText(ofHTML html: [UInt8]) -> [UInt8] {
  html.withUnsafeBufferPointer { html in
    var text: [UInt8] = []
    text.reserveCapacity(html.count)
    var i = 0
    func space() { if let last = text.last, last != 0x20 { text.append(0x20) } }
    while i < html.count {
      // Words and the single spaces between them go over in one stretch.
      let start = i
      while i < html.count, isText(html, i, from: start) { i += 1 }
      text += UnsafeBufferPointer(rebasing: html[start..<i])
      guard i < html.count else { break }
      switch html[i] {
      case UInt8(ascii: "<"):
        let name = tagName(html, i)
        if !isInline(name) { space() }
        i = name.endIndex
        while i < html.count, html[i] != UInt8(ascii: ">") { i += 1 }
        i += 1
      case UInt8(ascii: "&"):
        if let end = html[i...].prefix(8).firstIndex(of: UInt8(ascii: ";")) {
          text += character(ofEntity: html[(i + 1)..<end])
          i = end + 1
        } else {
          text.append(html[i])
          i += 1
        }
      default:
        space()
        i += 1
      }
    }
    return text
  }
}

/// Whether a character stands in the text as it is, in a stretch that begins at `start`. A space does behind a word.
@inline(__always)
private func isText(_ html: UnsafeBufferPointer<UInt8>, _ i: Int, from start: Int) -> Bool {
  if html[i] > 0x20 { return html[i] != UInt8(ascii: "<") && html[i] != UInt8(ascii: "&") }
  return html[i] == 0x20 && i > start && html[i - 1] != 0x20
}

/// The name of a tag, without the stroke that ends an element.
private func tagName(_ html: UnsafeBufferPointer<UInt8>, _ tag: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
  var start = tag + 1
  if start < html.count, html[start] == UInt8(ascii: "/") { start += 1 }
  var end = start
  while end < html.count, html[end] | 0x20 &- 0x61 < 26 || html[end] &- 0x30 < 10 { end += 1 }
  return html[start..<end]
}

private func isInline(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  inlineTags.contains { $0.count == name.count && $0.elementsEqual(name) }
}

private let inlineTags = [
  "a", "em", "strong", "code", "del", "ins", "sup", "sub", "span", "abbr", "mark", "b", "i", "wbr", "cite", "time",
].map { Array($0.utf8) }

private func character(ofEntity name: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  let name = String(decoding: name, as: UTF8.self)
  switch name {
  case "amp": return Array("&".utf8)
  case "lt": return Array("<".utf8)
  case "gt": return Array(">".utf8)
  case "quot": return Array("\"".utf8)
  case "nbsp": return Array(" ".utf8)
  default:
    guard name.first == "#" else { return [] }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { Array(String(Character($0)).utf8) } ?? []
  }
}
