import AuditContent
import Checksums
import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The trees of a large content folder's front matter, kept in the user's cache folder from one run of the program to the next.
///
/// They are known by what the files hold, so that they may be old, and are never needed: what is missing or damaged costs the
/// time that it would have saved.
struct TreeCache {
  /// How many documents are worth it.
  private let minimum: Int
  private let caches: String
  private let path: String
  private let start: [UInt8]

  /// Changes with every change of how trees are kept.
  private static let magic = Array("Missiv front matter 2\n".utf8)
  private static let end = ".trees"

  /// Nil where there is no place for them.
  /// - Parameter caches: the folder for what can be made again.
  init?(ofContent folder: String, from minimum: Int = 1500, in caches: String? = CacheFolder.path) {
    guard let caches, let whole = FileSystem.realPath(folder), let program = FileSystem.programPath(),
      let mark = FileMark(program)
    else { return nil }
    self.minimum = minimum
    self.caches = caches
    path = caches + "/" + SHA256.digest(of: Array(whole.utf8)).hex.prefix(32) + TreeCache.end
    // Another version of the program may make other trees.
    var record = RecordWriter(TreeCache.magic)
    record.add(whole)
    record.add([mark.value])
    start = record.bytes
  }

  /// What is known of some content; nothing where it cannot be relied on, and nil where the content is small.
  func read(for tree: SourceTree) -> KnownTrees? {
    guard tree.files.count >= minimum else { return nil }
    let kept = FileSystem.reading(path) { file, size -> KnownTrees.Kept? in
      guard var record = RecordReader(file: file, size: size, after: start), let keys = record.values(UInt64.self),
        let ends = record.values(UInt32.self), let trees = record.values(UInt8.self), record.isWhole()
      else { return nil }
      return KnownTrees.Kept(keys: keys, ends: ends, bytes: trees)
    }
    return kept.map { KnownTrees($0) } ?? KnownTrees()
  }

  /// Keeps the trees of some content, where it is large and enough of them are new.
  /// - Returns: what is kept now; nil where nothing else is than before.
  @discardableResult
  func keep(_ trees: KnownTrees, of content: ParsedContent) -> KnownTrees? {
    guard content.documents.count >= minimum, let kept = trees.kept(of: content) else { return nil }
    CacheFolder.make(caches)
    if !FileSystem.exists(path) { tidy() }
    _ = FileSystem.replace(at: path) { file in
      var record = RecordWriter(start, into: file)
      record.add(kept.keys)
      record.add(kept.ends)
      record.add(kept.bytes)
      return record.seal()
    }
    return KnownTrees(kept)
  }

  /// Takes away those of folders that are no longer there.
  private func tidy() {
    for name in FileSystem.names(in: caches) ?? [] where name.hasSuffix(TreeCache.end) {
      let bytes = FileSystem.beginning(of: caches + "/" + name) ?? []
      var record = RecordReader(bytes, from: min(bytes.count, TreeCache.magic.count))
      if bytes.starts(with: TreeCache.magic), let content = record.text(), FileSystem.exists(content) { continue }
      unlink(caches + "/" + name)
    }
  }
}
