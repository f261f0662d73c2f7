/// A template as a flat list of operations over one pool of literal bytes.
struct Program: Sendable {
  var operations: [Operation] = []
  var literals: [UInt8] = []
}

/// One step of rendering. `end` is the operation after a section's last one.
enum Operation: Sendable {
  case literal(lower: Int32, upper: Int32)
  case variable(Path, escaped: Bool)
  case section(Path, end: Int32)
  case inverted(Path, end: Int32)
  case partial(program: Int32)
}

/// Flattens nodes into programs, one for each template and indentation that it is taken in with.
struct Compiler {
  private let templates: [String: [Node]]
  private var programs: [Program] = []
  private var indexes: [Variant: Int32] = [:]
  private var pending: [(Variant, Int32)] = []

  private struct Variant: Hashable {
    let name: String
    let indentation: [UInt8]
  }

  init(templates: [String: [Node]]) {
    self.templates = templates
  }

  /// The index of a template's program, which is made by `finish` if it is new.
  mutating func program(_ name: String, indentation: [UInt8]) -> Int32 {
    // Partials that take themselves in would be indented further each time; past a width that no page needs it stays.
    let variant = Variant(name: name, indentation: Array(indentation.prefix(64)))
    if let index = indexes[variant] { return index }
    let index = Int32(programs.count)
    indexes[variant] = index
    programs.append(Program())
    pending.append((variant, index))
    return index
  }

  mutating func finish() -> [Program] {
    while let (variant, index) = pending.popLast() {
      var program = Program()
      if let nodes = templates[variant.name] { append(nodes, to: &program, variant.indentation) }
      programs[Int(index)] = program
    }
    return programs
  }

  private mutating func append(_ nodes: [Node], to program: inout Program, _ indentation: [UInt8]) {
    for node in nodes {
      switch node {
      case .indentation(let space): literal(indentation + space, to: &program)
      case .literal(let bytes): literal(bytes, to: &program)
      case .variable(let path, let escaped, _): program.operations.append(.variable(path, escaped: escaped))
      case .section(let path, let inverted, let inner, _):
        let start = program.operations.count
        program.operations.append(.section(path, end: 0))
        append(inner, to: &program, indentation)
        let end = Int32(program.operations.count)
        program.operations[start] = inverted ? .inverted(path, end: end) : .section(path, end: end)
      case .partial(let name, let space, _):
        guard templates[name] != nil else { continue }
        program.operations.append(.partial(program: self.program(name, indentation: indentation + space)))
      case .parent, .block: continue  // worked out before
      }
    }
  }

  /// Joins a literal to the one before it, unless a section ends between them.
  private func literal(_ bytes: [UInt8], to program: inout Program) {
    guard !bytes.isEmpty else { return }
    let lower = Int32(program.literals.count)
    program.literals += bytes
    let upper = Int32(program.literals.count)
    if case .literal(let before, let end) = program.operations.last, end == lower, !endsSection(program) {
      program.operations[program.operations.count - 1] = .literal(lower: before, upper: upper)
    } else {
      program.operations.append(.literal(lower: lower, upper: upper))
    }
  }

  /// Whether some section's end is where the next operation would stand.
  private func endsSection(_ program: Program) -> Bool {
    let next = Int32(program.operations.count)
    return program.operations.contains { operation in
      switch operation {
      case .section(_, let end), .inverted(_, let end): end == next
      default: false
      }
    }
  }
}
