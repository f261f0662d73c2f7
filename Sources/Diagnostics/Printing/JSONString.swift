/// Appends a text as a JSON string, with its quotation marks.
public func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendJSONString($0, to: &bytes) }
}

/// Appends UTF-8 bytes as a JSON string, with its quotation marks.
public func appendJSONString(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  var plain = 0  // where the bytes begin that are still to be copied as they are
  for (index, byte) in text.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
    bytes.append(contentsOf: text[plain..<index])
    plain = index + 1
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x00..<0x20:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 15
      bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    default: bytes.append(byte)
    }
  }
  bytes.append(contentsOf: text[plain...])
  bytes.append(UInt8(ascii: "\""))
}
