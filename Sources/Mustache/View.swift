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

  public init(_ name: String, _ fields: [ViewField<Root>]) {
    shape = Shape(name, fields.map { Shape.Field($0.name, $0.kind) }, readers: fields.map(\.reader))
  }

  @inlinable public func record(_ root: Root) -> Record { Record(shape: shape, source: Record.Owner(root)) }
}

/// One field of a view: its name, what it holds and how it is read, each time that a template asks for it.
///
/// All is inlinable so that a field becomes one function that knows its view's type.
public struct ViewField<Root: Sendable>: Sendable {
  let name: String
  let kind: Shape.Kind
  let reader: Reader

  @usableFromInline init(name: String, kind: Shape.Kind, reader: Reader) {
    self.name = name
    self.kind = kind
    self.reader = reader
  }

  @usableFromInline init(name: String, kind: Shape.Kind, read: @escaping @Sendable (UnsafeRawPointer) -> Value) {
    self.init(name: name, kind: kind, reader: .value(read))
  }

  @inlinable public static func text(_ name: String, _ get: @escaping @Sendable (Root) -> String?) -> Self {
    Self(name: name, kind: .text) { get($0.assumingMemoryBound(to: Root.self).pointee).map { .text($0) } ?? .absent }
  }

  @inlinable public static func html(_ name: String, _ get: @escaping @Sendable (Root) -> [UInt8]?) -> Self {
    Self(name: name, kind: .html) { get($0.assumingMemoryBound(to: Root.self).pointee).map { .html($0) } ?? .absent }
  }

  @inlinable public static func flag(_ name: String, _ get: @escaping @Sendable (Root) -> Bool) -> Self {
    Self(name: name, kind: .flag) { .flag(get($0.assumingMemoryBound(to: Root.self).pointee)) }
  }

  @inlinable public static func number(_ name: String, _ get: @escaping @Sendable (Root) -> Int?) -> Self {
    Self(name: name, kind: .number) { get($0.assumingMemoryBound(to: Root.self).pointee).map { .number($0) } ?? .absent }
  }

  /// An address relative to the site's root.
  @inlinable public static func link(_ name: String, _ get: @escaping @Sendable (Root) -> String?) -> Self {
    Self(name: name, kind: .link) { get($0.assumingMemoryBound(to: Root.self).pointee).map { .link($0) } ?? .absent }
  }

  @inlinable public static func texts(_ name: String, _ get: @escaping @Sendable (Root) -> [String]) -> Self {
    Self(name: name, kind: .texts) { .texts(get($0.assumingMemoryBound(to: Root.self).pointee)) }
  }

  @inlinable public static func object<V: View>(_ name: String, _ get: @escaping @Sendable (Root) -> V?) -> Self {
    Self(
      name: name, kind: .object { V.view.shape },
      reader: .parts(
        Reader.Parts(
          each: { pointer, body in
            guard let view = get(pointer.assumingMemoryBound(to: Root.self).pointee) else { return true }
            return withUnsafePointer(to: view) { body(Frame(V.view.shape, UnsafeRawPointer($0))) }
          },
          value: { get($0.assumingMemoryBound(to: Root.self).pointee).map { .object($0.record) } ?? .absent })))
  }

  @inlinable public static func list<V: View>(_ name: String, _ get: @escaping @Sendable (Root) -> [V]) -> Self {
    Self(
      name: name, kind: .list { V.view.shape },
      reader: .parts(
        Reader.Parts(
          each: { pointer, body in
            let views = get(pointer.assumingMemoryBound(to: Root.self).pointee)
            if views.isEmpty { return true }
            let shape = V.view.shape
            return views.withUnsafeBufferPointer { views in
              for index in views.indices where !body(Frame(shape, UnsafeRawPointer(views.baseAddress! + index))) { return false }
              return true
            }
          },
          value: { .list(get($0.assumingMemoryBound(to: Root.self).pointee).map { $0.record }) })))
  }
}
