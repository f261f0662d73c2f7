/// Appends text to a page with `&`, `<`, `>`, `"` and `'` written as references, so that it stays text in any place.
public func appendEscaped(_ text: String, to buffer: inout [UInt8]) {
  appendRuns(of: text, to: &buffer) { byte, buffer in
    switch byte {
    case UInt8(ascii: "&"): buffer += "&amp;".utf8
    case UInt8(ascii: "<"): buffer += "&lt;".utf8
    case UInt8(ascii: ">"): buffer += "&gt;".utf8
    case UInt8(ascii: "\""): buffer += "&quot;".utf8
    default: buffer += "&#39;".utf8
    }
  } where: { byte in
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
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
