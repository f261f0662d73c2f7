/// The terms of a collection: its words by their stems, in order, and which terms each word is found by.
struct Vocabulary: Sendable {
  /// Sorted by their letters without marks, then with them.
  let terms: [[UInt8]]
  /// The term of each word.
  let termOf: [Int32]
  /// The terms of the parts of each word.
  let partsOf: [[Int32]]

  /// The term of a word, and those of its parts.
  struct Word: Sendable {
    let term: [UInt8]
    let parts: [[UInt8]]
  }

  init(_ words: WordTable, known: KnownStems) { self.init(Vocabulary.words(0..<words.count, of: words, known: known)) }

  /// Some words of a table. They are the same whatever others are asked for.
  static func words(_ range: Range<Int>, of words: WordTable, known: KnownStems) -> [Word] {
    var splitter = CompoundSplitter(known)
    return range.map { number in
      let word = Array(words[number])
      return Word(term: Stemmer.swedish.term(word), parts: splitter.parts(of: word).map { Stemmer.swedish.term($0) })
    }
  }

  init(_ words: [Word]) {
    var table = WordTable()
    var termOf: [Int32] = []
    var partsOf: [[Int32]] = []
    termOf.reserveCapacity(words.count)
    partsOf.reserveCapacity(words.count)
    for word in words {
      let term = Int32(table.insert(word.term[...]))
      var parts: [Int32] = []
      for part in word.parts {
        let part = Int32(table.insert(part[...]))
        if part != term, !parts.contains(part) { parts.append(part) }
      }
      termOf.append(term)
      partsOf.append(parts)
    }
    let keys = (0..<table.count).map { Letters.folded(table[$0]) }
    // Most differ in their first eight letters, which are compared as one number.
    let order = keys.indices.map { (head: Vocabulary.head(keys[$0]), term: $0) }.sorted { a, b in
      if a.head != b.head { return a.head < b.head }
      let (first, second) = (keys[a.term], keys[b.term])
      return first == second ? table[a.term].lexicographicallyPrecedes(table[b.term]) : first.lexicographicallyPrecedes(second)
    }
    var place = [Int32](repeating: 0, count: table.count)
    for (index, term) in order.enumerated() { place[term.term] = Int32(index) }
    terms = order.map { Array(table[$0.term]) }
    self.termOf = termOf.map { place[Int($0)] }
    self.partsOf = partsOf.map { $0.map { place[Int($0)] } }
  }

  private static func head(_ key: [UInt8]) -> UInt64 {
    var head: UInt64 = 0
    for at in 0..<8 { head = head << 8 | (at < key.count ? UInt64(key[at]) : 0) }
    return head
  }
}
