#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder beside the output in which the next site is put together: `.public.missiv` for `public`.
///
/// It holds `site`, the new site; `lock`, which a running build keeps locked; `spare`, a second tree of the site while that is in
/// use (`SpareFolder`); and `old` for the moment that an exchange in two steps takes. A build that is killed leaves it behind,
/// and the next one clears it up.
final class StagingFolder: Sendable {
  /// How the new site takes the place of the old one.
  enum Exchange { case atomic, twoRenames }

  static let site = "site", spare = "spare"
  private static let old = "old", lock = "lock"

  private let output: OutputFolder
  private let name: String
  private let locked: Locked
  /// The root of the new site.
  let root: Descriptor
  /// Whether a killed build had left the output moved away, and it was put back.
  let putOldSiteBack: Bool

  init(beside output: OutputFolder) throws(PublishingError) {
    self.output = output
    let parent = output.parent.number
    name = ".\(output.name).missiv"
    locked = try Self.openAndLock(name, in: parent, for: output.path)
    let folder = locked.folder.number
    putOldSiteBack = try Self.putOldSiteBack(from: folder, to: output)
    for name in [Self.old, Self.spare] { removeFolder(name, in: folder) }
    guard removeFolder(Self.site, in: folder).removedAll, mkdirat(folder, Self.site, 0o777) == 0 else {
      throw .system(name, errno)
    }
    root = .openFolder(Self.site, in: folder)
    guard root.isOpen else { throw .system(name, errno) }
  }

  /// Whether a build is running or was killed, as far as the path's spelling tells.
  static func exists(beside output: String) -> Bool {
    var parts = output.split(separator: "/", omittingEmptySubsequences: false)
    while parts.last == "" { parts.removeLast() }
    guard let name = parts.popLast() else { return false }
    return status(of: (parts + [".\(name).missiv"]).joined(separator: "/")) != nil
  }

  /// Whether a build was killed between two renames, so that the site is here and nothing in its place. It is put back then,
  /// or else stays here: it is the only one there is.
  private static func putOldSiteBack(from folder: Int32, to output: OutputFolder) throws(PublishingError) -> Bool {
    let parent = output.parent.number
    guard status(of: output.name, in: parent) == nil, errno == ENOENT else { return false }
    if renameat(folder, Self.old, parent, output.name) == 0 { return true }
    guard errno == ENOENT else { throw .system(output.name, errno) }
    return false
  }

  /// The staging folder and its lock, which holds as long as it is open.
  private struct Locked: ~Copyable {
    let folder: Descriptor
    let lock: Descriptor
  }

