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

  /// Compiles templates, each named by its file's name without `.mustache`, and checks them with what the pages offer.
  ///
  /// Every template is read; only those that an entry point reaches are checked further. What is wrong is left out of the set, so
  /// that one run reports everything.
  /// - Parameter entryPoints: the pages' templates, each with what is rendered with it.
  /// - Parameter globals: stands behind every page's own record.
  public static func compile(
    _ files: [SourceFile], entryPoints: [EntryPoint], globals: Record? = nil, strictness: Strictness = .strict
  ) -> Checked<TemplateSet> {
    var diagnostics: [Diagnostic] = []
    var sources: [String: [Node]] = [:]
    var paths: [String: String] = [:]
    for file in files {
      let name = TemplateSet.name(of: file.path)
      if let other = paths.updateValue(file.path, forKey: name) { diagnostics.append(.sameName(name, at: file.path, as: other)) }
      let parsed = Parser.parse(file)
      sources[name] = parsed.value
      diagnostics += parsed.diagnostics
    }
    var expander = Expander(sources: sources)
    var expanded: [String: [Node]] = [:]
    var inheritance: [String: [Diagnostic]] = [:]
    for name in sources.keys.sorted() {
      let template = expander.expand(template: name)
      expanded[name] = template.value
      inheritance[name] = template.diagnostics
    }
    if strictness == .strict {
      var checker = Checker(templates: expanded)
      for entry in entryPoints {
        if expanded[entry.template] == nil {
          diagnostics.append(.missingTemplate(entry.template))
        } else {
          checker.add(entry.template, shapes: [globals?.shape, entry.shape].compactMap { $0 })
        }
      }
      checker.check()
      diagnostics += checker.diagnostics
      for name in checker.reached.sorted() { diagnostics += inheritance[name] ?? [] }
    }
    if let globals, !entryPoints.isEmpty {
      let known = KnownValues(globals, pages: entryPoints.map(\.shape))
      expanded = expanded.mapValues(known.filledIn)
    }
    let (program, starts) = Compiler.compile(expanded)
    // One fault in a template that many pages inherit is one diagnostic.
    var seen: Set<Diagnostic> = []
    return Checked(
      TemplateSet(program: program, names: starts.mapValues { Template(start: $0) }, globals: globals),
      diagnostics.filter { seen.insert($0).inserted }.sorted())
  }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : file
  }

  /// The template of that name, or nil where the set has none.
  public func template(named name: String) -> Template? { names[name] }
}
