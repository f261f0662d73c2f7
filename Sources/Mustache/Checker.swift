import Diagnostics

/// Walks a page's template with what the page offers, through all partials, and reports what the page does not have.
struct Checker {
  let templates: [String: [Node]]
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<SourceRange> = []
  private var visitedPartials: [String: Set<[ObjectIdentifier?]>] = [:]

  /// What a frame of the stack holds.
  fileprivate enum Frame {
    case shape(Shape)
    case leaf(Shape.Kind)

    var identity: ObjectIdentifier? { if case .shape(let shape) = self { ObjectIdentifier(shape) } else { nil } }
  }

  init(templates: [String: [Node]]) {
    self.templates = templates
  }

  mutating func check(_ nodes: [Node], with shapes: [Shape]) {
    check(nodes, shapes.map { .shape($0) })
  }

  private mutating func check(_ nodes: [Node], _ frames: [Frame]) {
    for node in nodes {
      switch node {
      case .indentation, .literal: continue
      case .variable(let path, _, let range):
        guard let kind = kind(of: path, frames, range) else { continue }
        switch kind {
        case .text, .html, .number, .link: continue
        case .flag, .texts, .object, .list: reportUse(path, kind, range)
        }
      case .section(let path, let inverted, let inner, let range):
        let kind = kind(of: path, frames, range)
        var frames = frames
        if !inverted, let kind {
          switch kind {
          case .object(let shape), .list(let shape): frames.push(.shape(shape()))
          case .texts: frames.append(.leaf(.text))
          case .text, .html, .number, .link: frames.append(.leaf(kind))
          case .flag: break
          }
        } else if !inverted {
          // The key was reported; what stands inside cannot be judged.
          continue
        }
        check(inner, frames)
      case .partial(let name, _, let range):
        guard let partial = templates[name] else {
          report(.unknownPartial(name, at: range, among: templates.keys.sorted()))
          continue
        }
        if visitedPartials[name, default: []].insert(frames.map(\.identity)).inserted { check(partial, frames) }
      case .parent, .block: continue  // worked out before
      }
    }
  }

  private mutating func kind(of path: Path, _ frames: [Frame], _ range: SourceRange) -> Shape.Kind? {
    guard let first = path.keys.first else {
      switch frames.last {
      case .leaf(let kind)?: return kind
      default:
        reportUse(path, .object { Shape("", []) }, range)
        return nil
      }
    }
    for frame in frames.reversed() {
      guard case .shape(let shape) = frame, let field = shape.field(named: first) else { continue }
      var kind = field.kind
      for key in path.keys.dropFirst() {
        guard case .object(let inner) = kind else {
          reportUnknown(key.name, of: path, among: [], range)
          return nil
        }
        guard let field = inner().field(named: key) else {
          reportUnknown(key.name, of: path, among: inner().fields.map(\.name), range)
          return nil
        }
        kind = field.kind
      }
      return kind
    }
    let names = frames.reversed().flatMap { if case .shape(let shape) = $0 { shape.fields.map(\.name) } else { [String]() } }
    reportUnknown(first.name, of: path, among: names, range)
    return nil
  }

  private mutating func reportUnknown(_ name: String, of path: Path, among names: [String], _ range: SourceRange) {
    let near = nearMiss(of: name, among: names)
    let whole = path.keys.map(\.name).joined(separator: ".")
    let fixed = near.map { near in path.keys.map { $0.name == name ? near : $0.name }.joined(separator: ".") }
    report(
      Diagnostic(
        MustacheCodes.unknownKey,
        Wording(sv: "”\(whole)” är inget som sidan har", en: "‘\(whole)’ is nothing that the page has"), at: range,
        cure: fixed.map { Wording(sv: "Menade du ”\($0)”?", en: "Did you mean ‘\($0)’?") }
          ?? Wording(
            sv: names.isEmpty ? "Ta bort taggen." : "Det som finns här är: \(names.prefix(40).joined(separator: ", ")).",
            en: names.isEmpty ? "Remove the tag." : "What there is here: \(names.prefix(40).joined(separator: ", "))."),
        fixIts: fixed.map { [.init(replace: range, with: $0)] } ?? []))
  }

  private mutating func reportUse(_ path: Path, _ kind: Shape.Kind, _ range: SourceRange) {
    let name = path.isCurrent ? "." : path.keys.map(\.name).joined(separator: ".")
    let (sv, en): (String, String)
    switch kind {
    case .flag: (sv, en) = ("är ja eller nej och kan inte skrivas ut", "is yes or no and cannot be printed")
    case .list, .texts: (sv, en) = ("är en lista och kan inte skrivas ut", "is a list and cannot be printed")
    default: (sv, en) = ("har flera delar och kan inte skrivas ut", "has several parts and cannot be printed")
    }
    report(
      Diagnostic(
        MustacheCodes.wrongUse, Wording(sv: "”\(name)” \(sv)", en: "‘\(name)’ \(en)"), at: range,
        cure: Wording(
          sv: "Använd {{#\(name)}} … {{/\(name)}} runt det som ska visas.", en: "Put {{#\(name)}} … {{/\(name)}} around what is to be shown.")))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if reported.insert(diagnostic.location).inserted { diagnostics.append(diagnostic) }
  }
}

extension [Checker.Frame] {
  /// Pushes a frame; a shape that stands on top already is not pushed again, so that recursion comes to an end.
  fileprivate mutating func push(_ frame: Checker.Frame) {
    if let identity = frame.identity {
      removeAll { $0.identity == identity }
    }
    append(frame)
  }
}
