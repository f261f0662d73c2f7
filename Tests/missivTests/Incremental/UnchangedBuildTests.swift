import ArgumentParser
import Foundation
import SitePublishing
import Testing

@testable import missiv

/// A build that has nothing to do sees it without reading content, and is not deceived.
@Suite struct UnchangedBuildTests {
  let site: TestSite

  init() throws {
    site = try TestSite(smallSite)
    _ = try site.buildWithRecord()
  }

  /// Builds again; whether it had to read anything, and whether the site is what a clean build makes.
  private func buildsAgain(_ arguments: [String] = [], comment: String = "") throws -> Bool {
    let ending = try site.buildWithRecord(arguments)
    let files = try site.files()
    let clean = try site.buildWithRecord(arguments + ["--clean"])
    #expect(ending.code == clean.code && ending.messages == clean.messages, "\(comment)")
    #expect(try files == site.files(), "\(comment)")
    return ending.rendered > 0
  }

  @Test func nothingIsRenderedWhereNothingChanged() throws {
    let before = try site.buildWithRecord()
    #expect(before.rendered == 0)
    #expect(before.report?.changedNothing == true)
    #expect(try !buildsAgain())
  }

  @Test func theFirstBuildOfAnOutputIsRememberedWithItsSpareTree() throws {
    let site = try TestSite(smallSite)
    try site.keepsSpare()
    #expect(try site.buildWithRecord().rendered > 0)
    #expect(try site.hasSpareInStep())
    #expect(try site.buildWithRecord().rendered == 0)
  }

  @Test func theFirstBuildOfOneOutputLeavesTheSpareTreeOfAnotherThatIsNotYetRecorded() throws {
    let other = try TestSite(smallSite)
    let publication = try Publication.begin(output: other.output)
    let spare = try #require(BuildRecord.placeForSpare(ofOutput: other.output))
    try FileManager.default.createDirectory(atPath: spare.path, withIntermediateDirectories: true)
    func buildsAnotherForTheFirstTime() throws { _ = try TestSite(smallSite).buildWithRecord() }
    try buildsAnotherForTheFirstTime()
    #expect(spare.exists, "its build goes on")
    publication.abandon()
    try buildsAnotherForTheFirstTime()
    #expect(!spare.exists, "its output was never made")
  }

  @Test func whatAKilledBuildLeftOfADiscardedTreeGoesWithTheFirstBuildOfAnOutput() throws {
    let spare = try #require(BuildRecord.spareFolder(ofOutput: site.output))
    let rest = spare.path + SpareFolder.goingAway
    try FileManager.default.createDirectory(atPath: rest + "/exempelby", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: rest + "/exempelby/index.html"))
    _ = try TestSite(smallSite).buildWithRecord()
    #expect(!FileSystem.exists(rest))
  }

  @Test func theWarningsAreSaidAgain() throws {
    try site.write("\u{feff}Text.", to: ".dold")
    let first = try site.buildWithRecord()
    let second = try site.buildWithRecord()
    #expect(!first.messages.isEmpty)
    #expect(second.messages == first.messages)
    #expect(second.rendered == 0)
    #expect(try site.buildWithRecord(["--strict"]).code == .init(1))
  }

  @Test func aFileOfTheSameSizeSavedInTheSameInstantIsSeen() throws {
    let path = site.content + "/exempelby/skolor-2022/audit.md"
    for word in ["planer", "planen"] {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let changed = text.replacingOccurrences(of: "(?<=## )\\w{6}", with: word, options: .regularExpression)
      var times = stat()
      #expect(stat(path, &times) == 0)
      try changed.write(toFile: path, atomically: false, encoding: .utf8)
      #expect(utimensat(AT_FDCWD, path, [times.st_atim, times.st_mtim], 0) == 0)
      #expect(try buildsAgain())
    }
  }

  @Test(arguments: ["--drafts", "--base-url=https://annan.example.se/", "--as-of=2026-12-01"])
  func anotherOptionIsAnotherBuild(_ option: String) throws {
    #expect(try buildsAgain([option], comment: option))
  }

  @Test func whatSomebodyDoesToTheOutputIsMended() throws {
    func disturb(_ change: (String) throws -> Void) throws { try change(site.output) }
    try disturb { try "x".write(toFile: $0 + "/index.html", atomically: false, encoding: .utf8) }
    #expect(try buildsAgain())
    try disturb { try FileManager.default.removeItem(atPath: $0 + "/404.html") }
    #expect(try buildsAgain())
    try disturb { try "x".write(toFile: $0 + "/exempelby/frammande.txt", atomically: false, encoding: .utf8) }
    #expect(try buildsAgain())
    try disturb { try FileManager.default.moveItem(atPath: $0, toPath: $0 + "-undan") }
    #expect(try buildsAgain())
    #expect(try !buildsAgain())
  }

  @Test func aRecordThatIsDamagedOldOrGoneCostsNothingButTime() throws {
    let path = try #require(site.record)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try site.buildWithRecord().rendered == 0)
    #expect(BuildRecord.read(ofOutput: site.output) != nil)
    #expect(BuildRecord.read(ofOutput: site.output, in: "another") == nil, "the machine was started anew")
    for place in [0, 30, whole.count / 2, whole.count - 1] {
      var damaged = whole
      damaged[place] ^= 0x40
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(BuildRecord.read(ofOutput: site.output) == nil, "byte \(place)")
      try whole.prefix(place).write(to: URL(fileURLWithPath: path))
      #expect(BuildRecord.read(ofOutput: site.output) == nil, "cut at \(place)")
    }
    #expect(try buildsAgain(), "cut")
    try FileManager.default.removeItem(atPath: path)
    #expect(try buildsAgain(), "gone")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(try buildsAgain(), "a record that cannot be written")
  }

  @Test func aRegisterThatSomebodyWritesToIsRead() throws {
    try site.replace("/exempelby/\n", with: "/exempelby/\n/borta/ borttagen 2026-11-20 Skäl.\n", in: "addresses.txt")
    #expect(try buildsAgain())
    #expect(FileSystem.isFile(site.output + "/borta/index.html"))
  }
}
