#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads YAML as nearly all of it is written: keys of letters and digits, and values that stand on one line or below `>` and `|`.
///
/// It gives the tree that libyaml's events give, in a fraction of the time, or stops at whatever it does not know: comments after
/// values, anchors, escapes, tabs, values that go on over lines, anything wrong. libyaml reads that then, and tells what is wrong.
struct CommonYAML: ~Copyable {
  /// Stands there where something is left to libyaml.
  struct Uncommon: Error {}

  let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// Where the line begins that is looked at, where its text begins, and where its line break is.
  private var line: Int
  private var start: Int
  private(set) var lineEnd: Int
  /// What collections hold that are not complete, so that each gets an array of its size.
  private var entries: [YAMLEntry] = []
  private var items: [YAMLNode] = []

  /// Far more than anybody writes; what has more is left to libyaml, which counts.
  private static let depth = 20
  private static let keys = 64

  /// The tree of a range of a file's bytes; nil where libyaml is to read it.
  static func read(_ content: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> YAMLNode? {
    var reader = CommonYAML(bytes, content)
    do {
      try reader.findText()
      guard reader.column == 0 else { return nil }
      let root = try reader.mapping(depth: 0)
      return reader.isAtEnd ? root : nil
    } catch {
      return nil
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) {
    self.bytes = bytes
    end = content.upperBound
    (line, start, lineEnd) = (content.lowerBound, content.lowerBound, content.lowerBound)
  }

  // MARK: Lines

  private var isAtEnd: Bool { line >= end }
  private var column: Int { start - line }
  private var isEntry: Bool {
    start + 1 < lineEnd && bytes[start] == UInt8(ascii: "-") && bytes[start + 1] == UInt8(ascii: " ")
  }

  /// Goes on to the line that begins at `line`.
  private mutating func enterLine() {
    if let base = bytes.baseAddress, line < end, let found = memchr(base + line, 0x0A, end - line) {
      lineEnd = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    } else {
      lineEnd = end
    }
    start = line
    while start < lineEnd, bytes[start] == UInt8(ascii: " ") { start += 1 }
  }

  /// From the beginning of a line to the first line from there that has something other than a comment.
  private mutating func findText() throws(Uncommon) {
    while true {
      enterLine()
      if isAtEnd { return }
      if start < lineEnd {
        guard bytes[start] == UInt8(ascii: "#") else { return }
        try check(start..<lineEnd)
      }
      line = lineEnd + 1
    }
  }

  /// After a value on the line: to the next text, which must not belong to the value.
  private mutating func goOn(below indent: Int) throws(Uncommon) {
    line = lineEnd + 1
    try findText()
    if !isAtEnd, column > indent { throw Uncommon() }
  }

  /// Stops at what libyaml takes for white space or for the end of a line.
  func check(_ range: Range<Int>) throws(Uncommon) {
    for index in range where bytes[index] < 0x20 || isUnusual(index) { throw Uncommon() }
  }

  /// Whether a character begins at a byte that is a line break or a mark, although no control character of ASCII.
  func isUnusual(_ index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: index + 1 < end && bytes[index + 1] < 0xA0
    case 0xE2: index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
    case 0xEF: index + 1 < end && bytes[index + 1] >= 0xBB
    default: false
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  // MARK: Collections

  /// From its first key on the line.
  private mutating func mapping(depth: Int) throws(Uncommon) -> YAMLNode {
    guard depth < Self.depth else { throw Uncommon() }
    let (lower, column, first) = (start, column, entries.count)
    repeat {
      guard let colon = colon(from: start, to: lineEnd) else { throw Uncommon() }
      let key = YAMLKey(text: text(start..<colon), range: start..<colon)
      try refuseDuplicate(of: key.range, since: first)
      let value = try value(after: colon + 1, indent: column, depth: depth)
      entries.append(YAMLEntry(key: key, value: value))
    } while !isAtEnd && self.column == column
    if !isAtEnd, self.column > column { throw Uncommon() }
    let own = Array(entries[first...])
    entries.removeSubrange(first...)
    return YAMLNode(.mapping(own), range: lower..<(own.last?.value.range.upperBound ?? lower))
  }

  /// Where the colon stands of a key that begins at a place; nil where none does.
  func colon(from place: Int, to end: Int) -> Int? {
    var index = place
    while index < end, isKeyByte(bytes[index]) { index += 1 }
    guard index > place, index - place < 100, index < end, bytes[index] == UInt8(ascii: ":"), bytes[place] != UInt8(ascii: "-"),
      index + 1 == end || bytes[index + 1] == UInt8(ascii: " ")
    else { return nil }
    return index
  }

  private func refuseDuplicate(of key: Range<Int>, since first: Int) throws(Uncommon) {
    guard entries.count - first < Self.keys else { throw Uncommon() }
    for index in first..<entries.count {
      let other = entries[index].key.range
      if other.count == key.count, bytes[other].elementsEqual(bytes[key]) { throw Uncommon() }
    }
  }

  private mutating func value(after colon: Int, indent: Int, depth: Int) throws(Uncommon) -> YAMLNode {
    let place = skipSpaces(from: colon)
    if place < lineEnd { return try inlineValue(at: place, indent: indent) }
    line = lineEnd + 1
    try findText()
    guard !isAtEnd, column > indent || column == indent && isEntry else { throw Uncommon() }
    return isEntry ? try sequence(depth: depth + 1, inMapping: column == indent) : try mapping(depth: depth + 1)
  }

  /// From its first hyphen on the line.
  private mutating func sequence(depth: Int, inMapping: Bool) throws(Uncommon) -> YAMLNode {
    guard depth < Self.depth else { throw Uncommon() }
    let (lower, column, first) = (start, column, items.count)
    repeat {
      let place = skipSpaces(from: start + 1)
      guard place < lineEnd else { throw Uncommon() }
      if colon(from: place, to: lineEnd) != nil {
        start = place
        items.append(try mapping(depth: depth + 1))
      } else {
        items.append(try inlineValue(at: place, indent: column))
      }
    } while !isAtEnd && self.column == column && isEntry
    if !isAtEnd, self.column > column || self.column == column && !inMapping { throw Uncommon() }
    let own = Array(items[first...])
    items.removeSubrange(first...)
    return YAMLNode(.sequence(own), range: lower..<(own.last?.range.upperBound ?? lower))
  }

  func skipSpaces(from place: Int) -> Int {
    var place = place
    while place < lineEnd, bytes[place] == UInt8(ascii: " ") { place += 1 }
    return place
  }

  // MARK: Values

  /// A value that begins on the line, and the way to the next text.
  private mutating func inlineValue(at place: Int, indent: Int) throws(Uncommon) -> YAMLNode {
    let node: YAMLNode
    switch bytes[place] {
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return try blockText(at: place, indent: indent)
    case UInt8(ascii: "["): node = try flowSequence(at: place)
    case UInt8(ascii: "{"): node = try flowMapping(at: place)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): node = try quoted(at: place)
    default: node = try plain(at: place)
    }
    guard skipSpaces(from: node.range.upperBound) == lineEnd else { throw Uncommon() }
    try goOn(below: indent)
    return node
  }

  /// The text below `>` or `|`: lines that all begin in one column, and empty ones.
  private mutating func blockText(at place: Int, indent: Int) throws(Uncommon) -> YAMLNode {
    let isFolded = bytes[place] == UInt8(ascii: ">")
    let header = place + 1 < lineEnd && bytes[place + 1] == UInt8(ascii: "-") ? place + 2 : place + 1
    guard header == lineEnd else { throw Uncommon() }
    line = lineEnd + 1
    enterLine()
    guard !isAtEnd, start < lineEnd, column > indent else { throw Uncommon() }
    let column = column
    var text: [UInt8] = []
    var upper = place
    repeat {
      try check(start..<lineEnd)
      text += bytes[start..<lineEnd]
      upper = lineEnd
      var breaks = 0
      repeat {
        line = lineEnd + 1
        enterLine()
        breaks += 1
        // A line of spaces alone may be text.
        if start == lineEnd, start > line { throw Uncommon() }
      } while !isAtEnd && start == lineEnd
      guard !isAtEnd, self.column >= column else { break }
      // What is indented further is folded in another way.
      if self.column > column { throw Uncommon() }
      if isFolded, breaks == 1 {
        text.append(UInt8(ascii: " "))
      } else {
        for _ in (isFolded ? 1 : 0)..<breaks { text.append(UInt8(ascii: "\n")) }
      }
    } while true
    while upper > place, bytes[upper - 1] == UInt8(ascii: " ") { upper -= 1 }
    try findText()
    if !isAtEnd, self.column > indent { throw Uncommon() }
    return YAMLNode(.scalar(text: String(decoding: text, as: UTF8.self), style: isFolded ? .folded : .literal), range: place..<upper)
  }
}
