import Testing

@testable import SitePublishing

/// A file that is written piece by piece comes out as one that is written at once.
@Suite struct FileInPiecesTests {
  let folder = TemporaryFolder()

  private func publish(_ pieces: [String]) throws -> PublicationReport {
    let publication = try Publication(output: folder / "public", protecting: [], home: nil, exchange: .atomic)
    let file = publication.writer().inPieces("data/data.zip")
    for piece in pieces { file.append(Array(piece.utf8)) }
    try file.finish(madeOf: nil)
    return try publication.publish()
  }

  @Test func piecesFollowEachOther() throws {
    try #expect(publish(["ett", "", "två"]).written == 3)
    #expect(folder.text("public/data/data.zip") == "etttvå")
  }

  @Test func theSameInOtherPiecesTouchesNothing() throws {
    _ = try publish(["ett", "två"])
    let before = folder.snapshot()
    try #expect(publish(["e", "tttvå"]).changedNothing)
    #expect(folder.snapshot() == before)
  }

  @Test(arguments: [["ett", "tre"], ["ett"], ["ett", "två", "tre"], ["EN", "två"], []])
  func whatIsAnotherThanBeforeIsWrittenWhole(pieces: [String]) throws {
    _ = try publish(["ett", "två"])
    try #expect(publish(pieces).written == 2)
    #expect(folder.text("public/data/data.zip") == pieces.joined())
  }

  @Test func aPathThatIsTakenIsToldAtTheEnd() throws {
    let publication = try Publication(output: folder / "public", protecting: [], home: nil, exchange: .atomic)
    let writer = publication.writer()
    try writer.write(path: "data", bytes: [])
    let file = writer.inPieces("data/data.zip")
    file.append([1])
    #expect(throws: PublishingError.self) { try file.finish(madeOf: nil) }
  }
}
