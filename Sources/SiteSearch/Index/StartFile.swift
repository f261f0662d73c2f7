/// The file that a search begins with: where everything else stands, the names of filters and the rules of stems.
struct StartFile {
  /// Tells one index from another, so that a browser does not mix files of two.
  var version: UInt64
  let count: Int
  /// How many files of pairs there are.
  let pairs: Int
  /// The first key of each file of terms.
  var words: [[UInt8]]
  /// The first key of each file of ends.
  var ends: [[UInt8]]
  /// What an edit of a text leaves as it is.
  private let rest: [UInt8]

  static let name = "start"
  /// Tells indexes from each other that are written in different ways.
  private static let format = 3

  init(count: Int, pairs: Int, words: [[UInt8]], ends: [[UInt8]], columns: Columns, names: FacetNames, version: UInt64) {
    self.version = version
    self.count = count
    self.pairs = pairs
    self.words = words
    self.ends = ends
    var json = JSONText()
    func field(_ name: String, _ texts: [String]) {
      json.raw(",\"\(name)\":")
      json.strings(texts)
    }
    field("kommun", names.municipalities)
    field("amne", names.topics)
    field("tema", names.themes)
    field("namnd", names.boards)
    json.raw(",\"topicSets\":[")
    json.raw(columns.topicSets.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }.joined(separator: ","))
    json.raw("]")
    rest = json.bytes + StartFile.grammar
  }

  /// How words are told apart, with which the file ends.
  private static let grammar: [UInt8] = {
    var json = JSONText()
    json.raw(",\"rules\":")
    json.string(StemmingRules.table.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: " "))
    json.raw(",\"stop\":")
    json.string(StemmingRules.stopWords)
    json.raw("}")
    return json.bytes
  }()

  var file: IndexFile {
    var json = JSONText()
    json.raw(
      "{\"format\":\(StartFile.format),\"version\":\"\(String(version, radix: 36))\",\"count\":\(count),\"pairs\":\(pairs)")
    // Long lists of short words take less room in one string.
    json.raw(",\"words\":\"\(words.map(Letters.text).joined(separator: " "))\"")
    json.raw(",\"ends\":\"\(ends.map(Letters.text).joined(separator: " "))\"")
    return IndexFile.json(StartFile.name, json.bytes + rest)
  }

  /// The value of a file that this wrote; nil where it is another.
  init?(_ json: ArraySlice<UInt8>) {
    var rest = json
    /// What stands before the next `end`, once a name was passed.
    func value(_ name: String, to end: String) -> String? {
      guard rest.starts(with: name.utf8), let end = rest.dropFirst(name.utf8.count).firstIndex(of: end.utf8.first ?? 0)
      else { return nil }
      defer { rest = rest[end...] }
      return String(decoding: rest[(rest.startIndex + name.utf8.count)..<end], as: UTF8.self)
    }
    func keys(_ text: String) -> [[UInt8]] { text.split(separator: " ", omittingEmptySubsequences: false).map { Array($0.utf8) } }
    guard json.suffix(StartFile.grammar.count).elementsEqual(StartFile.grammar),
      value("{\"format\":", to: ",") == String(StartFile.format),
      let version = value(",\"version\":\"", to: "\"").flatMap({ UInt64($0, radix: 36) }),
      let count = value("\",\"count\":", to: ",").flatMap({ Int($0) }),
      let pairs = value(",\"pairs\":", to: ",").flatMap({ Int($0) }), pairs > 0, pairs & (pairs - 1) == 0,
      let words = value(",\"words\":\"", to: "\""), let ends = value("\",\"ends\":\"", to: "\"")
    else { return nil }
    self.version = version
    self.count = count
    self.pairs = pairs
    self.words = keys(words)
    self.ends = keys(ends)
    self.rest = Array(rest.dropFirst())
  }
}
