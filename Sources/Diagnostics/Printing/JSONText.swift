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

/// A JSON value that is about to be written, with its keys in the order given.
indirect enum JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case string(String)
  case number(Int)
  case null
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(value) }

  /// The value with two spaces of indentation a level and a line break at the end.
  var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indentation: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], indentation: Int) {
    switch self {
    case .string(let text): appendJSONString(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .array(let values):
      Self.appendList(values, "[", "]", to: &bytes, indentation) { value, bytes in
        value.append(to: &bytes, indentation: indentation + 1)
      }
    case .object(let members):
      Self.appendList(members, "{", "}", to: &bytes, indentation) { member, bytes in
        appendJSONString(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.append(to: &bytes, indentation: indentation + 1)
      }
    }
  }

  private static func appendList<Element>(
    _ elements: [Element], _ open: String, _ close: String, to bytes: inout [UInt8], _ indentation: Int,
    _ body: (Element, inout [UInt8]) -> Void
  ) {
    func startLine(_ levels: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * levels))
    }
    bytes.append(contentsOf: open.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(indentation + 1)
      body(element, &bytes)
    }
    if !elements.isEmpty { startLine(indentation) }
    bytes.append(contentsOf: close.utf8)
  }
}
