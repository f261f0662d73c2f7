/// What a place in a template can see while it is checked: shapes, the innermost last, and perhaps a value without fields on top.
struct ShapeStack {
  private(set) var shapes: [Shape] = []
  var leaf: Shape.Kind?

  /// What a key stands for, and whether it is a field of the innermost shape.
  struct Found {
    var kind: Shape.Kind
    let isInnermost: Bool
  }

  /// A shape that is on the stack already moves to the top: below itself it could not be seen.
  mutating func push(_ shape: Shape) {
    shapes.removeAll { $0 === shape }
    shapes.append(shape)
    leaf = nil
  }

  func find(_ key: Key) -> Found? {
    for (index, shape) in shapes.enumerated().reversed() {
      if let field = shape.field(named: key) { return Found(kind: field.kind, isInnermost: index == shapes.count - 1) }
    }
    return nil
  }

  /// What the dot stands for.
  var current: Found? {
    if let leaf { return Found(kind: leaf, isInnermost: true) }
    return shapes.last.map { shape in Found(kind: .object { shape }, isInnermost: true) }
  }

  /// What a key could be, from the innermost shape out.
  var names: [String] { shapes.reversed().flatMap { $0.fields.map(\.name) } }
}
