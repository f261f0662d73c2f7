/// The data that a template sees, as indented JSON: for whoever changes a template.
public func describe(_ record: Record) -> String {
  var text = ""
  describe(record, indentation: "", into: &text)
  return text + "\n"
}

private func describe(_ record: Record, indentation: String, into text: inout String) {
  guard !record.shape.fields.isEmpty else {
    text += "{}"
    return
  }
  text += "{"
  let inner = indentation + "  "
  for (index, field) in record.shape.fields.enumerated() {
    text += (index == 0 ? "\n" : ",\n") + inner + quoted(field.name) + ": "
    describe(record.value(index), indentation: inner, into: &text)
  }
  text += "\n" + indentation + "}"
}

private func describe(_ value: Value, indentation: String, into text: inout String) {
  func list<Element>(_ elements: [Element], _ describe: (Element, inout String) -> Void) {
    guard !elements.isEmpty else {
      text += "[]"
      return
    }
    text += "["
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + indentation + "  "
      describe(element, &text)
    }
    text += "\n" + indentation + "]"
  }
  switch value {
  case .absent: text += "null"
  case .flag(let flag): text += flag ? "true" : "false"
  case .number(let number): text += String(number)
  case .text(let string), .link(let string): text += quoted(string)
  case .html(let bytes): text += quoted(String(decoding: bytes, as: UTF8.self))
  case .object(let record): describe(record, indentation: indentation, into: &text)
  case .list(let records): list(records) { describe($0, indentation: indentation + "  ", into: &$1) }
  case .values(let values): list(values) { describe($0, indentation: indentation + "  ", into: &$1) }
  }
}

private func quoted(_ string: String) -> String {
  var text = "\""
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case _ where scalar.value < 0x20:
      text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text + "\""
}
