import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder divided for several threads: a site has a folder for nearly every page, and each takes a few system calls.
private struct DividedFolder {
  /// Folders somewhere below that hold everything but what is near the top.
  var parts: [String] = []
  /// What lies above the parts.
  var nearTop = FolderCount()

  /// Goes down level by level until there is enough to share; nil with `errno`.
  init?(_ name: String, in folder: Int32) {
    parts = [name]
    while parts.count < 32 {
      var inner: [String] = []
      for part in parts {
        let succeeded = forEachEntry(of: part, in: folder) { _, name, kind in
          nearTop.add(kind)
          if kind == .folder { inner.append(part + "/" + String(cString: name)) }
          return true
        }
        guard succeeded else { return nil }
      }
      parts = inner
      if inner.isEmpty { return }
    }
  }
}

/// Counts what lies in the folder `name` by several threads, or returns nil with `errno`.
///
/// Removing is left to one thread: on ext4 two of them were slower than one.
func countFilesInParallel(below name: String, in folder: Int32) -> FolderCount? {
  guard let divided = DividedFolder(name, in: folder) else { return nil }
  let result = Mutex((count: divided.nearTop, errno: Int32(0)))
  DispatchQueue.concurrentPerform(iterations: divided.parts.count) { index in
    let count = countFiles(below: divided.parts[index], in: folder)
    let number = errno
    result.withLock { if let count { $0.count += count } else { $0.errno = number } }
  }
  let (count, number) = result.withLock { $0 }
  errno = number
  return number == 0 ? count : nil
}
