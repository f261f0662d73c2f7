import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A copy of a site or an archive package that is to be checked, wherever its files lie.
protocol Copy: Sendable {
  /// The paths of all its files, relative to the folder that its manifest lies in.
  var paths: [String] { get }

  /// Hands over a file's bytes piece by piece. May be called from any number of threads at once.
  func read(_ path: String, _ take: (UnsafeRawBufferPointer) -> Void) -> CopyReading
}

extension Copy {
  /// The bytes of a file that is not large, or nil where it cannot be read.
  func bytes(of path: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    return read(path) { bytes += $0 } == .done ? bytes : nil
  }
}

/// A copy in a folder, such as the one that a web server reads.
struct FolderCopy: Copy {
  let folder: String
  let paths: [String]

  /// Lists the folder; nil where a folder in it cannot be read. What symbolic links lead to is read, but not listed.
  init?(_ folder: String) {
    self.folder = folder
    var paths: [String] = []
    var open = [""]
    while let prefix = open.popLast() {
      guard let entries = FileSystem.entries(of: folder + "/" + prefix) else { return nil }
      for entry in entries {
        if entry.isFolder { open.append(prefix + entry.name + "/") } else { paths.append(prefix + entry.name) }
      }
    }
    self.paths = paths
  }

  func read(_ path: String, _ take: (UnsafeRawBufferPointer) -> Void) -> CopyReading {
    FileSystem.read(folder + "/" + path, take)
  }
}
