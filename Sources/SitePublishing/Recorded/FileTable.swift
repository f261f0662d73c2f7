package import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of a site in the order of their paths' bytes, with their digests, and the folders that they are in.
///
/// A site of 10,000 audits has 200,000 files: each is a few bytes in some long arrays.
package struct FileTable: Sendable {
  /// Each path with a zero byte after it, as the system wants it.
  private(set) var paths: [UInt8] = []
  /// Where each path begins.
  private(set) var starts: [UInt32] = []
  /// How many folders there are before those that each file is the first to be in. The site's own folder is the first of all.
  private(set) var foldersBefore: [UInt32] = []
  private(set) var folderCount = 1
  private(set) var digests: [SHA256.Digest] = []
  /// Tell what each file was made of: zeros where nobody knows.
  private(set) var keys: [SHA256.Digest] = []
  /// What each file was when it was written or compared; empty where the table was kept.
  private(set) var identities: [FileIdentity] = []

  package var count: Int { starts.count }

  /// All files of some lists. Fails where a path stands there twice.
  init(_ lists: [FileList]) throws(PathStandsTwice) {
    let all = try FileTable.sorted(lists)
    paths.reserveCapacity(lists.reduce(all.count) { $0 + $1.size })
    for (list, file) in all {
      identities.append(file.identity)
      lists[list].withPath(of: file) { append($0, file.digest, file.key ?? .none) }
    }
  }

  struct PathStandsTwice: Error { let path: String }

  private static func sorted(_ lists: [FileList]) throws(PathStandsTwice) -> [(list: Int, file: FileList.File)] {
    var all: [(list: Int, file: FileList.File)] = []
    all.reserveCapacity(lists.reduce(0) { $0 + $1.files.count })
    for (index, list) in lists.enumerated() {
      for file in list.files { all.append((index, file)) }
    }
    func path(_ place: Int) -> ArraySlice<UInt8> { lists[all[place].list].path(of: all[place].file) }
    all.sort { lists[$0.list].path(of: $0.file).lexicographicallyPrecedes(lists[$1.list].path(of: $1.file)) }
    for place in all.indices.dropFirst() where path(place) == path(place - 1) {
      throw PathStandsTwice(path: String(decoding: path(place), as: UTF8.self))
    }
    return all
  }

  private mutating func append(_ path: UnsafeBufferPointer<UInt8>, _ digest: SHA256.Digest, _ key: SHA256.Digest) {
    foldersBefore.append(UInt32(folderCount))
    starts.append(UInt32(paths.count))
    paths += path
    paths.append(0)
    digests.append(digest)
    keys.append(key)
    folderCount += newFolders(of: count - 1).count
  }

  /// A path without the zero byte.
  func path(_ file: Int) -> ArraySlice<UInt8> {
    let end = file + 1 < count ? Int(starts[file + 1]) : paths.count
    return paths[Int(starts[file])..<end - 1]
  }

  /// The number of the first file whose path does not come before another.
  private func place(of path: UnsafeRawBufferPointer) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self.path(middle).lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of the file with a path.
  func file(at path: UnsafeRawBufferPointer) -> Int? {
    let place = place(of: path)
    return place < count && self.path(place).elementsEqual(path) ? place : nil
  }

  /// The numbers of the files in a folder.
  /// - Parameter folder: with `/` after it.
  func files(in folder: String) -> Range<Int> {
    var folder = folder
    return folder.withUTF8 { folder in
      let first = place(of: UnsafeRawBufferPointer(folder))
      var end = first
      while end < count, path(end).starts(with: folder) { end += 1 }
      return first..<end
    }
  }

  /// The places of the slashes in a file's path that end the name of a folder which no file before it is in.
  private func newFolders(of file: Int) -> [Int] {
    let path = path(file)
    let common = file > 0 ? zip(path, self.path(file - 1)).prefix { $0 == $1 }.count : 0
    let new = path.dropFirst(common)
    return new.indices.filter { new[$0] == UInt8(ascii: "/") }
  }

  /// Asks the system for some files and the folders that they are the first to be in, in order.
  ///
  /// Most of the time goes into finding each file from the root. So an audit's folder is opened where several files follow in it.
  /// - Parameter take: is given the number of a file or a folder and what the system knows of it, nil where that is nothing.
  func look(
    at files: Range<Int>, in root: Int32, _ take: (_ number: Int, _ isFolder: Bool, _ status: stat?) -> Void
  ) {
    if files.lowerBound == 0 { take(0, true, status(of: ".", in: root)) }
    if files.isEmpty { return }
    var folder = Int(foldersBefore[files.lowerBound])
    var opened = Descriptor(-1)
    /// As many of the first letters of the path as lead to the open folder, with the slash.
    var length = 0
    var end = files.lowerBound
    var name: [CChar] = []
    func look(_ part: ArraySlice<UInt8>) -> stat? {
      name.removeAll(keepingCapacity: true)
      for byte in part.dropFirst(length) { name.append(CChar(bitPattern: byte)) }
      name.append(0)
      return status(of: name, in: length > 0 ? opened.number : root)
    }
    for file in files {
      if file >= end {
        let group = group(from: file, upTo: files.upperBound)
        (length, end) = (0, group.end)
        if group.length > 0 {
          let path = String(decoding: path(file).prefix(group.length), as: UTF8.self)
          opened = .openFolder(path, in: root)
          if opened.isOpen { length = group.length }
        }
      }
      let path = path(file)
      for slash in newFolders(of: file) {
        let isAbove = slash - path.startIndex < length
        let open = length
        if isAbove { length = 0 }
        take(folder, true, look(path[..<slash]))
        length = open
        folder += 1
      }
      take(file, false, look(path))
    }
  }

  /// The files from one on that share its first two folders, and how long their path is with its slash; 0 where they are few.
  private func group(from file: Int, upTo limit: Int) -> (length: Int, end: Int) {
    let path = path(file)
    let slashes = path.indices.lazy.filter { path[$0] == UInt8(ascii: "/") }.prefix(2).map { $0 - path.startIndex + 1 }
    guard let length = Array(slashes).last, slashes.count == 2 else { return (0, file + 1) }
    let prefix = path.prefix(length)
    var end = file + 1
    while end < limit, self.path(end).starts(with: prefix) { end += 1 }
    return end - file < 4 ? (0, end) : (length, end)
  }

  /// The files in parts of some thousands, for several threads.
  var parts: [Range<Int>] {
    let size = 4096
    return count == 0 ? [0..<0] : stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  // MARK: Kept

  package func write(to record: inout RecordWriter) {
    record.add(paths)
    record.add(starts)
    record.add(foldersBefore)
    record.add(folderCount)
    record.add(digests)
    record.add(keys)
  }

  /// Nil where the bytes are no table.
  package init?(from record: inout RecordReader) {
    guard let paths = record.values(UInt8.self), let starts = record.values(UInt32.self),
      let foldersBefore = record.values(UInt32.self), let folderCount = record.number(), let digests = record.values(SHA256.Digest.self),
      let keys = record.values(SHA256.Digest.self)
    else { return nil }
    guard starts.count == digests.count, starts.count == keys.count, starts.count == foldersBefore.count, folderCount > 0 else { return nil }
    (self.paths, self.starts, self.foldersBefore, self.folderCount) = (paths, starts, foldersBefore, folderCount)
    (self.digests, self.keys) = (digests, keys)
  }
}
