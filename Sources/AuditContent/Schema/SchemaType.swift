/// How a value is written, as far as a JSON Schema can say it.
indirect enum SchemaType: Sendable {
  case text(pattern: String?)
  case choice([String])
  case boolean, integer, date, day, any
  case list(of: @Sendable () -> SchemaType)
  case entries(keys: [String]?, of: @Sendable () -> SchemaType)
  case object(AnyShape)
  case either(SchemaType, SchemaType)
}

/// A shape without its target: what a schema says of a mapping.
struct AnyShape: Sendable {
  struct Key: Sendable {
    let key: String
    let isRequired: Bool
    let about: String
    let schema: @Sendable () -> SchemaType
  }

  let name: String
  let keys: [Key]

  init(_ shape: Shape<some Any>) {
    name = shape.name
    keys = shape.fields.map { Key(key: $0.key, isRequired: $0.isRequired, about: $0.about, schema: $0.schema) }
  }
}
