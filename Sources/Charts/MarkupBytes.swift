/// Writes elements as bytes; whatever comes from content goes through `text`.
struct MarkupBytes {
  var bytes: [UInt8] = []

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func markup(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Text between tags or in an attribute with double quotes.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      for (place, byte) in text.enumerated() {
        let reference: StaticString
        switch byte {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&quot;"
        // Control characters are in no markup.
        case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: reference = ""
        default: continue
        }
        bytes.append(contentsOf: text[start..<place])
        markup(reference)
        start = place + 1
      }
      bytes.append(contentsOf: text[start...])
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
