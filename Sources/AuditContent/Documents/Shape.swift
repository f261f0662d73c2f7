import Diagnostics

/// A mapping of the content format: the keys that it may have, each declared once for reading, for messages and for the schema.
struct Shape<Target>: Sendable {
  /// Its name in the schema: `recommendation`.
  let name: String
  /// What messages call it: "rekommendationen".
  let words: Wording
  let fields: [Field<Target>]

  init(_ name: String, sv: String, en: String, _ fields: [Field<Target>]) {
    self.name = name
    self.words = Wording(sv: sv, en: en)
    self.fields = fields
  }
}

/// A type of the content format that is written as a mapping.
protocol Shaped: Sendable, Equatable {
  init()
  static var shape: Shape<Self> { get }
}

/// A key of a mapping: how its value is written and where it goes.
struct Field<Target>: Sendable {
  let key: String
  let isRequired: Bool
  /// Whether the key may stand without a value, as if it were not there.
  let mayBeEmpty: Bool
  /// What it means, in Swedish, for the schema and for the cure where it is missing.
  let about: String
  let schema: @Sendable () -> SchemaType
  let read: @Sendable (YAMLNode, inout FieldReader, inout Target) -> Void

  /// `set` gets the value where it could be read.
  init<Value>(
    _ key: String, _ kind: Kind<Value>, required: Bool = false, mayBeEmpty: Bool = true, _ about: String,
    set: @escaping @Sendable (inout Target, Value) -> Void
  ) {
    self.key = key
    self.isRequired = required
    self.mayBeEmpty = mayBeEmpty && !required
    self.about = about
    self.schema = kind.schema
    let read = kind.read
    self.read = { node, reader, target in
      if let value = read(node, &reader) { set(&target, value) }
    }
  }

  /// A key whose value is looked at elsewhere, or not yet.
  init(leftAlone key: String, required: Bool = false, _ about: String, schema: SchemaType) {
    self.key = key
    self.isRequired = required
    self.mayBeEmpty = true
    self.about = about
    self.schema = { schema }
    self.read = { _, _, _ in }
  }
}

extension Shape {
  /// Reads a mapping. What is wrong is reported and left out; the rest is kept.
  func read(_ entries: [YAMLEntry], at range: Range<Int>, into target: inout Target, _ reader: inout FieldReader) {
    let (outerKey, outerOwner) = (reader.key, reader.owner)
    defer { (reader.key, reader.owner) = (outerKey, outerOwner) }
    reader.owner = words
    var seen: UInt64 = 0
    var unknown: [YAMLEntry] = []
    for entry in entries {
      guard let index = fields.firstIndex(where: { $0.key == entry.key.text }) else {
        unknown.append(entry)
        continue
      }
      read(index, entry.value, into: &target, &seen, &reader)
    }
    for entry in unknown {
      let near = nearMiss(of: entry.key.text, among: fields.map(\.key))
      reader.report(.unknownKey(entry.key, near: near, among: fields.map(\.key), of: words, in: reader.path))
      // What was meant is clear enough to go on with, so that nothing is called missing that is there.
      guard let near, let index = fields.firstIndex(where: { $0.key == near }), seen & (1 << UInt64(index)) == 0 else {
        reader.noteLoss(of: entry.value)
        continue
      }
      read(index, entry.value, into: &target, &seen, &reader)
    }
    guard reader.reportsMissingKeys else { return }
    for (index, field) in fields.enumerated() where field.isRequired && field.key != "type" && seen & (1 << UInt64(index)) == 0 {
      if field.key == "id" { reader.hasLosses = true }
      let place = entries.first.map { $0.key.range.lowerBound..<$0.value.range.upperBound } ?? range
      let line = place.count > 120 ? entries.first?.key.range ?? range : place
      reader.report(.missingKey(field.key, about: field.about, of: words, at: reader.place(line)))
    }
  }

  private func read(
    _ index: Int, _ node: YAMLNode, into target: inout Target, _ seen: inout UInt64, _ reader: inout FieldReader
  ) {
    let field = fields[index]
    seen |= 1 << UInt64(index)
    if node.isAbsent {
      guard !field.mayBeEmpty else { return }
      reader.report(.emptyValue(field.key, about: field.about, at: reader.place(node.range)))
      if field.key == "id" { reader.hasLosses = true }
      return
    }
    reader.key = field.key
    field.read(node, &reader, &target)
  }
}
