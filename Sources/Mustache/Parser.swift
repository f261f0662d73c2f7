import Diagnostics

/// Parses one template into nodes. Lines that hold only tags of structure leave nothing behind (the specification's
/// standalone lines).
struct Parser {
  private let file: SourceFile
  private var diagnostics: [Diagnostic]
  private let tokens: [Token]
  private let standalone: [Bool]
  private var at = 0
  /// The tags whose parts are open, the innermost last.
  private var openings: [Token] = []
  /// The name in the tag that closed the last part.
  private var closing: SourceRange?
  private var hasGivenUp = false

  /// Deeper nesting than any page needs is refused, so that no template can exhaust the stack.
  private static let depthLimit = 64

  static func parse(_ file: SourceFile) -> Checked<[Node]> {
    if let invalid = invalidUTF8(in: file.bytes) { return Checked([], [.notUTF8(file, at: invalid)]) }
    var parser = Parser(file)
    let nodes = parser.nodes(until: nil)
    return Checked(nodes, parser.diagnostics)
  }

  private init(_ file: SourceFile) {
    let tokenizer = Tokenizer(file)
    self.file = file
    self.tokens = tokenizer.tokens
    self.diagnostics = tokenizer.diagnostics
    self.standalone = Parser.standalone(tokenizer.tokens, in: file.bytes)
  }

