import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds changes by looking at when every file was last written.
final class PollingSource: ChangeSource {
  private let folders: [String]
  private let milliseconds: Int32
  private let bell: Bell
  private let seen: Mutex<[String: Stamp]>

  fileprivate struct Stamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var inode: UInt64
    var isFolder: Bool
  }

  init(_ folders: [String], every interval: Duration, bell: Bell) {
    self.folders = folders
    self.bell = bell
    let parts = interval.components
    milliseconds = Int32(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
    seen = Mutex(Self.look(folders))
  }

  func next() -> FolderWatcher.Change? {
    while bell.wait(milliseconds: milliseconds) != .rung {
      let now = Self.look(folders)
      let before = seen.withLock { seen in
        defer { seen = now }
        return seen
      }
      var change = FolderWatcher.Change()
      for (path, stamp) in now where before[path] != stamp { change.paths.insert(path) }
      for path in before.keys where now[path] == nil { change.paths.insert(path) }
      if !change.isEmpty { return change }
    }
    return nil
  }

  private static func look(_ folders: [String]) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    var open = folders
    while let folder = open.popLast() {
      guard let stream = opendir(folder) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard !isHidden(name) else { continue }
        let path = folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        if isFolder { open.append(path) }
        // A folder's own time only says that something in it came or went, which its files say themselves.
        stamps[path] = Stamp(status, isFolder: isFolder)
      }
    }
    return stamps
  }
}

extension PollingSource.Stamp {
  fileprivate init(_ status: stat, isFolder: Bool) {
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    self.init(
      seconds: isFolder ? 0 : Int(time.tv_sec), nanoseconds: isFolder ? 0 : Int(time.tv_nsec),
      size: isFolder ? 0 : Int(status.st_size),
      inode: UInt64(status.st_ino), isFolder: isFolder)
  }
}
