/// Values on one line.
extension CommonYAML {
  /// Text without quotation marks, up to the end of the line.
  func plain(at place: Int) throws(Uncommon) -> YAMLNode {
    guard mayBeginText(place) else { throw Uncommon() }
    var upper = place
    for index in place..<lineEnd {
      switch bytes[index] {
      case UInt8(ascii: " "): continue
      case UInt8(ascii: ":"): if index + 1 == lineEnd || bytes[index + 1] == UInt8(ascii: " ") { throw Uncommon() }
      case UInt8(ascii: "#"): if bytes[index - 1] == UInt8(ascii: " ") { throw Uncommon() }
      case 0..<0x20: throw Uncommon()
      case 0x80...: if isUnusual(index) { throw Uncommon() }
      default: break
      }
      upper = index + 1
    }
    return YAMLNode(.scalar(text: text(place..<upper), style: .plain), range: place..<upper)
  }

  /// Whether a text without quotation marks may begin with a byte, whatever comes after it.
  private func mayBeginText(_ place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      false
    default: true
    }
  }

  /// Text between two quotation marks on the line, with no other escapes than of the marks themselves.
  func quoted(at place: Int) throws(Uncommon) -> YAMLNode {
    let mark = bytes[place]
    let isDouble = mark == UInt8(ascii: "\"")
    var escapes: [Int] = []
    var index = place + 1
    while index < lineEnd {
      let byte = bytes[index]
      if isDouble, byte == UInt8(ascii: "\\") {
        guard index + 1 < lineEnd, bytes[index + 1] == mark || bytes[index + 1] == byte else { throw Uncommon() }
        escapes.append(index)
        index += 2
      } else if byte == mark {
        guard !isDouble, index + 1 < lineEnd, bytes[index + 1] == mark else {
          return YAMLNode(
            .scalar(text: text(place + 1..<index, without: escapes), style: isDouble ? .doubleQuoted : .singleQuoted),
            range: place..<index + 1)
        }
        escapes.append(index)
        index += 2
      } else {
        if byte < 0x20 || isUnusual(index) { throw Uncommon() }
        index += 1
      }
    }
    throw Uncommon()
  }

  private func text(_ range: Range<Int>, without left: [Int]) -> String {
    if left.isEmpty { return text(range) }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var from = range.lowerBound
    for place in left {
      text += bytes[from..<place]
      from = place + 1
    }
    text += bytes[from..<range.upperBound]
    return String(decoding: text, as: UTF8.self)
  }

  /// `[a, "b"]`
  func flowSequence(at place: Int) throws(Uncommon) -> YAMLNode {
    var items: [YAMLNode] = []
    var index = skipSpaces(from: place + 1)
    if index < lineEnd, bytes[index] == UInt8(ascii: "]") { return YAMLNode(.sequence([]), range: place..<index + 1) }
    while true {
      items.append(try flowValue(at: index))
      index = skipSpaces(from: items[items.count - 1].range.upperBound)
      guard index < lineEnd else { throw Uncommon() }
      if bytes[index] == UInt8(ascii: "]") { return YAMLNode(.sequence(items), range: place..<index + 1) }
      guard bytes[index] == UInt8(ascii: ",") else { throw Uncommon() }
      index = skipSpaces(from: index + 1)
    }
  }

  /// `{name: A, role: "b"}`
  func flowMapping(at place: Int) throws(Uncommon) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var index = skipSpaces(from: place + 1)
    while true {
      guard let colon = colon(from: index, to: lineEnd) else { throw Uncommon() }
      let key = YAMLKey(text: text(index..<colon), range: index..<colon)
      guard !entries.contains(where: { $0.key.text == key.text }) else { throw Uncommon() }
      entries.append(YAMLEntry(key: key, value: try flowValue(at: skipSpaces(from: colon + 1))))
      index = skipSpaces(from: entries[entries.count - 1].value.range.upperBound)
      guard index < lineEnd, entries.count < 16 else { throw Uncommon() }
      if bytes[index] == UInt8(ascii: "}") { return YAMLNode(.mapping(entries), range: place..<index + 1) }
      guard bytes[index] == UInt8(ascii: ",") else { throw Uncommon() }
      index = skipSpaces(from: index + 1)
    }
  }

  /// A text within brackets.
  private func flowValue(at place: Int) throws(Uncommon) -> YAMLNode {
    guard place < lineEnd else { throw Uncommon() }
    if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") { return try quoted(at: place) }
    guard mayBeginText(place) else { throw Uncommon() }
    var upper = place
    for index in place..<lineEnd {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        return YAMLNode(.scalar(text: text(place..<upper), style: .plain), range: place..<upper)
      case UInt8(ascii: " "): continue
      case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"), 0..<0x20: throw Uncommon()
      case 0x80...: if isUnusual(index) { throw Uncommon() }
      default: break
      }
      upper = index + 1
    }
    throw Uncommon()
  }
}
