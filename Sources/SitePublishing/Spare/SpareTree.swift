import Dispatch
import Synchronization

/// A spare tree that has exactly the names that the last build left there, with what its files were found to be.
final class SpareTree: Sendable {
  let root: Descriptor
  /// By the numbers of the last build's files.
  let look: TreeLook

  /// Looks at the tree in a folder; nil where it is not as it was left.
  init?(in folder: SpareFolder, of last: SiteSnapshot) {
    guard let marks = last.spare else { return nil }
    root = folder.open()
    let number = root.number
    // The mark of its own folder became another when it was put here; like one that was fresh, it is looked into.
    guard root.isOpen, let look = TreeLook(last.files, in: number, isSame: { last.isAsPublished($0, $1, in: number) }),
      look.folders.values.dropFirst() == marks.values.dropFirst(),
      Set(marks.fresh + [0]).allSatisfy({ last.files.hasOnlyItsOwn(Int($0), in: number) })
    else { return nil }
    self.look = look
  }
}

/// A look at a spare tree that goes on while something else is being done.
package final class SpareLook: Sendable {
  private let group = DispatchGroup()
  private let found = Mutex<SpareTree?>(nil)

  /// Nil where the last build left none.
  package init?(in folder: SpareFolder, of last: SiteSnapshot) {
    if last.spare == nil { return nil }
    DispatchQueue.global().async(group: group) {
      let tree = SpareTree(in: folder, of: last)
      self.found.withLock { $0 = tree }
    }
  }

  /// The tree, when all of it has been looked at; nil where it is not as it was left.
  func tree() -> SpareTree? {
    group.wait()
    return found.withLock { $0 }
  }
}
