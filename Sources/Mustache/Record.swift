/// What a template reads of one thing: a value for each field of a shape.
///
/// A value is made when it is asked for, each time that it is.
public struct Record: Sendable {
  public let shape: Shape
  @usableFromInline let source: Source

  /// What values are read of, at an address that does not change: a view, or the values themselves.
  @usableFromInline class Source: @unchecked Sendable {
    @usableFromInline let pointer: UnsafeRawPointer

    @usableFromInline init(_ pointer: UnsafeRawPointer) {
      self.pointer = pointer
    }
  }

  /// A source that owns what it points to.
  @usableFromInline final class Owner<Root>: Source, @unchecked Sendable {
    @inlinable init(_ root: Root) {
      let place = UnsafeMutablePointer<Root>.allocate(capacity: 1)
      place.initialize(to: root)
      super.init(UnsafeRawPointer(place))
    }

    @inlinable deinit {
      let place = UnsafeMutableRawPointer(mutating: pointer).assumingMemoryBound(to: Root.self)
      place.deinitialize(count: 1)
      place.deallocate()
    }
  }

  @usableFromInline init(shape: Shape, source: Source) {
    self.shape = shape
    self.source = source
  }

  /// `values` stand in the order of the shape's fields.
  public init(shape: Shape, values: [Value]) {
    precondition(values.count == shape.fields.count, "A record has a value for each field of its shape.")
    self.init(shape: shape, source: Owner(values))
  }

  /// The value of a field, by its place in the shape.
  public func value(_ field: Int) -> Value { frame.value(field) }

  var frame: Frame { Frame(shape, source.pointer) }
}

/// A record for as long as somebody else keeps it alive: templates see one for each object or list that they are inside of.
///
/// It counts no references. Whoever makes it must outlive its use, as the reader of a list does while it goes through the list.
@usableFromInline struct Frame {
  let layout: UnsafePointer<Shape.Layout>
  let pointer: UnsafeRawPointer

  @usableFromInline init(_ shape: Shape, _ pointer: UnsafeRawPointer) {
    layout = shape.layout
    self.pointer = pointer
  }

  /// A value without fields: only the dot can read it.
  init(plain value: UnsafePointer<Value>) {
    self.init(Frame.plain, UnsafeRawPointer(value))
  }

  private static let plain = Shape("value", [])

  var plainValue: Value? { layout == Frame.plain.layout ? pointer.assumingMemoryBound(to: Value.self).pointee : nil }

  @inline(__always)
  func field(_ hash: UInt64) -> Int? { layout.pointee.table.field(hash) }

  /// How a field is read; nil where the record holds its values itself.
  @inline(__always)
  func reader(_ field: Int) -> UnsafeMutablePointer<Reader>? { layout.pointee.readers.map { $0 + field } }

  var values: UnsafePointer<[Value]> { pointer.assumingMemoryBound(to: [Value].self) }

  func value(_ field: Int) -> Value {
    guard let reader = reader(field) else { return values.pointee[field] }
    switch reader.pointee {
    case .value(let read): return read(pointer)
    case .parts(let parts): return parts.value(pointer)
    }
  }
}

/// How a field is read of what stands at an address.
@usableFromInline enum Reader: Sendable {
  case value(@Sendable (UnsafeRawPointer) -> Value)
  case parts(Parts)

  /// An object or a list.
  @usableFromInline struct Parts: Sendable {
    /// Hands each element to the closure, one after another, until it returns false; false then too.
    let each: @Sendable (UnsafeRawPointer, (Frame) -> Bool) -> Bool
    /// The same as a value that can be kept.
    let value: @Sendable (UnsafeRawPointer) -> Value

    @usableFromInline init(
      each: @escaping @Sendable (UnsafeRawPointer, (Frame) -> Bool) -> Bool,
      value: @escaping @Sendable (UnsafeRawPointer) -> Value
    ) {
      self.each = each
      self.value = value
    }
  }
}
