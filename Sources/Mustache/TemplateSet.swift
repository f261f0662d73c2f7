public import Diagnostics

/// A page's template and what it is rendered with.
public struct EntryPoint: Sendable {
  public let template: String
  public let shape: Shape

  public init(template: String, shape: Shape) {
    self.template = template
    self.shape = shape
  }
}

/// How a set of templates takes what it does not know.
public enum Strictness: Sendable {
  /// Unknown keys, partials and blocks are errors when the templates are loaded.
  case strict
  /// They render as nothing, as the specification has it.
  case lenient
}

/// One template of a set.
public struct Template: Sendable, Hashable {
  /// The template's first operation in the program.
  let start: Int32
}

/// Templates that were compiled together.
///
/// The language is Mustache 1.4 with partials and inheritance. `render` looks keys up in the frames from the innermost out; a key
/// that a frame's shape has is never looked for further out, even where its value is absent. Empty text, `false`, empty lists
/// and absent values are false.
public struct TemplateSet: Sendable {
  let program: Program
  private let names: [String: Template]
  let globals: Record?

  /// Compiles templates, each named by its file's name without `.mustache`; a later file of the same name wins.
  ///
  /// `globals` stands behind every page's own record.
  public static func compile(
    _ files: [SourceFile], entryPoints: [EntryPoint], globals: Record? = nil, strictness: Strictness = .strict
  ) -> Checked<TemplateSet> {
    var diagnostics: [Diagnostic] = []
    var sources: [String: [Node]] = [:]
    for file in files {
      let parsed = Parser.parse(file)
      sources[TemplateSet.name(of: file.path)] = parsed.value
      diagnostics += parsed.diagnostics
    }
    var expander = Expander(sources: sources, isStrict: strictness == .strict)
    var expanded: [String: [Node]] = [:]
    for name in sources.keys.sorted() { expanded[name] = expander.expand(sources[name] ?? []) }
    diagnostics += expander.diagnostics
    if strictness == .strict {
      var checker = Checker(templates: expanded)
      for entry in entryPoints {
        if let nodes = expanded[entry.template] {
          checker.check(nodes, with: [globals?.shape, entry.shape].compactMap { $0 })
        } else {
          diagnostics.append(.unknownPartial(entry.template, at: .start(of: entry.template + ".mustache"), among: sources.keys.sorted()))
        }
      }
      diagnostics += checker.diagnostics
    }
    let (program, starts) = Compiler.compile(expanded)
    // One fault in a template that many pages inherit is one diagnostic.
    var seen: Set<Diagnostic> = []
    return Checked(
      TemplateSet(program: program, names: starts.mapValues { Template(start: $0) }, globals: globals),
      diagnostics.filter { seen.insert($0).inserted })
  }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : file
  }

  /// The template of that name, or nil where the set has none.
  public func template(named name: String) -> Template? { names[name] }
}
