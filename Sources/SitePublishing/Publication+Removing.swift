import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Publication {
  /// Removes the old site, whose place the new one has taken, and says how many files it had.
  ///
  /// What the last build left is removed by its names. A file that both sites have bears another mark when one of its names is
  /// gone, so the new site is looked at part by part behind, at a distance: marks of the same instant prove nothing.
  func removeOldSite() -> Int {
    guard let site = site.withLock({ $0 }), let last = site.last, last.files.hasSamePaths(as: site.table) else {
      return staging.remove()
    }
    let old = staging.open(StagingFolder.site)
    guard old.isOpen else { return staging.remove() }
    let folder = old.number
    let root = staging.root.number
    let parts = last.files.parts
    let distance = 8
    let removed = Atomic(0)
    let isRemoved = DispatchSemaphore(value: 0)
    let snapshot = Mutex<SiteSnapshot?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { task in
      if task == 0 {
        for (number, part) in parts.enumerated() {
          removed.wrappingAdd(Publication.removeFiles(part, of: last.files, in: folder), ordering: .relaxed)
          if number >= distance { isRemoved.signal() }
        }
        Publication.removeFolders(of: last.files, in: folder)
        for _ in 0..<min(distance, parts.count) { isRemoved.signal() }
      } else {
        let taken = SiteSnapshot(site, in: root) { isRemoved.wait() }
        snapshot.withLock { $0 = taken }
      }
    }
    taken.withLock { $0 = snapshot.withLock { $0 } }
    return removed.load(ordering: .relaxed) + staging.remove()
  }

  private static func removeFiles(_ part: Range<Int>, of files: FileTable, in root: Int32) -> Int {
    var count = 0
    files.walk(part, in: root, and: root) { place in
      if !place.isFolder, unlinkat(place.folder, place.name, 0) == 0 { count += 1 }
      return true
    }
    return count
  }

  /// Where something else lies in one, it stays.
  private static func removeFolders(of files: FileTable, in root: Int32) {
    let path = PathBuffer()
    files.withPaths { paths in
      for file in files.indices.reversed() {
        var ends: [Int] = []
        paths.newFolders(of: file) { ends.append($0) }
        if ends.isEmpty { continue }
        path.copy(paths[file])
        for end in ends.reversed() {
          path.pointer[end] = 0
          unlinkat(root, path.pointer, AT_REMOVEDIR)
        }
      }
    }
  }
}
