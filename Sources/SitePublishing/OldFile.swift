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
  /// Made of device, inode, size and the time of the last writing, as in `FileMark`: a site has many files.
  private var value: UInt64 = 0

  init() {}

  init(_ status: stat) {
    let written = status.modification
    var mix = StatusMix()
    mix.add(Int(truncatingIfNeeded: status.st_dev))
    mix.add(Int(truncatingIfNeeded: status.st_ino))
    mix.add(Int(status.st_size))
    mix.add(Int(written.tv_sec))
    mix.add(Int(written.tv_nsec))
    value = mix.value
  }
}
