import CMemory

/// Makes the index of a collection: files that the search page fetches a few of for each query.
///
/// `start` says which file holds which words. A word costs one file of terms (`w`), and one of where it stands if that is often
/// (`p`), what is shown of a document one of entries (`d`), the words around it one of its text (`t`), a filter one column (`c`).
/// Which file something stands in follows from itself and the number of documents, so that an edit of a text changes few
/// (`patch`). The bytes do not depend on the number of jobs.
public enum SearchIndex {
  /// So many words are taken apart at a time.
  private static let wordsAtATime = 2048
  /// In so many pieces terms are written.
  private static let termPieces = 32

  /// Writes every file with the writer of its task; stops at the first error.
  /// - Parameter writer: makes what a task writes with: the path in the folder of the index and the bytes.
  public static func make<Failure: Error>(
    of collection: some SearchCollection, jobs: Int,
    writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void
  ) throws(Failure) {
    var version: UInt64 = 0
    let read = try ReadCollection(collection, jobs, writer, &version)
    // What was needed for pairs is needed for words now.
    missiv_return_free_memory()
    let known = KnownStems(read.words, read.chunks, takesTexts: KnownStems.takesTexts(documents: read.count))
    let vocabulary = try vocabulary(of: read.words, known, jobs, writer, &version)

    // Where terms stand in some of the documents, and then in others.
    let parts = min(jobs, read.chunks.count)
    let postings = try sideBySide(parts, jobs, writer, (), &version) { number, _ in
      let chunks = read.chunks
      return (TermPostings(vocabulary, chunks[(chunks.count * number / parts)..<(chunks.count * (number + 1) / parts)]), [])
    }.results.map(\.value)

    // The files. First those that take longest, then many small pieces.
    let columns = Columns(read.facets, read.sets)
    let terms = try sideBySide(1 + termPieces, jobs, writer, (), &version) { number, _ -> ([TermEntry], [IndexFile]) in
      if number == 0 { return ([], columns.files + known.files) }
      let count = vocabulary.terms.count
      return termEntries((count * (number - 1) / termPieces)..<(count * number / termPieces), vocabulary, postings)
    }.results.flatMap(\.value)
    let firsts = try sideBySide(2, jobs, writer, (), &version) { number, _ in
      number == 0 ? files(joined(terms)) : files(ends(of: joined(terms)))
    }.results.map(\.value)
    let start = StartFile(
      count: read.count, pairs: PairShards.count(documents: read.count), words: firsts[0], ends: firsts[1], columns: columns,
      names: collection.names, version: version)
    try writer()(start.file)
  }

  /// The terms of words, and how they are taken apart.
  private static func vocabulary<Failure: Error>(
    of words: WordTable, _ known: KnownStems, _ jobs: Int, _ writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void,
    _ version: inout UInt64
  ) throws(Failure) -> Vocabulary {
    let ranges = (words.count + wordsAtATime - 1) / wordsAtATime
    return Vocabulary(
      try sideBySide(ranges, jobs, writer, (), &version) { number, _ in
        let range = (number * wordsAtATime)..<min((number + 1) * wordsAtATime, words.count)
        return (Vocabulary.words(range, of: words, known: known), [])
      }.results.flatMap(\.value))
  }

  /// The terms of a range that stand somewhere, and the files of those that stand in many places.
  private static func termEntries(
    _ range: Range<Int>, _ vocabulary: Vocabulary, _ postings: [TermPostings]
  ) -> ([TermEntry], [IndexFile]) {
    var entries: [TermEntry] = []
    var files: [IndexFile] = []
    for place in range {
      let parts = postings.map { $0[place] }
      guard parts.contains(where: { !$0.isEmpty }) else { continue }
      let (term, long) = TermEntry.Term.written(vocabulary.terms[place], parts)
      files += long
      entries.append(TermEntry(key: Letters.folded(term.text), terms: [term]))
    }
    return (entries, files)
  }

  /// Entries of which those with the same key are one.
  private static func joined(_ terms: [TermEntry]) -> [TermEntry] {
    var joined: [TermEntry] = []
    joined.reserveCapacity(terms.count)
    for entry in terms {
      if joined.last?.key == entry.key { joined[joined.count - 1].terms += entry.terms } else { joined.append(entry) }
    }
    return joined
  }

  private static func ends(of terms: [TermEntry]) -> [EndEntry] {
    terms.compactMap(EndEntry.init).sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// The files of a dictionary, and the first key of each.
  private static func files(_ entries: [some ShardEntry]) -> ([[UInt8]], [IndexFile]) {
    let shards = Shards.split(entries)
    return (shards.map(\.first), shards.flatMap(\.files))
  }
}
