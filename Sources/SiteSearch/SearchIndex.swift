import Dispatch
import Synchronization

/// Makes the index of a collection: files that the search page fetches a few of for each query.
///
/// `start` says which file holds which words. A word costs one file of terms (`w`), what is shown of a document one of entries
/// (`d`), the words around it one of its text (`t`), a filter one column (`c`). The bytes do not depend on the number of jobs.
public enum SearchIndex {
  private static let chunk = 32
  private static let entrySize = 2000

  /// Writes every file with the writer of its task; stops at the first error.
  /// - Parameter writer: makes what a task writes with: the path in the folder of the index and the bytes.
  public static func make<Failure: Error>(
    of collection: some SearchCollection, jobs: Int,
    writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void
  ) throws(Failure) {
    let count = min(collection.count, Posting.documentLimit)
    let chunks = (count + chunk - 1) / chunk
    let state = Mutex<(read: [Int: (ReadDocuments, task: Int)], tables: [Int: WordTable], failure: Failure?)>(([:], [:], nil))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { task in
      let write = writer()
      var reader = DocumentReader()
      do throws(Failure) {
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if number >= chunks || state.withLock({ $0.failure != nil }) { break }
          var read = ReadDocuments()
          for index in (number * chunk)..<min((number + 1) * chunk, count) {
            let blocks = reader.read(collection.document(index), index, into: &read)
            for file in textFiles(blocks, index) { try write(file) }
          }
          state.withLock { [read] in $0.read[number] = (read, task) }
        }
      } catch {
        state.withLock { if $0.failure == nil { $0.failure = error } }
      }
      let table = reader.table
      state.withLock { $0.tables[task] = table }
    }
    let (read, tables, failure) = state.withLock { ($0.read, $0.tables, $0.failure) }
    if let failure { throw failure }
    let write = writer()
    for file in files((0..<chunks).compactMap { read[$0] }, tables, collection.names) { try write(file) }
  }

  /// The files that are made of all documents together.
  private static func files(
    _ read: [(ReadDocuments, task: Int)], _ tables: [Int: WordTable], _ names: FacetNames
  ) -> [IndexFile] {
    var words = WordTable()
    var numbers: [Int: [Int32]] = [:]
    for (task, table) in tables.sorted(by: { $0.key < $1.key }) {
      numbers[task] = (0..<table.count).map { Int32(words.insert(table[$0])) }
    }
    let vocabulary = Vocabulary(words)
    let postings = TermPostings(vocabulary, read.map { ($0.0, numbers[$0.task] ?? []) })
    let terms = Shards.terms(vocabulary, postings)
    let ends = Shards.ends(vocabulary, postings)
    let pairs = PairShards(read.map(\.0))
    let columns = Columns(read.flatMap(\.0.facets), sorts: read.flatMap(\.0.sorts))
    let entries = entryFiles(read.flatMap(\.0.entries))
    let files = terms.files + ends.files + pairs.files + columns.files + entries.files
    let start = StartFile(
      count: read.reduce(0) { $0 + $1.0.entries.count }, terms: terms, ends: ends, pairs: pairs, columns: columns,
      entryStarts: entries.starts, names: names, files: files)
    return files + [start.file]
  }

  private static func textFiles(_ blocks: [[UInt8]], _ document: Int) -> [IndexFile] {
    stride(from: 0, to: blocks.count, by: TextBlocks.perFile).map { first in
      let name = TextBlocks.path(document: document) + (first == 0 ? "" : "-\(first / TextBlocks.perFile)")
      var json = JSONText()
      json.raw("[")
      for (index, block) in blocks[first..<min(first + TextBlocks.perFile, blocks.count)].enumerated() {
        if index > 0 { json.raw(",") }
        json.string(block)
      }
      json.raw("]")
      return IndexFile.json(name, json.bytes)
    }
  }

  /// What is shown of documents, some beside each other in a file `d0`, `d1`, …, and the first document of each.
  private static func entryFiles(_ entries: [[UInt8]]) -> (files: [IndexFile], starts: [Int]) {
    var files: [IndexFile] = []
    var starts: [Int] = []
    var start = 0
    while start < entries.count {
      var json: [UInt8] = Array("[".utf8)
      var end = start
      repeat {
        if end > start { json.append(UInt8(ascii: ",")) }
        json += entries[end]
        end += 1
      } while end < entries.count && json.count + entries[end].count < entrySize
      json.append(UInt8(ascii: "]"))
      files.append(IndexFile.json("d\(starts.count)", json))
      starts.append(start)
      start = end
    }
    return (files, starts)
  }
}