  /// The lock is a file in the folder, and the folder goes with the build: whoever gets the lock makes sure that neither
  /// was removed by another build in the meantime.
  private static func openAndLock(
    _ name: String, in parent: Int32, for output: String
  ) throws(PublishingError) -> Locked {
    for _ in 0..<100 {
      guard mkdirat(parent, name, 0o777) == 0 || errno == EEXIST else { throw .system(output, errno) }
      let folder = Descriptor.openFolder(name, in: parent)
      guard folder.isOpen else {
        if errno == ENOENT { continue }
        throw .system(name, errno)
      }
      let lock = Descriptor.open(Self.lock, in: folder.number, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o666)
      guard lock.isOpen else {
        if errno == ENOENT { continue }
        throw .system("\(name)/\(Self.lock)", errno)
      }
      // A file system without locks (some network ones) must do without this protection.
      if flock(lock.number, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { throw .anotherBuildIsRunning(output) }
      if let mine = folder.status, status(of: name, in: parent)?.isSame(as: mine) == true,
        let myLock = lock.status, status(of: Self.lock, in: folder.number)?.isSame(as: myLock) == true
      {
        return Locked(folder: folder, lock: lock)
      }
    }
    throw .anotherBuildIsRunning(output)
  }

  private var parent: Int32 { output.parent.number }

  /// Puts the new site in the place of the old one. Afterwards the old one lies here, by the name that is returned; nil where
  /// there was none.
  ///
  /// The old one is whatever was looked at in the beginning. If another folder has taken its place since, that one is
  /// somebody's, and stays.
  /// - Parameter new: the new site's name here, and its open folder.
  func exchange(
    _ method: Exchange, replacing current: borrowing Descriptor, by new: (name: String, root: Int32)
  ) throws(PublishingError) -> String? {
    let folder = locked.folder.number
    guard current.isOpen, let old = current.status else {
      guard renameat(folder, new.name, parent, output.name) == 0 else { throw failure() }
      return nil
    }
    guard isOutput(old) else { throw .outputWasChanged(output.path) }
    // Group and rights of the old folder (a web server's, say) go over to the new one where the system allows it.
    _ = fchown(new.root, uid_t.max, old.st_gid)
    _ = fchmod(new.root, old.st_mode & 0o7777)

    if method == .atomic {
      if exchangeNames(folder, new.name, parent, output.name) {
        if status(of: new.name, in: folder)?.isSame(as: old) == true { return new.name }
        _ = exchangeNames(folder, new.name, parent, output.name)
        throw .outputWasChanged(output.path)
      }
      guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(errno) else { throw failure() }
    }
    // Where the file system cannot exchange: the output is missing for an instant. A build that is killed just then is
    // made good by the next one, which finds `old` here and no output.
    guard renameat(parent, output.name, folder, Self.old) == 0 else { throw failure() }
    let isOld = status(of: Self.old, in: folder)?.isSame(as: old) == true
    if isOld, renameat(folder, new.name, parent, output.name) == 0 { return Self.old }
    let failure = isOld ? failure() : .outputWasChanged(output.path)
    _ = renameat(folder, Self.old, parent, output.name)
    throw failure
  }

  /// Whether the output is still the folder that was looked at in the beginning.
  func isOutput(_ old: stat) -> Bool { status(of: output.name, in: parent)?.isSame(as: old) == true }

  /// The system's refusal to rename.
  private func failure() -> PublishingError {
    switch errno {
    case ENOENT, ENOTEMPTY, EEXIST, ENOTDIR, EISDIR: .outputWasChanged(output.path)
    default: .system(output.name, errno)
    }
  }

  /// A site that lies here. Look at `isOpen`.
  func open(_ name: String) -> Descriptor { .openFolder(name, in: locked.folder.number) }

  /// Gives what lies at a path a name here, or the other way round; false with `errno`.
  func take(_ path: String, as name: String) -> Bool { renameat(AT_FDCWD, path, locked.folder.number, name) == 0 }
  func give(_ name: String, to path: String) -> Bool { renameat(locked.folder.number, name, AT_FDCWD, path) == 0 }

  /// Removes the sites that lie here, and says how many files they had. What cannot be removed waits for the next build, and so
  /// does an old site that has no other place.
  func removeSites() -> Int {
    let folder = locked.folder.number
    var files = removeFolder(Self.site, in: folder).files + removeFolder(Self.spare, in: folder).files
    if status(of: output.name, in: parent) != nil { files += removeFolder(Self.old, in: folder).files }
    return files
  }

  /// Removes the folder with all that is in it, and says how many files of a site there were.
  @discardableResult
  func remove() -> Int {
    let files = removeSites()
    unlinkat(locked.folder.number, Self.lock, 0)
    unlinkat(parent, name, AT_REMOVEDIR)
    return files
  }
}

/// Exchanges two names in one step, so that each always exists; false with `errno` where it does not work.
private func exchangeNames(_ folderA: Int32, _ a: String, _ folderB: Int32, _ b: String) -> Bool {
  #if canImport(Darwin)
    return renameatx_np(folderA, a, folderB, b, UInt32(RENAME_SWAP)) == 0
  #else
    // Swift's Glibc module leaves out what needs `_GNU_SOURCE`, so the function is asked for by name.
    typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return false
    }
    let exchange: UInt32 = 2  // RENAME_EXCHANGE
    return unsafeBitCast(symbol, to: Rename.self)(folderA, a, folderB, b, exchange) == 0
  #endif
}
