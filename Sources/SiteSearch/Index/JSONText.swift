/// Writes JSON values one after the other. Hostile text stays text: what could end a string or a script is escaped.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func string(_ text: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    // What needs no escape goes over in stretches.
    var start = text.startIndex
    for at in text.indices where JSONText.isEscaped(text[at]) {
      bytes += text[start..<at]
      start = at + 1
      switch text[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), text[at]]
      default: bytes += "\\u00".utf8 + [JSONText.hex[Int(text[at] >> 4)], JSONText.hex[Int(text[at] & 15)]]
      }
    }
    bytes += text[start...]
    bytes.append(UInt8(ascii: "\""))
  }

  private static let hex = Array("0123456789abcdef".utf8)

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
  }

  mutating func strings(_ texts: [String]) { list(texts.map { Array($0.utf8)[...] }) }

  mutating func list(_ texts: [ArraySlice<UInt8>]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }
}
