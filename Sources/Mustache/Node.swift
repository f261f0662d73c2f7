import Diagnostics

/// A piece of a template as it was parsed, with the place it was written in.
indirect enum Node: Sendable {
  /// The white space that a line begins with; what partials and blocks are indented by is added here.
  case indentation([UInt8])
  case literal([UInt8])
  /// What leads from the page to the site's root. No template says it: it stands before addresses that are known.
  case root
  case variable(Path, escaped: Bool, TagPair)
  case section(Path, inverted: Bool, [Node], TagPair)
  case partial(String, indentation: [UInt8], TagPair)
  case parent(String, indentation: [UInt8], blocks: [Block], TagPair)
  case block(Block)

  /// A named part of a template that a template inheriting from it may replace.
  struct Block: Sendable {
    let name: String
    /// What the replacement's lines are indented by.
    let indentation: [UInt8]
    let nodes: [Node]
    let tags: TagPair
  }

  /// Where a name is written: in the tag that opens a part and in the one that closes it; in one tag where nothing is opened.
  struct TagPair: Sendable {
    let opening: SourceRange
    let closing: SourceRange?
    let file: SourceFile

    /// The fix-it that gives the part another name. It is a single one, from the first name to the last: the tags would not match
    /// if only one of them was changed.
    func rename(to name: String) -> Diagnostic.FixIt {
      guard let closing else { return Diagnostic.FixIt(replace: opening, with: name) }
      return Diagnostic.FixIt(
        replace: SourceRange(path: opening.path, lower: opening.lower, upper: closing.upper),
        with: name + file.text(in: opening.upper..<closing.lower) + name)
    }
  }
}

/// A name in a template: keys joined by dots, or the dot alone for the current value.
struct Path: Sendable, Hashable {
  let keys: [Key]
  var isCurrent: Bool { keys.isEmpty }
  /// As it is written in a template.
  var description: String { isCurrent ? "." : keys.map(\.name).joined(separator: ".") }

  init(_ name: String) {
    keys = name == "." ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map { Key(String($0)) }
  }
}

extension [Node] {
  /// The white space that the first line begins with, or nil where there is no line.
  var intrinsicIndentation: [UInt8]? {
    for node in self {
      switch node {
      case .indentation(let space): return space
      case .section(_, _, let nodes, _): if let space = nodes.intrinsicIndentation { return space }
      case .block(let block): if let space = block.nodes.intrinsicIndentation { return space }
      default: continue
      }
    }
    return nil
  }

  /// The same lines with `old` taken from their beginnings and `new` put there.
  func reindented(removing old: [UInt8], adding new: [UInt8]) -> [Node] {
    if old == new { return self }
    func change(_ space: [UInt8]) -> [UInt8] { new + (space.starts(with: old) ? [UInt8](space.dropFirst(old.count)) : space) }
    return map { node in
      switch node {
      case .indentation(let space): .indentation(change(space))
      case .section(let path, let inverted, let nodes, let tags):
        .section(path, inverted: inverted, nodes.reindented(removing: old, adding: new), tags)
      case .partial(let name, let space, let tags):
        .partial(name, indentation: space.isEmpty ? space : change(space), tags)
      case .parent(let name, let space, let blocks, let tags):
        .parent(name, indentation: space.isEmpty ? space : change(space), blocks: blocks, tags)
      case .block(let block):
        .block(
          Block(
            name: block.name, indentation: change(block.indentation),
            nodes: block.nodes.reindented(removing: old, adding: new), tags: block.tags))
      case .literal, .root, .variable: node
      }
    }
  }

  typealias Block = Node.Block
}
