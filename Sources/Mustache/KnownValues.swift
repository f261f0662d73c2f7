/// Puts what is known before any page is rendered into the templates: the words of a language and what the site says of itself.
///
/// Most tags of a theme name such a value. In its place stands what it says, and a section that it opens or closes is decided, so
/// that rendering has fewer and longer pieces to put together. What a template shows stays the same: a value that something on a
/// page could stand before is left to rendering, and of an address what leads from the page to the site's root.
struct KnownValues {
  private let globals: Record
  /// The names of what is behind every page and that nothing on any page has.
  private let names: Set<Key>

  /// - Parameter shapes: what pages offer. All that they hold is looked through for names that come before the globals'.
  init(_ globals: Record, pages shapes: [Shape]) {
    self.globals = globals
    var names = Set(globals.shape.fields.map { Key($0.name) })
    var seen: Set<ObjectIdentifier> = []
    var next = shapes + globals.shape.fields.compactMap(\.kind.inner)
    while let shape = next.popLast() {
      guard seen.insert(ObjectIdentifier(shape)).inserted else { continue }
      for field in shape.fields { names.remove(Key(field.name)) }
      next += shape.fields.compactMap(\.kind.inner)
    }
    self.names = names
  }

  /// The nodes with known values in their places.
  ///
  /// Inside sections over known things these could be named without what leads to them; such sections stay as they are.
  func filledIn(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node -> [Node] in
      switch node {
      case .variable(let path, let escaped, _):
        return value(of: path).flatMap { KnownValues.written($0, escaped: escaped) } ?? [node]
      case .section(let path, let inverted, let inner, let tags):
        let inner = filledIn(inner)
        guard let value = value(of: path) else { return [.section(path, inverted: inverted, inner, tags)] }
        if value.isTrue == inverted { return [] }
        if inverted { return inner }
        if case .flag = value { return inner }
        return [.section(path, inverted: false, inner, tags)]
      case .indentation, .literal, .root, .partial, .parent, .block: return [node]
      }
    }
  }

  private func value(of path: Path) -> Value? {
    guard let first = path.keys.first, names.contains(first) else { return nil }
    var value = Value.object(globals)
    for key in path.keys {
      guard case .object(let record) = value, let field = record.shape.table.field(key.hash) else { return .absent }
      value = record.value(field)
    }
    return value
  }

  /// What a tag writes; nil where that is not known yet.
  private static func written(_ value: Value, escaped: Bool) -> [Node]? {
    func literal(_ bytes: [UInt8]) -> [Node] { bytes.isEmpty ? [] : [.literal(bytes)] }
    switch value {
    case .text(let text):
      var bytes: [UInt8] = []
      if escaped { appendEscaped(text, to: &bytes) } else { bytes.append(contentsOf: text.utf8) }
      return literal(bytes)
    case .html(let bytes): return literal(bytes)
    case .link(let address):
      guard !address.hasSchemeOrIsFragment else { return nil }
      var bytes: [UInt8] = []
      appendEscaped(address, to: &bytes)
      return [.root] + literal(bytes)
    case .absent: return []
    case .number, .flag, .object, .list, .values: return nil
    }
  }
}

extension Shape.Kind {
  /// The shape of the things that a field holds.
  fileprivate var inner: Shape? {
    switch self {
    case .object(let shape), .list(let shape): shape()
    case .text, .html, .flag, .number, .link, .texts: nil
    }
  }
}
