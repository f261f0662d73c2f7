/// Where every term stands: the postings of all terms in one row, in the order of terms and then of documents.
struct TermPostings {
  private let starts: [Int]
  private let postings: [Posting]

  subscript(term: Int) -> ArraySlice<Posting> { postings[starts[term]..<starts[term + 1]] }

  /// `chunks` are in the order of their documents; `words` leads from a task's numbers of words to those of the vocabulary.
  init(_ vocabulary: Vocabulary, _ chunks: [(read: ReadDocuments, words: [Int32])]) {
    var counts = [Int](repeating: 0, count: vocabulary.terms.count + 1)
    for (read, words) in chunks {
      for (word, _) in read.words {
        let word = Int(words[Int(word)])
        counts[Int(vocabulary.termOf[word]) + 1] += 1
        for part in vocabulary.partsOf[word] { counts[Int(part) + 1] += 1 }
      }
    }
    for term in 1..<counts.count { counts[term] += counts[term - 1] }
    var next = counts
    var all = [Posting](repeating: Posting(bits: 0), count: counts[counts.count - 1])
    func add(_ term: Int32, _ posting: Posting) {
      let at = next[Int(term)]
      // Several forms of a word in one document are one posting.
      if at > counts[Int(term)], all[at - 1].document == posting.document {
        all[at - 1] = TermPostings.joined(all[at - 1], posting)
      } else {
        all[at] = posting
        next[Int(term)] += 1
      }
    }
    for (read, words) in chunks {
      for (word, posting) in read.words {
        let word = Int(words[Int(word)])
        add(vocabulary.termOf[word], posting)
        for part in vocabulary.partsOf[word] { add(part, posting.inPart()) }
      }
    }
    var starts: [Int] = [0]
    starts.reserveCapacity(counts.count)
    var kept = 0
    for term in vocabulary.terms.indices {
      for at in counts[term]..<next[term] {
        all[kept] = all[at]
        kept += 1
      }
      starts.append(kept)
    }
    all.removeLast(all.count - kept)
    self.starts = starts
    postings = all
  }

  private static func joined(_ a: Posting, _ b: Posting) -> Posting {
    var level = max(a.level, b.level)
    if a.level == Level.body, b.level == Level.body { level = Level.bodyOften }
    let better = a.level >= b.level ? a : b
    return Posting(document: a.document, level: level, block: better.block)
  }
}
