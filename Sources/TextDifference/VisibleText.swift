/// The words that a reader of a page sees in its main part, each with its bytes in the page.
public struct VisibleText: Sendable {
  /// A word, or the border between two blocks, which has no letters.
  struct Word: Sendable {
    var range: Range<Int>
    var isBorder: Bool { range.isEmpty }
  }

  let page: [UInt8]
  let words: [Word]
  /// What is inside `<main>`; the whole page where it has none.
  let main: Range<Int>

  public init(_ page: [UInt8]) {
    self.page = page
    main = Self.main(of: page)
    var scanner = Scanner(page: page, position: main.lowerBound, end: main.upperBound)
    words = scanner.words()
  }

  func text(_ word: Word) -> ArraySlice<UInt8> { page[word.range] }

  private static func main(of page: [UInt8]) -> Range<Int> {
    guard let start = page.firstRange(of: Array("<main".utf8))?.upperBound,
      let open = page[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return 0..<page.count }
    let end = page[open...].firstRange(of: Array("</main>".utf8))?.lowerBound ?? page.count
    return (open + 1)..<end
  }
}

/// Goes through markup tag by tag.
private struct Scanner {
  let page: [UInt8]
  var position: Int
  let end: Int

  mutating func words() -> [VisibleText.Word] {
    var words: [VisibleText.Word] = []
    while position < end {
      let byte = page[position]
      if byte == UInt8(ascii: "<") {
        let (name, isClosing) = tag()
        if !isClosing, unreadable.contains(name) { skip(to: name) }
        if !inline.contains(name), words.last?.isBorder == false { words.append(.init(range: position..<position)) }
      } else if byte <= 0x20 {
        position += 1
      } else {
        let start = position
        while position < end, page[position] > 0x20, page[position] != UInt8(ascii: "<") { position += 1 }
        words.append(.init(range: start..<position))
      }
    }
    return words
  }

  /// Passes a tag, a comment or a declaration; its name in lower case.
  private mutating func tag() -> (name: String, isClosing: Bool) {
    if page[position..<end].starts(with: "<!--".utf8) {
      position = page[position..<end].firstRange(of: Array("-->".utf8))?.upperBound ?? end
      return ("", false)
    }
    position += 1
    let isClosing = position < end && page[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    let start = position
    while position < end, isNameByte(page[position]) { position += 1 }
    let name = String(decoding: page[start..<position], as: UTF8.self).lowercased()
    var quote: UInt8?
    while position < end {
      let byte = page[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    return (name, isClosing)
  }

  /// Passes what is inside an element that cannot hold marks, with its end.
  private mutating func skip(to name: String) {
    // `<path/>` and the like have no end, but none of these is written so.
    guard let close = page[position..<end].firstRange(of: Array(("</" + name).utf8)) else {
      position = end
      return
    }
    position = close.lowerBound
    _ = tag()
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

/// What no word can be marked in.
private let unreadable: Set = ["svg", "script", "style", "title", "select", "textarea", "template", "noscript"]

/// What does not end a sentence.
private let inline: Set = [
  "", "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
  "small",
  "span", "strong", "sub", "sup", "svg", "time", "u", "var", "wbr", "script", "style",
]
