import Testing

@testable import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Publishes these files as a whole site into `public` of the folder.
@discardableResult
func publish(
  _ files: [String: String], in folder: TemporaryFolder, exchange: StagingFolder.Exchange = .atomic
) throws -> PublicationReport {
  let publication = try Publication(output: folder / "public", protecting: [], home: nil, exchange: exchange)
  let writer = publication.writer()
  for (path, text) in files.sorted(by: { $0.key < $1.key }) { try writer.write(path: path, bytes: Array(text.utf8)) }
  return try publication.publish()
}

@Suite struct PublicationTests {
  let folder = TemporaryFolder()
  let site = ["index.html": "start", "boras/index.html": "Exempelby", "data/audits.csv": "id\n", "tom.txt": ""]

  @Test func aFirstBuildMakesTheFolderWithAllFilesAndTheMarker() throws {
    let report = try publish(site, in: folder)
    #expect(report.written == 6)
    let manifest = try #require(folder.text("public/" + Manifest.path))
    #expect(report.bytes == "startExempelbyid\n".utf8.count + manifest.utf8.count + OutputFolder.markerText.utf8.count)
    #expect(
      folder.names() == [
        "public", "public/.missiv", "public/boras", "public/boras/index.html", "public/data", "public/data/audits.csv",
        "public/index.html", "public/manifest-sha256.txt", "public/tom.txt",
      ])
    #expect(folder.text("public/boras/index.html") == "Exempelby")
    #expect(folder.text("public/tom.txt") == "")
  }

  @Test func aSecondBuildOfTheSameSiteTouchesNothing() throws {
    try publish(site, in: folder)
    let before = folder.snapshot()
    let report = try publish(site, in: folder)
    #expect(report == PublicationReport(written: 0, unchanged: 6, removed: 0, bytes: 0))
    #expect(report.changedNothing)
    #expect(folder.snapshot() == before)
  }

  @Test(arguments: [StagingFolder.Exchange.atomic, .twoRenames])
  func unchangedFilesKeepInodeAndTimeStamp(exchange: StagingFolder.Exchange) throws {
    try publish(site, in: folder)
    let before = folder.snapshot()
    var next = site
    next["index.html"] = "START"
    let report = try publish(next, in: folder, exchange: exchange)
    #expect(report == PublicationReport(written: 2, unchanged: 4, removed: 0, bytes: 5 + folder.size("public/" + Manifest.path)))
    let after = folder.snapshot()
    for path in ["public/boras/index.html", "public/data/audits.csv", "public/tom.txt", "public/.missiv"] {
      #expect(after[path] == before[path], "\(path)")
    }
    #expect(folder.text("public/index.html") == "START")
    #expect(after.keys.sorted() == before.keys.sorted())
  }

  @Test func filesNoLongerProducedAreGoneWithTheirFolders() throws {
    try publish(site, in: folder)
    var next = site
    next["boras/index.html"] = nil
    let report = try publish(next, in: folder)
    #expect(
      report == PublicationReport(written: 1, unchanged: 4, removed: 1, bytes: folder.size("public/" + Manifest.path)))
    #expect(!folder.names().contains("public/boras"))
    #expect(folder.text("public/index.html") == "start")
  }

  @Test func aFileOfTheSameLengthIsComparedToItsLastByte() throws {
    let long = String(repeating: "x", count: 300_000)
    try publish(["a.html": long + "a"], in: folder)
    #expect(try publish(["a.html": long + "b"], in: folder).written == 2)
    #expect(folder.text("public/a.html") == long + "b")
    #expect(try publish(["a.html": long + "b"], in: folder).changedNothing)
  }

  @Test func aFileMayBecomeAFolderAndBack() throws {
    try publish(["a": "file"], in: folder)
    try publish(["a/index.html": "folder"], in: folder)
    #expect(folder.text("public/a/index.html") == "folder")
    try publish(["a": "file"], in: folder)
    #expect(folder.text("public/a") == "file")
  }

  @Test func symbolicLinksThatSomebodyPutThereAreGone() throws {
    try publish(site, in: folder)
    folder.makeFolder("elsewhere")
    folder.write("elsewhere/index.html", "Exempelby")
    folder.link("public/extra", to: folder / "elsewhere")
    #expect(try publish(site, in: folder).removed == 1)
    #expect(!folder.names().contains("public/extra"))
    #expect(folder.text("elsewhere/index.html") == "Exempelby")
  }

  @Test func anEmptyFolderMayBecomeTheOutput() throws {
    folder.makeFolder("public")
    chmod(folder / "public", 0o750)
    try publish(site, in: folder)
    #expect(folder.text("public/index.html") == "start")
    var status = stat()
    stat(folder / "public", &status)
    #expect(status.st_mode & 0o777 == 0o750)
  }

  @Test func theFolderThatTheOutputIsInIsMadeWhereMissing() throws {
    let publication = try Publication.begin(output: folder / "a/b/public")
    _ = try publication.publish()
    #expect(folder.text("a/b/public/.missiv") == OutputFolder.markerText)
  }

  @Test func attachmentsAreCopiedAndKeptWhereEqual() throws {
    let text = String(repeating: "bilaga ", count: 50_000)
    folder.write("content/bilaga.pdf", text)
    for written in [3, 0] {
      let publication = try Publication.begin(output: folder / "public")
      try publication.writer().copy(from: folder / "content/bilaga.pdf", to: "filer/bilaga.pdf")
      #expect(try publication.publish().written == written)
    }
    #expect(folder.text("public/filer/bilaga.pdf") == text)
    folder.write("content/bilaga.pdf", text + "!")
    let publication = try Publication.begin(output: folder / "public")
    try publication.writer().copy(from: folder / "content/bilaga.pdf", to: "filer/bilaga.pdf")
    #expect(try publication.publish().written == 2)
    #expect(folder.text("public/filer/bilaga.pdf") == text + "!")
  }

  @Test func manyTasksWriteAtTheSameTime() async throws {
    func build(_ text: @escaping @Sendable (Int) -> String) async throws -> PublicationReport {
      let publication = try Publication.begin(output: folder / "public")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<4 {
          group.addTask {
            let writer = publication.writer()
            for page in stride(from: task, to: 400, by: 4) {
              try writer.write(path: "sida/\(page)/index.html", bytes: Array(text(page).utf8))
            }
          }
        }
        try await group.waitForAll()
      }
      return try publication.publish()
    }
    #expect(try await build { "sida \($0)" }.written == 402)
    #expect(try await build { "sida \($0)" }.unchanged == 402)
    let mixed = try await build { $0 % 10 == 3 ? "ny" : "sida \($0)" }
    #expect(
      mixed
        == PublicationReport(
          written: 41, unchanged: 361, removed: 0, bytes: 80 + folder.size("public/" + Manifest.path)))
    for page in 0..<400 {
      #expect(folder.text("public/sida/\(page)/index.html") == (page % 10 == 3 ? "ny" : "sida \(page)"))
    }
  }
}
