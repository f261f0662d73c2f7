import Diagnostics

/// A tag or a run of text of a template, in the order of the file.
struct Token {
  enum Kind: Equatable {
    case text
    case variable, unescaped
    case section, inverted, close, comment, partial, parent, block, delimiters
  }

  var kind: Kind
  /// The bytes of the whole tag or of the text.
  var range: Range<Int>
  /// The bytes of the name inside the tag.
  var name: Range<Int>

  /// Whether a line that holds nothing else leaves no line behind.
  var canStandAlone: Bool {
    switch kind {
    case .text, .variable, .unescaped: false
    default: true
    }
  }

  var isOfInheritance: Bool { kind == .parent || kind == .block || kind == .close }
}

/// Splits a template into tags and runs of text; a run of text ends at the end of its line.
struct Tokenizer {
  let file: SourceFile
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)

  init(_ file: SourceFile) {
    self.file = file
    split()
  }

  private mutating func split() {
    let bytes = file.bytes
    // A mark of the byte order would end up in the middle of a page.
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var textStart = at
    while at < bytes.count {
      if starts(open, at) {
        addText(textStart..<at)
        textStart = at
        switch addTag(at) {
        case .tag(let end):
          at = end
          textStart = end
        case .unclosed(let next): at = next
        }
      } else if bytes[at] == UInt8(ascii: "\n") {
        at += 1
        addText(textStart..<at)
        textStart = at
      } else {
        at += 1
      }
    }
    addText(textStart..<bytes.count)
  }

  /// Where a tag ends; or that it does not, and from where the next one is looked for.
  private enum TagEnd {
    case tag(Int)
    case unclosed(next: Int)
  }

  private mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { tokens.append(Token(kind: .text, range: range, name: range)) }
  }

  /// Adds the tag that begins at `start`. What is not closed stays text.
  private mutating func addTag(_ start: Int) -> TagEnd {
    let bytes = file.bytes
    var at = start + open.count
    guard at < bytes.count else { return unclosed(start, next: at) }
    var kind = Token.Kind.variable
    var closing = close
    switch bytes[at] {
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "="):
      kind = .delimiters
      closing = [UInt8(ascii: "=")] + close
    case UInt8(ascii: "{") where open == Array("{{".utf8):
      kind = .unescaped
      closing = [UInt8(ascii: "}")] + close
    default: break
    }
    if kind != .variable { at += 1 }
    let mayHoldTags = kind == .comment || kind == .delimiters
    guard let end = find(closing, before: mayHoldTags ? nil : open, from: at) else { return unclosed(start, next: bytes.count) }
    // Another tag begins before this one ends.
    guard starts(closing, end) else { return unclosed(start, next: end) }
    let name = trimmed(at..<end)
    let range = start..<(end + closing.count)
    tokens.append(Token(kind: kind, range: range, name: name))
    if kind == .delimiters {
      setDelimiters(name)
    } else if name.isEmpty && kind != .comment {
      diagnostics.append(
        Diagnostic(
          MustacheCodes.syntax, Wording(sv: "taggen är tom", en: "the tag is empty"), at: SourceRange(path: file.path, range),
          cure: Wording(sv: "Skriv ett namn i den, eller ta bort den.", en: "Write a name in it, or remove it.")))
      tokens[tokens.count - 1].kind = .comment
    }
    return .tag(range.upperBound)
  }

  private mutating func setDelimiters(_ name: Range<Int>) {
    let parts = file.bytes[name].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\n") }
    guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
      diagnostics.append(
        Diagnostic(
          MustacheCodes.syntax, Wording(sv: "taggen byter inte avgränsare", en: "the tag does not set delimiters"),
          at: SourceRange(path: file.path, name),
          cure: Wording(
            sv: "Skriv två avgränsare med mellanslag emellan, som {{=<% %>=}}.",
            en: "Write two delimiters with a space between them, such as {{=<% %>=}}.")))
      return
    }
    open = Array(parts[0])
    close = Array(parts[1])
  }

  private mutating func unclosed(_ start: Int, next: Int) -> TagEnd {
    diagnostics.append(
      Diagnostic(
        MustacheCodes.syntax, Wording(sv: "taggen avslutas inte", en: "the tag is not closed"),
        at: SourceRange(path: file.path, start..<(start + open.count)),
        cure: Wording(
          sv: "Avsluta den med \(String(decoding: close, as: UTF8.self)).",
          en: "Close it with \(String(decoding: close, as: UTF8.self)).")))
    return .unclosed(next: next)
  }

  private func starts(_ pattern: [UInt8], _ at: Int) -> Bool {
    file.bytes[at] == pattern[0] && file.bytes[at...].starts(with: pattern)
  }

  /// Where `pattern` begins, or `other` if that comes first; nil where neither does.
  private func find(_ pattern: [UInt8], before other: [UInt8]?, from start: Int) -> Int? {
    (start..<max(start, file.bytes.count)).first { at in
      starts(pattern, at) || other.map { starts($0, at) } ?? false
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isSpace(file.bytes[lower]) { lower += 1 }
    while upper > lower, isSpace(file.bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}

func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
