import Diagnostics

/// Walks the pages' templates with what the pages offer, through all partials, and reports what the pages do not have.
///
/// A template is looked at once for each stack of shapes that it is reached with. Of equal shapes on a stack only the innermost
/// can be seen by a look-up, and of values without fields only the topmost by the dot; so there are finitely many stacks.
struct Checker {
  let templates: [String: [Node]]
  private(set) var diagnostics: [Diagnostic] = []
  /// The templates that some page reaches.
  private(set) var reached: Set<String> = []
  private var reported: Set<SourceRange> = []
  private var visits: [Visit] = []
  private var visitNumbers: [Visit.Identity: Int] = [:]
  private var graph = TakingGraph()

  /// A template together with what it can see.
  private struct Visit {
    let template: String
    let stack: ShapeStack

    struct Identity: Hashable {
      let template: String
      let shapes: [ObjectIdentifier]
      let hasLeaf: Bool
    }
  }

  /// More ways of reaching templates than any theme has; what is beyond stays unchecked.
  private static let visitLimit = 20_000

  init(templates: [String: [Node]]) {
    self.templates = templates
  }

  /// Adds a page's template. `shapes` is what the page offers, the innermost last.
  mutating func add(_ template: String, shapes: [Shape]) {
    var stack = ShapeStack()
    for shape in shapes { stack.push(shape) }
    _ = visit(template, stack)
  }

  mutating func check() {
    var next = 0
    while next < visits.count {
      let visit = visits[next]
      check(templates[visit.template] ?? [], visit.stack, .same, visit: next)
      next += 1
    }
    for edge in graph.endless() { report(at: edge.range, .takesItselfIn(edge.name, at: edge.range)) }
  }

  /// The number of a visit, which is made if it is new; nil where there are too many.
  private mutating func visit(_ template: String, _ stack: ShapeStack) -> Int? {
    let identity = Visit.Identity(
      template: template, shapes: stack.shapes.map { ObjectIdentifier($0) }, hasLeaf: stack.leaf != nil)
    if let number = visitNumbers[identity] { return number }
    guard visits.count < Checker.visitLimit else { return nil }
    reached.insert(template)
    visitNumbers[identity] = visits.count
    visits.append(Visit(template: template, stack: stack))
    return visits.count - 1
  }

  private mutating func check(_ nodes: [Node], _ stack: ShapeStack, _ step: TakingGraph.Step, visit number: Int) {
    for node in nodes {
      switch node {
      case .variable(let path, _, let tag):
        guard let found = find(path, stack, tag) else { continue }
        switch found.kind {
        case .text, .html, .number, .link: continue
        case .flag, .texts, .object, .list: report(at: tag, .wrongUse(of: path, found.kind, at: tag.opening))
        }
      case .section(let path, let inverted, let inner, let tags):
        let found = path.isCurrent ? stack.current : find(path, stack, tags)
        // Where the key is unknown, nobody can tell what the section would show.
        guard let found else {
          if inverted { check(inner, stack, step, visit: number) }
          continue
        }
        var (innerStack, innerStep) = (stack, step)
        if !inverted, !path.isCurrent {
          switch found.kind {
          case .object(let shape), .list(let shape):
            innerStack.push(shape())
            innerStep = found.isInnermost && step != .elsewhere ? .deeper : .elsewhere
          case .texts: innerStack.leaf = .text
          case .text, .html, .number, .link: innerStack.leaf = found.kind
          case .flag: break
          }
        }
        check(inner, innerStack, innerStep, visit: number)
      case .partial(let name, _, let tag):
        guard templates[name] != nil else {
          let known = templates
          report(at: tag, .unknownPartial(name, at: tag, among: known.keys.sorted()))
          continue
        }
        if let target = visit(name, stack) {
          graph.edges.append(.init(from: number, to: target, step: step, name: name, range: tag.opening))
        }
      case .indentation, .literal, .root: continue
      case .parent, .block: continue  // worked out before
      }
    }
  }

  private mutating func find(_ path: Path, _ stack: ShapeStack, _ tags: Node.TagPair) -> ShapeStack.Found? {
    guard let first = path.keys.first else { return stack.current }
    guard var found = stack.find(first) else {
      report(at: tags, .unknownKey(first.name, of: path, at: tags, among: stack.names))
      return nil
    }
    for (before, key) in zip(path.keys, path.keys.dropFirst()) {
      guard case .object(let shape) = found.kind else {
        report(at: tags, .noParts(before.name, of: path, found.kind, at: tags.opening))
        return nil
      }
      guard let field = shape().field(named: key) else {
        report(at: tags, .unknownKey(key.name, of: path, at: tags, among: shape().fields.map(\.name)))
        return nil
      }
      found.kind = field.kind
    }
    return found
  }

  private mutating func report(at tags: Node.TagPair, _ diagnostic: @autoclosure () -> Diagnostic) {
    report(at: tags.opening, diagnostic())
  }

  /// One place is reported once, however many pages reach it, and looked into only then: inheritance may bring the same tag a
  /// hundred thousand times.
  private mutating func report(at place: SourceRange, _ diagnostic: @autoclosure () -> Diagnostic) {
    if reported.insert(place).inserted { diagnostics.append(diagnostic()) }
  }
}
