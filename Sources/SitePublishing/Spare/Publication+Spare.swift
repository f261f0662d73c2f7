import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a publication is to do about the spare tree of its site.
struct SpareKeeping: Sendable {
  let folder: SpareFolder
  /// The last build's site, which a spare tree that is there was left in step with.
  let last: SiteSnapshot?
  /// How many files a site has that gets one; nil where it is to have none.
  let minimum: Int?
  /// A look at the one that is there, if it has begun.
  let look: SpareLook?

  /// The tree that is there, if it is in step with the last build's site.
  var tree: SpareTree? { look.map { $0.tree() } ?? last.flatMap { SpareTree(in: folder, of: $0) } }

  /// Whether a site is to have one. A site that has one keeps it.
  func isWanted(for site: NewSite) -> Bool { minimum.map { site.table.count >= $0 || folder.exists } ?? false }
}

/// A spare tree that has become the new site, and what was changed for that.
struct FilledSpare: Sendable {
  let tree: SpareTree
  let change: TreeChange
}

extension Publication {
  /// Has a second tree of the site kept in a folder, for the next build to be quick. To be called before the site is completed.
  /// - Parameter last: the last build's site, if it is known.
  /// - Parameter minimum: how many files a site has that gets one if it has none; nil where it is to have none.
  /// - Parameter look: if it has begun.
  package func keepSpare(in folder: SpareFolder, of last: SiteSnapshot?, from minimum: Int?, looking look: SpareLook? = nil) {
    spareKeeping.withLock { $0 = SpareKeeping(folder: folder, last: last, minimum: minimum, look: look) }
  }

  /// The open folder of the new site.
  var newRoot: Int32 { filled.withLock { $0?.tree.root.number } ?? staging.root.number }

  /// Makes the spare tree the new site, with the files that are written; false where there is none that is in step with the
  /// output.
  ///
  /// What is kept is not looked for in the output: a file of the spare that is as the last build published it is what is to be
  /// there, whatever somebody has done to the output since.
  func fillSpare(_ site: NewSite) -> Bool {
    guard output.current.isOpen, let keeping = spareKeeping.withLock({ $0 }), keeping.isWanted(for: site),
      let last = keeping.last,
      let change = site.change(from: last.files), let tree = keeping.tree, site.keeps(nothingOf: tree.look.others, change),
      let found = tree.root.status, staging.take(keeping.folder.path, as: StagingFolder.spare)
    else { return false }
    let isTaken = staging.open(StagingFolder.spare).status?.isSame(as: found) == true
    guard isTaken, change.apply(to: tree.root.number, from: staging.root.number, moving: false) else {
      giveSpareBack()
      return false
    }
    filled.withLock { $0 = FilledSpare(tree: tree, change: change) }
    return true
  }

  /// Puts a spare tree back that has not become the output. It may be out of step, which shows in the marks of its folders.
  ///
  /// It is not removed now: its files would bear other marks than the last build's record has.
  func giveSpareBack() {
    guard let keeping = spareKeeping.withLock({ $0 }) else { return }
    _ = staging.give(StagingFolder.spare, to: keeping.folder.path)
  }

  /// Clears up when the new site has taken the output's place, and takes note of what lies there. What was the output becomes the
  /// spare tree, where there is to be one.
  /// - Parameter old: the old site's name in the staging folder.
  /// - Parameter kept: how many names both sites have.
  /// - Returns: how many files the old site had besides.
  func clearUp(_ old: String?, kept: Int) -> Int {
    guard let keeping = spareKeeping.withLock({ $0 }), let site = site.withLock({ $0 }) else { return removeOldSite() - kept }
    guard filled.withLock({ $0 != nil }) || keeping.isWanted(for: site) else {
      keeping.folder.discard()
      return removeOldSite() - kept
    }
    defer { staging.remove() }
    if let old, let gone = keepOldTree(old, keeping, site) { return gone }
    let removed = staging.removeSites() - kept
    if filled.withLock({ $0 == nil }) { makeSpare(of: site, in: newRoot, keeping) }
    return removed
  }

