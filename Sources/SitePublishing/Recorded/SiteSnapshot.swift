package import Checksums
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lay in an output folder when a site had been published: every file and every folder, with a mark of each. From it a later
/// build sees that all is as it was without reading anything.
package struct SiteSnapshot: Sendable {
  package let files: FileTable
  private var fileMarks: [UInt64]
  private var folderMarks: [UInt64]
  /// Files that were changed just before, by their number: what they hold has to be compared.
  private var freshFiles: [UInt32]
  /// Whether a folder was changed just before, so that something may have come into it since.
  private var hasFreshFolders: Bool

  /// Looks at a site that was just published into the open folder `root`. Nil where something else lies there than was published.
  init?(_ site: NewSite, in root: Int32) {
    let identities = site.identities
    self.init(published: site.table, SiteSnapshot.look(at: site.table, in: root) { identities[$0] == FileIdentity($1) }, in: root)
  }

  /// The same, looking at each part of the files when `waiting` is over for it, on one thread.
  init?(_ site: NewSite, in root: Int32, waiting: () -> Void) {
    let identities = site.identities
    let looks = site.table.parts.map { part in
      waiting()
      return SiteSnapshot.look(at: part, of: site.table, in: root) { identities[$0] == FileIdentity($1) }
    }
    self.init(published: site.table, looks, in: root)
  }

  private init?(published files: FileTable, _ looks: [Look], in root: Int32) {
    guard !looks.contains(where: \.hasMissing), looks.allSatisfy(\.isAccepted) else { return nil }
    // After the folders were looked at: what comes into one from now on shows in its mark.
    guard countFilesInParallel(below: ".", in: root) == FolderCount(files: files.count, foreign: 0) else { return nil }
    self.init(files, looks)
  }

  private init(_ files: FileTable, _ looks: [Look]) {
    self.files = files
    fileMarks = looks.flatMap { $0.files.map(\.value) }
    folderMarks = looks.flatMap { $0.folders.map(\.value) }
    freshFiles = []
    var first: UInt32 = 0
    for look in looks {
      for (place, mark) in look.files.enumerated() where mark.isFresh(at: look.start) { freshFiles.append(first + UInt32(place)) }
      first += UInt32(look.files.count)
    }
    hasFreshFolders = looks.contains { look in look.folders.contains { $0.isFresh(at: look.start) } }
  }

  /// What was found of a part of the files.
  private struct Look: Sendable {
    let start = Instant.now
    var files: [FileMark] = []
    var folders: [FileMark] = []
    var hasMissing = false
    var isAccepted = true
  }

  private static func look(at files: FileTable, in root: Int32, accept: @Sendable (Int, stat) -> Bool) -> [Look] {
    let parts = files.parts
    let results = Mutex([Look](repeating: Look(), count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
      let look = look(at: parts[part], of: files, in: root, accept: accept)
      results.withLock { $0[part] = look }
    }
    return results.withLock { $0 }
  }

  private static func look(at part: Range<Int>, of files: FileTable, in root: Int32, accept: (Int, stat) -> Bool) -> Look {
    var look = Look()
    look.files.reserveCapacity(part.count)
    files.walk(part, in: root, and: root) { place in
      guard let status = status(of: place.name, in: place.folder) else {
        look.hasMissing = true
        return false
      }
      if place.isFolder {
        look.folders.append(FileMark(status))
      } else {
        look.files.append(FileMark(status))
        if !accept(place.number, status) { look.isAccepted = false }
      }
      return look.isAccepted
    }
    return look
  }

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
    let looks = SiteSnapshot.look(at: files, in: root) { FileMark($1).value == marks[$0] }
    guard !looks.contains(where: \.hasMissing), looks.allSatisfy(\.isAccepted) else { return nil }
    let foldersAreAsTheyWere = looks.flatMap(\.folders).elementsEqual(folderMarks) { $0.value == $1 }
    if foldersAreAsTheyWere, !hasFreshFolders, freshFiles.isEmpty { return (self, false) }
    for file in freshFiles where !holdsWhatWasPublished(Int(file), in: root) { return nil }
    if !foldersAreAsTheyWere || hasFreshFolders {
      guard countFilesInParallel(below: ".", in: root) == FolderCount(files: files.count, foreign: 0) else { return nil }
    }
    return (SiteSnapshot(files, looks), true)
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

  /// About as many bytes as it takes in a record.
  package var size: Int { files.size + 8 * (fileMarks.count + folderMarks.count) + 4 * freshFiles.count }

  package func write(to record: inout RecordWriter) {
    files.write(to: &record)
    record.add(fileMarks)
    record.add(folderMarks)
    record.add(freshFiles)
    record.add(hasFreshFolders ? 1 : 0)
  }

  /// Nil where the bytes are no snapshot.
  package init?(from record: inout RecordReader) {
    guard let files = FileTable(from: &record), let fileMarks = record.values(UInt64.self), fileMarks.count == files.count,
      let folderMarks = record.values(UInt64.self), folderMarks.count == files.folderCount,
      let freshFiles = record.values(UInt32.self), freshFiles.allSatisfy({ $0 < files.count }), let fresh = record.number()
    else { return nil }
    self.files = files
    (self.fileMarks, self.folderMarks) = (fileMarks, folderMarks)
    (self.freshFiles, hasFreshFolders) = (freshFiles, fresh != 0)
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
