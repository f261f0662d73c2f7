import Diagnostics

/// The words of a body, in order, without what Markdown adds: addresses of links, code, marks.
///
/// A word is a run of letters; `e-post` is two. What is compared is a hash of the word in lower case, so that no text is kept.
struct BodyWords {
  struct Word {
    /// Of the letters in lower case.
    var hash: UInt64
    /// The same with å, ä, ö and é as the letters that scanners take them for.
    var plainHash: UInt64
    var lower: Int32
    var length: UInt16
    /// In characters.
    var letters: UInt8
    var hasAccent: Bool
    var isCapital: Bool

    var range: Range<Int> { Int(lower)..<Int(lower) + Int(length) }
  }

  private(set) var words: [Word] = []
  /// Up to where it is known that no `)`, `>` or `` ` `` follows, so that nothing is searched again and again.
  private var searched = (bracket: 0, angle: 0, code: 0)
  /// Ends of sentences: `.`, `:`, `!` or `?` before a space, and the end of every piece that has words.
  private(set) var sentences = 0

  init(_ file: SourceFile, _ outline: BodyOutline) {
    guard !outline.blocks.isEmpty else { return }
    words.reserveCapacity(outline.blocks.reduce(0) { $0 + $1.range.count } / 6)
    file.bytes.withUnsafeBufferPointer { bytes in
      for block in outline.blocks {
        switch block.kind {
        case .heading, .paragraph: add(bytes, block.range)
        case .table, .other: continue
        }
      }
    }
  }

  /// The words of a text of its own, such as a recommendation in the front matter.
  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in add(bytes, bytes.startIndex..<bytes.endIndex) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    var wordsInSentence = 0
    while index < range.upperBound {
      let byte = bytes[index]
      switch Self.letter(byte) {
      case 0:
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: ":") {
          index = end(ofMarkupAt: index, bytes, range.upperBound)
        } else {
          index += 1
        }
        let isEnd =
          byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        if isEnd, wordsInSentence > 0, index == range.upperBound || bytes[index] <= 0x20 {
          sentences += 1
          wordsInSentence = 0
        }
      default:
        let word = word(at: index, bytes, range.upperBound)
        guard let word else {
          index += 1
          continue
        }
        words.append(word)
        wordsInSentence += 1
        index = word.range.upperBound
      }
    }
    if wordsInSentence > 0 { sentences += 1 }
  }

  /// Past `](address)`, `<address>`, `` `code` `` and `://address`; the next byte where it is none of these.
  private mutating func end(ofMarkupAt index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
    let close: UInt8
    let known: WritableKeyPath<(bracket: Int, angle: Int, code: Int), Int>
    var next = index + 1
    switch bytes[index] {
    case UInt8(ascii: "]"):
      guard next < end, bytes[next] == UInt8(ascii: "(") else { return next }
      (close, known) = (UInt8(ascii: ")"), \.bracket)
    case UInt8(ascii: "<"): (close, known) = (UInt8(ascii: ">"), \.angle)
    case UInt8(ascii: "`"): (close, known) = (UInt8(ascii: "`"), \.code)
    default:
      guard next + 1 < end, bytes[next] == UInt8(ascii: "/"), bytes[next + 1] == UInt8(ascii: "/") else { return next }
      while next < end, bytes[next] > 0x20, bytes[next] != UInt8(ascii: ")") { next += 1 }
      return next
    }
    let start = next
    guard start >= searched[keyPath: known] else { return start }
    while next < end, next - start < 2000 {
      if bytes[next] == close { return next + 1 }
      next += 1
    }
    searched[keyPath: known] = next
    return start
  }

  /// Nil where the byte begins a character that is no letter, such as a dash.
  private func word(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Word? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    // Another from the first accent on.
    var plain = hash
    var index = start
    var letters = 0
    var hasAccent = false
    func mix(_ hash: inout UInt64, _ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    while index < end {
      let byte = bytes[index]
      let letter = Self.letter(byte)
      if letter == 0 { break }
      if letter > 1 {
        mix(&hash, letter)
        if hasAccent { mix(&plain, letter) }
        index += 1
      } else {
        // Two bytes: the letters of Latin-1 and its extensions. Longer characters are marks, or letters of other alphabets.
        guard byte >= 0xC3, byte <= 0xC9, index + 1 < end else { break }
        let second = bytes[index + 1]
        let lower = byte == 0xC3 && second < 0x9F ? second | 0x20 : second
        if !hasAccent { plain = hash }
        mix(&hash, byte)
        mix(&hash, lower)
        mix(&plain, byte == 0xC3 ? Self.plain(lower) : lower)
        hasAccent = true
        index += 2
      }
      letters += 1
    }
    guard letters > 0 else { return nil }
    return Word(
      hash: hash, plainHash: hasAccent ? plain : hash, lower: Int32(truncatingIfNeeded: start),
      length: UInt16(truncatingIfNeeded: index - start),
      letters: UInt8(min(letters, 255)), hasAccent: hasAccent,
      isCapital: bytes[start] < 0x61 || bytes[start] == 0xC3 && bytes[start + 1] < 0x9F)
  }

  /// The letter that a scanner makes of an accented one, by the second byte of its UTF-8 in lower case.
  private static func plain(_ second: UInt8) -> UInt8 {
    switch second {
    case 0xA0...0xA5: UInt8(ascii: "a")
    case 0xA8...0xAB, 0xB2...0xB6: UInt8(ascii: "o")
    default: second
    }
  }

  /// 0 for what is in no word, the letter in lower case for an English one, 1 for the bytes of other characters.
  @inline(__always)
  private static func letter(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") { return lower }
    return byte >= 0xC3 && byte <= 0xF4 ? 1 : 0
  }
}
