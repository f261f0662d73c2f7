/// Finds the words of a glossary in text: one table that is followed byte by byte, whatever the number of words.
///
/// Case makes no difference, and the longest word that stands there is the one that is found.
struct TermMatcher: Sendable {
  /// The number of each byte that words are made of, in the table; 0 for those that no word has.
  private let codes: [UInt8]
  /// For each state and code the next state, 0 where there is none.
  private let next: [UInt16]
  /// For each state the entry whose word ends there, or -1.
  private let ends: [Int32]
  private let width: Int

  /// The first of several entries with the same word has it.
  init(_ words: [(word: String, entry: Int)]) {
    let words = words.map { (bytes: TermMatcher.folded($0.word), entry: $0.entry) }.filter { word in
      word.bytes.first.map { ($0 >= 0x61 && $0 <= 0x7A) || $0 > 0xC2 } ?? false
    }
    var codes = [UInt8](repeating: 0, count: 256)
    var count: UInt8 = 0
    for byte in words.flatMap(\.bytes) where codes[Int(byte)] == 0 {
      count += 1
      codes[Int(byte)] = count
    }
    let width = Int(count) + 1
    var next = [UInt16](repeating: 0, count: width)
    var ends: [Int32] = [-1]
    for (bytes, entry) in words where ends.count + bytes.count < Int(UInt16.max) {
      var state = 0
      for byte in bytes {
        let place = state * width + Int(codes[Int(byte)])
        if next[place] == 0 {
          next[place] = UInt16(ends.count)
          ends.append(-1)
          next += [UInt16](repeating: 0, count: width)
        }
        state = Int(next[place])
      }
      if ends[state] < 0 { ends[state] = Int32(entry) }
    }
    (self.codes, self.next, self.ends, self.width) = (codes, next, ends, width)
  }

  var isEmpty: Bool { ends.count == 1 }

  /// The longest word that begins at `start` and ends with a word: its entry and where it ends.
  func match(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> (entry: Int, end: Int)? {
    var found: (entry: Int, end: Int)?
    var state = 0
    var at = start
    var last: UInt8 = 0
    while at < limit {
      let byte = TermMatcher.folded(text[at], after: last)
      state = Int(next[state * width + Int(codes[Int(byte)])])
      if state == 0 { break }
      last = text[at]
      at += 1
      if ends[state] >= 0, at == limit || !TermMatcher.isOfWord(text[at]) { found = (Int(ends[state]), at) }
    }
    return found
  }

  /// Whether a byte belongs to a word: letters, digits, the hyphen, and all but punctuation beyond ASCII.
  static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D: true
    case 0xC2, 0xE2: false
    default: byte >= 0x80
    }
  }

  /// Small letters for capitals, of ASCII and of Latin-1 in UTF-8.
  private static func folded(_ byte: UInt8, after last: UInt8) -> UInt8 {
    if byte >= 0x41, byte <= 0x5A { return byte | 0x20 }
    if last == 0xC3, byte >= 0x80, byte <= 0x9E { return byte | 0x20 }
    return byte
  }

  private static func folded(_ text: String) -> [UInt8] {
    var last: UInt8 = 0
    return text.utf8.map { byte in
      defer { last = byte }
      return folded(byte, after: last)
    }
  }
}
