import Mustache

/// Writes XML (1.0, fifth edition) in UTF-8: one element a line, text and attributes escaped.
struct XMLBytes {
  var bytes: [UInt8]

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func declaration() { bytes += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8 }

  /// An element with others in it, each on a line of its own.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: (inout XMLBytes) -> Void
  ) {
    open(name, attributes)
    markup(">\n")
    content(&self)
    close(name)
  }

  /// An element with text in it; nothing at all where there is no text.
  mutating func line(_ name: StaticString, _ text: String?, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
    guard let text else { return }
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    self.text(text)
    close(name)
  }

  /// An element with nothing in it.
  mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    open(name, attributes)
    markup("/>\n")
  }

  /// Text as it may stand in an element or an attribute: without the characters that XML has no place for.
  mutating func text(_ text: String) {
    var text = text
    let isSuspect = text.withUTF8 { text in text.reduce(into: false) { $0 = $0 || $1 < 0x20 || $1 == 0xEF } }
    guard isSuspect, text.unicodeScalars.contains(where: XMLBytes.isForbidden) else { return appendEscaped(text, to: &bytes) }
    var clean = ""
    clean.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !XMLBytes.isForbidden($0) })
    appendEscaped(clean, to: &bytes)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    bytes.append(UInt8(ascii: "<"))
    markup(name)
    for (key, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      markup(key)
      markup("=\"")
      text(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func close(_ name: StaticString) {
    markup("</")
    markup(name)
    markup(">\n")
  }

  private mutating func markup(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
