#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a second tree of a published site is kept between builds: its own folders, and in them links to the very files of the
/// output.
///
/// A build that changes little puts the few files into it and exchanges it with the output; what was the output is then brought
/// into step and kept in its place. So no build links all files anew or removes all of them. The record of the build
/// (`SiteSnapshot`) has a mark of each of its folders: one whose folders all bear these marks has exactly the names that were put
/// there. Any other is of no use and goes, which costs nothing but time.
package struct SpareFolder: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  package var exists: Bool { status(of: path) != nil }

  /// Look at `isOpen`.
  func open() -> Descriptor { .openFolder(path) }

  /// Removes it with all that is in it.
  ///
  /// It loses its name first: what is being removed must not become another build's site.
  package func discard() {
    if status(of: nameWhenGoing) != nil { removeFolder(nameWhenGoing, in: AT_FDCWD) }
    if rename(path, nameWhenGoing) == 0 { removeFolder(nameWhenGoing, in: AT_FDCWD) }
  }

  /// Discards it, but removes at most as much as `limit` names, each of which is taken from it. The rest is for `removeRest`.
  package func discard(upTo limit: inout Int) {
    removeRest(upTo: &limit)
    if rename(path, nameWhenGoing) == 0 { removeRest(upTo: &limit) }
  }

  /// Removes what is left of one that was discarded, up to a limit.
  package func removeRest(upTo limit: inout Int) { removeFolder(nameWhenGoing, in: AT_FDCWD, upTo: &limit) }

  private var nameWhenGoing: String { path + SpareFolder.goingAway }

  /// Ends the name of one that is being removed.
  package static let goingAway = ".gone"

  /// Makes it anew: with a link to every file of the site in `root`. Nil where that cannot be done, and then there is none.
  func make(of table: FileTable, in root: Int32) -> FolderMarks? {
    discard()
    guard mkdir(path, 0o777) == 0 else { return nil }
    let tree = open()
    if tree.isOpen, table.link(from: root, into: tree.number), let marks = FolderMarks(of: table, in: tree.number) {
      return marks
    }
    discard()
    return nil
  }
}

extension FileTable {
  /// Links all files of the site in one folder into another, with all cores.
  fileprivate func link(from root: Int32, into tree: Int32) -> Bool {
    let results = inParallel { part in
      var isDone = true
      let path = PathBuffer()
      walk(part, in: root, and: tree) { place in
        if place.isFolder {
          _ = mkdirat(place.other, place.name, 0o777)
          return true
        }
        if linkat(place.folder, place.name, place.other, place.name, 0) == 0 { return true }
        // Another task may not yet have made the folder.
        withPaths { path.copy($0[place.number]) }
        isDone = errno == ENOENT && path.makeFolders(in: tree) && linkat(root, path.pointer, tree, path.pointer, 0) == 0
        return isDone
      }
      return isDone
    }
    return results.allSatisfy { $0 }
  }
}