  /// Which tokens belong to a standalone line.
  private static func standalone(_ tokens: [Token], in bytes: [UInt8]) -> [Bool] {
    var result = [Bool](repeating: false, count: tokens.count)
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count {
        end += 1
        if tokens[end - 1].kind == .text, bytes[tokens[end - 1].range.upperBound - 1] == UInt8(ascii: "\n") { break }
      }
      let line = tokens[start..<end]
      let tags = line.filter { $0.kind != .text }
      let isBlank = line.allSatisfy { $0.kind != .text || bytes[$0.range].allSatisfy(isSpace) }
      // Tags of inheritance may share a line, unless a block opens and closes on it.
      let names = Set(tags.lazy.filter { $0.kind == .block }.map { bytes[$0.name] })
      let closesBlock = tags.contains { tag in tag.kind == .close && names.contains(bytes[tag.name]) }
      let isAlone = tags.count == 1 && tags[0].canStandAlone && !tags[0].spansLines(in: bytes)
      if isBlank, !tags.isEmpty, isAlone || (tags.allSatisfy(\.isOfInheritance) && !closesBlock) {
        for index in start..<end { result[index] = true }
      }
      start = end
    }
    return result
  }

  private func place(_ range: Range<Int>) -> SourceRange { SourceRange(path: file.path, range) }
  private func name(_ token: Token) -> String { file.text(in: token.name) }

  /// The white space that stands before a token on its line; nil where something else does.
  private func spaceBefore(_ index: Int) -> [UInt8]? {
    var lower = tokens[index].range.lowerBound
    let end = lower
    while lower > 0, file.bytes[lower - 1] == UInt8(ascii: " ") || file.bytes[lower - 1] == UInt8(ascii: "\t") { lower -= 1 }
    guard beginsLine(lower) else { return nil }
    return Array(file.bytes[lower..<end])
  }

  private func startsLine(_ index: Int) -> Bool { beginsLine(tokens[index].range.lowerBound) }

  /// The first token need not begin at the file's first byte: a mark of the byte order may stand before it.
  private func beginsLine(_ offset: Int) -> Bool {
    offset == tokens.first?.range.lowerBound || file.bytes[offset - 1] == UInt8(ascii: "\n")
  }

  /// The nodes up to the tag that closes `opening`, or to the end of the file.
  private mutating func nodes(until opening: Token?) -> [Node] {
    if let opening { openings.append(opening) }
    defer { if opening != nil { openings.removeLast() } }
    var nodes: [Node] = []
    while at < tokens.count {
      let index = at
      let token = tokens[index]
      at += 1
      if opening?.kind == .parent { reportIfUnused(token) }
      if token.kind == .text {
        if !standalone[index] { add(token.range, startsLine: startsLine(index), to: &nodes) }
        continue
      }
      if startsLine(index), !standalone[index] { nodes.append(.indentation([])) }
      switch token.kind {
      case .text, .comment, .delimiters: break
      case .variable: nodes.append(.variable(Path(name(token)), escaped: true, tag(token)))
      case .unescaped: nodes.append(.variable(Path(name(token)), escaped: false, tag(token)))
      case .section, .inverted:
        let inner = contents(of: token)
        nodes.append(.section(Path(name(token)), inverted: token.kind == .inverted, inner, tags(token)))
      case .partial:
        let indentation = standalone[index] ? spaceBefore(index) ?? [] : []
        nodes.append(.partial(name(token), indentation: indentation, tag(token)))
      case .parent:
        let indentation = standalone[index] ? spaceBefore(index) ?? [] : []
        let blocks = contents(of: token).compactMap { if case .block(let block) = $0 { block } else { nil } }
        nodes.append(.parent(name(token), indentation: indentation, blocks: blocks, tags(token)))
      case .block:
        let space = spaceBefore(index)
        let inner = contents(of: token)
        let indentation = standalone[index] ? inner.intrinsicIndentation ?? space ?? [] : space ?? []
        nodes.append(.block(Node.Block(name: name(token), indentation: indentation, nodes: inner, tags: tags(token))))
      case .close:
        guard let opening else {
          reportMismatch(token, nil)
          continue
        }
        if isSame(opening, token) {
          closing = place(token.name)
          return nodes
        }
        reportMismatch(token, opening)
        // Closes something further out: leave the tag to that.
        closing = nil
        if openings.contains(where: { isSame($0, token) }) {
          at = index
          return nodes
        }
        if isNear(token, opening) { return nodes }
      }
    }
    closing = nil
    if let opening, !hasGivenUp { diagnostics.append(.unclosed(name(opening), at: place(opening.name))) }
    return nodes
  }

  /// The tags of the part that was just read.
  private func tags(_ opening: Token) -> Node.TagPair { Node.TagPair(opening: place(opening.name), closing: closing, file: file) }

  private func tag(_ token: Token) -> Node.TagPair { Node.TagPair(opening: place(token.name), closing: nil, file: file) }

  private mutating func contents(of opening: Token) -> [Node] {
    closing = nil
    defer { if hasGivenUp { closing = nil } }
    guard openings.count < Parser.depthLimit else {
      if !hasGivenUp { diagnostics.append(.tooDeep(at: place(opening.name))) }
      hasGivenUp = true
      at = tokens.count
      return []
    }
    return nodes(until: opening)
  }

  private func isSame(_ opening: Token, _ closing: Token) -> Bool { file.bytes[opening.name] == file.bytes[closing.name] }

  /// Whether a closing tag is a misspelling of what is open.
  private func isNear(_ closing: Token, _ opening: Token) -> Bool { nearMiss(of: name(closing), among: [name(opening)]) != nil }

  private mutating func reportMismatch(_ closing: Token, _ opening: Token?) {
    guard let opening else {
      diagnostics.append(.neverOpened(name(closing), at: place(closing.name)))
      return
    }
    diagnostics.append(
      .mismatch(
        closes: name(closing), open: name(opening), at: place(closing.name), openedAt: place(opening.name),
        isNear: isNear(closing, opening)))
  }

  /// Between the tags of a parent only blocks count, and whoever writes something else there would look for it in vain.
  private mutating func reportIfUnused(_ token: Token) {
    switch token.kind {
    case .block, .close, .comment, .delimiters: return
    case .text:
      let text = token.range.drop { isSpace(file.bytes[$0]) }
      if let lower = text.first { diagnostics.append(.unused(at: place(lower..<token.range.upperBound))) }
    default: diagnostics.append(.unused(at: place(token.name)))
    }
  }

  /// Adds text, with the white space that its line begins with on its own.
  private func add(_ range: Range<Int>, startsLine: Bool, to nodes: inout [Node]) {
    var lower = range.lowerBound
    if startsLine {
      while lower < range.upperBound, file.bytes[lower] == UInt8(ascii: " ") || file.bytes[lower] == UInt8(ascii: "\t") {
        lower += 1
      }
      let isEmptyLine = file.bytes[lower..<range.upperBound].allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      if !isEmptyLine || lower == range.upperBound {
        nodes.append(.indentation(Array(file.bytes[range.lowerBound..<lower])))
      } else {
        lower = range.lowerBound
      }
    }
    if lower < range.upperBound { nodes.append(.literal(Array(file.bytes[lower..<range.upperBound]))) }
  }
}

extension Token {
  /// Whether the tag runs over several lines; only comments and delimiters may and still stand alone.
  func spansLines(in bytes: [UInt8]) -> Bool {
    kind != .comment && kind != .delimiters && bytes[range].contains(UInt8(ascii: "\n"))
  }
}
