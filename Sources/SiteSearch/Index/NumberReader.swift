/// Reads what `NumberText` wrote; nil where it is something else.
struct NumberReader {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  var hasMore: Bool { at < bytes.endIndex }

  private mutating func digit() -> Int? {
    guard let code = take(1)?.first, code >= 35, code < 127 else { return nil }
    return Int(code) - (code > 92 ? 36 : 35)
  }

  mutating func number() -> Int? {
    guard let first = digit() else { return nil }
    let base = NumberText.base
    if first < NumberText.two { return first }
    let (lead, start, digits) =
      if first < NumberText.three {
        (first - NumberText.two, NumberText.fromTwo, 1)
      } else if first < NumberText.five {
        (first - NumberText.three, NumberText.fromThree, 2)
      } else {
        (0, NumberText.fromFive, 4)
      }
    var value = lead
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      value = value * base + digit
    }
    return start + value
  }

  /// A word that begins as the one before.
  mutating func word(after before: [UInt8]) -> [UInt8]? {
    guard let shared = number(), shared <= before.count, let more = number() else { return nil }
    var word = Array(before[..<shared])
    for _ in 0..<more {
      guard let first = take(1)?.first else { return nil }
      if first < 0x80 {
        word.append(first)
      } else {
        guard let second = take(1)?.first else { return nil }
        word.append(first << 6 | second & 0x3F)
      }
    }
    return word
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= bytes.endIndex - at else { return nil }
    at += count
    return bytes[(at - count)..<at]
  }
}
