/// Reads arrays and strings as `JSONText` wrote them; nil where there is something else.
struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What stands in an array, read one after the other.
  mutating func array<Element>(_ element: (inout JSONReader) -> Element?) -> [Element]? {
    guard take("[") else { return nil }
    var elements: [Element] = []
    if take("]") { return elements }
    repeat {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    } while take(",")
    return take("]") ? elements : nil
  }

  mutating func string() -> [UInt8]? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while at < bytes.count {
      if take("\"") { return text }
      guard take("\\") else {
        text.append(bytes[at])
        at += 1
        continue
      }
      guard take("u") else {
        guard at < bytes.count else { return nil }
        text.append(bytes[at])
        at += 1
        continue
      }
      guard at + 4 <= bytes.count, let code = UInt8(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
      else { return nil }
      text.append(code)
      at += 4
    }
    return nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }
}
