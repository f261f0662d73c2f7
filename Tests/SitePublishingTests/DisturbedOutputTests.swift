import Testing

@testable import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Somebody else is in the output folder while a site is being built: what they put there is theirs, and no site is a mixture.
@Suite struct DisturbedOutputTests {
  let folder = TemporaryFolder()

  static let exchanges = [StagingFolder.Exchange.atomic, .twoRenames]

  /// Builds a site while something happens after its files were written, or after it was completed.
  private func build(
    _ files: [String: String], _ exchange: StagingFolder.Exchange, isComplete: Bool = false, meanwhile: () -> Void
  ) throws -> PublicationReport {
    let publication = try Publication(output: folder / "public", protecting: [], home: nil, exchange: exchange)
    let writer = publication.writer()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try writer.write(path: path, bytes: Array(text.utf8)) }
    if isComplete { try publication.complete() }
    meanwhile()
    return try publication.publish()
  }

  private func files(of name: String) -> [String: String?] {
    Dictionary(uniqueKeysWithValues: folder.names(below: name).map { ($0, folder.text($0)) })
  }

  private func nothingIsLeftBeside() -> Bool { !folder.names().contains { $0.hasPrefix(".public") } }

  @Test(arguments: exchanges, [true, false]) func aFolderThatTookItsPlaceStaysAsItIs(
    exchange: StagingFolder.Exchange, isComplete: Bool
  ) throws {
    try publish(["index.html": "old", "a": "a"], in: folder)
    #expect(throws: PublishingError.outputWasChanged(folder / "public")) {
      try build(["index.html": "new", "a": "a"], exchange, isComplete: isComplete) {
        folder.move("public", to: "moved")
        folder.write("public/index.html", "somebody's")
      }
    }
    #expect(files(of: "public") == ["public/index.html": "somebody's"])
    #expect(folder.text("moved/index.html") == "old")
    #expect(nothingIsLeftBeside())
  }

  @Test(arguments: exchanges) func aSiteThatWouldHaveStayedIsMissedToo(exchange: StagingFolder.Exchange) throws {
    try publish(["index.html": "same"], in: folder)
    #expect(throws: PublishingError.outputWasChanged(folder / "public")) {
      try build(["index.html": "same"], exchange) { folder.move("public", to: "moved") }
    }
    #expect(try publish(["index.html": "same"], in: folder).written == 3)
  }

  @Test(arguments: exchanges, [true, false]) func anOutputThatIsRemovedIsMadeAnewByTheNextBuild(
    exchange: StagingFolder.Exchange, isComplete: Bool
  ) throws {
    try publish(["index.html": "old", "a": "a"], in: folder)
    #expect(throws: PublishingError.outputWasChanged(folder / "public")) {
      try build(["index.html": "new", "a": "a"], exchange, isComplete: isComplete) { folder.remove("public") }
    }
    #expect(folder.names() == [])
    try publish(["index.html": "new", "a": "a"], in: folder)
    #expect(folder.text("public/a") == "a")
  }

  @Test(arguments: exchanges) func aFileOrALinkInItsPlaceStays(exchange: StagingFolder.Exchange) throws {
    for isLink in [true, false] {
      try publish(["index.html": "old"], in: folder)
      #expect(throws: PublishingError.outputWasChanged(folder / "public")) {
        try build(["index.html": "new"], exchange) {
          folder.move("public", to: "moved")
          if isLink { folder.link("public", to: "moved") } else { folder.write("public", "somebody's") }
        }
      }
      #expect(folder.text("moved/index.html") == "old")
      #expect(isLink || folder.text("public") == "somebody's")
      unlink(folder / "public")
      folder.remove("moved")
    }
  }

  @Test func aFolderThatAppearsDuringTheFirstBuildStays() throws {
    #expect(throws: PublishingError.outputWasChanged(folder / "public")) {
      try build(["index.html": "new"], .atomic) { folder.write("public/index.html", "somebody's") }
    }
    #expect(folder.text("public/index.html") == "somebody's")
    #expect(nothingIsLeftBeside())
  }

  /// Written to where it is, or replaced, as editors do.
  @Test(arguments: [true, false]) func aFileThatIsChangedAfterItWasComparedIsNotTakenOver(isReplaced: Bool) throws {
    try publish(["index.html": "old", "a": "same"], in: folder)
    #expect(throws: PublishingError.outputWasChanged(folder / "public")) {
      try build(["index.html": "new", "a": "same"].filter { $0.key == "a" }, .atomic) {
        if isReplaced { unlink(folder / "public/a") }
        folder.write("public/a", "evil")
      }
    }
    #expect(folder.text("public/index.html") == "old")
    try publish(["index.html": "new", "a": "same"], in: folder)
    #expect(folder.text("public/a") == "same" && folder.text("public/index.html") == "new")
  }

  @Test func timeStampsMeanNothing() throws {
    try publish(["index.html": "old", "a": "a"], in: folder)
    for seconds in [4_102_444_800, 0] {
      for name in folder.names() {
        utimensat(AT_FDCWD, folder / name, [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)], 0)
      }
      #expect(try publish(["index.html": "new \(seconds)", "a": "a"], in: folder).written == 2)
      #expect(folder.text("public/index.html") == "new \(seconds)")
      #expect(try publish(["index.html": "new \(seconds)", "a": "a"], in: folder).changedNothing)
    }
  }

  @Test func anOldSiteThatCannotBePutBackIsKept() throws {
    folder.write(".public.missiv/old/index.html", "the only one")
    folder.write(".public.missiv/old/.missiv", "")
    // A name that is taken by a broken link: nothing can be renamed there that is a folder.
    folder.link("public", to: "nowhere")
    #expect(throws: PublishingError.outputIsSymbolicLink(folder / "public")) { try publish(["index.html": "new"], in: folder) }
    #expect(folder.text(".public.missiv/old/index.html") == "the only one")
    unlink(folder / "public")
    Publication.repair(output: folder / "public")
    #expect(folder.text("public/index.html") == "the only one")
    #expect(nothingIsLeftBeside())
  }

  @Test func repairingMakesNothingWhereNothingIsAmiss() throws {
    Publication.repair(output: folder / "a/public")
    #expect(folder.names() == [])
    try publish(["index.html": "old"], in: folder)
    let before = folder.snapshot()
    Publication.repair(output: folder / "public/")
    #expect(folder.snapshot() == before)
  }
}
