/// What was read of a collection for the dictionary of its words and for its filters.
struct ReadCollection: Sendable {
  /// The words of all documents.
  private(set) var words = WordTable()
  /// Where they stand, in the order of the documents; `numbers` leads from the numbers of words there to those of `words`.
  private(set) var chunks: [(words: WordPlaces, numbers: [Int32])] = []
  private(set) var facets: [DocumentFacets] = []
  private(set) var sets = FacetSets()
  /// How many documents there are.
  var count: Int { facets.count }

  /// The documents in so many parts.
  func parts(_ count: Int) -> [ArraySlice<(words: WordPlaces, numbers: [Int32])>] {
    (0..<count).map { chunks[(chunks.count * $0 / count)..<(chunks.count * ($0 + 1) / count)] }
  }

  /// So many documents are read at a time: those of a file of entries, and of some of texts.
  private static let chunk = EntryFiles.documents

  private struct Chunk: Sendable {
    let words: WordPlaces
    let pairs: PairChunk
    let facets: [DocumentFacets]
  }

  /// Reads all documents, and makes the files that are of them alone and those of pairs. Of the pairs nothing is left then.
  init<Failure: Error>(
    _ collection: some SearchCollection, _ jobs: Int, _ writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void,
    _ version: inout UInt64
  ) throws(Failure) {
    let count = min(collection.count, Posting.documentLimit)
    let size = ReadCollection.chunk
    let readers = try sideBySide((count + size - 1) / size, jobs, writer, DocumentReader(), &version) { number, reader in
      ReadCollection.read(number, (number * size)..<min((number + 1) * size, count), of: collection, &reader)
    }
    let wordNumbers = readers.states.map { reader in (0..<reader.table.count).map { Int32(words.insert(reader.table[$0])) } }
    let setNumbers = readers.states.map { sets.insert($0.sets) }
    facets.reserveCapacity(count)
    for (chunk, task) in readers.results {
      chunks.append((chunk.words, wordNumbers[task]))
      for document in chunk.facets { facets.append(DocumentFacets(document, setNumbers[task])) }
    }
    let shards = PairShards.count(documents: count)
    let pairs = readers.results.map(\.value.pairs)
    _ = try sideBySide(PairShards.groups(shards), jobs, writer, (), &version) { group, _ in
      ((), PairShards.files(ofGroup: group, of: shards, pairs))
    }
  }

  /// Reads the documents of a chunk, and makes the files that are of them alone.
  private static func read(
    _ number: Int, _ range: Range<Int>, of collection: some SearchCollection, _ reader: inout DocumentReader
  ) -> (Chunk, [IndexFile]) {
    var read = ReadDocuments()
    var files: [IndexFile] = []
    var entries: [[String]] = []
    var texts: [[UInt8]] = []
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
    return (
      Chunk(words: WordPlaces(read.words), pairs: PairChunk(from: range.lowerBound, read.pairs), facets: read.facets), files
    )
  }
}
