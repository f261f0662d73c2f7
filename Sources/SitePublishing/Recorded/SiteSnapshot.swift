package import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lay in an output folder when a site had been published: every file and every folder, with a mark of each. From it a later
/// build sees that all is as it was without reading anything.
package struct SiteSnapshot: Sendable {
  package let files: FileTable
  let fileMarks: [UInt64]
  /// Files that were changed just before, by their number, in order: what they hold has to be compared.
  let freshFiles: [UInt32]
  let folders: FolderMarks
  /// The folders of the spare tree, where one is kept.
  private(set) var spare: FolderMarks?

  init(_ files: FileTable, _ look: TreeLook, spare: FolderMarks? = nil) {
    (self.files, self.spare) = (files, spare)
    (fileMarks, freshFiles, folders) = (look.files, look.freshFiles, look.folders)
  }

  /// Looks at a site that was just published into the open folder `root`. Nil where something else lies there than was published.
  init?(_ site: NewSite, in root: Int32) {
    let identities = site.identities
    guard let look = TreeLook(site.table, in: root, isSame: { identities[$0] == FileIdentity($1) }) else { return nil }
    self.init(published: site.table, look, in: root)
  }

  /// The same, looking at each part of the files when `waiting` is over for it, on one thread.
  init?(_ site: NewSite, in root: Int32, waiting: () -> Void) {
    let identities = site.identities
    guard let look = TreeLook(site.table, in: root, waiting: waiting, isSame: { identities[$0] == FileIdentity($1) }) else {
      return nil
    }
    self.init(published: site.table, look, in: root)
  }

  private init?(published files: FileTable, _ look: TreeLook, in root: Int32) {
    // After the folders were looked at: what comes into one from now on shows in its mark.
    guard look.others.isEmpty, countFilesInParallel(below: ".", in: root) == FolderCount(files: files.count, foreign: 0) else {
      return nil
    }
    self.init(files, look)
  }

  /// The same with a spare tree.
  func with(spare: FolderMarks?) -> SiteSnapshot {
    var snapshot = self
    snapshot.spare = spare
    return snapshot
  }

  /// Whether both are of the same files, untouched between.
  func hasSameFiles(as other: SiteSnapshot) -> Bool { fileMarks == other.fileMarks && files.hasSamePaths(as: other.files) }

  /// Looks whether the site in `output` still is what was published, all files and nothing besides.
  ///
  /// Nil where it is not, or where a build has to look into it: then a build tells, and mends it.
  /// - Returns: the snapshot to be kept from now on, and whether it is another than this one.
  package func verified(at output: String, protecting protected: [String]) -> (snapshot: SiteSnapshot, isNew: Bool)? {
    if StagingFolder.exists(beside: output) { return nil }
    let home = getenv("HOME").map { String(cString: $0) }
    guard let folder = try? OutputFolder(output, protecting: protected, home: home), folder.current.isOpen else { return nil }
    let root = folder.current.number
    let marks = fileMarks
    guard let look = TreeLook(files, in: root, isSame: { FileMark($1).value == marks[$0] }), look.others.isEmpty else {
      return nil
    }
    let foldersAreAsTheyWere = look.folders.values == folders.values
    if foldersAreAsTheyWere, folders.fresh.isEmpty, freshFiles.isEmpty { return (self, false) }
    for file in freshFiles where !holdsWhatWasPublished(Int(file), in: root) { return nil }
    if foldersAreAsTheyWere {
      for folder in folders.fresh where !files.hasOnlyItsOwn(Int(folder), in: root) { return nil }
    } else {
      guard countFilesInParallel(below: ".", in: root) == FolderCount(files: files.count, foreign: 0) else { return nil }
    }
    return (SiteSnapshot(files, look, spare: spare), true)
  }

  /// What a published file is now, if it still is what was published; `path` is its path.
  func identity(of file: Int, _ path: UnsafePointer<CChar>, in root: Int32) -> FileIdentity? {
    guard let status = status(of: path, in: root), isAsPublished(file, status, in: root) else { return nil }
    return FileIdentity(status)
  }

  /// Whether a file of which the system knows this still is what was published.
  func isAsPublished(_ file: Int, _ status: stat, in root: Int32) -> Bool {
    FileMark(status).value == fileMarks[file] && (!isFresh(file) || holdsWhatWasPublished(file, in: root))
  }

  /// What a file was made of, as its last build told; nil where there is no such file, or nobody knows.
  package func key(ofFileAt path: String) -> SHA256.Digest? {
    guard let file = files.file(at: path), files.keys[file] != .none else { return nil }
    return files.keys[file]
  }

  private func isFresh(_ file: Int) -> Bool {
    var (low, high) = (0, freshFiles.count)
    while low < high {
      let middle = (low + high) / 2
      if freshFiles[middle] < file { low = middle + 1 } else { high = middle }
    }
    return low < freshFiles.count && freshFiles[low] == file
  }

  private func holdsWhatWasPublished(_ file: Int, in root: Int32) -> Bool {
    let path = String(decoding: files.path(file), as: UTF8.self)
    return digest(of: Descriptor.open(path, in: root, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)) == files.digests[file]
  }

  // MARK: Kept

  package func write(to record: inout RecordWriter) {
    files.write(to: &record)
    record.add(fileMarks)
    record.add(freshFiles)
    folders.write(to: &record)
    record.add(spare == nil ? 0 : 1)
    spare?.write(to: &record)
  }

  /// Nil where the bytes are no snapshot.
  package init?(from record: inout RecordReader) {
    guard let files = FileTable(from: &record), let fileMarks = record.values(UInt64.self), fileMarks.count == files.count,
      let freshFiles = record.values(UInt32.self), freshFiles.allSatisfy({ $0 < files.count }),
      let folders = FolderMarks(from: &record, count: files.folderCount), let hasSpare = record.number()
    else { return nil }
    let spare = hasSpare == 1 ? FolderMarks(from: &record, count: files.folderCount) : nil
    if hasSpare == 1, spare == nil { return nil }
    (self.files, self.fileMarks, self.freshFiles) = (files, fileMarks, freshFiles)
    (self.folders, self.spare) = (folders, spare)
  }
}

/// The digest of an open file's bytes, or nil where it cannot be read to its end.
func digest(of file: borrowing Descriptor) -> SHA256.Digest? {
  guard file.isOpen else { return nil }
  var hash = SHA256()
  return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 64) { piece in
    guard let base = piece.baseAddress else { return nil }
    while true {
      let count = file.fill(base, piece.count)
      if count < 0 { return nil }
      hash.update(UnsafeRawBufferPointer(start: base, count: count))
      if count < piece.count { return hash.finish() }
    }
  }
}
