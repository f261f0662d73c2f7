/// The text of markup that was made by a `BodyRenderer`: without tags, with single spaces between words.
///
/// Where a block ends there is a space, where a link or an emphasis ends there is none.
func plainText(ofHTML html: [UInt8], into text: inout [UInt8]) {
  var i = 0
  func space() { if let last = text.last, last != 0x20 { text.append(0x20) } }
  while i < html.count {
    let byte = html[i]
    switch byte {
    case UInt8(ascii: "<"):
      var name = i + 1
      if name < html.count, html[name] == UInt8(ascii: "/") { name += 1 }
      var end = name
      while end < html.count, html[end] | 0x20 &- 0x61 < 26 || html[end] &- 0x30 < 10 { end += 1 }
      if !inlineTags.contains(where: { $0.elementsEqual(html[name..<end]) }) { space() }
      while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
      i = end + 1
    case UInt8(ascii: "&"):
      guard let end = html[i...].prefix(8).firstIndex(of: UInt8(ascii: ";")) else { fallthrough }
      text += character(ofEntity: html[(i + 1)..<end])
      i = end + 1
    case 0...0x20:
      space()
      i += 1
    default:
      text.append(byte)
      i += 1
    }
  }
}

private let inlineTags = ["a", "em", "strong", "code", "del", "ins", "sup", "sub", "span", "abbr", "mark", "b", "i", "wbr", "cite", "time"]
  .map { Array($0.utf8) }

private func character(ofEntity name: ArraySlice<UInt8>) -> [UInt8] {
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
