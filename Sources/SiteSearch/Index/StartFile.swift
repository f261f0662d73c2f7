/// The file that a search begins with: where everything else stands, the names of filters and the rules of stems.
struct StartFile {
  let file: IndexFile

  /// - Parameter version: tells one index from another, so that a browser does not mix files of two.
  init(
    count: Int, terms: Shards, ends: Shards, pairs: PairShards, columns: Columns, names: FacetNames,
    version: UInt64
  ) {
    var json = JSONText()
    json.raw("{\"version\":\"\(String(version, radix: 36))\",\"count\":\(count),\"pairs\":\(pairs.count)")
    func field(_ name: String, _ texts: [String]) {
      json.raw(",\"\(name)\":")
      json.strings(texts)
    }
    // Long lists of short words take less room in one string.
    json.raw(",\"words\":")
    json.string(Array(terms.firsts.joined(separator: [0x20]))[...])
    json.raw(",\"ends\":")
    json.string(Array(ends.firsts.joined(separator: [0x20]))[...])
    field("kommun", names.municipalities)
    field("amne", names.topics)
    field("tema", names.themes)
    field("namnd", names.boards)
    json.raw(",\"topicSets\":[")
    json.raw(columns.topicSets.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }.joined(separator: ","))
    json.raw("],\"rules\":")
    let rules = StemmingRules.table.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: " ")
    json.string(Array(rules.utf8)[...])
    json.raw(",\"stop\":")
    json.string(Array(StemmingRules.stopWords.utf8)[...])
    json.raw("}")
    file = IndexFile.json("start", json.bytes)
  }
}
