import Diagnostics

/// Parses one template into nodes. Lines that hold only tags of structure leave nothing behind (the specification's
/// standalone lines).
struct Parser {
  private let file: SourceFile
  private var diagnostics: [Diagnostic]
  private let tokens: [Token]
  private let standalone: [Bool]
  private var at = 0
  private var depth = 0

  /// Deeper nesting than any page needs is refused, so that no template can exhaust the stack.
  private static let depthLimit = 64

  static func parse(_ file: SourceFile) -> Checked<[Node]> {
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
      let names = tags.filter { $0.kind == .block }.map { bytes[$0.name] }
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
    guard lower == 0 || file.bytes[lower - 1] == UInt8(ascii: "\n") else { return nil }
    return Array(file.bytes[lower..<end])
  }

  private func startsLine(_ index: Int) -> Bool {
    let lower = tokens[index].range.lowerBound
    return lower == 0 || file.bytes[lower - 1] == UInt8(ascii: "\n")
  }

  /// The nodes up to the tag that closes `opening`, or to the end of the file.
  private mutating func nodes(until opening: Token?) -> [Node] {
    depth += 1
    defer { depth -= 1 }
    var nodes: [Node] = []
    while at < tokens.count {
      let index = at
      let token = tokens[index]
      at += 1
      if token.kind == .text {
        if !standalone[index] { add(token.range, startsLine: startsLine(index), to: &nodes) }
        continue
      }
      if startsLine(index), !standalone[index] { nodes.append(.indentation([])) }
      switch token.kind {
      case .text, .comment, .delimiters: break
      case .variable: nodes.append(.variable(Path(name(token)), escaped: true, place(token.name)))
      case .unescaped: nodes.append(.variable(Path(name(token)), escaped: false, place(token.name)))
      case .section, .inverted:
        let inner = contents(of: token)
        nodes.append(.section(Path(name(token)), inverted: token.kind == .inverted, inner, place(token.name)))
      case .partial:
        let indentation = standalone[index] ? spaceBefore(index) ?? [] : []
        nodes.append(.partial(name(token), indentation: indentation, place(token.name)))
      case .parent:
        let indentation = standalone[index] ? spaceBefore(index) ?? [] : []
        let blocks = contents(of: token).compactMap { if case .block(let block) = $0 { block } else { nil } }
        nodes.append(.parent(name(token), indentation: indentation, blocks: blocks, place(token.name)))
      case .block:
        let space = spaceBefore(index)
        let inner = contents(of: token)
        let indentation = standalone[index] ? inner.intrinsicIndentation ?? space ?? [] : space ?? []
        nodes.append(.block(Node.Block(name: name(token), indentation: indentation, nodes: inner, range: place(token.name))))
      case .close:
        if let opening, name(opening) == name(token) { return nodes }
        mismatch(token, opening)
        // The tag may close something further out: leave it to that.
        if opening != nil, tokens[..<index].contains(where: { $0.kind != .close && $0.kind != .text && name($0) == name(token) }) {
          at = index
          return nodes
        }
      }
    }
    if let opening {
      diagnostics.append(
        Diagnostic(
          MustacheCodes.syntax, Wording(sv: "”\(name(opening))” stängs inte", en: "‘\(name(opening))’ is not closed"),
          at: place(opening.name),
          cure: Wording(
            sv: "Lägg till {{/\(name(opening))}} där delen slutar.", en: "Add {{/\(name(opening))}} where the part ends.")))
    }
    return nodes
  }

  private mutating func contents(of opening: Token) -> [Node] {
    guard depth < Parser.depthLimit else {
      diagnostics.append(
        Diagnostic(
          MustacheCodes.syntax, Wording(sv: "för många delar i varandra", en: "too many parts inside each other"),
          at: place(opening.range),
          cure: Wording(sv: "Lägg en del av mallen i en egen fil.", en: "Put a part of the template into a file of its own.")))
      at = tokens.count
      return []
    }
    return nodes(until: opening)
  }

  private mutating func mismatch(_ token: Token, _ opening: Token?) {
    let message =
      opening.map {
        Wording(
          sv: "”\(name(token))” stängs, men det är ”\(name($0))” som är öppen",
          en: "‘\(name(token))’ is closed, but ‘\(name($0))’ is what is open")
      } ?? Wording(sv: "”\(name(token))” stängs utan att ha öppnats", en: "‘\(name(token))’ is closed but was never opened")
    diagnostics.append(
      Diagnostic(
        MustacheCodes.syntax, message, at: place(token.name),
        cure: opening.map {
          Wording(sv: "Skriv {{/\(name($0))}} här.", en: "Write {{/\(name($0))}} here.")
        } ?? Wording(sv: "Ta bort taggen, eller öppna den först.", en: "Remove the tag, or open it first."),
        notes: opening.map { [.init(Wording(sv: "den öppnades här", en: "it was opened here"), at: place($0.name))] } ?? []))
  }

  /// Adds text, with the white space that its line begins with on its own.
  private func add(_ range: Range<Int>, startsLine: Bool, to nodes: inout [Node]) {
    var lower = range.lowerBound
    if startsLine {
      while lower < range.upperBound, file.bytes[lower] == UInt8(ascii: " ") || file.bytes[lower] == UInt8(ascii: "\t") {
        lower += 1
      }
      let isEmptyLine = file.bytes[lower..<range.upperBound].allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      if !isEmptyLine || lower == range.upperBound { nodes.append(.indentation(Array(file.bytes[range.lowerBound..<lower]))) }
      else { lower = range.lowerBound }
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
