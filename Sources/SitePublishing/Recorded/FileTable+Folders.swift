#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folders that a site's files are in, by their numbers: 0 is the site's own.
extension FileTable {
  /// Where each folder's path stands among the paths, with the slash after it, in the order of the numbers, which is that of
  /// their bytes.
  var folderPaths: [Range<Int>] {
    var all = [0..<0]
    all.reserveCapacity(folderCount)
    withPaths { paths in
      for file in indices {
        let start = Int(starts[file])
        paths.newFolders(of: file) { all.append(start..<start + $0 + 1) }
      }
    }
    return all
  }

  /// The folder's path with the slash after it; empty for the site's own.
  func path(ofFolder number: Int) -> ArraySlice<UInt8> {
    if number == 0 { return [] }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if foldersBefore[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return path(ofFolder: number, firstIn: low - 1)
  }

  private func path(ofFolder number: Int, firstIn file: Int) -> ArraySlice<UInt8> {
    var next = Int(foldersBefore[file])
    var end = 0
    withPaths { paths in
      _ = paths.newFolders(of: file) {
        if next == number { end = $0 + 1 }
        next += 1
      }
    }
    return path(file).prefix(end)
  }

  /// The number of the folder with a path.
  /// - Parameter path: with the slash after it.
  func folder(at path: ArraySlice<UInt8>) -> Int? {
    if path.isEmpty { return 0 }
    let first = path.withUnsafeBytes { place(of: $0) }
    guard first < count, self.path(first).starts(with: path) else { return nil }
    var number = Int(foldersBefore[first])
    var found: Int?
    withPaths { paths in
      _ = paths.newFolders(of: first) {
        if $0 + 1 == path.count { found = number }
        number += 1
      }
    }
    return found
  }

  /// How many files and folders lie in a folder itself.
  private func entries(of path: ArraySlice<UInt8>) -> (files: Int, folders: Int) {
    let slash = UInt8(ascii: "/")
    var (files, folders) = (0, 0)
    var file = path.withUnsafeBytes { place(of: $0) }
    while file < count, self.path(file).starts(with: path) {
      guard let end = self.path(file).dropFirst(path.count).firstIndex(of: slash) else {
        files += 1
        file += 1
        continue
      }
      folders += 1
      // All that begins with `name/` comes before `name0`.
      let next = self.path(file)[..<end] + [slash + 1]
      file = next.withUnsafeBytes { place(of: $0) }
    }
    return (files, folders)
  }

  /// Whether as many files and folders lie in a folder as the site has there, and nothing else.
  func hasOnlyItsOwn(_ folder: Int, in root: Int32) -> Bool {
    let path = path(ofFolder: folder)
    var found = (files: 0, folders: 0)
    let isRead = forEachEntry(of: path.isEmpty ? "." : String(decoding: path, as: UTF8.self), in: root) { _, _, kind in
      switch kind {
      case .file: found.files += 1
      case .folder: found.folders += 1
      case .other: return false
      }
      return true
    }
    return isRead && found == entries(of: path)
  }
}
