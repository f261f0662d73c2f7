/// Which words stand beside each other in which documents, for phrases: pairs by their hash, in files `q0`, `q1`, ….
enum PairShards {
  /// So many documents' pairs make up for a file. It is not by the pairs that files are counted: a text that is edited has
  /// others.
  private static let documents = 128
  private static let largestCount = 4096
  /// The bits of the hash above these tell pairs of one file apart.
  private static let shift: UInt32 = 10

  /// How many files there are, a power of two.
  static func count(documents: Int) -> Int {
    var count = 1
    while count < largestCount, count * PairShards.documents < documents { count *= 2 }
    return count
  }

  static func name(_ shard: Int) -> String { "q\(shard)" }

  /// The file that a pair stands in.
  static func shard(of hash: UInt32, _ count: Int) -> Int { Int(hash & UInt32(count - 1)) }

  /// What tells a pair in a document from others in its file, in the order in which they stand there.
  static func key(_ hash: UInt32, _ document: Int) -> UInt64 { UInt64(hash >> shift) << 32 | UInt64(document) }

  /// How many groups of shards there are, each of which can be made by itself: the numbers of its shards have the same lowest
  /// bits.
  static func groups(_ count: Int) -> Int { min(count, PairChunk.pieces) }

  /// The files of a group of so many shards as there are.
  /// - Parameter chunks: the pairs of all documents, in their order.
  static func files(ofGroup group: Int, of count: Int, _ chunks: [PairChunk]) -> [IndexFile] {
    let groups = groups(count)
    var keys = [[UInt64]](repeating: [], count: count / groups)
    for chunk in chunks {
      for piece in stride(from: group, to: PairChunk.pieces, by: groups) {
        chunk.forEach(in: piece) { hash, document in keys[shard(of: hash, count) / groups].append(key(hash, document)) }
      }
    }
    let areInOrder = groups == PairChunk.pieces
    return keys.enumerated().flatMap { place, keys in
      IndexFile.text(name(group + place * groups), text(unique(sorted(keys, byDocuments: !areInOrder))))
    }
  }

  /// The keys in order, each once: two pairs with the same can stand in one document.
  static func sorted(_ keys: [UInt64]) -> [UInt64] { unique(keys.sorted()) }

  private static func unique(_ sorted: [UInt64]) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(sorted.count)
    for key in sorted where key != keys.last { keys.append(key) }
    return keys
  }

  /// Keys in their order, by their lower digits first, then by the upper.
  /// - Parameter byDocuments: whether they are not in the order of their documents yet.
  private static func sorted(_ keys: [UInt64], byDocuments: Bool) -> [UInt64] {
    let digit = (32 - Int(shift)) / 2
    var keys = keys
    for lowest in (byDocuments ? [0, digit] : []) + [32, 32 + digit] {
      var next = [Int](repeating: 0, count: 1 << digit + 1)
      func digits(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> UInt64(lowest)) & (1 << digit - 1) }
      for key in keys { next[digits(key) + 1] += 1 }
      for at in 1...(1 << digit) { next[at] += next[at - 1] }
      var sorted = [UInt64](repeating: 0, count: keys.count)
      for key in keys {
        sorted[next[digits(key)]] = key
        next[digits(key)] += 1
      }
      keys = sorted
    }
    return keys
  }

  /// A pair by its distance from the one before, how many documents have it, and which.
  static func text(_ keys: [UInt64]) -> [UInt8] {
    var text = NumberText()
    var lastHash = 0
    var at = 0
    while at < keys.count {
      let hash = Int(keys[at] >> 32)
      var end = at
      while end < keys.count, Int(keys[end] >> 32) == hash { end += 1 }
      text.append(hash - lastHash)
      text.append(end - at)
      var last = -1
      for key in keys[at..<end] {
        let document = Int(key & 0xFFFF_FFFF)
        text.append(document - last - 1)
        last = document
      }
      lastHash = hash
      at = end
    }
    return text.bytes
  }

  static func read(_ text: ArraySlice<UInt8>) -> [UInt64]? {
    var reader = NumberReader(text)
    var keys: [UInt64] = []
    var hash = 0
    while reader.hasMore {
      guard let distance = reader.number(), let count = reader.number() else { return nil }
      hash += distance
      var document = -1
      for _ in 0..<count {
        guard let distance = reader.number() else { return nil }
        document += distance + 1
        keys.append(UInt64(hash) << 32 | UInt64(document))
      }
    }
    return keys
  }
}
