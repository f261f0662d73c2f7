import Testing

@testable import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A site of which a second tree is kept between builds.
@Suite struct SpareFolderTests {
  typealias Files = [String: String]

  private static let first: Files = [
    "a": "1", "b/c/d": "2", "b/c/e": "3", "b/f": "4", "g/h/i": "5", "g/h/j": "6", "g/h/k": "7", "g/h/l": "8", "g-h": "9",
    "m/n/o/p": "10",
  ]
  let folder = TemporaryFolder()
  private var spare: SpareFolder { SpareFolder(path: folder / "spare") }

  /// Publishes a site: as a whole, or what is written of it over the rest of the last build's.
  @discardableResult
  private func publish(
    _ files: Files, without gone: Set<String>? = nil, over last: SiteSnapshot? = nil, exchange: StagingFolder.Exchange = .atomic,
    from minimum: Int? = 0
  ) throws -> (report: PublicationReport, site: SiteSnapshot) {
    let publication = try Publication(output: folder / "public", protecting: [], home: nil, exchange: exchange)
    publication.keepSpare(in: spare, of: last, from: minimum)
    let writer = publication.writer()
    for (path, text) in files { try writer.write(path: path, bytes: Array(text.utf8)) }
    if let gone, let last { publication.takeOverRest(of: last, without: gone, forgettingKeysIn: "-/") }
    return try (publication.publish(), #require(publication.snapshot()))
  }

  /// The files of a site, without what the program keeps there for itself, each with what it holds and which file on disk it is.
  private func files(_ name: String) -> [String: [String]] {
    let names = folder.snapshot(of: name).map {
      (
        String($0.key.dropFirst(name.count + 1)),
        $0.value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      )
    }
    return Dictionary(uniqueKeysWithValues: names.filter { $0.1[2] != "" })
  }

  private func expectSite(_ expected: Files, _ site: SiteSnapshot, _ comment: Comment? = nil) {
    #expect(files("public").filter { !Manifest.unnamedFiles.contains($0.key) }.mapValues { $0[2] } == expected, comment)
    #expect(site.verified(at: folder / "public", protecting: []) != nil, comment)
    #expect(folder.names().allSatisfy { $0.hasPrefix("public") || $0.hasPrefix("spare") }, comment)
  }

  /// Whether the spare tree has the same files as the output, and is known.
  private func isInStep(_ site: SiteSnapshot) -> Bool {
    folder.names(below: "spare").map { "public" + $0.dropFirst(5) } == folder.names(below: "public")
      && files("spare") == files("public") && site.spare != nil
  }

  private func inode(_ name: String) -> UInt { status(of: folder / name).map { UInt($0.st_ino) } ?? 0 }

  @Test(arguments: [StagingFolder.Exchange.atomic, .twoRenames]) func theSpareBecomesTheSiteAndTheSiteTheSpare(
    _ exchange: StagingFolder.Exchange
  ) throws {
    var files = Self.first
    var (_, site) = try publish(files)
    expectSite(files, site)
    #expect(isInStep(site))
    for (written, gone) in [
      (["b/c/e": "x"], []), (["b/c/e": "y", "0/1/2": "x", "g/h/jj": "y"], ["m/n/o/p", "g/h/i"]),
      (["b/c": "x", "m": "y"], ["b/c/d", "b/c/e"]),
      (["b/c/d": "x", "g-h/i": "y"], ["b/c", "g-h", "0/1/2"]), (["a": "2"], []),
    ] as [(Files, Set<String>)] {
      let folders = [inode("public"), inode("spare")]
      let report: PublicationReport
      (report, site) = try publish(written, without: gone, over: site, exchange: exchange)
      files = files.filter { !gone.contains($0.key) }.merging(written) { $1 }
      expectSite(files, site, "\(written) \(gone)")
      #expect(isInStep(site), "\(written) \(gone)")
      #expect([inode("spare"), inode("public")] == folders, "exchanged")
      #expect(report.removed == gone.count && report.written == written.count + 1)
    }
  }

  @Test func aSiteThatIsComparedAsAWholeUsesItToo() throws {
    var files = Self.first
    var (_, site) = try publish(files)
    files["a"] = "x"
    files["n"] = "y"
    files["m/n/o/p"] = nil
    let folders = [inode("public"), inode("spare")]
    (_, site) = try publish(files, over: site)
    expectSite(files, site)
    #expect(isInStep(site) && [inode("spare"), inode("public")] == folders)
  }

  @Test func whereNothingChangesItStaysAsItIs() throws {
    let (_, site) = try publish(Self.first)
    let before = folder.snapshot()
    let (report, again) = try publish(Self.first, over: site)
    #expect(report.changedNothing && folder.snapshot() == before && again.spare != nil)
    let (_, edited) = try publish(["a": "x"], without: [], over: again)
    #expect(isInStep(edited) && inode("public") != 0)
  }

  /// Where a file of it goes, the output's file bears another mark: then the site has to be compared as a whole.
  @Test(arguments: 0..<9) func aSpareThatSomebodyChangedIsNeverPublished(_ change: Int) throws {
    let (_, site) = try publish(Self.first)
    let (_, last) = try publish(["a": "x"], without: [], over: site)
    switch change {
    case 0: folder.write("spare/b/c/foreign", "x")
    case 1: folder.write("spare/foreign", "x")
    case 2: unlink(folder / "spare/g/h/k")
    case 3:
      unlink(folder / "spare/a")
      folder.write("spare/a", "x")
    case 4:
      unlink(folder / "spare/g/h/k")
      folder.write("spare/g/h/k", "y")
    case 5: folder.remove("spare/b")
    case 6: folder.remove("spare")
    case 7:
      folder.remove("spare/g")
      folder.link("spare/g", to: folder / "public/g")
    default:
      folder.move("spare", to: "else")
      folder.link("spare", to: "else")
    }
    let files = Self.first.merging(["a": "x", "b/f": "y"]) { $1 }
    let edited = try (try? publish(["b/f": "y"], without: [], over: last)) ?? publish(files, over: last)
    #expect(self.files("public").filter { !Manifest.unnamedFiles.contains($0.key) }.mapValues { $0[2] } == files)
    #expect(isInStep(edited.site))
    let (_, again) = try publish(["b/f": "z"], without: [], over: edited.site)
    #expect(isInStep(again))
  }

  @Test func aFileOfTheSpareIsTheOutputsAndWhoeverChangesItIsFoundOut() throws {
    let (_, last) = try publish(Self.first)
    folder.write("spare/g/h/k", "evil")
    #expect(throws: PublishingError.self) { try publish(["a": "x"], without: [], over: last) }
    let (_, mended) = try publish(Self.first.merging(["a": "x"]) { $1 }, over: last)
    expectSite(Self.first.merging(["a": "x"]) { $1 }, mended)
    #expect(isInStep(mended))
  }

  /// Files that somebody put into the output, or took away, or replaced by others.
  @Test(arguments: 0..<4) func whatSomebodyDidToTheOutputIsNotInTheNextSites(_ change: Int) throws {
    var (_, site) = try publish(Self.first)
    switch change {
    case 0: folder.write("public/g/h/foreign", "x")
    case 1: folder.write("public/b/foreign/x", "x")
    case 2: unlink(folder / "public/g/h/k")
    default:
      unlink(folder / "public/g/h/k")
      folder.write("public/g/h/k", "evil")
    }
    var files = Self.first
    for text in ["x", "y", "z"] {
      files["b/f"] = text
      site = try ((try? publish(["b/f": text], without: [], over: site)) ?? publish(files, over: site)).site
      expectSite(files, site, "\(text)")
    }
    #expect(isInStep(site))
  }

  @Test func aBuildThatIsGivenUpPutsItBack() throws {
    let (_, last) = try publish(Self.first)
    let publication = try Publication.begin(output: folder / "public")
    publication.keepSpare(in: spare, of: last, from: 0)
    try publication.writer().write(path: "a", bytes: Array("x".utf8))
    publication.takeOverRest(of: last, forgettingKeysIn: "-/")
    try publication.complete()
    #expect(!spare.exists)
    publication.abandon()
    #expect(spare.exists)
    #expect(folder.text("public/a") == "1")
    let (_, edited) = try publish(["a": "y"], without: [], over: last)
    expectSite(Self.first.merging(["a": "y"]) { $1 }, edited)
    #expect(isInStep(edited))
  }

  @Test func aSmallSiteGetsNoneAndKeepsTheOneThatItHas() throws {
    var (_, site) = try publish(Self.first, from: 100)
    #expect(!spare.exists && site.spare == nil)
    (_, site) = try publish(["a": "x"], without: [], over: site, from: 100)
    #expect(!spare.exists && site.spare == nil)
    (_, site) = try publish(["a": "y"], without: [], over: site)
    #expect(isInStep(site))
    (_, site) = try publish(["a": "z"], without: [], over: site, from: 100)
    #expect(isInStep(site))
    (_, site) = try publish(["a": "1"], without: [], over: site, from: nil)
    #expect(!spare.exists && site.spare == nil)
    expectSite(Self.first, site)
  }

  @Test func aLargeOneIsRemovedInPartsAndHasLostItsNameBefore() throws {
    try publish(Self.first)
    let all = folder.names(below: "spare").count
    var limit = all - 3
    spare.discard(upTo: &limit)
    #expect(!spare.exists && limit == 0)
    let rest = "spare" + SpareFolder.goingAway
    #expect(folder.names(below: rest).count == 3)
    limit = all
    spare.removeRest(upTo: &limit)
    #expect(status(of: folder / rest) == nil)
    #expect(limit == all - 4, "the folder itself is a name")
  }

  @Test func whereItCannotBeKeptTheSiteIsPublishedWithoutIt() throws {
    let elsewhere = SpareFolder(path: "/proc/spare")
    for text in ["x", "y"] {
      let publication = try Publication.begin(output: folder / "public")
      publication.keepSpare(in: elsewhere, of: nil, from: 0)
      try publication.writer().write(path: "a", bytes: Array(text.utf8))
      _ = try publication.publish()
      let site = try #require(publication.snapshot())
      expectSite(["a": text], site)
      #expect(site.spare == nil)
    }
  }
}
