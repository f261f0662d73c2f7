#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The marks of all folders of a site, in the order of its table, as they were in one of its trees.
struct FolderMarks: Sendable {
  var values: [UInt64] = []
  /// The numbers, in order, of folders that were changed just before: something may have come into them since, which their marks
  /// do not show. What is in them has to be looked up.
  var fresh: [UInt32] = []

  /// Looks at the folders of a site in an open folder, with all cores; nil where one is missing.
  init?(of table: FileTable, in root: Int32) {
    let parts = table.inParallel { part in FolderMarks(part, of: table, in: root) }
    for part in parts {
      guard let part else { return nil }
      values += part.values
      fresh += part.fresh
    }
  }

  private init?(_ part: Range<Int>, of table: FileTable, in root: Int32) {
    let start = Instant.now
    var hasAll = true
    table.walk(part, in: root, and: root) { place in
      if !place.isFolder { return true }
      guard let status = status(of: place.name, in: place.folder) else {
        hasAll = false
        return false
      }
      append(FileMark(status), of: place.number, at: start)
      return true
    }
    if !hasAll { return nil }
  }

  mutating func append(_ mark: FileMark, of folder: Int, at start: Instant) {
    values.append(mark.value)
    if mark.isFresh(at: start) { fresh.append(UInt32(folder)) }
  }

  /// Takes note of folders whose entries were changed; false where one is missing.
  mutating func lookAgain(at changed: [Int], of table: FileTable, in root: Int32) -> Bool {
    for folder in changed {
      let path = String(decoding: table.path(ofFolder: folder), as: UTF8.self)
      guard let mark = FileMark(path.isEmpty ? "." : path, in: root) else { return false }
      values[folder] = mark.value
    }
    fresh = Array(Set(fresh).union(changed.map { UInt32($0) })).sorted()
    return true
  }

  // MARK: Kept

  func write(to record: inout RecordWriter) {
    record.add(values)
    record.add(fresh)
  }

  init(values: [UInt64] = [], fresh: [UInt32] = []) { (self.values, self.fresh) = (values, fresh) }

  /// Nil where the bytes are no marks of so many folders.
  init?(from record: inout RecordReader, count: Int) {
    guard let values = record.values(UInt64.self), values.count == count, let fresh = record.values(UInt32.self),
      fresh.allSatisfy({ $0 < count })
    else { return nil }
    self.init(values: values, fresh: fresh)
  }
}
