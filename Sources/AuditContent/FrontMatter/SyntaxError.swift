import Diagnostics

/// What libyaml stumbled over, told in the words of somebody who writes front matter and knows no YAML.
struct SyntaxError {
  let diagnostic: Diagnostic
  /// Reading may be taken up again at a key after this place.
  let resumeAfter: Int

  init(_ failure: YAMLEventReader.Failure, after last: YAMLEventReader.Event?, in file: SourceFile) {
    let line = Line(around: failure.offset, in: file)
    let contextLine = Line(around: failure.contextOffset, in: file)
    switch failure.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      self.init(.unclosedQuote(in: file, at: failure.contextOffset..<failure.contextOffset + 1))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      self.init(.unclosedBracket(in: file, at: failure.contextOffset..<failure.contextOffset + 1))
    case "found character that cannot start any token":
      if file.byte(at: failure.offset) == UInt8(ascii: "\t") {
        self.init(.tab(in: file, at: failure.offset..<failure.offset + 1))
      } else {
        self.init(.specialStart(in: file, at: failure.offset..<failure.offset + 1, quoting: line.value(from: failure.offset)))
      }
    case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
      self.init(.tab(in: file, at: failure.offset..<failure.offset + 1))
    case "mapping values are not allowed in this context":
      self = Self.colonOutOfPlace(failure, on: line, after: last, in: file)
    case "could not find expected ':'":
      self.init(contextLine.lineWithoutKey())
    case "block sequence entries are not allowed in this context":
      self.init(.listOnKeyLine(in: file, at: failure.offset..<failure.offset + 1))
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      var backslash = failure.offset
      while backslash > failure.contextOffset, file.byte(at: backslash) != UInt8(ascii: "\\") { backslash -= 1 }
      self.init(.badEscape(in: file, at: backslash..<backslash + 1))
    case "did not find expected alphabetic or numeric character", "did not find expected node content":
      let start = failure.contextOffset
      self.init(.specialStart(in: file, at: start..<start + 1, quoting: contextLine.value(from: start)))
    case "did not find expected comment or line break":
      let start = failure.contextOffset
      self.init(.textAfterBlockMark(in: file, at: start..<start + 1))
    case "did not find expected <document start>":
      self.init(.severalDocuments(in: file, at: failure.offset..<failure.offset), resumeAfter: file.bytes.count)
    case "did not find expected key", "did not find expected '-' indicator":
      self = Self.unexpected(failure, on: line, after: last, in: file)
    default:
      if failure.context.contains("tag") || failure.context.contains("directive") {
        self.init(.specialStart(in: file, at: failure.contextOffset..<failure.contextOffset + 1))
      } else {
        self.init(.yamlSyntax(failure.problem, in: file, at: failure.offset..<failure.offset))
      }
    }
  }

  private init(_ diagnostic: Diagnostic, resumeAfter: Int? = nil) {
    self.diagnostic = diagnostic
    self.resumeAfter = resumeAfter ?? diagnostic.location.lower
  }

  /// `text: Mål: fler i arbete`, or a line that is indented as if it belonged to the one above.
  private static func colonOutOfPlace(
    _ failure: YAMLEventReader.Failure, on line: Line, after last: YAMLEventReader.Event?, in file: SourceFile
  ) -> SyntaxError {
    if let value = line.valueStart, value <= failure.offset {
      return SyntaxError(.colonInText(in: file, at: failure.offset..<failure.offset + 1, quoting: value..<line.end))
    }
    // The plain text before the colon began on a line above this one.
    if let last, last.kind == .scalar, last.range.lowerBound < line.start {
      let first = Line(around: last.range.lowerBound, in: file)
      if line.textStart > line.start { return SyntaxError(.indentation(in: file, at: line.textStart..<line.textStart)) }
      return SyntaxError(first.lineWithoutKey(), resumeAfter: max(0, line.start - 1))
    }
    return SyntaxError(.colonInText(in: file, at: failure.offset..<failure.offset + 1, quoting: nil))
  }

  /// Something stands where a new key or list item should begin.
  private static func unexpected(
    _ failure: YAMLEventReader.Failure, on line: Line, after last: YAMLEventReader.Event?, in file: SourceFile
  ) -> SyntaxError {
    guard let last, failure.offset > line.textStart else {
      return SyntaxError(.indentation(in: file, at: line.textStart..<line.textStart), resumeAfter: max(0, line.start - 1))
    }
    switch last.kind {
    case .scalar where last.style == .singleQuoted || last.style == .doubleQuoted:
      if last.range.lowerBound < line.start {
        return SyntaxError(.unclosedQuote(in: file, at: last.range.lowerBound..<last.range.lowerBound + 1))
      }
      return SyntaxError(.textAfterQuote(in: file, at: failure.offset..<line.end, quoting: last.range.lowerBound..<line.end))
    case .collectionEnd:
      let start = line.valueStart ?? failure.offset
      return SyntaxError(.specialStart(in: file, at: start..<start + 1, quoting: start..<line.end))
    case .alias:
      let start = last.range.lowerBound
      return SyntaxError(.specialStart(in: file, at: start..<start + 1, quoting: start..<line.end))
    default:
      return SyntaxError(.indentation(in: file, at: failure.offset..<failure.offset))
    }
  }
}

/// A line of a file and the parts of it that matter for a cure.
private struct Line {
  let file: SourceFile
  let start: Int
  /// Where its text ends, without white space.
  let end: Int
  /// Where its text begins, after the indentation.
  let textStart: Int

  init(around offset: Int, in file: SourceFile) {
    let bytes = file.bytes
    let offset = min(max(offset, 0), bytes.count)
    self.file = file
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    self.start = start
    self.end = end
    textStart = bytes[start..<end].firstIndex { $0 > UInt8(ascii: " ") } ?? end
  }

  /// Where the value begins on a line of the form `key: value` or `- key: value`.
  var valueStart: Int? {
    let bytes = file.bytes
    var index = textStart
    while index + 1 < end, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " ") {
      index += 2
      while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    while index < end, isKeyByte(bytes[index]) { index += 1 }
    guard index + 1 < end, bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: " ") else { return nil }
    return bytes[(index + 1)..<end].firstIndex { $0 != UInt8(ascii: " ") }
  }

  /// The rest of the line from a place, where there is any.
  func value(from offset: Int) -> Range<Int>? { offset < end ? offset..<end : nil }

  /// The line has no `key: ` at all, or the space after its colon is missing.
  func lineWithoutKey() -> Diagnostic {
    let bytes = file.bytes
    var index = textStart
    if index + 1 < end, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " ") { index += 2 }
    let key = index
    while index < end, isKeyByte(bytes[index]) { index += 1 }
    if index > key, index + 1 < end, bytes[index] == UInt8(ascii: ":"), bytes[index + 1] != UInt8(ascii: "/") {
      return .colonWithoutSpace(in: file, at: index..<index + 1)
    }
    return .lineWithoutKey(in: file, at: textStart..<end)
  }
}

extension SourceFile {
  func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }
}
