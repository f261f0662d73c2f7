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

  /// Keeps the old site's file at the current path. While the sites are equal as far as is known, that is only noted.
  func keep() throws(PublishingError) {
    ledger.entries.withLock {
      $0.unchanged += 1
      $0.pending.append(path)
    }
    if publication.differs.load(ordering: .acquiring) { try linkPending(of: ledger) }
  }

  /// Links the files that a ledger has noted from the old site into the new one.
  func linkPending(of ledger: Ledger) throws(PublishingError) {
    let pending = ledger.entries.withLock {
      let pending = $0.pending
      $0.pending = PathList()
      return pending
    }
    for mark in pending.marks {
      path.reload(pending, at: mark)
      try linkFile()
    }
  }

  private func linkFile() throws(PublishingError) {
    let old = publication.output.current.number
    let new = publication.staging.root.number
    if linkat(old, path.pointer, new, path.pointer, 0) == 0 { return }
    if errno == ENOENT, path.makeFolders(in: new), linkat(old, path.pointer, new, path.pointer, 0) == 0 { return }
    switch errno {
    case EPERM, EACCES, EMLINK, ENOTSUP, EOPNOTSUPP, EXDEV, ENOSYS: try copyOldFile()
    default: throw failureToMake()
    }
  }

  /// For file systems and files that cannot be linked: the same bytes and the same time stamp.
  private func copyOldFile() throws(PublishingError) {
    let old = try openOldFile()
    guard old.file.isOpen, let status = old.file.status else { throw failure() }
    let new = try createFile()
    _ = try copyAll(from: old.file, named: path.text, to: new)
    #if canImport(Darwin)
      let times = [status.st_atimespec, status.st_mtimespec]
    #else
      let times = [status.st_atim, status.st_mtim]
    #endif
    _ = futimens(new.number, times)
    guard new.finishWriting() else { throw failure() }
  }

  private func failureToMake() -> PublishingError {
    switch errno {
    case EEXIST, EISDIR, ENOTDIR: .pathIsTaken(path.text)
    default: failure()
    }
  }
}
