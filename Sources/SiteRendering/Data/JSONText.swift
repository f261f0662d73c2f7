/// A JSON value that is about to be written, with its keys in the order given.
indirect enum JSONText: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  case string(String)
  case number(Int)
  case flag(Bool)
  case array([JSONText])
  case object([(key: String, value: JSONText)])

  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }

  /// On lines, with two spaces a level.
  var onLines: [UInt8] {
    var json = JSONBytes()
    append(to: &json, level: 0)
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func append(to json: inout JSONBytes, level: Int) {
    switch self {
    case .string(let text): json.string(text)
    case .number(let number): json.bytes += String(number).utf8
    case .flag(let flag): json.bytes += (flag ? "true" : "false").utf8
    case .array(let values):
      JSONText.list(values, "[", "]", to: &json, level) { $0.append(to: &$1, level: level + 1) }
    case .object(let members):
      JSONText.list(members, "{", "}", to: &json, level) { member, json in
        json.string(member.key)
        json.bytes += ": ".utf8
        member.value.append(to: &json, level: level + 1)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to json: inout JSONBytes, _ level: Int,
    _ write: (Element, inout JSONBytes) -> Void
  ) {
    func startLine(_ levels: Int) {
      json.bytes.append(UInt8(ascii: "\n"))
      json.bytes += repeatElement(UInt8(ascii: " "), count: 2 * levels)
    }
    json.bytes += open.utf8
    for (place, element) in elements.enumerated() {
      if place > 0 { json.bytes.append(UInt8(ascii: ",")) }
      startLine(level + 1)
      write(element, &json)
    }
    if !elements.isEmpty { startLine(level) }
    json.bytes += close.utf8
  }
}
