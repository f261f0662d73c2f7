#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the files and folders of a site were found to be in an open folder, with a mark of each in the order of the site's table.
struct TreeLook: Sendable {
  var files: [UInt64] = []
  /// The numbers of files that were changed just before.
  var freshFiles: [UInt32] = []
  /// The numbers of files that are others than the site's.
  private(set) var others: [UInt32] = []
  var folders = FolderMarks()

  /// Looks at all of them, with all cores. Nil where one is missing.
  /// - Parameter isSame: whether a file, by its number, is the site's.
  init?(_ table: FileTable, in root: Int32, isSame: @Sendable (Int, stat) -> Bool) {
    self.init(table.inParallel { TreeLook($0, of: table, in: root, isSame: isSame) }, of: table)
  }

  /// Looks at each part of the files when `waiting` is over for it, on one thread.
  init?(_ table: FileTable, in root: Int32, waiting: () -> Void, isSame: (Int, stat) -> Bool) {
    let parts = table.parts.map { part in
      waiting()
      return TreeLook(part, of: table, in: root, isSame: isSame)
    }
    self.init(parts, of: table)
  }

  private init?(_ parts: [TreeLook?], of table: FileTable) {
    files.reserveCapacity(table.count)
    folders.values.reserveCapacity(table.folderCount)
    for part in parts {
      guard let part else { return nil }
      files += part.files
      freshFiles += part.freshFiles
      others += part.others
      folders.values += part.folders.values
      folders.fresh += part.folders.fresh
    }
  }

  private init?(_ part: Range<Int>, of table: FileTable, in root: Int32, isSame: (Int, stat) -> Bool) {
    let start = Instant.now
    files.reserveCapacity(part.count)
    var hasAll = true
    table.walk(part, in: root, and: root) { place in
      guard let status = status(of: place.name, in: place.folder) else {
        hasAll = false
        return false
      }
      let mark = FileMark(status)
      if place.isFolder {
        folders.append(mark, of: place.number, at: start)
      } else {
        files.append(mark.value)
        if mark.isFresh(at: start) { freshFiles.append(UInt32(place.number)) }
        if !isSame(place.number, status) { others.append(UInt32(place.number)) }
      }
      return true
    }
    if !hasAll { return nil }
  }
}
