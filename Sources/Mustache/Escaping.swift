/// Appends text to a page with `&`, `<`, `>`, `"` and `'` written as references, so that it stays text in any place.
public func appendEscaped(_ text: String, to buffer: inout [UInt8]) {
  appendRuns(of: text, to: &buffer) { byte, buffer in
    buffer.append(contentsOf: UnsafeBufferPointer(start: reference(to: byte).utf8Start, count: reference(to: byte).utf8CodeUnitCount))
  } where: { isEscaped($0) }
}

/// Whether a byte stands for something else than itself in markup: `&`, `<`, `>`, `"` and `'`, each a bit.
@inline(__always)
func isEscaped(_ byte: UInt8) -> Bool {
  byte < 64 && (1 << UInt64(byte)) & (1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E) != 0
}

/// How such a byte is written.
func reference(to byte: UInt8) -> StaticString {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: "&#39;"
  }
}

/// Appends text in runs as long as can be. Bytes that `isSpecial` names are handed to `write` instead, one by one.
@inlinable public func appendRuns(
  of text: String, to buffer: inout [UInt8], write: (UInt8, inout [UInt8]) -> Void, where isSpecial: (UInt8) -> Bool
) {
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<bytes.count where isSpecial(bytes[index]) {
      if index > start { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index])) }
      write(bytes[index], &buffer)
      start = index + 1
    }
    if bytes.count > start { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...])) }
  }
  // Text lies in one piece, but for what other languages hand over; a copy of it would be counted up and down for each call.
  if text.utf8.withContiguousStorageIfAvailable(append) == nil { Array(text.utf8).withUnsafeBufferPointer(append) }
}
