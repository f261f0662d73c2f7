/// The terms of a collection: its words by their stems, in order, and which terms each word is found by.
struct Vocabulary {
  /// Sorted by their letters without marks, then with them.
  let terms: [[UInt8]]
  /// The term of each word.
  let termOf: [Int32]
  /// The terms of the parts of each word.
  let partsOf: [[Int32]]

  init(_ words: WordTable, known: KnownStems) {
    var table = WordTable()
    var termOf: [Int32] = []
    termOf.reserveCapacity(words.count)
    for word in 0..<words.count { termOf.append(Int32(table.insert(Stemmer.swedish.term(Array(words[word]))[...]))) }
    var splitter = CompoundSplitter(known)
    var partsOf: [[Int32]] = Array(repeating: [], count: words.count)
    for word in 0..<words.count {
      for part in splitter.parts(of: Array(words[word])) {
        let term = Int32(table.insert(Stemmer.swedish.term(part)[...]))
        if term != termOf[word], !partsOf[word].contains(term) { partsOf[word].append(term) }
      }
    }
    let keys = (0..<table.count).map { Letters.folded(table[$0]) }
    let order = (0..<table.count).sorted { a, b in
      keys[a] == keys[b] ? table[a].lexicographicallyPrecedes(table[b]) : keys[a].lexicographicallyPrecedes(keys[b])
    }
    var place = [Int32](repeating: 0, count: table.count)
    for (index, term) in order.enumerated() { place[term] = Int32(index) }
    terms = order.map { Array(table[$0]) }
    self.termOf = termOf.map { place[Int($0)] }
    self.partsOf = partsOf.map { $0.map { place[Int($0)] } }
  }
}
