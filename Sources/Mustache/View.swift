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
  public var record: Record { Self.view.record(self) }
}

/// The fields of a view.
public final class ViewType<Root: Sendable>: Sendable {
  public let shape: Shape
  private let fields: [ViewField<Root>]

  public init(_ name: String, _ fields: [ViewField<Root>]) {
    self.fields = fields
    self.shape = Shape(name, fields.map { Shape.Field($0.name, $0.kind) })
  }

  public func record(_ root: Root) -> Record {
    Record(shape: shape, values: fields.map { $0.value(root) })
  }
}

/// One field of a view: its name, what it holds and how it is read.
public struct ViewField<Root: Sendable>: Sendable {
  let name: String
  let kind: Shape.Kind
  let value: @Sendable (Root) -> Value

  public static func text(_ name: String, _ get: @escaping @Sendable (Root) -> String?) -> Self {
    Self(name: name, kind: .text) { get($0).map { .text($0) } ?? .absent }
  }

  public static func html(_ name: String, _ get: @escaping @Sendable (Root) -> [UInt8]?) -> Self {
    Self(name: name, kind: .html) { get($0).map { .html($0) } ?? .absent }
  }

  public static func flag(_ name: String, _ get: @escaping @Sendable (Root) -> Bool) -> Self {
    Self(name: name, kind: .flag) { .flag(get($0)) }
  }

  public static func number(_ name: String, _ get: @escaping @Sendable (Root) -> Int?) -> Self {
    Self(name: name, kind: .number) { get($0).map { .number($0) } ?? .absent }
  }

  /// An address relative to the site's root.
  public static func link(_ name: String, _ get: @escaping @Sendable (Root) -> String?) -> Self {
    Self(name: name, kind: .link) { get($0).map { .link($0) } ?? .absent }
  }

  public static func object<V: View>(_ name: String, _ get: @escaping @Sendable (Root) -> V?) -> Self {
    Self(name: name, kind: .object { V.view.shape }) { get($0).map { .object($0.record) } ?? .absent }
  }

  public static func list<V: View>(_ name: String, _ get: @escaping @Sendable (Root) -> [V]) -> Self {
    Self(name: name, kind: .list { V.view.shape }) { .list(get($0).map(\.record)) }
  }

  public static func texts(_ name: String, _ get: @escaping @Sendable (Root) -> [String]) -> Self {
    Self(name: name, kind: .texts) { .values(get($0).map { .text($0) }) }
  }
}
