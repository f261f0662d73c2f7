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

    /// Hands over the files, of which nothing is left here.
    mutating func takeFiles() -> FileList {
      defer { files = FileList() }
      return files
    }
  }

  let entries: Mutex<Entries>

  /// - Parameter count: how many files are to be expected.
  init(for count: Int = 0) {
    var entries = Entries()
    entries.files.reserveCapacity(count)
    self.entries = Mutex(entries)
  }
}

/// Many paths, in one block of memory, and their files' digests.
struct FileList: Sendable {
  struct File {
    fileprivate let start: UInt32
    fileprivate let length: UInt16
    let isKept: Bool
    /// Of the file in the new site, or in the old one where it is kept.
    let identity: FileIdentity
    let digest: SHA256.Digest
    /// Tells what the file was made of; zeros where nobody knows.
    let key: SHA256.Digest

    /// Where its path stands.
    var path: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  /// One after the other.
  private(set) var paths: [UInt8] = []
  private(set) var files: [File] = []
  /// Of all paths, in bytes.
  var size: Int { paths.count }

  /// Makes room for some files with paths of the usual length.
  mutating func reserveCapacity(_ count: Int) {
    paths.reserveCapacity(64 * count)
    files.reserveCapacity(count)
  }

  /// - Parameter path: as long as the system's paths can be.
  mutating func append(
    _ path: UnsafeRawBufferPointer, _ digest: SHA256.Digest, _ identity: FileIdentity, _ key: SHA256.Digest?, isKept: Bool
  ) {
    let start = UInt32(paths.count)
    paths.append(contentsOf: path)
    files.append(
      File(start: start, length: UInt16(path.count), isKept: isKept, identity: identity, digest: digest, key: key ?? .none))
  }

  func withPath<Result>(of file: File, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    paths.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[file.path])) }
  }

  func path(of file: File) -> ArraySlice<UInt8> { paths[file.path] }
}
