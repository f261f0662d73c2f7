import ArgumentParser
import Diagnostics
import Foundation
import SiteRendering
import Testing

@testable import missiv

/// That what changes on a published page is noted, as what it is and once.
@Suite struct ChangeTests {
  private static let audit = "exempelby/skolor-2022"
  private static let register = "exempelby/changes.txt"

  /// A site that was published once, as of a day before the reply was due.
  private func publishedSite(asOf: String = "2022-11-01") throws -> TestSite {
    let site = try TestSite(smallSite)
    try publish(site, asOf)
    return site
  }

  private func publish(_ site: TestSite, _ asOf: String, _ arguments: [String] = []) throws {
    var command = try Missiv.parseAsRoot(["build", "--site", site.folder, "--as-of", asOf] + arguments)
    try command.run()
  }

  private func text(_ site: TestSite) throws -> String {
    try String(contentsOfFile: site.content + "/" + ChangeTests.register, encoding: .utf8)
  }

  /// The lines that say what changed, without the audit's name.
  private func notes(_ site: TestSite) throws -> [String] {
    try text(site).split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.contains(" = ") }
      .map { $0.replacingOccurrences(of: "skolor-2022", with: "A") }
  }

  private func reply(_ site: TestSite, stance: String = "accepts") throws {
    try site.write(
      """
      ---
      type: reply
      by: [fastighetsnamnden]
      date: 2022-11-20
      answers:
        - {to: [R1], stance: \(stance), quote: Ta fram en underhållsplan.}
      ---

      Ta fram en underhållsplan.

      """, to: ChangeTests.audit + "/svar.md")
  }

  @Test func whatIsFirstPublishedIsNoChange() throws {
    let site = try publishedSite()
    #expect(try notes(site).isEmpty)
    let page = try site.page("exempelby/skolor-2022/r1/")
    #expect(page.contains("Ändringar på sidan noteras sedan den 1 november 2022. Ingen är gjord."))
    #expect(try site.json("changes").isEmpty)
    #expect(try !site.files().keys.contains("exempelby/changes.txt"))
  }

  @Test func aNewReplyThatChangesAStateIsAnEventAndNoCorrection() throws {
    let site = try publishedSite()
    try reply(site)
    try publish(site, "2022-11-25")
    #expect(
      try notes(site) == ["A/R1 2022-11-25 event state=awaiting-reply>answered by=A/svar", "A/svar 2022-11-25 event added"])
    let page = try site.page("exempelby/skolor-2022/r1/")
    #expect(page.contains("Läget var ”Väntar på svar”, nu ”Besvarad”."))
    #expect(page.contains("Händelse") && !page.contains("Rättelse"))
    let feed = try String(contentsOfFile: site.output + "/andringar.xml", encoding: .utf8)
    #expect(feed.contains("<updated>2022-11-25T12:00:00Z</updated>"))
    #expect(try site.json("changes").first?["because"] as? String == "exempelby/skolor-2022/svar")
  }

  @Test func aDayThatPassedIsAnEventAndSaysWhichDay() throws {
    let site = try publishedSite()
    try publish(site, "2022-12-10")
    #expect(try notes(site) == ["A/R1 2022-12-10 event state=awaiting-reply>reply-overdue passed=2022-12-01"])
    #expect(try site.page("exempelby/skolor-2022/").contains("Sista dagen för svar, den 1 december 2022, har passerat."))
  }

  @Test func aStateThatChangesBecauseTheDayWasWrongIsACorrection() throws {
    let site = try publishedSite()
    try site.replace("due: 2022-12-01", with: "due: 2022-10-01", in: ChangeTests.audit + "/audit.md")
    try publish(site, "2022-11-02")
    #expect(
      try notes(site) == [
        "A 2022-11-02 correction reply-due=2022-12-01>2022-10-01",
        "A/R1 2022-11-02 correction state=awaiting-reply>reply-overdue",
      ])
  }

  @Test func aTextPutRightIsACorrectionAndTheOldWordsAreKeptNowhere() throws {
    let site = try publishedSite()
    let before = try text(site)
    try site.replace("underhållsplan", with: "plan för Anna Hemlig", in: ChangeTests.audit + "/audit.md")
    try publish(site, "2022-11-02")
    let leak = try text(site)
    try site.replace("plan för Anna Hemlig", with: "plan för någon", in: ChangeTests.audit + "/audit.md")
    try publish(site, "2022-11-03")
    #expect(
      try notes(site) == [
        "A 2022-11-02 correction text", "A 2022-11-03 correction text", "A/R1 2022-11-02 correction text",
        "A/R1 2022-11-03 correction text",
      ])
    let after = try text(site)
    #expect(!after.contains("Anna"))
    // Not even as a digest that the words could be guessed from.
    func digests(_ text: String) -> Set<Substring> {
      Set(text.split { $0 == " " || $0 == "\n" }.filter { $0.hasPrefix("text=") })
    }
    #expect(digests(after).isDisjoint(with: digests(leak)) && digests(after).isDisjoint(with: digests(before)))
    #expect(try site.page("exempelby/skolor-2022/r1/").contains("Texten är rättad."))
    for (path, bytes) in try site.files() where !path.hasSuffix(".zip") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Anna Hemlig"), "\(path)")
    }
  }

  @Test func anAnswerReadWronglyAndPutRightIsACorrection() throws {
    let site = try publishedSite()
    try reply(site)
    try publish(site, "2022-11-25")
    try reply(site, stance: "partly-accepts")
    try publish(site, "2022-11-26")
    #expect(try notes(site).filter { $0.contains("2022-11-26") } == ["A/R1 2022-11-26 correction stance=accepts>partly-accepts"])
  }

  @Test func aBuildOfTheSameWritesNothing() throws {
    let site = try publishedSite()
    try reply(site)
    try publish(site, "2022-11-25")
    let (before, files) = (try text(site), try site.files())
    let number =
      try FileManager.default.attributesOfItem(atPath: site.content + "/" + ChangeTests.register)[.systemFileNumber] as? Int
    try publish(site, "2022-11-25")
    #expect(try text(site) == before)
    #expect(try site.files() == files)
    #expect(
      try FileManager.default.attributesOfItem(atPath: site.content + "/" + ChangeTests.register)[.systemFileNumber] as? Int
        == number)
  }

  @Test func twoChangesOfAFactInADayAreBothNotedInTheirOrder() throws {
    let site = try publishedSite()
    for day in ["2022-10-01", "2022-12-24"] {
      let now = try String(contentsOfFile: site.content + "/" + ChangeTests.audit + "/audit.md", encoding: .utf8)
      let due = try #require(now.firstRange(of: "due: 2022-").map { now[$0.upperBound...].prefix(5) })
      try site.replace("due: 2022-\(due)", with: "due: \(day)", in: ChangeTests.audit + "/audit.md")
      try publish(site, "2022-11-01")
    }
    #expect(
      try notes(site).prefix(2) == [
        "A 2022-11-01 correction reply-due=2022-12-01>2022-10-01", "A 2022-11-01.2 correction reply-due=2022-10-01>2022-12-24",
      ])
  }

  @Test func aClockSetBackNotesNothingAndSaysSo() throws {
    let site = try publishedSite(asOf: "2022-12-10")
    let before = try text(site)
    let diagnostics = try site.pipeline(["--as-of", "2022-11-01"]).diagnostics.filter { $0.severity != .note }
    #expect(diagnostics.map(\.code) == [ChangeCodes.later])
    #expect(diagnostics.first?.location.path == ChangeTests.register)
    try publish(site, "2022-11-01")
    #expect(try text(site) == before)
    #expect(try !site.page("exempelby/skolor-2022/r1/").contains("Ändringar på sidan"))
    try publish(site, "2022-12-11")
    #expect(try text(site) == before)
  }

  @Test func whatIsBuiltElsewhereOrWithDraftsIsNotNoted() throws {
    let site = try publishedSite()
    let before = try text(site)
    try publish(site, "2022-12-10", ["--output", site.folder + "/prov"])
    try publish(site, "2022-12-10", ["--drafts"])
    #expect(try text(site) == before)
    // But what is built elsewhere shows what would be published.
    let page = try String(contentsOfFile: site.folder + "/prov/exempelby/skolor-2022/r1/index.html", encoding: .utf8)
    #expect(page.contains("Svaret är försenat”."))
  }

  @Test func anEntryTakenOutDoesNotComeBack() throws {
    let site = try publishedSite()
    try publish(site, "2022-12-10")
    let line = try #require(try text(site).split(separator: "\n").first { $0.contains(" event state") })
    try site.replace(line + "\n", with: "", in: ChangeTests.register)
    let without = try text(site)
    try publish(site, "2022-12-11")
    #expect(try text(site) == without)
    #expect(try site.json("changes").isEmpty)
  }

  @Test func aRenamedAuditTakesItsHistoryAlong() throws {
    let site = try publishedSite()
    try publish(site, "2022-12-10")
    try FileManager.default.moveItem(
      atPath: site.content + "/" + ChangeTests.audit, toPath: site.content + "/exempelby/skolhus-2022")
    try site.replace("auditor:", with: "formerly: [/exempelby/skolor-2022/]\nauditor:", in: "exempelby/skolhus-2022/audit.md")
    try publish(site, "2022-12-11")
    #expect(try notes(site) == ["skolhus-2022/R1 2022-12-10 event state=awaiting-reply>reply-overdue passed=2022-12-01"])
    #expect(try text(site).contains("skolhus-2022/R1 = 2022-11-01 "))
    #expect(try !text(site).contains("skolor-2022"))
  }

  @Test func whatIsTakenAwayIsACorrectionThatKeepsNoName() throws {
    let site = try publishedSite()
    try reply(site)
    try publish(site, "2022-11-25")
    try FileManager.default.removeItem(atPath: site.content + "/" + ChangeTests.audit + "/svar.md")
    let addresses = try String(contentsOfFile: site.content + "/addresses.txt", encoding: .utf8)
    try site.write(
      addresses.replacingOccurrences(of: "/svar/\n", with: "/svar/ borttagen 2022-11-26 Felaktigt.\n"), to: "addresses.txt")
    try publish(site, "2022-11-26")
    #expect(
      try notes(site) == [
        "A 2022-11-26 correction removed/document", "A/R1 2022-11-25 event state=awaiting-reply>answered",
        "A/R1 2022-11-26 correction stance=accepts>", "A/R1 2022-11-26 correction state=answered>awaiting-reply",
      ])
    #expect(try !text(site).contains("svar"))
  }

  @Test func whatOnePublishesAndAnotherMergesIsNotedOnce() throws {
    let site = try publishedSite()
    let base = try text(site)
    try publish(site, "2022-12-10")
    let merged = try text(site) + base
    try site.write(merged, to: ChangeTests.register)
    try publish(site, "2022-12-10")
    #expect(try text(site) == merged.dropLast(base.count))
  }

  @Test func aDamagedLineStopsTheBuildAndNamesItsPlace() throws {
    let site = try publishedSite()
    try site.write(text(site) + "skolor-2022 = i går\n", to: ChangeTests.register)
    let errors = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [ChangeCodes.line])
    #expect(errors.first?.location.path == ChangeTests.register)
  }

  @Test func theFoundingSiteKnowsNoChangesYet() throws {
    let site = try TestSite(contentOfProject: "content")
    let renderer = try #require(try site.pipeline().renderer)
    #expect(renderer.newRegisters.isEmpty)
    try site.build()
    for tree in ["", "en/"] {
      #expect(try site.page(tree + "boras/integration-2021/").contains(tree.isEmpty ? "21 november 2026" : "21 November 2026"))
      #expect(FileSystem.isFile(site.output + "/" + tree + "andringar.xml"))
    }
    #expect(try site.json("changes").isEmpty)
  }
}
