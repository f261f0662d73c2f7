#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lies in a folder and its sub-folders.
struct FolderCount: Equatable {
  /// Everything that is not a folder.
  var files = 0
  /// Those of them that are not ordinary files (symbolic links, sockets), which no build of Missiv makes.
  var foreign = 0

  mutating func add(_ kind: EntryKind) {
    if kind != .folder { files += 1 }
    if kind == .other { foreign += 1 }
  }

  static func += (a: inout FolderCount, b: FolderCount) {
    a.files += b.files
    a.foreign += b.foreign
  }
}

/// Counts what lies in the folder `name`, or returns nil with `errno`.
func countFiles(below name: UnsafePointer<CChar>, in folder: Int32) -> FolderCount? {
  var count = FolderCount()
  let succeeded = forEachEntry(of: name, in: folder) { folder, name, kind in
    count.add(kind)
    guard kind == .folder else { return true }
    guard let inner = countFiles(below: name, in: folder) else { return false }
    count += inner
    return true
  }
  return succeeded ? count : nil
}

/// Removes the folder `name` with everything in it, and counts the files.
///
/// Goes on where something cannot be removed; `removedAll` is then false and `errno` tells of the last obstacle.
@discardableResult
func removeFolder(_ name: UnsafePointer<CChar>, in folder: Int32) -> (files: Int, removedAll: Bool) {
  var files = 0
  while true {
    var progress = false
    var obstacle: Int32 = 0
    let readAll = forEachEntry(of: name, in: folder) { folder, name, kind in
      let isRemoved: Bool
      if kind == .folder {
        let inner = removeFolder(name, in: folder)
        files += inner.files
        isRemoved = inner.removedAll
      } else {
        isRemoved = unlinkat(folder, name, 0) == 0
        if isRemoved { files += 1 }
      }
      if isRemoved { progress = true } else { obstacle = errno }
      return true
    }
    if !readAll { obstacle = errno }
    if unlinkat(folder, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return (files, true) }
    // Some systems skip entries of a folder that shrinks while it is read: once more, as long as that helps.
    if progress { continue }
    if obstacle != 0 { errno = obstacle }
    return (files, false)
  }
}

/// Removes what lies in the folder `name`, and the folder itself, as far as `limit` names go; each that goes is taken from it.
func removeFolder(_ name: UnsafePointer<CChar>, in folder: Int32, upTo limit: inout Int) {
  _ = forEachEntry(of: name, in: folder) { folder, name, kind in
    guard limit > 0 else { return false }
    if kind == .folder {
      removeFolder(name, in: folder, upTo: &limit)
    } else if unlinkat(folder, name, 0) == 0 {
      limit -= 1
    }
    return true
  }
  if limit > 0, unlinkat(folder, name, AT_REMOVEDIR) == 0 { limit -= 1 }
}

/// Whether the folder holds nothing at all.
func isEmpty(_ folder: Int32) -> Bool {
  var empty = true
  let succeeded = forEachEntry(of: ".", in: folder) { _, _, _ in
    empty = false
    return false
  }
  return succeeded && empty
}

package enum EntryKind { case folder, file, other }

/// Calls `body` with each entry of the folder `name` until it returns false; false where the folder could not be read
/// or `body` stopped. The name given to `body` is valid during the call only.
/// - Parameter finally: what is done at the end with the folder that is still open; false where it fails.
package func forEachEntry(
  of name: UnsafePointer<CChar>, in folder: Int32, followsLinks: Bool = false,
  _ body: (Int32, UnsafePointer<CChar>, EntryKind) -> Bool,
  finally: (Int32) -> Bool = { _ in true }
) -> Bool {
  let opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
  guard opened >= 0 else { return false }
  guard let stream = fdopendir(opened) else {
    close(opened)
    return false
  }
  defer {
    let number = errno
    closedir(stream)
    errno = number
  }
  let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  while true {
    errno = 0
    guard let entry = readdir(stream) else { return errno == 0 && finally(opened) }
    // The tuple that Swift sees as the name would be copied; the bytes stay where they are.
    let name = UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
    if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
    guard body(opened, name, kind(of: entry.pointee.d_type, name, in: opened)) else { return false }
  }
}

private func kind(of type: UInt8, _ name: UnsafePointer<CChar>, in folder: Int32) -> EntryKind {
  switch Int32(type) {
  case Int32(DT_DIR): return .folder
  case Int32(DT_REG): return .file
  case Int32(DT_UNKNOWN):
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
    return status.isFolder ? .folder : status.isFile ? .file : .other
  default: return .other
  }
}
