#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The paths of a table, as they lie in memory.
struct PathTable {
  private let paths: UnsafeBufferPointer<UInt8>
  private let starts: UnsafeBufferPointer<UInt32>

  fileprivate init(_ paths: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt32>) {
    (self.paths, self.starts) = (paths, starts)
  }

  /// A path without the zero byte that comes after it.
  subscript(file: Int) -> UnsafeBufferPointer<UInt8> {
    let end = file + 1 < starts.count ? Int(starts[file + 1]) : paths.count
    return UnsafeBufferPointer(rebasing: paths[Int(starts[file])..<end - 1])
  }

  /// Calls `take` with the length of each folder's path that no file before this one is in; how many there are.
  @discardableResult
  func newFolders(of file: Int, _ take: (Int) -> Void) -> Int {
    let path = self[file]
    var common = 0
    if file > 0 {
      let before = self[file - 1]
      let end = min(path.count, before.count)
      while common < end, path[common] == before[common] { common += 1 }
    }
    var count = 0
    for place in common..<path.count where path[place] == UInt8(ascii: "/") {
      take(place)
      count += 1
    }
    return count
  }

  /// The first file after one that does not share the first bytes of its path.
  fileprivate func end(of file: Int, sharing length: Int, upTo limit: Int) -> Int {
    let prefix = self[file]
    var end = file + 1
    while end < limit {
      let path = self[end]
      guard path.count > length, let start = path.baseAddress, let first = prefix.baseAddress, memcmp(start, first, length) == 0
      else { return end }
      end += 1
    }
    return end
  }
}

/// A folder that is open in one or two sites at once, so that what lies in it is found without beginning at the root.
private struct OpenFolder {
  private(set) var first: Int32 = -1
  private(set) var second: Int32 = -1
  /// Of its path with the slash; 0 where what follows is found from the root.
  private(set) var length = 0
  /// The first file that is no longer in it.
  private(set) var end = 0

  /// Chooses the folder that is the second on the way to a file, where some files follow in it. It is not opened yet.
  mutating func choose(for file: Int, _ paths: PathTable, upTo limit: Int) {
    close()
    let path = paths[file]
    var slashes = 0
    for place in path.indices where path[place] == UInt8(ascii: "/") {
      slashes += 1
      if slashes == 2 {
        end = paths.end(of: file, sharing: place + 1, upTo: limit)
        length = end - file < 4 ? 0 : place + 1
        return
      }
    }
    (length, end) = (0, file + 1)
  }

  /// Opens it where it is not open yet. Where that fails, what follows is found from the root.
  /// - Parameter path: begins with the folder's, with a zero byte in place of the slash after it.
  mutating func open(_ path: UnsafePointer<CChar>, in root: Int32, _ other: Int32) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    first = openat(root, path, flags)
    second = other == root ? first : openat(other, path, flags)
    if first >= 0, second >= 0 { return }
    close()
    length = 0
  }

  var isOpen: Bool { first >= 0 }

  mutating func close() {
    if first >= 0 { _ = systemClose(first) }
    if second >= 0, second != first { _ = systemClose(second) }
    (first, second) = (-1, -1)
  }
}

// Inside `OpenFolder` the name `close` means its own function.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

extension FileTable {
  func withPaths<Result>(_ body: (PathTable) -> Result) -> Result {
    paths.withUnsafeBufferPointer { paths in starts.withUnsafeBufferPointer { body(PathTable(paths, $0)) } }
  }

  /// Something of a site, by its name in an open folder.
  struct Found {
    /// Of the file or the folder.
    let number: Int
    let isFolder: Bool
    let name: UnsafePointer<CChar>
    let folder: Int32
    /// The same folder in the other site.
    let other: Int32
  }

  /// Goes through some files and the folders that they are the first to be in, in order, until `visit` returns false.
  ///
  /// Most of the time goes into finding each file from the root. So an audit's folder is opened where several files follow in it.
  /// - Parameter other: the root of another site that has, or gets, the same files; or the same root.
  func walk(_ files: Range<Int>, in root: Int32, and other: Int32, _ visit: (Found) -> Bool) {
    withPaths { paths in
      let path = PathBuffer()
      if files.lowerBound == 0 {
        [UInt8(ascii: ".")].withUnsafeBufferPointer { path.copy($0) }
        guard visit(Found(number: 0, isFolder: true, name: path.pointer, folder: root, other: other)) else { return }
      }
      if files.isEmpty { return }
      let slash = CChar(bitPattern: UInt8(ascii: "/"))
      var folder = Int(foldersBefore[files.lowerBound])
      var opened = OpenFolder()
      defer { opened.close() }
      /// Shows what the path at hand names, from the chosen folder where it is inside that one.
      func show(_ number: Int, isFolder: Bool, inside isInside: Bool) -> Bool {
        if isInside, opened.length > 0, !opened.isOpen {
          let end = opened.length - 1
          path.pointer[end] = 0
          opened.open(path.pointer, in: root, other)
          path.pointer[end] = slash
        }
        let isOpen = isInside && opened.isOpen
        return visit(
          Found(
            number: number, isFolder: isFolder, name: path.pointer + (isOpen ? opened.length : 0),
            folder: isOpen ? opened.first : root,
            other: isOpen ? opened.second : other))
      }
      for file in files {
        path.copy(paths[file])
        if file >= opened.end { opened.choose(for: file, paths, upTo: files.upperBound) }
        var goesOn = true
        paths.newFolders(of: file) { end in
          guard goesOn else { return }
          path.pointer[end] = 0
          goesOn = show(folder, isFolder: true, inside: end > opened.length)
          path.pointer[end] = slash
          folder += 1
        }
        guard goesOn, show(file, isFolder: false, inside: true) else { return }
      }
    }
  }
}
