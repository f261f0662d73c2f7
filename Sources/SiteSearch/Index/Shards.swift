/// What a file of a dictionary holds: entries in the order of their keys.
protocol ShardEntry: Sendable {
  /// Letters without marks, and digits.
  var key: [UInt8] { get }
  /// About how many bytes it takes, by what only an edit of itself can change.
  var weight: Int { get }
  /// How many bytes a file has, in the middle.
  static var fileSize: Int { get }
  /// What the names of its files begin with.
  static var prefix: String { get }

  /// Writes it behind the entry whose last word was `before`, and leaves its own there.
  func write(into text: inout NumberText, after before: inout [UInt8])
  /// The entries of a file; nil where it is none.
  static func read(_ text: ArraySlice<UInt8>) -> [Self]?
}

extension ShardEntry {
  /// Whether a file begins with it. It is drawn by lot from the key, the likelier the more the entry takes, and does not depend
  /// on what other entries there are: an edit moves no more than what stands in its own file.
  var beginsFile: Bool {
    guard key.count <= Shards.longestFirst else { return false }
    let lot = (fnv(key[...]) &* 0x9E37_79B9_7F4A_7C15) >> 40
    return lot * UInt64(Self.fileSize) < UInt64(weight) << 24
  }
}

/// A file of a dictionary by the first key that it can hold; the first of all has none.
struct Shard<Entry: ShardEntry> {
  let first: [UInt8]
  var entries: [Entry] = []

  var name: String { Shards.name(Entry.self, first) }

  var files: [IndexFile] {
    var text = NumberText()
    var before: [UInt8] = []
    for entry in entries { entry.write(into: &text, after: &before) }
    return IndexFile.text(name, text.bytes)
  }
}

/// How dictionaries are taken apart into files, each small enough to be fetched for one word.
enum Shards {
  /// Longer keys begin no file, which has its name from its first.
  static let longestFirst = 40

  static func name<Entry: ShardEntry>(_: Entry.Type, _ first: [UInt8]) -> String { Entry.prefix + "-" + Letters.text(first) }

  /// - Parameter isFirst: whether these are the entries that the dictionary begins with. Otherwise the first begins a file.
  static func split<Entry>(_ entries: [Entry], isFirst: Bool = true) -> [Shard<Entry>] {
    var shards: [Shard<Entry>] = isFirst ? [Shard(first: [])] : []
    for entry in entries {
      if shards.isEmpty || entry.beginsFile { shards.append(Shard(first: entry.key)) }
      shards[shards.count - 1].entries.append(entry)
    }
    return shards
  }
}
