#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes that a syntax tree was made of, to look up what the tree does not tell.
struct BodySource {
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  let bodyStart: Int
  /// Only a body with a `|` in it can have tables.
  let mayHaveTables: Bool
  private var lineStarts: [Int] = []
  /// Lines of the form `[namn]: adress` by the name, found when first needed.
  private var definitions: [String: Range<Int>]?

  init(_ bytes: UnsafeBufferPointer<UInt8>, bodyStart: Int) {
    self.bytes = bytes
    self.bodyStart = min(max(bodyStart, 0), bytes.count)
    mayHaveTables = Self.contains(UInt8(ascii: "|"), in: UnsafeBufferPointer(rebasing: bytes[self.bodyStart...]))
  }

  var body: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[bodyStart...]) }

  private static func contains(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return memchr(base, Int32(byte), bytes.count) != nil
  }

  /// The first place in a range where some bytes stand.
  func find(_ needle: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    guard let base = bytes.baseAddress, let address = needle.baseAddress, let first = needle.first, needle.count <= 2048 else {
      return nil
    }
    var start = range.lowerBound
    while start + needle.count <= range.upperBound {
      guard let found = memchr(base + start, Int32(first), range.upperBound - needle.count + 1 - start) else { return nil }
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, address, needle.count) == 0 { return index }
      start = index + 1
    }
    return nil
  }

  /// The bytes of a line, counted from 1 at the body's start, without its line break.
  mutating func line(_ number: Int) -> Range<Int> {
    if lineStarts.isEmpty { findLines() }
    guard number >= 1, number < lineStarts.count else { return bytes.count..<bytes.count }
    var end = lineStarts[number]
    let start = lineStarts[number - 1]
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Lines end where libcmark ends them: at `\n`, `\r\n` and a lone `\r`. The last start is the end of the file.
  private mutating func findLines() {
    lineStarts.append(bodyStart)
    for index in bodyStart..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"): lineStarts.append(index + 1)
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { lineStarts.append(index + 1) }
      default: continue
      }
    }
    lineStarts.append(bytes.count)
  }

  /// What a paragraph's lines say, without white space in front and without the `>` of the quotes that it stands in.
  mutating func contents(of node: CommonMarkTree.Node, quoteDepth: Int) -> [Range<Int>] {
    let column = node.column
    let lines = node.lines
    return lines.map { number in
      let line = line(number)
      var start = line.lowerBound
      if number == lines.lowerBound {
        start = min(line.upperBound, start + max(0, column - 1))
      } else {
        var depth = 0
        while start < line.upperBound {
          if bytes[start] == UInt8(ascii: ">"), depth < quoteDepth {
            depth += 1
          } else if !isBlank(bytes[start]) {
            break
          }
          start += 1
        }
      }
      return trimmed(start..<line.upperBound)
    }
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// The lines of the body, `[namn]: adress`, that define what the names in a piece of it lead to.
  mutating func linkDefinitions(for text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "[")) else { return [] }
    let definitions = self.definitions ?? findDefinitions()
    self.definitions = definitions
    guard !definitions.isEmpty else { return [] }
    var lines: [UInt8] = []
    var start = text.startIndex
    while let open = text[start...].firstIndex(of: UInt8(ascii: "[")) {
      start = open + 1
      let label = text[start...].prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "\n") }
      guard let line = definitions[Self.folded(label)] else { continue }
      lines.append(UInt8(ascii: "\n"))
      lines.append(contentsOf: bytes[line])
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }

  private mutating func findDefinitions() -> [String: Range<Int>] {
    if lineStarts.isEmpty { findLines() }
    var definitions: [String: Range<Int>] = [:]
    for number in 1..<lineStarts.count {
      let line = trimmed(line(number))
      guard !line.isEmpty, bytes[line.lowerBound] == UInt8(ascii: "["),
        let close = bytes[line].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.upperBound,
        bytes[close + 1] == UInt8(ascii: ":")
      else { continue }
      let label = Self.folded(bytes[(line.lowerBound + 1)..<close])
      // The first of several counts.
      if definitions[label] == nil { definitions[label] = line }
    }
    return definitions
  }

  /// A name as names are compared: without regard to case and to how wide its spaces are.
  private static func folded(_ label: some Sequence<UInt8>) -> String {
    var folded: [UInt8] = []
    for byte in label where !isBlank(byte) || folded.last != UInt8(ascii: " ") {
      folded.append(isBlank(byte) ? UInt8(ascii: " ") : byte)
    }
    while folded.last == UInt8(ascii: " ") { folded.removeLast() }
    return String(decoding: folded.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self).lowercased()
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
