/// Files of the index with parts of the dictionary in them, each small enough to be fetched for one word.
struct Shards {
  private(set) var files: [IndexFile] = []
  /// The first key of each file.
  private(set) var firsts: [[UInt8]] = []

  /// Terms with their postings.
  static let termSize = 6000
  /// Terms from the end, for words with a slip near their beginning.
  static let endSize = 4000
  /// Longer postings have files of their own.
  static let longSize = 4000

  /// The terms with where they stand, in files `w0`, `w1`, …; long postings in `p1`, `p2`, ….
  static func terms(_ vocabulary: Vocabulary, _ postings: TermPostings) -> Shards {
    var shards = Shards()
    var long: [IndexFile] = []
    var longCount = 0
    var text = NumberText()
    var before: [UInt8] = []
    var first: [UInt8] = []
    func end() {
      guard !text.bytes.isEmpty else { return }
      shards.files += IndexFile.text("w\(shards.firsts.count)", text.bytes)
      shards.firsts.append(first)
      text = NumberText()
      before = []
    }
    for (term, word) in vocabulary.terms.enumerated() where !postings[term].isEmpty {
      let key = Letters.folded(word)
      // All that differ in their marks alone stand in one file.
      if text.bytes.count > termSize, key != Letters.folded(before) { end() }
      if text.bytes.isEmpty { first = key }
      let shared = zip(before, word).prefix { $0 == $1 }.count
      text.append(shared)
      text.append(word.count - shared)
      text.append(word: word[shared...])
      let coded = Shards.coded(postings[term])
      text.append(postings[term].count)
      if coded.bytes.count > longSize {
        longCount += 1
        long += IndexFile.text("p\(longCount)", coded.bytes)
        text.append(0)
        text.append(longCount)
      } else {
        text.append(coded.bytes.count)
        text.append(coded)
      }
      before = word
    }
    end()
    shards.files += long
    return shards
  }

  /// Documents as differences with the level, and the block where the word stands in the text.
  private static func coded(_ postings: ArraySlice<Posting>) -> NumberText {
    var text = NumberText()
    var last = -1
    for posting in postings {
      text.append((posting.document - last - 1) << 3 | Int(posting.level))
      if posting.level <= Level.bodyOften { text.append(posting.block) }
      last = posting.document
    }
    return text
  }

  /// The terms read from their ends, with how often they stand, in files `e0`, `e1`, ….
  static func ends(_ vocabulary: Vocabulary, _ postings: TermPostings) -> Shards {
    var counts: [(key: [UInt8], count: Int)] = []
    for (term, word) in vocabulary.terms.enumerated() where !postings[term].isEmpty && !word.contains(where: Letters.isDigit) {
      let key = Array(Letters.folded(word).reversed())
      if counts.last?.key == key { counts[counts.count - 1].count += postings[term].count } else { counts.append((key, postings[term].count)) }
    }
    counts.sort { $0.key.lexicographicallyPrecedes($1.key) }
    var shards = Shards()
    var text = NumberText()
    var before: [UInt8] = []
    var first: [UInt8] = []
    func end() {
      guard !text.bytes.isEmpty else { return }
      shards.files += IndexFile.text("e\(shards.firsts.count)", text.bytes)
      shards.firsts.append(first)
      text = NumberText()
      before = []
    }
    for (key, count) in counts {
      if text.bytes.count > endSize { end() }
      if text.bytes.isEmpty { first = key }
      let shared = zip(before, key).prefix { $0 == $1 }.count
      text.append(shared)
      text.append(key.count - shared)
      text.append(word: key[shared...])
      text.append(count)
      before = key
    }
    end()
    return shards
  }
}
