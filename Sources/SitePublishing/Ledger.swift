import Synchronization

/// What one writer has done so far. The writer fills it in, the publication reads it at the end.
final class Ledger: Sendable {
  struct Entries {
    /// Files equal to those of the old site, not yet linked into the new one.
    var pending = PathList()
    var unchanged = 0
    /// New and changed files.
    var written = 0
    /// Those of them that the old site had too.
    var replaced = 0
    /// The size of new and changed files.
    var bytes = 0
  }

  let entries = Mutex(Entries())
}

/// Many paths in one block of memory.
struct PathList {
  struct Mark {
    let hash: UInt64
    let range: Range<Int>
  }

  private var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []

  mutating func append(_ path: PathBuffer) {
    let start = bytes.count
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: path.pointer, count: path.count))
    marks.append(Mark(hash: path.hash, range: start..<bytes.count))
  }

  func withPath<Result>(at mark: Mark, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[mark.range])) }
  }

  func path(at mark: Mark) -> String { withPath(at: mark) { String(decoding: $0, as: UTF8.self) } }
}

/// A path that stands more than once in the lists, or nil.
func firstPathTwice(among lists: [PathList]) -> String? {
  var all: [(hash: UInt64, list: Int, mark: PathList.Mark)] = []
  all.reserveCapacity(lists.reduce(0) { $0 + $1.marks.count })
  for (index, list) in lists.enumerated() {
    for mark in list.marks { all.append((mark.hash, index, mark)) }
  }
  all.sort { $0.hash < $1.hash }
  var start = 0
  while start < all.count {
    var end = start + 1
    while end < all.count, all[end].hash == all[start].hash { end += 1 }
    if end - start > 1 {
      // Equal hashes are nearly always equal paths, but only nearly.
      let paths = all[start..<end].map { lists[$0.list].path(at: $0.mark) }.sorted()
      for (path, next) in zip(paths, paths.dropFirst()) where path == next { return path }
    }
    start = end
  }
  return nil
}
