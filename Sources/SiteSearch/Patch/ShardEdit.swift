/// A published dictionary of which some entries are changed.
struct ShardEdit<Entry: ShardEntry> {
  /// The first key of each file.
  private(set) var firsts: [[UInt8]]
  /// The files that were read, by their places.
  private var shards: [Int: Shard<Entry>] = [:]

  init(_ firsts: [[UInt8]]) { self.firsts = firsts }

  /// Reads the file that a key stands in, if it stands anywhere; returns whether there is such a file.
  mutating func read(_ key: [UInt8], of index: PublishedIndex) -> Bool { read(place(of: key), of: index) }

  /// An entry, once its file was read.
  subscript(key: [UInt8]) -> Entry? {
    get {
      guard let entries = shards[place(of: key)]?.entries, let at = ShardEdit.place(of: key, in: entries), entries[at].key == key
      else { return nil }
      return entries[at]
    }
    set {
      let place = place(of: key)
      guard let entries = shards[place]?.entries else { return }
      let at = ShardEdit.place(of: key, in: entries) ?? entries.endIndex
      let isThere = at < entries.endIndex && entries[at].key == key
      shards[place]?.entries.replaceSubrange(at..<(isThere ? at + 1 : at), with: newValue.map { [$0] } ?? [])
    }
  }

  /// Takes the files apart anew that were changed; returns whether the index is as it should be.
  mutating func write(to index: inout PublishedIndex) -> Bool {
    for place in firsts.indices.reversed() {
      guard let shard = shards[place] else { continue }
      index.replace(shard.name, with: [])
      // What no file begins with any more goes on in the one before.
      if place > 0, shard.entries.first?.beginsFile != true {
        guard read(place - 1, of: index) else { return false }
        shards[place - 1]?.entries += shard.entries
        firsts.remove(at: place)
        continue
      }
      let split = Shards.split(shard.entries, isFirst: place == 0)
      for shard in split { index.replace(shard.name, with: shard.files) }
      firsts.replaceSubrange(place...place, with: split.map(\.first))
    }
    shards = [:]
    return true
  }

  private mutating func read(_ place: Int, of index: PublishedIndex) -> Bool {
    if shards[place] != nil { return true }
    let first = firsts[place]
    guard let entries = index.value(Shards.name(Entry.self, first)).flatMap({ Entry.read($0[...]) }) else { return false }
    shards[place] = Shard(first: first, entries: entries)
    return true
  }

  /// The last file whose first key is not above the key. The first of all has the key that is below all.
  private func place(of key: [UInt8]) -> Int {
    max(0, (firsts.firstIndex { key.lexicographicallyPrecedes($0) } ?? firsts.endIndex) - 1)
  }

  private static func place(of key: [UInt8], in entries: [Entry]) -> Int? {
    entries.firstIndex { !$0.key.lexicographicallyPrecedes(key) }
  }
}