  /// Makes a spare tree of a site, unless the one that is there is in step with it.
  func keepSpareOfSameSite() {
    guard let keeping = spareKeeping.withLock({ $0 }), let site = site.withLock({ $0 }) else { return }
    let root = output.current.number
    guard keeping.isWanted(for: site) else { return keeping.folder.discard() }
    if let last = keeping.last, last.spare != nil, let now = SiteSnapshot(site, in: root), now.hasSameFiles(as: last) {
      taken.withLock { $0 = now.with(spare: last.spare) }
    } else {
      makeSpare(of: site, in: root, keeping)
    }
  }

  private func makeSpare(of site: NewSite, in root: Int32, _ keeping: SpareKeeping) {
    let marks = keeping.folder.make(of: site.table, in: root)
    // Every link gives a file another mark, so the site is looked at now.
    let snapshot = SiteSnapshot(site, in: root)?.with(spare: marks)
    taken.withLock { $0 = snapshot }
  }

  /// Makes the old site the spare tree of the new one: how many files go from it. Nil where that cannot be done.
  private func keepOldTree(_ name: String, _ keeping: SpareKeeping, _ site: NewSite) -> Int? {
    let filled = filled.withLock { $0 }
    guard let last = keeping.last, let change = filled?.change ?? site.change(from: last.files) else { return nil }
    let tree = staging.open(name)
    if filled == nil { keeping.folder.discard() }
    guard tree.isOpen, staging.give(name, to: keeping.folder.path) else { return nil }
    // What somebody else did to the folders of the old site shows in their marks, which are to be what they were.
    var marks = FolderMarks(values: change.folders.carry(last.folders.values), fresh: change.folders.carry(last.folders.fresh))
    let isInStep =
      change.apply(to: tree.number, from: filled == nil ? newRoot : staging.root.number, moving: filled != nil)
      && marks.lookAgain(at: change.touched, of: site.table, in: tree.number)
    if !isInStep {
      keeping.folder.discard()
      return nil
    }
    let snapshot = filled.map { SiteSnapshot($0, in: newRoot) } ?? SiteSnapshot(site, in: newRoot)
    taken.withLock { $0 = snapshot?.with(spare: marks) }
    return change.gone.count
  }
}

extension NewSite {
  /// What makes the last build's tree that of this site; nil where that one has not all files that are kept.
  fileprivate func change(from last: FileTable) -> TreeChange? {
    let change = TreeChange(from: last, to: table, placing: written)
    func isThere(_ file: Int) -> Bool {
      guard let old = change.files.old(file) else { return false }
      return sources[file] != .compared || last.digests[old] == table.digests[file]
    }
    return sources.indices.allSatisfy { sources[$0] == .written || isThere($0) } ? change : nil
  }

  /// Whether all of some files of the last build's site are written anew, or gone.
  fileprivate func keeps(nothingOf files: [UInt32], _ change: TreeChange) -> Bool {
    files.allSatisfy { change.files.new(Int($0)).map { sources[$0] == .written } ?? true }
  }
}

extension SiteSnapshot {
  /// The site that a spare tree has become, from what was found of it before and of what was changed; nil where something is
  /// missing.
  fileprivate init?(_ spare: FilledSpare, in root: Int32) {
    let change = spare.change
    var look = spare.tree.look.carried(over: change)
    guard look.lookAgain(at: change, in: root) else { return nil }
    self.init(change.new, look)
  }
}

extension TreeLook {
  /// What was found of the old site's tree, by the numbers of the new one.
  fileprivate func carried(over change: TreeChange) -> TreeLook {
    var look = self
    look.files = change.files.carry(files)
    look.freshFiles = change.files.carry(freshFiles)
    look.folders = FolderMarks(values: change.folders.carry(folders.values), fresh: change.folders.carry(folders.fresh))
    return look
  }

  /// Takes note of what was changed; false where something is missing.
  fileprivate mutating func lookAgain(at change: TreeChange, in root: Int32) -> Bool {
    let path = PathBuffer()
    let start = Instant.now
    var fresh = Set(freshFiles)
    for file in change.placed {
      change.new.withPaths { path.copy($0[file]) }
      guard let mark = FileMark(path.pointer, in: root) else { return false }
      files[file] = mark.value
      if mark.isFresh(at: start) { fresh.insert(UInt32(file)) } else { fresh.remove(UInt32(file)) }
    }
    freshFiles = fresh.sorted()
    return folders.lookAgain(at: change.touched, of: change.new, in: root)
  }
}
