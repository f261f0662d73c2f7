/// The file that a search begins with: where everything else stands, the names of filters and the rules of stems.
struct StartFile {
  let file: IndexFile

  init(
    count: Int, terms: Shards, ends: Shards, pairs: PairShards, columns: Columns, entryStarts: [Int], names: FacetNames,
    files: [IndexFile]
  ) {
    var json = JSONText()
    json.raw("{\"version\":\"\(StartFile.version(of: files))\",\"count\":\(count),\"pairs\":\(pairs.count)")
    func field(_ name: String, _ texts: [String]) {
      json.raw(",\"\(name)\":")
      json.strings(texts)
    }
    // Long lists of short words take less room in one string.
    json.raw(",\"words\":")
    json.string(terms.firsts.joined(separator: [0x20]))
    json.raw(",\"ends\":")
    json.string(ends.firsts.joined(separator: [0x20]))
    var starts = NumberText()
    var last = 0
    for start in entryStarts {
      starts.append(start - last)
      last = start
    }
    json.raw(",\"entries\":")
    json.string(starts.bytes)
    field("kommun", names.municipalities)
    field("amne", names.topics)
    field("tema", names.themes)
    field("namnd", names.boards)
    json.raw(",\"topicSets\":[")
    json.raw(columns.topicSets.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }.joined(separator: ","))
    json.raw("],\"rules\":")
    let rules = StemmingRules.table.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: " ")
    json.string(rules.utf8)
    json.raw(",\"stop\":")
    json.string(StemmingRules.stopWords.utf8)
    json.raw("}")
    file = IndexFile.json("start", json.bytes)
  }

  /// Tells one index from another, so that a browser does not mix files of two.
  private static func version(of files: [IndexFile]) -> String {
    var hash: UInt64 = 0
    for file in files { hash = (hash &* 0x100_0000_01B3) ^ fnv(file.bytes[...]) }
    return String(hash, radix: 36)
  }
}
