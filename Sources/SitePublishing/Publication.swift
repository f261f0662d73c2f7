import Checksums
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A site on its way to the output folder: nothing of the old site changes before `publish()`, and then all at once.
///
/// ```swift
/// let publication = try Publication.begin(output: "public", protecting: ["content", "templates"])
/// let writer = publication.writer()           // one for each task that renders
/// try writer.write(path: "index.html", bytes: html)
/// try publication.complete()                  // when all tasks are done
/// let report = try publication.publish()
/// ```
///
/// A file that equals the one of the old site is only noted. Where anything differs, such files are linked into the new
/// site at the end, so they keep inode and time stamp; what is left unnoted is gone. Where nothing differs, nothing is written.
///
/// The exchange of the folders is atomic for whoever reads the site and for builds that are killed. It does not wait for
/// the disk: after a power failure files may be damaged, and the next build, which compares contents, mends them.
public final class Publication: Sendable {
  let output: OutputFolder
  let staging: StagingFolder
  /// Whether the new site differs from the old one as far as is known.
  let differs = Atomic(false)
  private let ended = Atomic(false)
  private let isComplete = Atomic(false)
  private let exchange: StagingFolder.Exchange
  private let ledgers = Mutex<[Ledger]>([])
  /// What is taken over from the last build besides.
  let rest = Mutex<NewSite.Rest?>(nil)
  /// All files, when the new site is complete.
  let site = Mutex<NewSite?>(nil)
  /// What the new site was found to be while the old one was removed.
  let taken = Mutex<SiteSnapshot?>(nil)
  /// What is to be done about a spare tree.
  let spareKeeping = Mutex<SpareKeeping?>(nil)
  /// The spare tree, if it has become the new site.
  let filled = Mutex<FilledSpare?>(nil)

  /// Checks that `output` may be replaced and locks it against other builds.
  ///
  /// Refused are the root, the home folder, symbolic links, files, mount points, folders that are or hold one of `protected`,
  /// and folders with content that Missiv did not make. An output that does not exist yet is made at the end.
  public static func begin(output: String, protecting protected: [String] = []) throws(PublishingError) -> Publication {
    let home = getenv("HOME").map { String(cString: $0) }
    return try Publication(output: output, protecting: protected, home: home, exchange: .atomic)
  }

  /// Makes good what a killed build left beside `output`, without publishing anything; does nothing where none did.
  public static func repair(output: String) {
    if StagingFolder.exists(beside: output) { try? begin(output: output).abandon() }
  }

  /// Whether a build of `output` is going on, or was killed.
  package static func mayBeGoingOn(output: String) -> Bool { StagingFolder.exists(beside: output) }

  init(
    output path: String, protecting protected: [String], home: String?, exchange: StagingFolder.Exchange
  ) throws(PublishingError) {
    self.exchange = exchange
    let checked = try OutputFolder(path, protecting: protected, home: home)
    staging = try StagingFolder(beside: checked)
    do throws(PublishingError) {
      output = staging.putOldSiteBack ? try OutputFolder(path, protecting: protected, home: home) : checked
    } catch {
      staging.remove()
      throw error
    }
  }

  deinit { abandon() }

  /// A writer for one task. Tasks may write at the same time, each with its own.
  /// - Parameter count: how many files it may write, if that is known: a list that grows takes twice its room at times.
  public func writer(ofUpTo count: Int = 0) -> FileWriter {
    let ledger = Ledger(for: count)
    ledgers.withLock { $0.append(ledger) }
    return FileWriter(self, ledger)
  }

  var hasEnded: Bool { ended.load(ordering: .acquiring) }

