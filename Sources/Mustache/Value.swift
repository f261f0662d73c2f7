/// What a template may read of a kind of thing: its name and its fields, each named once. Compared by identity.
public final class Shape: @unchecked Sendable {
  public let name: String
  public let fields: [Field]
  /// What rendering needs to know of the shape. It lives as long as the shape.
  let layout: UnsafePointer<Layout>
  var table: KeyTable { layout.pointee.table }

  /// A field that a template can name.
  public struct Field: Sendable {
    public let name: String
    public let kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// What a field holds. The shapes of objects and lists are asked for when they are needed, since a shape may hold itself.
  public enum Kind: Sendable {
    case text, html, flag, number, link, texts
    case object(@Sendable () -> Shape)
    case list(@Sendable () -> Shape)
  }

  public convenience init(_ name: String, _ fields: [Field]) {
    self.init(name, fields, readers: [])
  }

  init(_ name: String, _ fields: [Field], readers: [Reader]) {
    self.name = name
    self.fields = fields
    let place = UnsafeMutablePointer<Layout>.allocate(capacity: 1)
    place.initialize(to: Layout(table: KeyTable(fields.map(\.name)), readers: readers))
    layout = UnsafePointer(place)
  }

  deinit {
    layout.pointee.table.free()
    layout.pointee.readers?.deinitialize(count: fields.count)
    layout.pointee.readers?.deallocate()
    UnsafeMutablePointer(mutating: layout).deallocate()
  }

  /// Where the fields of a shape are found and how they are read, without references that would be counted up and down.
  struct Layout {
    let table: KeyTable
    /// How each field is read of a view; nil where records hold their values themselves.
    let readers: UnsafeMutablePointer<Reader>?

    init(table: KeyTable, readers: [Reader]) {
      self.table = table
      guard !readers.isEmpty else {
        self.readers = nil
        return
      }
      let place = UnsafeMutablePointer<Reader>.allocate(capacity: readers.count)
      for (index, reader) in readers.enumerated() { (place + index).initialize(to: reader) }
      self.readers = place
    }
  }
}

/// One value that a template can read. What is absent is empty and false.
public enum Value: Sendable {
  case absent
  case flag(Bool)
  case number(Int)
  /// Escaped where it is put into a page.
  case text(String)
  /// Markup, put into a page as it is.
  case html([UInt8])
  /// An address relative to the site's root, written relative to the page; what has a scheme or begins with `#` as it is.
  case link(String)
  case object(Record)
  case list([Record])
  /// Values that have no fields, read by `{{.}}`.
  case values([Value])

  /// A list of plain text.
  public static func texts(_ texts: [String]) -> Value { .values(texts.map { .text($0) }) }
}

extension Value {
  /// Whether a section over it is shown.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .flag(let flag): flag
    case .number: true
    case .text(let text), .link(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .object: true
    case .list(let records): !records.isEmpty
    case .values(let values): !values.isEmpty
    }
  }
}
