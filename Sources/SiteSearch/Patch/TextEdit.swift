/// Documents whose running texts were edited, as they are published and as they are now.
struct TextEdit {
  private var old = ReadDocuments()
  private var new = ReadDocuments()
  private let vocabulary: Vocabulary

  /// Reads both, and changes the files of the texts. Nil where other things changed than texts, or how compounds are taken apart.
  /// - Parameter changes: in the order of their numbers.
  init?(_ changes: [(number: Int, document: SearchDocument)], count: Int, of index: inout PublishedIndex) {
    var reader = DocumentReader()
    var texts: GroupTexts?
    var last = -1
    for (number, document) in changes {
      guard number > last, number < count, TextEdit.isPublished(document, number, index) else { return nil }
      last = number
      if number / TextFiles.documents != texts?.group {
        texts?.write(to: &index)
        texts = GroupTexts(number / TextFiles.documents, of: index)
      }
      guard let text = texts?[number] else { return nil }
      var before = document
      before.body = text
      reader.read(before, number, into: &old)
      reader.read(document, number, into: &new)
      texts?[number] = document.body
    }
    texts?.write(to: &index)

    let numbers = (0..<reader.table.count).map { Int32($0) }
    let takesTexts = KnownStems.takesTexts(documents: count)
    let from = KnownStems(reader.table, [(WordPlaces(old.words), numbers)], takesTexts: takesTexts)
    let to = KnownStems(reader.table, [(WordPlaces(new.words), numbers)], takesTexts: takesTexts)
    guard let known = index.value(KnownStems.name).flatMap({ KnownStems($0[...]) }),
      let changed = known.changed(from: from, to: to)
    else { return nil }
    index.replace(KnownStems.name, with: changed.files)
    vocabulary = Vocabulary(reader.table, known: known)
  }

  /// Whether a document is shown as it is published.
  private static func isPublished(_ document: SearchDocument, _ number: Int, _ index: PublishedIndex) -> Bool {
    guard let json = index.value(EntryFiles.name(number / EntryFiles.documents)) else { return false }
    var reader = JSONReader(json)
    let entries = reader.array { $0.array { $0.string() } }
    let place = number % EntryFiles.documents
    return entries.map { place < $0.count && $0[place] == EntryFiles.texts(document).map { Array($0.utf8) } } ?? false
  }

  /// Changes the files of pairs; returns whether the index is as it should be.
  func changePairs(_ count: Int, in index: inout PublishedIndex) -> Bool {
    func keys(_ read: ReadDocuments) -> [Int: Set<UInt64>] {
      Dictionary(grouping: read.pairs) { PairShards.shard(of: $0.hash, count) }
        .mapValues { Set($0.map { PairShards.key($0.hash, Int($0.document)) }) }
    }
    let (before, after) = (keys(old), keys(new))
    for shard in Set(before.keys).union(after.keys).sorted() {
      let (gone, come) = (before[shard] ?? [], after[shard] ?? [])
      if gone == come { continue }
      let name = PairShards.name(shard)
      guard let keys = index.value(name).flatMap({ PairShards.read($0[...]) }) else { return false }
      let changed = PairShards.sorted(keys.filter { !gone.contains($0) } + Array(come))
      index.replace(name, with: IndexFile.text(name, PairShards.text(changed)))
    }
    return true
  }

  /// Changes the files of terms and of their ends; returns whether the index is as it should be.
  func changeTerms(_ start: inout StartFile, in index: inout PublishedIndex) -> Bool {
    let numbers = vocabulary.termOf.indices.map { Int32($0) }
    let before = TermPostings(vocabulary, [(WordPlaces(old.words), numbers)])
    let after = TermPostings(vocabulary, [(WordPlaces(new.words), numbers)])
    var terms = ShardEdit<TermEntry>(start.words)
    var ends = ShardEdit<EndEntry>(start.ends)
    for (place, text) in vocabulary.terms.enumerated() {
      let (gone, come) = (before[place], after[place])
      if gone.elementsEqual(come, by: { $0.bits == $1.bits }) { continue }
      let key = Letters.folded(text)
      guard terms.read(key, of: index) else { return false }
      var entry = terms[key] ?? TermEntry(key: key, terms: [])
      let count = entry.count
      guard entry.change(text, from: gone, to: come, in: &index) else { return false }
      terms[key] = entry.terms.isEmpty ? nil : entry
      guard entry.count != count, let end = EndEntry(entry) else { continue }
      guard ends.read(end.key, of: index) else { return false }
      ends[end.key] = entry.terms.isEmpty ? nil : end
    }
    guard terms.write(to: &index), ends.write(to: &index) else { return false }
    start.words = terms.firsts
    start.ends = ends.firsts
    return true
  }
}

extension TermEntry {
  /// Puts a term's postings in the place of others; returns whether the index is as it should be.
  fileprivate mutating func change(
    _ text: [UInt8], from gone: ArraySlice<Posting>, to come: ArraySlice<Posting>, in index: inout PublishedIndex
  ) -> Bool {
    let at = terms.firstIndex { !$0.text.lexicographicallyPrecedes(text) } ?? terms.endIndex
    var postings: [Posting] = []
    var isThere = false
    if at < terms.endIndex, terms[at].text == text {
      isThere = true
      guard let read = (terms[at].postings ?? index.value(terms[at].fileName)).flatMap({ PostingText.read($0[...]) })
      else { return false }
      postings = read
      if terms[at].postings == nil { index.replace(terms[at].fileName, with: []) }
    }
    let documents = Set((gone + come).map(\.document))
    postings = (postings.filter { !documents.contains($0.document) } + come).sorted { $0.document < $1.document }
    let written = postings.isEmpty ? nil : Term.written(text, [postings[...]])
    if let written, !written.1.isEmpty { index.replace(written.0.fileName, with: written.1) }
    terms.replaceSubrange(at..<(isThere ? at + 1 : at), with: written.map { [$0.0] } ?? [])
    return true
  }
}

/// The texts of the documents that stand beside each other in a file.
private struct GroupTexts {
  let group: Int
  private var texts: [[UInt8]] = Array(repeating: [], count: TextFiles.documents)
  /// The names of the files that they stood in.
  private var names: [String]

  init?(_ group: Int, of index: PublishedIndex) {
    self.group = group
    names = [TextFiles.path(ofGroup: group)]
    guard let json = index.value(names[0]) else { return }
    var reader = JSONReader(json)
    guard let all = reader.array({ $0.array { $0.string() } }), all.count <= texts.count else { return nil }
    for (place, blocks) in all.enumerated() {
      texts[place] = Array(blocks.joined())
      guard blocks.count == TextFiles.blocks else { continue }
      for number in 1... {
        let name = TextFiles.path(ofGroup: group, place: place, more: number)
        guard let json = index.value(name) else { break }
        var reader = JSONReader(json)
        guard let blocks = reader.array({ $0.string() }) else { return nil }
        texts[place] += blocks.joined()
        names.append(name)
      }
    }
  }

  /// The text of a document by its number.
  subscript(document: Int) -> [UInt8] {
    get { texts[document % TextFiles.documents] }
    set { texts[document % TextFiles.documents] = newValue }
  }

  func write(to index: inout PublishedIndex) {
    for name in names { index.replace(name, with: []) }
    for file in TextFiles.files(ofGroup: group, texts) { index.add(file) }
  }
}
