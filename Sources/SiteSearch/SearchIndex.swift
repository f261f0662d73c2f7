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

    let columns = Columns(read.facets, read.sets)
    let (count, files) = (read.count, columns.files + known.files)
    let terms = try terms(vocabulary, consume read, besides: files, jobs, writer, &version)
    let firsts = try sideBySide(2, jobs, writer, (), &version) { number, _ in
      number == 0 ? SearchIndex.files(terms) : SearchIndex.files(ends(of: terms))
    }.results.map(\.value)
    let start = StartFile(
      count: count, pairs: PairShards.count(documents: count), words: firsts[0], ends: firsts[1], columns: columns,
      names: collection.names, version: version)
    try writer()(start.file)
  }

  /// The entries of all terms that stand somewhere. Writes the files of those that stand in many places, and some others besides.
  private static func terms<Failure: Error>(
    _ vocabulary: Vocabulary, _ read: consuming ReadCollection, besides files: [IndexFile], _ jobs: Int,
    _ writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void, _ version: inout UInt64
  ) throws(Failure) -> [TermEntry] {
    // Where terms stand in some of the documents, and then in others; for a part of the terms at a time.
    let parts = read.parts(min(jobs, read.chunks.count))
    let counts = try sideBySide(parts.count, jobs, writer, (), &version) { part, _ in
      (TermPostings.counts(vocabulary, parts[part]), [])
    }.results.map(\.value)
    var terms: [TermEntry] = []
    for range in ranges(of: counts) {
      let postings = try sideBySide(parts.count, jobs, writer, (), &version) { part, _ in
        (TermPostings(range, of: vocabulary, parts[part], counts[part]), [])
      }.results.map(\.value)
      terms += try sideBySide(1 + termPieces, jobs, writer, (), &version) { number, _ -> ([TermEntry], [IndexFile]) in
        // First what takes longest, then many small pieces.
        if number == 0 { return ([], range.lowerBound == 0 ? files : []) }
        let (from, to) = (range.count * (number - 1) / termPieces, range.count * number / termPieces)
        return termEntries((range.lowerBound + from)..<(range.lowerBound + to), vocabulary, postings)
      }.results.flatMap(\.value)
    }
    return joined(terms)
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

  /// At most so many postings are in memory at once, or a quarter of all.
  private static let postingsAtATime = 2_000_000

  /// Terms one after the other, at least one range.
  /// - Parameter counts: how many postings of each term there can be, in some parts of the documents.
  private static func ranges(of counts: [[Int32]]) -> [Range<Int>] {
    let terms = counts.first?.count ?? 0
    func count(_ term: Int) -> Int { counts.reduce(0) { $0 + Int($1[term]) } }
    let limit = max(postingsAtATime, (0..<terms).reduce(0) { $0 + count($1) } / 4)
    var ranges: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for term in 0..<terms {
      sum += count(term)
      if sum < limit { continue }
      ranges.append(start..<(term + 1))
      (start, sum) = (term + 1, 0)
    }
    return start < terms || ranges.isEmpty ? ranges + [start..<terms] : ranges
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
