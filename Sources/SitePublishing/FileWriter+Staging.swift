import Checksums
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How files get into the new site: made anew, or linked over from the old one.
extension FileWriter {
  /// Creates the file at the current path in the new site, and the folders that it is in.
  func createFile() throws(PublishingError) -> Descriptor {
    publication.differs.store(true, ordering: .releasing)
    let root = publication.staging.root.number
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(root, path.pointer, flags, 0o666)
    if file >= 0 { return Descriptor(file) }
    if errno == ENOENT, path.makeFolders(in: root) {
      let file = openat(root, path.pointer, flags, 0o666)
      if file >= 0 { return Descriptor(file) }
    }
    throw failureToMake()
  }

  /// Notes that the old site's file at the current path is kept.
  func keep(_ old: FileIdentity, _ digest: SHA256.Digest, madeOf key: SHA256.Digest? = nil) {
    ledger.entries.withLock {
      $0.unchanged += 1
      $0.files.append(path.bytes, digest, old, key, isKept: true)
    }
  }

  /// How a file of the old site got into the new one.
  enum Keeping { case linked, copied }

  /// Gets a file of the old site into the new one that could not be linked at once.
  func keepOldFile(_ file: Int, of table: FileTable, _ compared: FileIdentity) throws(PublishingError) -> Keeping {
    table.withPaths { path.copy($0[file]) }
    let old = publication.output.current.number
    let new = publication.staging.root.number
    guard path.makeFolders(in: new), linkat(old, path.pointer, new, path.pointer, 0) == 0 else {
      switch errno {
      case EPERM, EACCES, EMLINK, ENOTSUP, EOPNOTSUPP, EXDEV, ENOSYS:
        try copyOldFile(compared)
        return .copied
      case ENOENT: throw .outputWasChanged(publication.output.path)
      default: throw failureToMake()
      }
    }
    return .linked
  }

  /// For file systems and files that cannot be linked: the same bytes and the same time stamp.
  private func copyOldFile(_ compared: FileIdentity) throws(PublishingError) {
    let old = try openOldFile()
    guard old.file.isOpen, let status = old.file.status, old.identity == compared else {
      throw .outputWasChanged(publication.output.path)
    }
    let new = try createFile()
    _ = try copyAll(from: old.file, named: path.text, to: new)
    guard old.file.status.map(FileIdentity.init) == compared else { throw .outputWasChanged(publication.output.path) }
    _ = futimens(new.number, [status.modification, status.modification])
    guard new.finishWriting() else { throw failure() }
  }

  private func failureToMake() -> PublishingError {
    switch errno {
    case EEXIST, EISDIR, ENOTDIR: .pathIsTaken(path.text)
    default: failure()
    }
  }
}
