/// A type whose values templates can read. Its `view` lists the fields, which defines both the shape and the values:
///
/// ```swift
/// struct BoardLink: View {
///   let name: String
///   let address: String
///   static let view = ViewType<BoardLink>("board-link", [.text("name") { $0.name }, .link("address") { $0.address }])
/// }
/// ```
public protocol View: Sendable {
  static var view: ViewType<Self> { get }
}

extension View {
  /// The value as templates see it.
  @inlinable public var record: Record { Self.view.record(self) }
}

/// The fields of a view.
public final class ViewType<Root: Sendable>: Sendable {
  public let shape: Shape
  @usableFromInline let fields: [ViewField<Root>]

  public init(_ name: String, _ fields: [ViewField<Root>]) {
    self.fields = fields
    self.shape = Shape(name, fields.map { Shape.Field($0.name, $0.kind) })
  }

  @inlinable public func record(_ root: Root) -> Record {
    var values: [Value] = []
    values.reserveCapacity(fields.count)
    for field in fields { values.append(field.value(root)) }
    return Record(shape: shape, values: values)
  }
}

/// One field of a view: its name, what it holds and how it is read.
public struct ViewField<Root: Sendable>: Sendable {
  @usableFromInline let name: String
  @usableFromInline let kind: Shape.Kind
  @usableFromInline let value: @Sendable (Root) -> Value

  @usableFromInline init(name: String, kind: Shape.Kind, value: @escaping @Sendable (Root) -> Value) {
    self.name = name
    self.kind = kind
    self.value = value
  }

  @inlinable public static func text(_ name: String, _ get: @escaping @Sendable (Root) -> String?) -> Self {
    Self(name: name, kind: .text) { get($0).map { .text($0) } ?? .absent }
  }

  @inlinable public static func html(_ name: String, _ get: @escaping @Sendable (Root) -> [UInt8]?) -> Self {
    Self(name: name, kind: .html) { get($0).map { .html($0) } ?? .absent }
  }

  @inlinable public static func flag(_ name: String, _ get: @escaping @Sendable (Root) -> Bool) -> Self {
    Self(name: name, kind: .flag) { .flag(get($0)) }
  }

  @inlinable public static func number(_ name: String, _ get: @escaping @Sendable (Root) -> Int?) -> Self {
    Self(name: name, kind: .number) { get($0).map { .number($0) } ?? .absent }
  }

  /// An address relative to the site's root.
  @inlinable public static func link(_ name: String, _ get: @escaping @Sendable (Root) -> String?) -> Self {
    Self(name: name, kind: .link) { get($0).map { .link($0) } ?? .absent }
  }

  @inlinable public static func object<V: View>(_ name: String, _ get: @escaping @Sendable (Root) -> V?) -> Self {
    Self(name: name, kind: .object { V.view.shape }) { get($0).map { .object($0.record) } ?? .absent }
  }

  @inlinable public static func list<V: View>(_ name: String, _ get: @escaping @Sendable (Root) -> [V]) -> Self {
    Self(name: name, kind: .list { V.view.shape }) { .list(get($0).map { $0.record }) }
  }

  @inlinable public static func texts(_ name: String, _ get: @escaping @Sendable (Root) -> [String]) -> Self {
    Self(name: name, kind: .texts) { .texts(get($0)) }
  }
}
