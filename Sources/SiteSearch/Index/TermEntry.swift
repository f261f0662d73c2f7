/// The terms that differ in their marks alone (*lån* and *län*) with where they stand, in files `w-`, `w-forsk`, ….
struct TermEntry: ShardEntry {
  let key: [UInt8]
  var terms: [Term]

  static let prefix = "w"
  static let fileSize = 5000

  struct Term: Sendable {
    let text: [UInt8]
    let count: Int
    /// Where it stands, in the letters of `PostingText`; nil where that is a file of its own.
    let postings: [UInt8]?
  }

  var count: Int { terms.reduce(0) { $0 + $1.count } }
  var weight: Int { terms.reduce(0) { $0 + $1.text.count + 4 + ($1.postings?.count ?? 2) } }

  func write(into text: inout NumberText, after before: inout [UInt8]) {
    for term in terms {
      text.append(word: term.text, after: before)
      text.append(term.count)
      text.append(term.postings?.count ?? 0)
      if let postings = term.postings { text.append(raw: postings) }
      before = term.text
    }
  }

  static func read(_ text: ArraySlice<UInt8>) -> [TermEntry]? {
    var reader = NumberReader(text)
    var entries: [TermEntry] = []
    var before: [UInt8] = []
    while reader.hasMore {
      guard let word = reader.word(after: before), let count = reader.number(), let size = reader.number(),
        let postings = reader.take(size)
      else { return nil }
      let term = Term(text: word, count: count, postings: size > 0 ? Array(postings) : nil)
      let key = Letters.folded(word)
      if entries.last?.key == key {
        entries[entries.count - 1].terms.append(term)
      } else {
        entries.append(TermEntry(key: key, terms: [term]))
      }
      before = word
    }
    return entries
  }
}

extension TermEntry.Term {
  /// Longer postings have a file of their own.
  private static let longSize = 4000
  /// A longer word has none, since the file has its name from it.
  private static let longestName = 60

  /// The term with where it stands, and the files of its postings where these are long.
  /// - Parameter postings: those of some documents, and then those of others.
  static func written(_ text: [UInt8], _ postings: [ArraySlice<Posting>]) -> (Self, [IndexFile]) {
    let coded = PostingText.write(postings)
    let isLong = coded.count > longSize && text.count <= longestName
    let term = Self(text: text, count: postings.reduce(0) { $0 + $1.count }, postings: isLong ? nil : coded)
    return (term, isLong ? IndexFile.text(term.fileName, coded) : [])
  }

  /// The file that a term's postings are in where they are long: `p-n_emnd`, with å, ä and ö as `_a`, `_e` and `_o`.
  var fileName: String {
    var name: [UInt8] = Array("p-".utf8)
    for letter in text {
      switch letter {
      case Letters.aRing: name += "_a".utf8
      case Letters.aDots: name += "_e".utf8
      case Letters.oDots: name += "_o".utf8
      default: name.append(letter)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }
}

/// A term from its end without marks, with how often it stands, for words with a slip near their beginning: files `e-`,
/// `e-gnin`, ….
struct EndEntry: ShardEntry {
  let key: [UInt8]
  let count: Int

  static let prefix = "e"
  static let fileSize = 4000

  var weight: Int { key.count + 3 }

  /// The end of a term; nil where a slip is not looked for.
  init?(_ term: TermEntry) {
    guard !term.key.contains(where: Letters.isDigit) else { return nil }
    self.init(key: term.key.reversed(), count: term.count)
  }

  private init(key: [UInt8], count: Int) {
    self.key = key
    self.count = count
  }

  func write(into text: inout NumberText, after before: inout [UInt8]) {
    text.append(word: key, after: before)
    text.append(count)
    before = key
  }

  static func read(_ text: ArraySlice<UInt8>) -> [EndEntry]? {
    var reader = NumberReader(text)
    var entries: [EndEntry] = []
    while reader.hasMore {
      guard let key = reader.word(after: entries.last?.key ?? []), let count = reader.number() else { return nil }
      entries.append(EndEntry(key: key, count: count))
    }
    return entries
  }
}
