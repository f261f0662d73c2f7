/// Writes elements as bytes; whatever comes from content goes through `text`.
struct MarkupBytes {
  var bytes: [UInt8] = []

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func markup(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Text between tags or in an attribute with double quotes.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      // Control characters are in no markup.
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: continue
      default: bytes.append(byte)
      }
    }
  }

  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Permyriad) { attribute(name, value.text) }

  /// A line from one place to another, in a picture.
  mutating func line(_ name: StaticString, _ x1: Permyriad, _ y1: Permyriad, _ x2: Permyriad, _ y2: Permyriad) {
    markup("<line class=\"")
    markup(name)
    markup("\"")
    attribute("x1", x1)
    attribute("y1", y1)
    attribute("x2", x2)
    attribute("y2", y2)
    markup("/>")
  }
}
