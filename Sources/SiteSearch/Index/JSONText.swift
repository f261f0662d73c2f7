/// Writes JSON values one after the other. Hostile text stays text: what could end a string or a script is escaped.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0[...]) }
  }

  mutating func string(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes.append(UInt8(ascii: "\""))
    let text = UnsafeBufferPointer(rebasing: text)
    // What needs no escape goes over in stretches.
    var start = 0
    while start < text.count {
      let end = JSONText.firstEscaped(text, from: start)
      bytes += UnsafeBufferPointer(rebasing: text[start..<end])
      if end < text.count { escape(text[end]) }
      start = end + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func strings(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }

  mutating func list(_ texts: [Slice<UnsafeBufferPointer<UInt8>>]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }

  private static let hex = Array("0123456789abcdef".utf8)

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    default: bytes += "\\u00".utf8 + [JSONText.hex[Int(byte >> 4)], JSONText.hex[Int(byte & 15)]]
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
  }

  /// The first byte from a place on that needs an escape, or the end. It looks at eight at once.
  private static func firstEscaped(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(text)
    var at = start
    while at + 8 <= text.count {
      let eight = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      /// Whether a byte is below a value, in the highest bit of each. It may claim too much above one that is, never too little.
      func isBelow(_ value: UInt64, _ bytes: UInt64) -> UInt64 { (bytes &- ones &* value) & ~bytes }
      func isEqual(_ byte: UInt8) -> UInt64 { isBelow(1, eight ^ ones &* UInt64(byte)) }
      let found = isBelow(0x20, eight) | isEqual(UInt8(ascii: "\"")) | isEqual(UInt8(ascii: "\\")) | isEqual(UInt8(ascii: "<"))
      if found & (ones &* 0x80) != 0 { break }
      at += 8
    }
    while at < text.count, !isEscaped(text[at]) { at += 1 }
    return at
  }
}
