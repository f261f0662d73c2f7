import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the old site has in the place of a file that is being written.
struct OldFile: ~Copyable {
  let file: Descriptor
  /// Whether there is anything that is no folder.
  let exists: Bool
  /// Below zero where there is nothing to compare with.
  let size: Int
  let identity: FileIdentity

  /// Where there is nothing to compare with.
  init(exists: Bool = false) {
    file = Descriptor(-1)
    self.exists = exists
    size = -1
    identity = FileIdentity()
  }

  init(file: consuming Descriptor, _ status: stat) {
    self.file = file
    exists = !status.isFolder
    size = status.isFile ? Int(status.st_size) : -1
    identity = FileIdentity(status)
  }

  /// Whether the file has these bytes, as many as its size says.
  func holds(_ bytes: UnsafeRawBufferPointer, reading piece: UnsafeMutableRawPointer) -> Bool {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let wanted = min(rest.count, FileWriter.pieceSize)
      guard file.fill(piece, wanted) == wanted, memcmp(piece, base, wanted) == 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[wanted...])
    }
    return true
  }

  /// Whether the file has the bytes of `other`, which are hashed as far as they are read.
  func holds(
    _ other: borrowing Descriptor, hashing hash: inout SHA256, reading piece: UnsafeMutableRawPointer,
    _ otherPiece: UnsafeMutableRawPointer
  ) -> Bool {
    while true {
      let count = file.fill(piece, FileWriter.pieceSize)
      guard count >= 0, count == other.fill(otherPiece, FileWriter.pieceSize) else { return false }
      if count == 0 { return true }
      guard memcmp(piece, otherPiece, count) == 0 else { return false }
      hash.update(UnsafeRawBufferPointer(start: otherPiece, count: count))
    }
  }
}

extension FileWriter {
  func openOldFile() throws(PublishingError) -> OldFile {
    let root = publication.output.current.number
    guard root >= 0 else { return OldFile() }
    let file = Descriptor(openat(root, path.pointer, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    guard file.isOpen, let status = file.status else {
      if errno == EMFILE || errno == ENFILE || errno == ENOMEM { throw failure() }
      return OldFile(exists: errno != ENOENT && errno != ENOTDIR)
    }
    return OldFile(file: file, status)
  }
}

/// What tells whether a file is still the one that was looked at: changed when somebody replaces the file or writes to it.
struct FileIdentity: Equatable, Sendable {
  private var device: UInt64 = 0
  private var inode: UInt64 = 0
  private var size = 0
  private var seconds = 0
  private var nanoseconds = 0

  init() {}

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    (seconds, nanoseconds) = (status.modification.tv_sec, status.modification.tv_nsec)
  }
}
