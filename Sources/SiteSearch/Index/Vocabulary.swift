/// The terms of a collection: its words by their stems, in order, and which terms each word is found by.
struct Vocabulary {
  /// Sorted by their letters without marks, then with them.
  let terms: [[UInt8]]
  /// The term of each word.
  let termOf: [Int32]
  /// The terms of the parts of each word.
  let partsOf: [[Int32]]

  init(_ words: WordTable) {
    var table = WordTable()
    var termOf: [Int32] = []
    termOf.reserveCapacity(words.count)
    for word in 0..<words.count { termOf.append(Int32(table.insert(Stemmer.swedish.term(Array(words[word]))[...]))) }
    var splitter = CompoundSplitter(words)
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

/// Takes compounds apart into words of the collection: *integrationsarbetet* into *integrations* and *arbetet*.
///
/// A split counts where both sides are words of their own somewhere in the collection, in any form and with or without a binding
/// letter; or where one of them is and is hardly there by chance: a long last side, or a first one with the letter that binds it.
struct CompoundSplitter {
  private var stems = WordTable()
  private var known: [[UInt8]: [[UInt8]]] = [:]

  private static let leastWord = 7
  private static let leastFirst = 3
  private static let leastLast = 4
  private static let leastLastAlone = 6
  private static let leastBound = 6
  private static let leastStem = 3

  init(_ words: WordTable) {
    let stopWords = Set(StemmingRules.stopWords.split(separator: " ").map { Array($0.utf8) })
    for word in 0..<words.count {
      let folded = Letters.folded(words[word])
      guard folded.count >= CompoundSplitter.leastFirst, !stopWords.contains(folded), !folded.contains(where: Letters.isDigit)
      else { continue }
      let stem = Stemmer.swedish.stem(folded)
      if stem.count >= CompoundSplitter.leastStem { _ = stems.insert(stem[...]) }
    }
  }

  /// The parts of a word as they stand in it, parts of parts too; none where it is no compound.
  mutating func parts(of word: [UInt8]) -> [[UInt8]] {
    guard word.count >= CompoundSplitter.leastWord, !word.contains(where: Letters.isDigit) else { return [] }
    if let parts = known[word] { return parts }
    known[word] = []
    guard let split = split(word) else { return [] }
    var parts: [[UInt8]] = []
    let first = Array(word[..<split.at])
    let last = Array(word[split.at...])
    if split.known != .last { parts.append(CompoundSplitter.unbound(first, stems)) }
    if split.known != .first { parts.append(last) }
    parts += self.parts(of: last) + self.parts(of: first)
    known[word] = parts
    return parts
  }

  private enum Side { case both, first, last }

  /// The split with the longest last part; with two known sides before one with a known last, and that before a known first.
  private func split(_ word: [UInt8]) -> (at: Int, known: Side)? {
    let folded = Letters.folded(word)
    let whole = Stemmer.swedish.stem(folded)
    var onlyLast: Int?
    var onlyFirst: Int?
    for at in CompoundSplitter.leastFirst..<max(CompoundSplitter.leastFirst, word.count - CompoundSplitter.leastLast + 1) {
      let first = Array(folded[..<at])
      let last = Array(folded[at...])
      let stem = Stemmer.swedish.stem(last)
      let isLastKnown = stem.count >= CompoundSplitter.leastStem && whole.count > stem.count && stems.find(stem[...]) != nil
      if isLastKnown, CompoundSplitter.isKnown(first, stems) { return (at, .both) }
      if isLastKnown, onlyLast == nil, last.count >= CompoundSplitter.leastLastAlone { onlyLast = at }
      if CompoundSplitter.isBound(first), CompoundSplitter.isKnown(first, stems) { onlyFirst = at }
    }
    return onlyLast.map { ($0, .last) } ?? onlyFirst.map { ($0, .first) }
  }

  /// Whether a word ends as first sides do and words by themselves rarely: *integrations*, *gatu*, *kvinno*.
  private static func isBound(_ first: [UInt8]) -> Bool {
    switch first.last {
    case UInt8(ascii: "s"): first.count >= leastBound
    case UInt8(ascii: "u"), UInt8(ascii: "o"): first.count > leastFirst
    default: false
    }
  }

  private static func isKnown(_ first: [UInt8], _ stems: WordTable) -> Bool {
    let stem = Stemmer.swedish.stem(first)
    if stem.count >= leastStem, stems.find(stem[...]) != nil { return true }
    guard let last = first.last, last == UInt8(ascii: "o") || last == UInt8(ascii: "u"), first.count > leastFirst else { return false }
    return stems.find(Stemmer.swedish.stem(Array(first.dropLast()))[...]) != nil
  }

  /// Without the binding vowel of *gatu* and *kvinno*, where that makes it a word of the collection.
  private static func unbound(_ first: [UInt8], _ stems: WordTable) -> [UInt8] {
    stems.find(Stemmer.swedish.stem(Letters.folded(first))[...]) != nil ? first : Array(first.dropLast())
  }
}
