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

  /// Whether the file has the bytes of `other`.
  func holds(
    _ other: borrowing Descriptor, reading piece: UnsafeMutableRawPointer, _ otherPiece: UnsafeMutableRawPointer
  ) -> Bool {
    while true {
      let count = file.fill(piece, FileWriter.pieceSize)
      guard count >= 0, count == other.fill(otherPiece, FileWriter.pieceSize) else { return false }
      if count == 0 { return true }
      guard memcmp(piece, otherPiece, count) == 0 else { return false }
    }
  }
}

extension FileWriter {
  func openOldFile() throws(PublishingError) -> OldFile {
    let root = publication.output.current.number
    guard root >= 0 else { return OldFile(file: Descriptor(-1), exists: false, size: -1) }
    let file = Descriptor(openat(root, path.pointer, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    guard file.isOpen, let status = file.status else {
      if errno == EMFILE || errno == ENFILE || errno == ENOMEM { throw failure() }
      return OldFile(file: Descriptor(-1), exists: errno != ENOENT && errno != ENOTDIR, size: -1)
    }
    return OldFile(file: file, exists: !status.isFolder, size: status.isFile ? Int(status.st_size) : -1)
  }
}
