/// Makes the index of a collection: files that the search page fetches a few of for each query.
///
/// `start` says which file holds which words. A word costs one file of terms (`w`), and one of where it stands if that is often
/// (`p`), what is shown of a document one of entries (`d`), the words around it one of its text (`t`), a filter one column (`c`).
/// Which file something stands in follows from itself and the number of documents, so that an edit of a text changes few
/// (`patch`). The bytes do not depend on the number of jobs.
public enum SearchIndex {
  /// So many documents are read at a time: those of a file of entries, and of some of texts.
  private static let chunk = EntryFiles.documents
  /// So many words are taken apart at a time.
  private static let wordsAtATime = 2048

  /// Writes every file with the writer of its task; stops at the first error.
  /// - Parameter writer: makes what a task writes with: the path in the folder of the index and the bytes.
  public static func make<Failure: Error>(
    of collection: some SearchCollection, jobs: Int,
    writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void
  ) throws(Failure) {
    let count = min(collection.count, Posting.documentLimit)
    var version: UInt64 = 0
    let readers = try sideBySide((count + chunk - 1) / chunk, jobs, writer, DocumentReader(), &version) { number, reader in
      read(chunk: number, of: collection, count, &reader)
    }

    // The words of all tasks in one table, and what is known of each.
    var words = WordTable()
    let numbers = readers.states.map { reader in (0..<reader.table.count).map { Int32(words.insert(reader.table[$0])) } }
    let chunks = readers.results.map { (read: $0.value, words: numbers[$0.task]) }
    let known = KnownStems(words, chunks, takesTexts: KnownStems.takesTexts(documents: count))
    let ranges = (words.count + wordsAtATime - 1) / wordsAtATime
    let vocabulary = Vocabulary(
      try sideBySide(ranges, jobs, writer, (), &version) { [words] number, _ in
        let range = (number * wordsAtATime)..<min((number + 1) * wordsAtATime, words.count)
        return (Vocabulary.words(range, of: words, known: known), [])
      }.results.flatMap(\.value))

    // Where terms and pairs stand in some of the documents, and then in others.
    let parts = min(jobs, chunks.count)
    let pairFiles = PairShards.count(documents: count)
    let postings = try sideBySide(parts, jobs, writer, (), &version) { number, _ in
      let part = chunks[(chunks.count * number / parts)..<(chunks.count * (number + 1) / parts)]
      return ((terms: TermPostings(vocabulary, part), pairs: PairPart(part.map(\.read), shards: pairFiles)), [])
    }.results.map(\.value)

    // The files. First those that take longest, then many small pieces.
    let columns = Columns(chunks.flatMap(\.read.facets), sorts: chunks.flatMap(\.read.sorts))
    let terms = try sideBySide(1 + 2 * filePieces, jobs, writer, (), &version) { number, _ -> ([TermEntry], [IndexFile]) in
      if number == 0 { return ([], columns.files + known.files) }
      let piece = (number - 1) / 2
      if number % 2 == 1 {
        return ([], range(piece, of: pairFiles).flatMap { PairShards.files($0, postings.map(\.pairs)) })
      }
      return termEntries(range(piece, of: vocabulary.terms.count), vocabulary, postings.map(\.terms))
    }.results.flatMap(\.value)
    let firsts = try sideBySide(2, jobs, writer, (), &version) { number, _ in
      number == 0 ? files(joined(terms)) : files(ends(of: joined(terms)))
    }.results.map(\.value)
    let start = StartFile(
      count: count, pairs: pairFiles, words: firsts[0], ends: firsts[1], columns: columns, names: collection.names,
      version: version)
    try writer()(start.file)
  }

  private static let filePieces = 32

  /// A piece of so many things.
  private static func range(_ piece: Int, of count: Int) -> Range<Int> {
    (count * piece / filePieces)..<(count * (piece + 1) / filePieces)
  }

  /// Reads the documents of a chunk, and makes the files that are of them alone.
  private static func read(
    chunk number: Int, of collection: some SearchCollection, _ count: Int, _ reader: inout DocumentReader
  ) -> (ReadDocuments, [IndexFile]) {
    var read = ReadDocuments()
    var files: [IndexFile] = []
    var entries: [[String]] = []
    var texts: [[UInt8]] = []
    let range = (number * chunk)..<min((number + 1) * chunk, count)
    for index in range {
      let document = collection.document(index)
      reader.read(document, index, into: &read)
      entries.append(EntryFiles.texts(document))
      texts.append(document.body)
      if texts.count == TextFiles.documents || index + 1 == range.upperBound {
        files += TextFiles.files(ofGroup: index / TextFiles.documents, texts)
        texts.removeAll(keepingCapacity: true)
      }
    }
    files.append(EntryFiles.file(number, entries))
    return (read, files)
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
