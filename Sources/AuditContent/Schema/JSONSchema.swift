/// The JSON Schemas of the content format (draft 2020-12), so that editors complete and check front matter.
///
/// They are made from the same declarations that the program reads by, and can never say anything else.
public enum ContentSchemas {
  /// The text of each schema by its file name: `audit.schema.json`. In the order of the names.
  public static var all: [(file: String, text: String)] {
    [
      AnyShape(AuditDocument.shape), AnyShape(FollowUpDocument.shape), AnyShape(GlossaryDocument.shape),
      AnyShape(MunicipalityDocument.shape), AnyShape(PageDocument.shape), AnyShape(ReplyDocument.shape),
      AnyShape(SiteDocument.shape),
    ]
    .map { (file: $0.name + ".schema.json", text: text(of: $0)) }
  }

  static func text(of shape: AnyShape) -> String {
    var printer = SchemaPrinter()
    var root = printer.object(shape)
    root.insert(("$schema", .string("https://json-schema.org/draft/2020-12/schema")), at: 0)
    root.insert(("title", .string(shape.name)), at: 1)
    // Shapes that are met on the way may lead to others.
    var definitions: [(String, JSON)] = []
    while let next = printer.pending.popLast() { definitions.append((next.name, .object(printer.object(next)))) }
    definitions.sort { comesBefore($0.0, $1.0) }
    if !definitions.isEmpty { root.append(("$defs", .object(definitions))) }
    return JSON.object(root).text + "\n"
  }
}

/// Turns shapes into schemas, and remembers which others they refer to.
private struct SchemaPrinter {
  var pending: [AnyShape] = []
  private var known: Set<String> = []

  mutating func object(_ shape: AnyShape) -> [(String, JSON)] {
    var properties: [(String, JSON)] = []
    for key in shape.keys {
      var value = schema(key.schema())
      value.append(("description", .string(key.about)))
      properties.append((key.key, .object(value)))
    }
    let required = shape.keys.filter(\.isRequired).map { JSON.string($0.key) }
    var object: [(String, JSON)] = [("type", .string("object"))]
    if !required.isEmpty { object.append(("required", .array(required))) }
    object.append(("properties", .object(properties)))
    object.append(("additionalProperties", .boolean(false)))
    return object
  }

  private mutating func schema(_ type: SchemaType) -> [(String, JSON)] {
    switch type {
    case .any: return []
    case .text(let pattern?): return [("type", .array([.string("string"), .string("integer")])), ("pattern", .string(pattern))]
    // Missiv takes every scalar as text; editors read `2021` as a number and `true` as a truth value.
    case .text(nil): return [("type", .array([.string("string"), .string("number"), .string("boolean")]))]
    case .choice(let words):
      if let word = words.first, words.count == 1 { return [("const", .string(word))] }
      return [("enum", .array(words.map { .string($0) }))]
    case .boolean: return [("type", .string("boolean"))]
    case .integer: return [("type", .string("integer")), ("minimum", .number(0))]
    case .date:
      // A bare year is a number to an editor.
      return [
        (
          "anyOf",
          .array([
            .object([("type", .string("integer")), ("minimum", .number(1000)), ("maximum", .number(9999))]),
            .object([
              ("type", .string("string")),
              ("pattern", .string("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[?~%]?$")),
            ]),
          ])
        )
      ]
    case .day:
      return [
        ("type", .string("string")), ("pattern", .string("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")),
      ]
    case .list(let element):
      let item = JSON.object(schema(element()))
      return [("anyOf", .array([item, .object([("type", .string("array")), ("items", item)])]))]
    case .entries(let keys, let element):
      var object: [(String, JSON)] = [("type", .string("object"))]
      if let keys { object.append(("propertyNames", .object([("enum", .array(keys.map { .string($0) }))]))) }
      object.append(("additionalProperties", .object(schema(element()))))
      return object
    case .object(let shape):
      if known.insert(shape.name).inserted { pending.append(shape) }
      return [("$ref", .string("#/$defs/" + shape.name))]
    case .either(let a, let b): return [("anyOf", .array([.object(schema(a)), .object(schema(b))]))]
    }
  }
}

/// JSON whose keys keep their order.
private indirect enum JSON {
  case string(String)
  case number(Int)
  case boolean(Bool)
  case array([JSON])
  case object([(String, JSON)])

  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private func write(to text: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .string(let string): JSON.write(string, to: &text)
    case .number(let number): text += String(number)
    case .boolean(let value): text += value ? "true" : "false"
    case .array(let values):
      if values.isEmpty {
        text += "[]"
        return
      }
      let isShort = values.allSatisfy { if case .string = $0 { true } else { false } }
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += isShort ? ", " : "," }
        if !isShort { text += "\n" + inner }
        value.write(to: &text, indent: inner)
      }
      text += isShort ? "]" : "\n" + indent + "]"
    case .object(let entries):
      if entries.isEmpty {
        text += "{}"
        return
      }
      text += "{"
      for (index, entry) in entries.enumerated() {
        text += (index > 0 ? ",\n" : "\n") + inner
        JSON.write(entry.0, to: &text)
        text += ": "
        entry.1.write(to: &text, indent: inner)
      }
      text += "\n" + indent + "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
