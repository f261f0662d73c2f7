import Checksums
import Synchronization

/// What one writer has done so far. The writer fills it in, the publication reads it at the end.
final class Ledger: Sendable {
  struct Entries {
    /// All files of the new site that came through this writer.
    var files = FileList()
    /// Those of them that equal the old site's.
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

/// Many paths, in one block of memory, and their files' digests.
struct FileList: Sendable {
  struct File {
    let path: Range<Int>
    let digest: SHA256.Digest
    /// Of the file in the new site, or in the old one where it is kept.
    let identity: FileIdentity
    let isKept: Bool
    /// Tells what the file was made of; nil where nobody knows.
    let key: SHA256.Digest?
  }

  /// One after the other.
  private(set) var paths: [UInt8] = []
  private(set) var files: [File] = []
  /// Of all paths, in bytes.
  var size: Int { paths.count }

  mutating func append(_ path: UnsafeRawBufferPointer, _ digest: SHA256.Digest, _ identity: FileIdentity, _ key: SHA256.Digest?, isKept: Bool) {
    let start = paths.count
    paths.append(contentsOf: path)
    files.append(File(path: start..<paths.count, digest: digest, identity: identity, isKept: isKept, key: key))
  }

  func withPath<Result>(of file: File, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    paths.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[file.path])) }
  }

  func path(of file: File) -> ArraySlice<UInt8> { paths[file.path] }
}
