import AuditModel
import Diagnostics

/// How a value is written: how it is read, what is reported where it is written otherwise, and its JSON Schema.
struct Kind<Value>: Sendable {
  let schema: @Sendable () -> SchemaType
  let read: @Sendable (YAMLNode, inout FieldReader) -> Value?
}

extension Kind where Value == String {
  /// Any text that is not empty.
  static var text: Kind { Kind(schema: { .text(pattern: nil) }, read: { node, reader in readText(node, &reader) }) }
}

extension Kind where Value == Reference {
  /// The name of something, found by the linker.
  static var reference: Kind {
    Kind(schema: { .text(pattern: nil) }) { node, reader in
      readText(node, &reader).map { Reference($0, Place(node.range)) }
    }
  }

  /// A permanent name that addresses are made from: letters, digits and hyphens.
  static var id: Kind {
    Kind(schema: { .text(pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$") }) { node, reader in
      guard let text = readText(node, &reader) else {
        reader.hasLosses = true
        return nil
      }
      if !isID(text) {
        // It is kept as it is, so that those who name it in the same wrong way are not wrong too.
        reader.report(.badID(text, at: reader.place(node.range)))
      }
      return Reference(text, Place(node.range))
    }
  }
}

private func readText(_ node: YAMLNode, _ reader: inout FieldReader) -> String? {
  guard let text = node.text else {
    reader.report(.wrongType(reader.key, .text, found: node, at: reader.place(node.range)))
    return nil
  }
  if text.utf8.allSatisfy({ $0 <= 0x20 }) {
    reader.report(.emptyValue(reader.key, about: nil, at: reader.place(node.range)))
    return nil
  }
  if text == "…" || text == "..." {
    reader.report(.notFilledIn(reader.key, at: reader.place(node.range)))
    return nil
  }
  return text
}

/// Letters of the English alphabet, digits, and single hyphens between them.
package func isID(_ text: String) -> Bool {
  var afterHyphen = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      afterHyphen = false
    case UInt8(ascii: "-"):
      if afterHyphen { return false }
      afterHyphen = true
    default: return false
    }
  }
  return !afterHyphen
}

extension Kind where Value: RawRepresentable & CaseIterable & SendableMetatype, Value.RawValue == String {
  /// One of a fixed list of words.
  static var choice: Kind {
    let words = Value.allCases.map(\.rawValue)
    return Kind(schema: { .choice(words) }) { node, reader in
      guard let text = readText(node, &reader) else { return nil }
      if let value = Value(rawValue: text) { return value }
      let near = nearMiss(of: text, among: words)
      reader.report(.unknownValue(text, of: reader.key, near: near, among: words, at: reader.place(node.range)))
      return near.flatMap { Value(rawValue: $0) }
    }
  }
}

extension Kind where Value == Bool {
  static var boolean: Kind {
    Kind(schema: { .boolean }) { node, reader in
      guard let text = readText(node, &reader) else { return nil }
      switch text {
      case "true": return true
      case "false": return false
      default:
        let near: String? =
          switch text.lowercased() {
          case "yes", "ja", "on", "true": "true"
          case "no", "nej", "off", "false": "false"
          default: nil
          }
        reader.report(.unknownValue(text, of: reader.key, near: near, among: ["true", "false"], at: reader.place(node.range)))
        return near.map { $0 == "true" }
      }
    }
  }
}

extension Kind where Value == Int {
  /// A whole number from 0.
  static var count: Kind {
    Kind(schema: { .integer }) { node, reader in
      guard let text = readText(node, &reader) else { return nil }
      if let number = Int(text), number >= 0, number < 1_000_000 { return number }
      reader.report(.badNumber(text, of: reader.key, at: reader.place(node.range)))
      return nil
    }
  }
}

extension Kind where Value == Marked<EDTFDate> {
  /// A year, a month or a day, perhaps uncertain.
  static var date: Kind {
    Kind(schema: { .date }) { node, reader in
      guard let text = readText(node, &reader) else { return nil }
      if let date = EDTFDate(text) { return Marked(date, Place(node.range)) }
      let meant = DateHint(text)
      reader.report(.badDate(text, meant, at: reader.place(node.range)))
      return meant.date.map { Marked($0, Place(node.range)) }
    }
  }
}

