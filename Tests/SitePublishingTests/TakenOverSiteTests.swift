import Testing

@testable import SitePublishing

/// A site that is the last build's but for a few files.
@Suite struct TakenOverSiteTests {
  private static let old = [
    "a": "1", "b/c/d": "2", "b/c/e": "3", "b/f": "4", "g/h/i": "5", "g/h/j": "6", "g/h/k": "7", "g/h/l": "8",
  ]
  let folder = TemporaryFolder()
  let last: SiteSnapshot

  init() throws {
    let publication = try Publication.begin(output: folder / "public")
    let writer = publication.writer()
    for (path, text) in Self.old { try writer.write(path: path, bytes: Array(text.utf8)) }
    _ = try publication.publish()
    last = try #require(publication.snapshot())
  }

  /// Publishes some files, and those of the old site that are not gone.
  private func publish(_ files: [String: String], without gone: Set<String> = []) throws -> (PublicationReport, SiteSnapshot?) {
    let publication = try Publication.begin(output: folder / "public")
    let writer = publication.writer()
    for (path, text) in files { try writer.write(path: path, bytes: Array(text.utf8)) }
    publication.takeOverRest(of: last, without: gone, forgettingKeysIn: "g/")
    return (try publication.publish(), publication.snapshot())
  }

  /// What lies in the output, without what the program keeps there for itself.
  private var files: [String: String] {
    let paths = folder.names().compactMap { $0.hasPrefix("public/") ? String($0.dropFirst("public/".count)) : nil }
    return Dictionary(
      uniqueKeysWithValues: paths.filter { !Manifest.unnamedFiles.contains($0) }
        .compactMap { path in folder.text("public/" + path).flatMap { $0.isEmpty ? nil : (path, $0) } })
  }

  @Test(
    arguments: [
      (["b/c/e": "x"], []), (["a": "x", "g/h/l": "y"], []), (["0": "x", "b/c/dd": "y", "g/h/k": "z", "z/z": "1"], []),
      ([:], ["a", "g/h/i", "g/h/l"]), (["b/c": "x"], ["b/c/d", "b/c/e"]), (["m": "x"], ["g/h/i", "g/h/j", "g/h/k", "g/h/l"]),
    ] as [([String: String], Set<String>)])
  func filesComeAndGoAmongThoseThatStay(_ written: [String: String], _ gone: Set<String>) throws {
    let before = folder.snapshot(of: "public")
    let (report, snapshot) = try publish(written, without: gone)
    let expected = Self.old.filter { !gone.contains($0.key) }.merging(written) { $1 }
    #expect(files == expected)
    #expect(report.removed == gone.count)
    #expect(report.written == written.count + 1, "with the manifest")
    let after = folder.snapshot(of: "public")
    for path in expected.keys where written[path] == nil {
      #expect(after["public/" + path] == before["public/" + path], "\(path)")
    }
    let taken = try #require(snapshot)
    #expect(taken.verified(at: folder / "public", protecting: []) != nil)
    #expect(taken.files.count == expected.count + 2)
    #expect(folder.names().allSatisfy { $0.hasPrefix("public") })
  }

  @Test func whereNothingIsWrittenNothingChanges() throws {
    let before = folder.snapshot()
    let (report, snapshot) = try publish(["a": "1"])
    #expect(report.changedNothing)
    #expect(snapshot != nil)
    #expect(folder.snapshot() == before)
  }

  @Test(arguments: [true, false]) func whatSomebodyChangedIsNotTakenOver(_ isWritten: Bool) throws {
    folder.write("public/g/h/j", "x")
    let before = folder.snapshot()
    #expect(throws: PublishingError.self) { try publish(isWritten ? ["a": "x"] : [:]) }
    #expect(folder.snapshot() == before)
  }

  @Test func aFileThatCannotBeReadIsNotTakenForOneThatThereNeverWas() throws {
    let publication = try Publication.begin(output: folder / "public")
    #expect(try publication.published("g/h/j", of: last) == Array("6".utf8))
    #expect(try publication.published("g/h/m", of: last) == nil)
    folder.write("public/g/h/j", "x")
    #expect(throws: PublishingError.self) { try publication.published("g/h/j", of: last) }
    folder.move("public/g/h/i", to: "moved")
    #expect(throws: PublishingError.self) { try publication.published("g/h/i", of: last) }
  }

  @Test func whatSomebodyPutThereGoes() throws {
    folder.write("public/g/h/foreign", "x")
    let (report, _) = try publish(["a": "x"])
    #expect(report.removed == 1)
    #expect(files == Self.old.merging(["a": "x"]) { $1 })
    #expect(folder.names().allSatisfy { $0.hasPrefix("public") })
  }
}
