/// How well a word stands for a document, the best last. What is a part of the word in the document (*arbete* in
/// *integrationsarbete*) stands one below the word itself.
enum Level {
  static let bodyPart: UInt32 = 0
  static let body: UInt32 = 1
  static let bodyOften: UInt32 = 2
  static let contextPart: UInt32 = 3
  static let context: UInt32 = 4
  static let titlePart: UInt32 = 5
  static let title: UInt32 = 6
  static let name: UInt32 = 7

  /// Where the word is only a part.
  static func part(of level: UInt32) -> UInt32 {
    switch level {
    case ...bodyOften: bodyPart
    case ...context: contextPart
    default: titlePart
    }
  }
}

/// Where a term stands: document, level and the block of the text, in 32 bits that are in order of the documents.
struct Posting: Sendable {
  var bits: UInt32

  static let documentLimit = 1 << 21
  private static let blockLimit: UInt32 = 255

  init(bits: UInt32) { self.bits = bits }

  init(document: Int, level: UInt32, block: Int) {
    bits = UInt32(document) << 11 | level << 8 | min(UInt32(block), Posting.blockLimit)
  }

  var document: Int { Int(bits >> 11) }
  var level: UInt32 { bits >> 8 & 7 }
  var block: Int { Int(bits & 255) }

  func inPart() -> Posting { Posting(document: document, level: Level.part(of: level), block: block) }
}

/// What was read of some documents, by one task.
struct ReadDocuments: Sendable {
  /// A word, by its number at the task, and where it stands; once a document.
  var words: [(word: Int32, posting: Posting)] = []
  /// The hash of two words that stand beside each other, and the document, each once.
  var pairs: [(hash: UInt32, document: Int32)] = []
  /// What each can be filtered by, with the task's numbers of sets.
  var facets: [DocumentFacets] = []
}

/// Reads documents into words and where they stand; for one task, which uses its memory again and again.
struct DocumentReader: Sendable {
  private(set) var table = WordTable()
  private(set) var sets = FacetSets()
  /// What is known of each word of the table.
  private var words: [Word] = []
  private let stopWords = Set(StemmingRules.stopWords.split(separator: " ").map { Array($0.utf8) })

  /// The words of the document that is being read.
  private var hits: [Hit] = []
  private var pairs = PairSet()

  private struct Word {
    /// The hash of its stem.
    let stem: UInt32
    let isSearched: Bool
    /// Its place among the hits of the document that is being read.
    var hit: Int32 = -1
  }

  private struct Hit {
    let word: Int32
    var level: UInt32
    var count: Int32 = 1
    let block: Int32
  }

  /// A phrase goes over at most so many words that are not searched for.
  private static let largestGap = 3

  mutating func read(_ document: SearchDocument, _ index: Int, into result: inout ReadDocuments) {
    let titleWords = read(document.title, Level.title)
    if document.isName, titleWords <= 4 {
      for hit in hits.indices { hits[hit].level = Level.name }
    }
    read(document.summary, Level.context)
    read(document.label, Level.context)
    for name in document.names { read(name, Level.context) }
    document.body.withUnsafeBufferPointer { bytes in
      for (number, range) in TextFiles.blocks(of: bytes).enumerated() {
        read(UnsafeBufferPointer(rebasing: bytes[range]), Level.body, number)
      }
    }
    for hit in hits {
      words[Int(hit.word)].hit = -1
      let level = hit.level == Level.body && hit.count > 2 ? Level.bodyOften : hit.level
      result.words.append((hit.word, Posting(document: index, level: level, block: Int(hit.block))))
    }
    hits.removeAll(keepingCapacity: true)
    for hash in pairs.hashes { result.pairs.append((hash, Int32(index))) }
    pairs.removeAll()
    result.facets.append(DocumentFacets(document, &sets))
  }

  /// Reads a stretch of text; returns how many words it has that are searched for.
  @discardableResult
  private mutating func read(_ text: String, _ level: UInt32) -> Int {
    var text = text
    return text.withUTF8 { read($0, level, 0) }
  }

  @discardableResult
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ level: UInt32, _ block: Int) -> Int {
    var before: UInt32?
    var gap = 0
    var count = 0
    Letters.forEachWord(of: text) { letters in
      let number = table.insert(letters)
      if number == words.count { words.append(word(letters)) }
      let word = words[number]
      guard word.isSearched else {
        gap += 1
        return
      }
      count += 1
      if word.hit < 0 {
        words[number].hit = Int32(hits.count)
        hits.append(Hit(word: Int32(number), level: level, block: Int32(block)))
      } else {
        hits[Int(word.hit)].count += 1
      }
      if let before, gap <= DocumentReader.largestGap { pairs.insert(pairHash(before, gap, word.stem)) }
      before = word.stem
      gap = 0
    }
    return count
  }

  private func word(_ letters: UnsafeBufferPointer<UInt8>) -> Word {
    let folded = Letters.folded(letters)
    let isSearched = !stopWords.contains(folded) && (folded.count > 1 || Letters.isDigit(folded[0]))
    return Word(stem: fnv32(Stemmer.swedish.stem(folded)), isSearched: isSearched)
  }
}

/// The hashes of the pairs of a document, each once.
private struct PairSet {
  private(set) var hashes: [UInt32] = []
  /// A hash under the number of its document, counted up; what has another number is not there.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)
  private var document: UInt64 = 1

  mutating func insert(_ hash: UInt32) {
    guard place(hash) else { return }
    hashes.append(hash)
    guard hashes.count * 2 > slots.count else { return }
    slots = Array(repeating: 0, count: slots.count * 4)
    for hash in hashes { _ = place(hash) }
  }

  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    document += 1
  }

  /// Whether it was not there.
  private mutating func place(_ hash: UInt32) -> Bool {
    let entry = document << 32 | UInt64(hash)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >> 32 == document {
      if slots[slot] == entry { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = entry
    return true
  }
}

/// The hash of two stems beside each other with so many words between them that are not searched for.
func pairHash(_ first: UInt32, _ gap: Int, _ second: UInt32) -> UInt32 {
  var hash = (first ^ UInt32(gap + 1)) &* 0x0100_0193
  hash = (hash ^ second) &* 0x85EB_CA6B
  return hash ^ hash >> 13
}
