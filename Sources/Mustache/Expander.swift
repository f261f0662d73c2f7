import Diagnostics

/// Works out inheritance: each `{{<parent}}` becomes the parent's nodes with its blocks replaced, so that rendering knows nothing of it.
struct Expander {
  let sources: [String: [Node]]
  let isStrict: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private var depth = 0

  private static let depthLimit = 40

  init(sources: [String: [Node]], isStrict: Bool) {
    self.sources = sources
    self.isStrict = isStrict
  }

  mutating func expand(_ nodes: [Node]) -> [Node] {
    var seen: Set<String> = []
    return expand(nodes, [:], &seen)
  }

  /// `overrides` are the replacements from outside, of which the outermost wins; `seen` collects the blocks that were met.
  private mutating func expand(_ nodes: [Node], _ overrides: [String: Node.Block], _ seen: inout Set<String>) -> [Node] {
    var result: [Node] = []
    for node in nodes {
      switch node {
      case .indentation, .literal, .variable, .partial: result.append(node)
      case .section(let path, let inverted, let inner, let range):
        result.append(.section(path, inverted: inverted, expand(inner, overrides, &seen), range))
      case .block(let block):
        seen.insert(block.name)
        guard let replacement = overrides[block.name] else {
          result += expand(block.nodes, overrides, &seen)
          continue
        }
        var others = overrides
        others[block.name] = nil
        // The parent's own blocks inside the block count as met: they exist, though they are replaced with it.
        var inner: Set<String> = []
        _ = expand(block.nodes, [:], &inner)
        seen.formUnion(inner)
        let content = replacement.nodes.reindented(
          removing: replacement.nodes.intrinsicIndentation ?? [], adding: block.indentation)
        result += expand(content.withoutFirstIndentation(ifInlineIn: result), others, &seen)
      case .parent(let name, let indentation, let blocks, let range):
        guard let parent = sources[name] else {
          if isStrict { diagnostics.append(.unknownPartial(name, at: range, among: sources.keys.sorted())) }
          continue
        }
        guard depth < Expander.depthLimit else {
          diagnostics.append(
            Diagnostic(
              MustacheCodes.endless, Wording(sv: "”\(name)” ärver av sig själv", en: "‘\(name)’ inherits from itself"), at: range,
              cure: Wording(sv: "Låt mallen ärva av en annan.", en: "Let the template inherit from another.")))
          continue
        }
        depth += 1
        var inner = Dictionary(blocks.map { ($0.name, $0) }) { $1 }
        inner.merge(overrides) { $1 }
        var met: Set<String> = []
        let content = parent.reindented(removing: [], adding: indentation)
        result += expand(content, inner, &met)
        // Blocks inside a replacement are met when it is put in; so only what no block took is unknown.
        if isStrict {
          for block in blocks where !met.contains(block.name) {
            diagnostics.append(.unknownBlock(block, parent: name, among: met.sorted()))
          }
        }
        seen.formUnion(met)
        depth -= 1
      }
    }
    return result
  }
}

extension [Node] {
  /// A block in the middle of a line has its white space before it already.
  fileprivate func withoutFirstIndentation(ifInlineIn line: [Node]) -> [Node] {
    guard case .indentation = first, let last = line.last else { return self }
    let isAtLineStart =
      switch last {
      case .literal(let bytes): bytes.last == UInt8(ascii: "\n")
      case .indentation: false
      default: false
      }
    return isAtLineStart ? self : Array(dropFirst())
  }
}

extension Diagnostic {
  static func unknownPartial(_ name: String, at range: SourceRange, among names: [String]) -> Diagnostic {
    let near = nearMiss(of: name, among: names)
    return Diagnostic(
      MustacheCodes.unknownPartial,
      Wording(sv: "”\(name)” är ingen mall som finns", en: "‘\(name)’ is no template that exists"), at: range,
      cure: near.map { Wording(sv: "Menade du ”\($0)”?", en: "Did you mean ‘\($0)’?") }
        ?? Wording(
          sv: "Lägg till filen \(name).mustache bland mallarna, eller ta bort taggen.",
          en: "Add the file \(name).mustache to the templates, or remove the tag."),
      fixIts: near.map { [FixIt(replace: range, with: $0)] } ?? [])
  }

  static func unknownBlock(_ block: Node.Block, parent: String, among names: [String]) -> Diagnostic {
    let near = nearMiss(of: block.name, among: names)
    let known = names.joined(separator: ", ")
    return Diagnostic(
      MustacheCodes.unknownBlock,
      Wording(sv: "”\(block.name)” är ingen del av mallen ”\(parent)”", en: "‘\(block.name)’ is no block of the template ‘\(parent)’"),
      at: block.range,
      cure: near.map { Wording(sv: "Menade du ”\($0)”?", en: "Did you mean ‘\($0)’?") }
        ?? Wording(sv: "Delarna heter: \(known).", en: "Its blocks are: \(known)."),
      fixIts: near.map { [FixIt(replace: block.range, with: $0)] } ?? [])
  }
}
