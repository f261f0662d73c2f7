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
      // A bit for each of the first 64 characters that is written otherwise: controls, and the four.
      let special: UInt64 = 0xFFFF_D9FF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
      for place in 0..<text.count where text[place] < 64 && special >> UInt64(text[place]) & 1 != 0 {
        let reference: StaticString
        switch text[place] {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&quot;"
        // Control characters are in no markup.
        default: reference = ""
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
        markup(reference)
        start = place + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
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
