/// A JSON value that is about to be written, with its keys in the order given.
public indirect enum JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  case string(String)
  case number(Int)
  case flag(Bool)
  case null
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }

  /// The value with two spaces of indentation a level and a line break at the end.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text in UTF-8.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, indentation: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func append(to bytes: inout [UInt8], indentation: Int) {
    switch self {
    case .string(let text): appendJSONString(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
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