extension Kind where Value == Day {
  /// A day of the calendar.
  static var day: Kind {
    Kind(schema: { .day }) { node, reader in
      guard let text = readText(node, &reader) else { return nil }
      if let date = EDTFDate(text), date.isExact { return date.firstDay }
      let meant = DateHint(text)
      if let date = meant.date, date.isExact {
        reader.report(.badDate(text, meant, at: reader.place(node.range)))
        return date.firstDay
      }
      reader.report(.notADay(text, of: reader.key, at: reader.place(node.range)))
      return nil
    }
  }
}

extension Kind {
  /// A value with the place of its first key, or of all of it.
  static func placed<Placed>(_ kind: Kind<Placed>) -> Kind where Value == Marked<Placed> {
    let (schema, read) = (kind.schema, kind.read)
    return Kind(schema: schema) { node, reader in
      read(node, &reader).map { Marked($0, Place(node.entries?.first?.key.range ?? node.range)) }
    }
  }
}

extension Kind where Value: Shaped {
  /// A mapping with keys of its own.
  static func object(_ type: Value.Type) -> Kind {
    Kind(schema: { .object(AnyShape(Value.shape)) }) { node, reader in
      guard let entries = node.entries else {
        reader.report(.wrongType(reader.key, .mapping, found: node, at: reader.place(node.range)))
        reader.noteLoss(of: node)
        return nil
      }
      var value = Value()
      Value.shape.read(entries, at: node.range, into: &value, &reader)
      return value
    }
  }
}

extension Kind {
  /// A list; a list of one may be written as a single value.
  static func list<Element>(_ kind: Kind<Element>) -> Kind where Value == [Element] {
    let (schema, read) = (kind.schema, kind.read)
    return Kind(schema: { .list(of: schema) }) { node, reader in
      guard let items = node.items else { return read(node, &reader).map { [$0] } ?? [] }
      var values: [Element] = []
      values.reserveCapacity(items.count)
      let key = reader.key
      for item in items {
        reader.key = key
        if item.isAbsent {
          reader.report(.emptyItem(key, at: reader.place(item.range)))
        } else if let value = read(item, &reader) {
          values.append(value)
        }
      }
      return values
    }
  }

  /// A mapping whose keys are the writer's own: `inferred`, `counts`, `accessibility`. Suggested keys are the schema's alone.
  static func entries<Element>(
    keys: [String]? = nil, suggested: [String]? = nil, _ kind: Kind<Element>
  ) -> Kind where Value == [(key: Reference, value: Element)] {
    let (schema, read) = (kind.schema, kind.read)
    return Kind(schema: { .entries(keys: keys ?? suggested, of: schema) }) { node, reader in
      guard let entries = node.entries else {
        reader.report(.wrongType(reader.key, .mapping, found: node, at: reader.place(node.range)))
        return nil
      }
      let outer = reader.key
      defer { reader.key = outer }
      var values: [(key: Reference, value: Element)] = []
      for entry in entries {
        reader.key = entry.key.text
        var key = entry.key.text
        if let keys, !keys.contains(key) {
          let near = nearMiss(of: key, among: keys)
          reader.report(.unknownValue(key, of: outer, near: near, among: keys, at: reader.place(entry.key.range)))
          guard let near else { continue }
          key = near
        }
        if entry.value.isAbsent {
          reader.report(.emptyValue(key, about: nil, at: reader.place(entry.value.range)))
        } else if let value = read(entry.value, &reader) {
          values.append((Reference(key, Place(entry.key.range)), value))
        }
      }
      return values
    }
  }

  /// A word that stands for itself, or something else: `by: auditors`.
  static func word<Other>(_ word: String, or kind: Kind<Other>) -> Kind where Value == WordOr<Other> {
    let (schema, read) = (kind.schema, kind.read)
    return Kind(schema: { .either(.choice([word]), schema()) }) { node, reader in
      if node.text == word || node.items?.count == 1 && node.items?.first?.text == word { return .word }
      return read(node, &reader).map { .other($0) }
    }
  }

}

/// A word that stands for itself, or something else.
enum WordOr<Other: Sendable & Equatable>: Sendable, Equatable {
  case word
  case other(Other)
}
