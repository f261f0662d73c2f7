import Diagnostics

/// Works out inheritance: each `{{<parent}}` becomes the parent's nodes with its blocks replaced, so that rendering knows nothing
/// of it.
struct Expander {
  let sources: [String: [Node]]
  private var diagnostics: [Diagnostic] = []
  /// The parents that are being worked out, each with what replaces its blocks. Meeting one of them again would never end.
  private var active: [State] = []
  private var nesting = 0
  /// Nodes and bytes so far, over all templates.
  private var (nodeCount, byteCount) = (0, 0)

  private struct State: Equatable {
    let parent: String
    let overrides: [String: SourceRange]
  }

  /// Parts inside each other, over all parents.
  private static let nestingLimit = 200
  /// Far more than a theme has; inheritance that doubles with every step gets there.
  private static let (nodeLimit, byteLimit) = (200_000, 64_000_000)

  init(sources: [String: [Node]]) {
    self.sources = sources
  }

  /// A template without inheritance, and what was wrong with its parents and blocks.
  mutating func expand(template name: String) -> Checked<[Node]> {
    diagnostics = []
    var seen: Set<String> = []
    let nodes = expand(sources[name] ?? [], [:], &seen)
    return Checked(nodes, diagnostics)
  }

  /// `overrides` are the replacements from outside, of which the outermost wins; `seen` collects the blocks that were met.
  private mutating func expand(_ nodes: [Node], _ overrides: [String: Node.Block], _ seen: inout Set<String>) -> [Node] {
    nesting += 1
    defer { nesting -= 1 }
    var result: [Node] = []
    for node in nodes {
      nodeCount += 1
      switch node {
      case .literal(let bytes):
        byteCount += bytes.count
        result.append(node)
      case .indentation, .root, .variable, .partial: result.append(node)
      case .section(let path, let inverted, let inner, let tags):
        result.append(.section(path, inverted: inverted, expand(inner, overrides, &seen), tags))
      case .block(let block): result += expand(block, overrides, &seen, after: result)
      case .parent(let name, let indentation, let blocks, let tags):
        guard let parent = sources[name] else {
          diagnostics.append(.unknownPartial(name, at: tags, among: sources.keys.sorted()))
          continue
        }
        var inner = Dictionary(blocks.map { ($0.name, $0) }) { $1 }
        inner.merge(overrides) { $1 }
        let state = State(parent: name, overrides: inner.mapValues(\.tags.opening))
        guard !active.contains(state) else {
          diagnostics.append(.inheritsItself(name, at: tags.opening))
          continue
        }
        guard nesting < Expander.nestingLimit, nodeCount < Expander.nodeLimit, byteCount < Expander.byteLimit else {
          diagnostics.append(.inheritsTooMuch(name, at: tags.opening))
          continue
        }
        active.append(state)
        var met: Set<String> = []
        result += expand(parent.reindented(removing: [], adding: indentation), inner, &met)
        active.removeLast()
        // Blocks inside a replacement are met when it is put in; so only what no block took is unknown.
        for block in blocks where !met.contains(block.name) {
          diagnostics.append(.unknownBlock(block, parent: name, among: met.sorted()))
        }
        seen.formUnion(met)
      }
    }
    return result
  }

  private mutating func expand(
    _ block: Node.Block, _ overrides: [String: Node.Block], _ seen: inout Set<String>, after line: [Node]
  ) -> [Node] {
    seen.insert(block.name)
    guard let replacement = overrides[block.name] else { return expand(block.nodes, overrides, &seen) }
    var others = overrides
    others[block.name] = nil
    // The parent's own blocks inside the block count as met: they exist, though they are replaced with it.
    block.nodes.collectBlockNames(into: &seen)
    let content = replacement.nodes.reindented(
      removing: replacement.nodes.intrinsicIndentation ?? [], adding: block.indentation)
    return expand(content.withoutFirstIndentation(ifInlineIn: line), others, &seen)
  }
}

extension [Node] {
  fileprivate func collectBlockNames(into names: inout Set<String>) {
    for node in self {
      switch node {
      case .section(_, _, let inner, _): inner.collectBlockNames(into: &names)
      case .block(let block):
        names.insert(block.name)
        block.nodes.collectBlockNames(into: &names)
      default: continue
      }
    }
  }

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
