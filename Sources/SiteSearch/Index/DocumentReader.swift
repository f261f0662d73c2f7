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
struct Posting {
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
struct ReadDocuments {
  /// A word, by its number at the task, and where it stands; once a document.
  var words: [(word: Int32, posting: Posting)] = []
  /// The hash of two words that stand beside each other, and the document, each once.
  var pairs: [(hash: UInt32, document: Int32)] = []
  var facets: [SearchDocument.Facets] = []
  /// The kind, and for recommendations the state.
  var sorts: [Int] = []
}

/// Reads documents into words and where they stand; for one task, which uses its memory again and again.
struct DocumentReader {
  private(set) var table = WordTable()
  /// The hash of the stem of each word of the table.
  private var stems: [UInt32] = []
  private var isStopWord: [Bool] = []
  private let stopWords = Set(StemmingRules.stopWords.split(separator: " ").map { Array($0.utf8) })

  /// Where each word of the table stands in the document that is being read.
  private var seen: [Int32] = []
  private var hits: [(word: Int32, level: UInt32, count: Int32, block: Int32)] = []
  /// The hashes of the document's pairs of words.
  private var pairs: [UInt32] = []

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
    let blocks = TextFiles.blocks(of: document.body)
    document.body.withUnsafeBufferPointer { bytes in
      for (number, range) in blocks.enumerated() { read(UnsafeBufferPointer(rebasing: bytes[range]), Level.body, number) }
    }
    for hit in hits {
      seen[Int(hit.word)] = -1
      let level = hit.level == Level.body && hit.count > 2 ? Level.bodyOften : hit.level
      result.words.append((hit.word, Posting(document: index, level: level, block: Int(hit.block))))
    }
    hits.removeAll(keepingCapacity: true)
    takePairs(index, into: &result)
    result.sorts.append(document.kind == 0 ? document.state : 13 + document.kind)
    result.facets.append(document.facets)
  }

  /// Reads a stretch of text; returns how many words it has that are searched for.
  @discardableResult
  private mutating func read(_ text: String, _ level: UInt32) -> Int {
    var text = text
    return text.withUTF8 { read($0, level, 0) }
  }

  @discardableResult
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ level: UInt32, _ block: Int) -> Int {
    var before = -1
    var gap = 0
    var count = 0
    Letters.forEachWord(of: text) { letters in
      let word = number(of: letters)
      if isStopWord[word] {
        gap += 1
        return
      }
      count += 1
      note(word, level, block)
      if before >= 0, gap <= DocumentReader.largestGap { pairs.append(pairHash(stems[before], gap, stems[word])) }
      before = word
      gap = 0
    }
    return count
  }

  private mutating func note(_ word: Int, _ level: UInt32, _ block: Int) {
    let at = Int(seen[word])
    if at < 0 {
      seen[word] = Int32(hits.count)
      hits.append((Int32(word), level, 1, Int32(block)))
    } else {
      hits[at].count += 1
    }
  }

  private mutating func number(of letters: ArraySlice<UInt8>) -> Int {
    let word = table.insert(letters)
    if word == stems.count {
      let folded = Letters.folded(letters)
      stems.append(fnv32(Stemmer.swedish.stem(folded)))
      isStopWord.append(stopWords.contains(folded) || folded.count == 1 && !Letters.isDigit(folded[0]))
      seen.append(-1)
    }
    return word
  }

  /// Each pair once, in the order of the hashes.
  private mutating func takePairs(_ document: Int, into result: inout ReadDocuments) {
    pairs.sort()
    var last: UInt32?
    for hash in pairs where hash != last {
      result.pairs.append((hash, Int32(document)))
      last = hash
    }
    pairs.removeAll(keepingCapacity: true)
  }
}

/// The hash of two stems beside each other with so many words between them that are not searched for.
func pairHash(_ first: UInt32, _ gap: Int, _ second: UInt32) -> UInt32 {
  var hash = (first ^ UInt32(gap + 1)) &* 0x0100_0193
  hash = (hash ^ second) &* 0x85EB_CA6B
  return hash ^ hash >> 13
}
