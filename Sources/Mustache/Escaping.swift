/// Appends text to a page with `&`, `<`, `>`, `"` and `'` written as references, so that it stays text in any place.
public func appendEscaped(_ text: String, to buffer: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendEscaped($0, to: &buffer) }
}

func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
  var start = 0
  for i in 0..<bytes.count {
    let reference: StaticString
    switch bytes[i] {
    case UInt8(ascii: "&"): reference = "&amp;"
    case UInt8(ascii: "<"): reference = "&lt;"
    case UInt8(ascii: ">"): reference = "&gt;"
    case UInt8(ascii: "\""): reference = "&quot;"
    case UInt8(ascii: "'"): reference = "&#39;"
    default: continue
    }
    if i > start { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<i])) }
    reference.withUTF8Buffer { buffer.append(contentsOf: $0) }
    start = i + 1
  }
  if bytes.count > start { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...])) }
}
