/// A style sheet as the site carries it: without the comments and the white space that only its source needs.
///
/// A pass over bytes that knows comments, strings, unquoted addresses and escapes, and no more of CSS: nothing is reordered or
/// rewritten, so a sheet means the same afterwards. Comments that begin with `/*!` stay, as licences do.
enum StyleSheet {
  /// The sheet with another in place of each `@import "name.css";` of its own, so that a browser asks once. What `sheet` does
  /// not know stays as it is written; a sheet that is named inside itself is left out there.
  static func whole(_ source: [UInt8], besides open: [String] = [], sheet: (String) -> [UInt8]?) -> [UInt8] {
    var out: [UInt8] = []
    for line in source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if let name = imported(by: line), let inner = sheet(name) {
        if !open.contains(name) { out += whole(inner, besides: open + [name], sheet: sheet) }
      } else {
        out += line
        out.append(UInt8(ascii: "\n"))
      }
    }
    return out
  }

  /// The sheet that a line names, where that is all it does.
  private static func imported(by line: ArraySlice<UInt8>) -> String? {
    let (before, after) = ("@import \"".utf8, "\";".utf8)
    guard line.count > before.count + after.count, line.starts(with: before), line.suffix(after.count).elementsEqual(after) else {
      return nil
    }
    let name = line.dropFirst(before.count).dropLast(after.count)
    return name.contains(UInt8(ascii: "\"")) ? nil : String(decoding: name, as: UTF8.self)
  }

  /// The sheet in fewer bytes. A string, comment or address that is never closed is copied as it stands.
  static func compact(_ source: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var place = 0
    var isSpaceOwed = false
    /// Whether what was written last means itself, so that white space after it may say something.
    var isLiteral = false
    func end(of closing: StaticString, from start: Int) -> Int {
      closing.withUTF8Buffer { mark in
        var at = start
        while at + mark.count <= source.count {
          if source[at..<at + mark.count].elementsEqual(mark) { return at + mark.count }
          at += 1
        }
        return source.count
      }
    }
    func settle(before next: UInt8) {
      if isSpaceOwed, !isTight(next), let last = out.last, isLiteral || !isTight(last) && last != UInt8(ascii: ":") {
        out.append(UInt8(ascii: " "))
      }
      isSpaceOwed = false
      isLiteral = false
    }
    while place < source.count {
      let byte = source[place]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0C:
        isSpaceOwed = true
        place += 1
      case UInt8(ascii: "/") where source.dropFirst(place + 1).first == UInt8(ascii: "*"):
        let after = end(of: "*/", from: place + 2)
        if source.dropFirst(place + 2).first == UInt8(ascii: "!") {
          settle(before: byte)
          out += source[place..<after]
        } else if isSpaceOwed || out.isEmpty || after == source.count || isSpace(source[after]) || isTight(source[after]) {
          isSpaceOwed = true
        } else {
          // Between two words a comment divides them, and is no space.
          out += "/**/".utf8
        }
        place = after
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        settle(before: byte)
        let after = endOfString(in: source, from: place)
        out += source[place..<after]
        place = after
      case UInt8(ascii: "\\"):
        settle(before: byte)
        out += source[place..<min(place + 2, source.count)]
        isLiteral = true
        place += 2
      case UInt8(ascii: "(") where out.suffix(3).elementsEqual("url".utf8) && !isSpaceOwed:
        let next = source.dropFirst(place + 1).first { !isSpace($0) }
        let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
        let after = isQuoted ? place + 1 : end(of: ")", from: place)
        out += source[place..<after]
        place = after
      default:
        settle(before: byte)
        // The last declaration of a block needs nothing after it.
        if byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";") { out.removeLast() }
        out.append(byte)
        place += 1
      }
    }
    return out
  }

  /// Whether white space beside a byte says nothing.
  private static func isTight(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func endOfString(in source: [UInt8], from start: Int) -> Int {
    var at = start + 1
    while at < source.count {
      if source[at] == UInt8(ascii: "\\") {
        at += 2
      } else if source[at] == source[start] {
        return at + 1
      } else {
        at += 1
      }
    }
    return source.count
  }
}
