import Dispatch
import Synchronization

/// Makes the index of a collection: files that the search page fetches a few of for each query.
///
/// `start` says which file holds which words. A word costs one file of terms (`w`), and one of where it stands if that is often (`p`),
/// what is shown of a document one of entries (`d`), the words around it one of its text (`t`), a filter one column (`c`). Which
/// file something stands in follows from itself and the number of documents, so that an edit of a text changes few (`patch`).
/// The bytes do not depend on the number of jobs.
public enum SearchIndex {
  /// So many documents are read at a time: those of a file of entries, and of some of texts.
  private static let chunk = EntryFiles.documents

  /// Writes every file with the writer of its task; stops at the first error.
  /// - Parameter writer: makes what a task writes with: the path in the folder of the index and the bytes.
  public static func make<Failure: Error>(
    of collection: some SearchCollection, jobs: Int,
    writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void
  ) throws(Failure) {
    let count = min(collection.count, Posting.documentLimit)
    let chunks = (count + chunk - 1) / chunk
    let state = Mutex<(read: [Int: (ReadDocuments, task: Int)], tables: [Int: WordTable], version: UInt64, failure: Failure?)>(
      ([:], [:], 0, nil))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { task in
      let write = writer()
      var reader = DocumentReader()
      var version: UInt64 = 0
      do throws(Failure) {
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if number >= chunks || state.withLock({ $0.failure != nil }) { break }
          var read = ReadDocuments()
          for file in files(ofChunk: number, collection, count, &reader, into: &read) {
            version &+= file.weight
            try write(file)
          }
          state.withLock { [read] in $0.read[number] = (read, task) }
        }
      } catch {
        state.withLock { if $0.failure == nil { $0.failure = error } }
      }
      let table = reader.table
      state.withLock {
        $0.tables[task] = table
        $0.version &+= version
      }
    }
    let (read, tables, version, failure) = state.withLock { ($0.read, $0.tables, $0.version, $0.failure) }
    if let failure { throw failure }
    let write = writer()
    for file in files((0..<chunks).compactMap { read[$0] }, tables, collection.names, count, version) { try write(file) }
  }

  /// Reads the documents of a chunk, and makes the files that are of them alone.
  private static func files(
    ofChunk number: Int, _ collection: some SearchCollection, _ count: Int, _ reader: inout DocumentReader, into read: inout ReadDocuments
  ) -> [IndexFile] {
    var files: [IndexFile] = []
    var entries: [[UInt8]] = []
    var texts: [[UInt8]] = []
    let range = (number * chunk)..<min((number + 1) * chunk, count)
    for index in range {
      let document = collection.document(index)
      reader.read(document, index, into: &read)
      entries.append(EntryFiles.entry(document))
      texts.append(document.body)
      if texts.count == TextFiles.documents || index + 1 == range.upperBound {
        files += TextFiles.files(ofGroup: index / TextFiles.documents, texts)
        texts.removeAll(keepingCapacity: true)
      }
    }
    files.append(EntryFiles.file(number, entries))
    return files
  }

  /// The files that are made of all documents together.
  private static func files(
    _ read: [(ReadDocuments, task: Int)], _ tables: [Int: WordTable], _ names: FacetNames, _ count: Int, _ version: UInt64
  ) -> [IndexFile] {
    var words = WordTable()
    var numbers: [Int: [Int32]] = [:]
    for (task, table) in tables.sorted(by: { $0.key < $1.key }) {
      numbers[task] = (0..<table.count).map { Int32(words.insert(table[$0])) }
    }
    let chunks = read.map { (read: $0.0, words: numbers[$0.task] ?? []) }
    let known = KnownStems(words, chunks, takesTexts: KnownStems.takesTexts(documents: count))
    let vocabulary = Vocabulary(words, known: known)
    let postings = TermPostings(vocabulary, chunks)
    let (terms, long) = termEntries(vocabulary, postings)
    let termShards = Shards.split(terms)
    let endShards = Shards.split(endEntries(terms))
    let columns = Columns(read.flatMap(\.0.facets), sorts: read.flatMap(\.0.sorts))
    var files = known.files + long + columns.files + PairShards.files(read.map(\.0), documents: count)
    files += termShards.flatMap(\.files) + endShards.flatMap(\.files)
    let start = StartFile(
      count: count, pairs: PairShards.count(documents: count), words: termShards.map(\.first), ends: endShards.map(\.first),
      columns: columns, names: names, version: files.reduce(version) { $0 &+ $1.weight })
    return files + [start.file]
  }

  /// The terms that stand somewhere, and the files of those that stand in many places.
  private static func termEntries(_ vocabulary: Vocabulary, _ postings: TermPostings) -> ([TermEntry], [IndexFile]) {
    var entries: [TermEntry] = []
    var files: [IndexFile] = []
    for (place, word) in vocabulary.terms.enumerated() where !postings[place].isEmpty {
      let (term, long) = TermEntry.Term.written(word, postings[place])
      files += long
      let key = Letters.folded(word)
      if entries.last?.key == key { entries[entries.count - 1].terms.append(term) } else { entries.append(TermEntry(key: key, terms: [term])) }
    }
    return (entries, files)
  }

  private static func endEntries(_ terms: [TermEntry]) -> [EndEntry] {
    terms.compactMap(EndEntry.init).sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
