/// Flattens nodes into one program: a stretch of operations for each template and indentation that it is taken in with.
struct Compiler {
  private let templates: [String: [Node]]
  private var program = Program()
  private var variants: [Variant] = []
  private var indexes: [Variant: Int] = [:]
  private var variantCounts: [String: Int] = [:]
  /// Where each variant's operations begin.
  private var starts: [Int32] = []
  private var pathIndexes: [Path: Int32] = [:]

  private struct Variant: Hashable {
    let name: String
    let indentation: [UInt8]
  }

  /// A partial that takes itself in is indented further each time; after so many widths it stays where it is.
  private static let variantLimit = 64

  /// The program, and where in it each template begins.
  static func compile(_ templates: [String: [Node]]) -> (Program, starts: [String: Int32]) {
    var compiler = Compiler(templates: templates)
    let names = templates.keys.sorted()
    for name in names { _ = compiler.variant(name, indentation: []) }
    compiler.appendVariants()
    compiler.resolvePartials()
    let starts = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, compiler.starts[$0]) })
    return (compiler.program, starts)
  }

  private init(templates: [String: [Node]]) {
    self.templates = templates
  }

  private mutating func variant(_ name: String, indentation: [UInt8]) -> Int {
    let variant = Variant(name: name, indentation: indentation)
    if let index = indexes[variant] { return index }
    let count = variantCounts[name, default: 0]
    if count >= Compiler.variantLimit { return indexes[Variant(name: name, indentation: [])] ?? 0 }
    variantCounts[name] = count + 1
    indexes[variant] = variants.count
    variants.append(variant)
    return variants.count - 1
  }

  private mutating func appendVariants() {
    while starts.count < variants.count {
      let variant = variants[starts.count]
      starts.append(Int32(program.operations.count))
      append(templates[variant.name] ?? [], variant.indentation)
      program.operations.append(.endTemplate)
    }
  }

  /// While variants are still found, a partial holds the variant's number; then where it begins.
  private mutating func resolvePartials() {
    for (at, operation) in program.operations.enumerated() {
      if case .partial(let variant) = operation { program.operations[at] = .partial(start: starts[Int(variant)]) }
    }
  }

  private mutating func append(_ nodes: [Node], _ indentation: [UInt8]) {
    for node in nodes {
      switch node {
      case .indentation(let space): literal(indentation + space)
      case .literal(let bytes): literal(bytes)
      case .root: program.operations.append(.root)
      case .variable(let path, let escaped, _):
        program.operations.append(.variable(path: index(of: path), escaped: escaped))
      case .section(let path, let inverted, let inner, _):
        let path = index(of: path)
        let start = program.operations.count
        program.operations.append(.section(path: path, end: 0))
        append(inner, indentation)
        let end = Int32(program.operations.count)
        program.operations.append(.endSection(body: Int32(start + 1)))
        program.operations[start] = inverted ? .inverted(path: path, end: end) : .section(path: path, end: end)
      case .partial(let name, let space, _):
        guard templates[name] != nil else { continue }
        program.operations.append(.partial(start: Int32(variant(name, indentation: indentation + space))))
      case .parent, .block: continue  // worked out before
      }
    }
  }

  private mutating func index(of path: Path) -> Int32 {
    if let index = pathIndexes[path] { return index }
    let index = Int32(program.paths.count)
    let start = Int32(program.keys.count)
    program.keys += path.keys.map(\.hash)
    program.paths.append(start..<Int32(program.keys.count))
    pathIndexes[path] = index
    return index
  }

  /// Joins a literal to the one before it. Where a section or a template begins or ends, an operation stands between them.
  private mutating func literal(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let lower = Int32(program.literals.count)
    program.literals += bytes
    let upper = Int32(program.literals.count)
    if case .literal(let before, _)? = program.operations.last {
      program.operations[program.operations.count - 1] = .literal(lower: before, upper: upper)
    } else {
      program.operations.append(.literal(lower: lower, upper: upper))
    }
  }
}
