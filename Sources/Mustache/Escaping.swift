/// Appends text to a page with `&`, `<`, `>`, `"` and `'` written as references, so that it stays text in any place.
public func appendEscaped(_ text: String, to buffer: inout [UInt8]) {
  escapedPieces(of: text) { buffer.append(contentsOf: $0) }
}

/// Hands out a text piece by piece as it is written in markup: what stays as it is, and references between.
@inline(__always)
func escapedPieces(of text: String, _ take: (UnsafeBufferPointer<UInt8>) -> Void) {
  var text = text
  text.withUTF8 { bytes in
    var done = 0
    while let special = firstEscaped(in: bytes, from: done) {
      take(UnsafeBufferPointer(rebasing: bytes[done..<special]))
      let reference = reference(to: bytes[special])
      take(UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      done = special + 1
    }
    take(UnsafeBufferPointer(rebasing: bytes[done...]))
  }
}

/// Where the next byte stands that is not written as it is.
@inline(__always)
private func firstEscaped(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  var at = start
  let raw = UnsafeRawBufferPointer(bytes)
  // Eight at a time where none is, which is mostly: `"`, `#`, `&` and `'` differ in two bits, `<` and `>` in one.
  while at + 8 <= bytes.count {
    let eight = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let quotes = (eight & 0xFAFA_FAFA_FAFA_FAFA) ^ 0x2222_2222_2222_2222
    let angles = (eight & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
    let zeros = (quotes &- 0x0101_0101_0101_0101) & ~quotes | (angles &- 0x0101_0101_0101_0101) & ~angles
    if zeros & 0x8080_8080_8080_8080 != 0 { break }
    at += 8
  }
  while at < bytes.count {
    if isEscaped(bytes[at]) { return at }
    at += 1
  }
  return nil
}

/// Whether a byte stands for something else than itself in markup: `&`, `<`, `>`, `"` and `'`, each a bit.
@inline(__always)
private func isEscaped(_ byte: UInt8) -> Bool {
  byte < 64 && (1 << UInt64(byte)) & (1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E) != 0
}

/// How such a byte is written.
private func reference(to byte: UInt8) -> StaticString {
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
