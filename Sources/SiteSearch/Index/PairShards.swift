/// Which words stand beside each other in which documents, for phrases: pairs by their hash, in files `q0`, `q1`, ….
struct PairShards {
  let files: [IndexFile]
  /// A power of two.
  let count: Int

  /// So many documents' pairs make up for a file. It is not by the pairs that files are counted: a text that is edited has others.
  private static let documents = 128
  private static let largestCount = 4096
  /// The bits of the hash above these tell pairs of one file apart.
  private static let shift: UInt32 = 10

  static func count(documents: Int) -> Int {
    var count = 1
    while count < largestCount, count * PairShards.documents < documents { count *= 2 }
    return count
  }

  init(_ chunks: [ReadDocuments], documents: Int) {
    let all = chunks.reduce(0) { $0 + $1.pairs.count }
    let count = PairShards.count(documents: documents)
    let mask = UInt32(count - 1)
    var starts = [Int](repeating: 0, count: count + 1)
    for chunk in chunks { for pair in chunk.pairs { starts[Int(pair.hash & mask) + 1] += 1 } }
    for shard in 1...count { starts[shard] += starts[shard - 1] }
    var next = starts
    // The hash above the document: sorting them sorts by both.
    var pairs = [UInt64](repeating: 0, count: all)
    for chunk in chunks {
      for pair in chunk.pairs {
        let shard = Int(pair.hash & mask)
        pairs[next[shard]] = UInt64(pair.hash >> PairShards.shift) << 32 | UInt64(pair.document)
        next[shard] += 1
      }
    }
    var files: [IndexFile] = []
    for shard in 0..<count {
      let inFile = pairs[starts[shard]..<starts[shard + 1]].sorted()
      var text = NumberText()
      var lastHash = 0
      var at = 0
      while at < inFile.count {
        let hash = Int(inFile[at] >> 32)
        var end = at
        while end < inFile.count, Int(inFile[end] >> 32) == hash { end += 1 }
        text.append(hash - lastHash)
        text.append(end - at)
        var last = -1
        for pair in inFile[at..<end] {
          let document = Int(pair & 0xFFFF_FFFF)
          text.append(max(0, document - last - 1))
          last = document
        }
        lastHash = hash
        at = end
      }
      files += IndexFile.text("q\(shard)", text.bytes)
    }
    self.files = files
    self.count = count
  }
}
