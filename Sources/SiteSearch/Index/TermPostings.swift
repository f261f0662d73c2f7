/// Where the terms of a range stand in some documents: the postings of each in a row, in the order of the documents.
struct TermPostings: Sendable {
  private let range: Range<Int>
  /// Where the postings of each term begin and end.
  private var starts: [Int] = []
  private var ends: [Int]
  private var postings: [Posting]

  subscript(term: Int) -> ArraySlice<Posting> { postings[starts[term - range.lowerBound]..<ends[term - range.lowerBound]] }

  /// - Parameter chunks: in the order of their documents; `numbers` leads from a task's numbers of words to those of the
  ///   vocabulary.
  init(_ vocabulary: Vocabulary, _ chunks: some Collection<(words: WordPlaces, numbers: [Int32])>) {
    let all = vocabulary.terms.indices
    self.init(all, of: vocabulary, chunks, TermPostings.counts(vocabulary, chunks))
  }

  /// - Parameter counts: of all terms.
  init(
    _ range: Range<Int>, of vocabulary: Vocabulary, _ chunks: some Collection<(words: WordPlaces, numbers: [Int32])>,
    _ counts: [Int32]
  ) {
    self.range = range
    starts.reserveCapacity(range.count)
    var all = 0
    for count in counts[range] {
      starts.append(all)
      all += Int(count)
    }
    ends = starts
    postings = [Posting](repeating: Posting(bits: 0), count: all)
    for (places, numbers) in chunks {
      places.forEach { word, posting in
        let word = Int(numbers[word])
        add(Int(vocabulary.termOf[word]), posting)
        for part in vocabulary.partsOf[word] { add(Int(part), posting.inPart()) }
      }
    }
  }

  /// How many postings of each term there can be, at most.
  static func counts(_ vocabulary: Vocabulary, _ chunks: some Collection<(words: WordPlaces, numbers: [Int32])>) -> [Int32] {
    var counts = [Int32](repeating: 0, count: vocabulary.terms.count)
    for (places, numbers) in chunks {
      places.forEach { word, _ in
        let word = Int(numbers[word])
        counts[Int(vocabulary.termOf[word])] += 1
        for part in vocabulary.partsOf[word] { counts[Int(part)] += 1 }
      }
    }
    return counts
  }

  private mutating func add(_ term: Int, _ posting: Posting) {
    guard range.contains(term) else { return }
    let term = term - range.lowerBound
    let at = ends[term]
    // Several forms of a word in one document are one posting.
    if at > starts[term], postings[at - 1].document == posting.document {
      postings[at - 1] = TermPostings.joined(postings[at - 1], posting)
    } else {
      postings[at] = posting
      ends[term] += 1
    }
  }

  private static func joined(_ a: Posting, _ b: Posting) -> Posting {
    var level = max(a.level, b.level)
    if a.level == Level.body, b.level == Level.body { level = Level.bodyOften }
    let better = a.level >= b.level ? a : b
    return Posting(document: a.document, level: level, block: better.block)
  }
}
