import Testing

@testable import SitePublishing

@Suite struct InterruptedBuildTests {
  let folder = TemporaryFolder()

  @Test func anAbandonedBuildLeavesTheOldSiteByteForByte() throws {
    try publish(["index.html": "old", "a/b.html": "b"], in: folder)
    let before = folder.snapshot()
    let publication = try Publication.begin(output: folder / "public")
    let writer = publication.writer()
    try writer.write(path: "index.html", bytes: Array("new".utf8))
    try writer.write(path: "a/b.html", bytes: Array("b".utf8))
    #expect(folder.snapshot(of: "public") == before.filter { $0.key != "public" })
    publication.abandon()
    #expect(folder.snapshot() == before)
  }

  @Test func aBuildThatIsDroppedIsAbandoned() throws {
    do {
      let publication = try Publication.begin(output: folder / "public")
      try publication.writer().write(path: "index.html", bytes: Array("new".utf8))
    }
    #expect(folder.names() == [])
  }

  @Test func aFailureInTheMiddleOfPublishingLeavesTheOldSite() throws {
    try publish(["index.html": "old"], in: folder)
    let before = folder.snapshot()
    let publication = try Publication.begin(output: folder / "public")
    let writer = publication.writer()
    // An unchanged file is linked at the end, into a place that is then taken: as good as any failure.
    try writer.write(path: "index.html", bytes: Array("old".utf8))
    try writer.write(path: "index.html", bytes: Array("new".utf8))
    #expect(throws: PublishingError.pathIsTaken("index.html")) { try publication.publish() }
    #expect(folder.snapshot() == before)
  }

  @Test func whatAKilledBuildLeftIsClearedUp() throws {
    try publish(["index.html": "old"], in: folder)
    folder.write(".public.missiv/lock", "")
    folder.write(".public.missiv/site/index.html", "half")
    folder.write(".public.missiv/old/index.html", "older")
    #expect(try publish(["index.html": "old"], in: folder).changedNothing)
    #expect(folder.names() == ["public", "public/.missiv", "public/index.html", "public/manifest-sha256.txt"])
  }

  @Test func aBuildKilledBetweenTwoRenamesIsMadeGood() throws {
    try publish(["index.html": "old"], in: folder)
    let before = folder.snapshot(of: "public")
    folder.write(".public.missiv/lock", "")
    folder.write(".public.missiv/site/index.html", "new")
    folder.move("public", to: ".public.missiv/old")
    try Publication.begin(output: folder / "public").abandon()
    #expect(folder.snapshot(of: "public") == before)
    #expect(folder.names() == ["public", "public/.missiv", "public/index.html", "public/manifest-sha256.txt"])
  }

  @Test func aSecondBuildAtTheSameTimeIsRefused() throws {
    let first = try Publication.begin(output: folder / "public")
    #expect(throws: PublishingError.anotherBuildIsRunning(folder / "public")) {
      try Publication.begin(output: folder / "public")
    }
    try first.writer().write(path: "index.html", bytes: [])
    #expect(try first.publish().written == 3)
    let third = try Publication.begin(output: folder / "public")
    third.abandon()
  }

  @Test func nothingCanBeWrittenAfterTheEnd() throws {
    let publication = try Publication.begin(output: folder / "public")
    let writer = publication.writer()
    _ = try publication.publish()
    #expect(throws: PublishingError.publicationHasEnded) { try writer.write(path: "a", bytes: []) }
    #expect(throws: PublishingError.publicationHasEnded) { try publication.publish() }
    publication.abandon()
    #expect(folder.names() == ["public", "public/.missiv", "public/manifest-sha256.txt"])
  }
}