  /// Completes the new site: with its manifest, and with the files that it shares with the old one. To be called once, when
  /// all writers are done; `publish()` does it where nobody has. What can fail for want of space or rights fails here.
  public func complete() throws(PublishingError) {
    if hasEnded { throw .publicationHasEnded }
    if isComplete.exchange(true, ordering: .acquiringAndReleasing) { return }
    do throws(PublishingError) {
      var site = try newSite()
      let writer = writer()
      let manifest = writer.inPieces(Manifest.path)
      Manifest.print(site.table, to: manifest.append)
      try manifest.finish(madeOf: nil)
      try writer.write(path: OutputFolder.marker, bytes: Array(OutputFolder.markerText.utf8))
      site.set(writer.ledger.entries.withLock(\.files))
      if !differs.load(ordering: .acquiring), try !oldSiteHasExactly(site.keptCount) { differs.store(true, ordering: .releasing) }
      let isLinked = differs.load(ordering: .acquiring)
      if site.keptCount > 0, isLinked ? !fillSpare(site) : site.recordedCount > 0 { try site.keep(in: self, isLinked: isLinked) }
      let complete = site
      self.site.withLock { $0 = complete }
    } catch {
      abandon()
      throw error
    }
  }

  /// Puts the new site in the place of the old one, unless they are equal.
  ///
  /// Throws where the system refuses; the old site is then untouched.
  public func publish() throws(PublishingError) -> PublicationReport {
    try complete()
    defer { abandon() }
    let entries = ledgers.withLock { $0.map { $0.entries.withLock { $0 } } }
    let written = entries.reduce(0) { $0 + $1.written }
    let unchanged = entries.reduce(site.withLock { $0?.recordedCount ?? 0 }) { $0 + $1.unchanged }
    let kept = entries.reduce(0) { $0 + $1.replaced } + unchanged
    if !differs.load(ordering: .acquiring) {
      guard let old = output.current.status, staging.isOutput(old) else { throw .outputWasChanged(output.path) }
      keepSpareOfSameSite()
      return PublicationReport(written: 0, unchanged: unchanged, removed: 0, bytes: 0)
    }
    let name = filled.withLock { $0 == nil } ? StagingFolder.site : StagingFolder.spare
    let old = try staging.exchange(exchange, replacing: output.current, by: (name, newRoot))
    ended.store(true, ordering: .releasing)
    let removed = clearUp(old, kept: kept)
    return PublicationReport(
      written: written, unchanged: unchanged, removed: max(removed, 0), bytes: entries.reduce(0) { $0 + $1.bytes })
  }

  /// All files that there are to be, those that are not yet written among them.
  private func newSite() throws(PublishingError) -> NewSite {
    var last = FileList()
    for path in Manifest.unnamedFiles {
      let path = Array(path.utf8)
      path.withUnsafeBytes { last.append($0, .none, FileIdentity(), nil, isKept: false) }
    }
    // The ledgers keep nothing of them.
    let lists = ledgers.withLock { $0.map { $0.entries.withLock { $0.takeFiles() } } } + [last]
    do throws(NewSite.PathStandsTwice) {
      return try NewSite(lists, over: rest.withLock { $0 })
    } catch {
      throw .pathIsTaken(error.path)
    }
  }

  /// What lies in the output now that the site is published, for the next build to recognise it; nil where that is something
  /// else.
  package func snapshot() -> SiteSnapshot? {
    // Of a spare tree that has become the site not all is known that is looked for here.
    if filled.withLock({ $0 != nil }) { return taken.withLock { $0 } }
    let root = differs.load(ordering: .acquiring) ? staging.root.number : output.current.number
    return taken.withLock { $0 } ?? site.withLock { $0 }.flatMap { SiteSnapshot($0, in: root) }
  }

  /// Gives up: whatever was written is removed, the old site stays as it is.
  public func abandon() {
    if ended.exchange(true, ordering: .acquiringAndReleasing) { return }
    if filled.withLock({ $0 != nil }) { giveSpareBack() }
    staging.remove()
  }

  private func oldSiteHasExactly(_ files: Int) throws(PublishingError) -> Bool {
    guard let count = countFilesInParallel(below: ".", in: output.current.number) else { throw .system(output.path, errno) }
    return count == FolderCount(files: files, foreign: 0)
  }
}
