import ArgumentParser
import AuditModel
import Diagnostics
import Foundation
import Testing

@testable import missiv

@Suite struct DiffTests {
  private func difference(_ site: TestSite) throws -> SiteDifference {
    let pipeline = try site.pipeline()
    let book = AddressBook(try #require(pipeline.renderer), attachments: pipeline.archive?.attachments ?? [])
    return SiteDifference(book, content: site.content, published: site.output, jobs: 2)
  }

  @Test func whatWasJustBuiltDiffersInNothing() throws {
    let site = try TestSite(smallSite)
    try site.build()
    #expect(try difference(site).isEmpty)
    #expect(try difference(site).text(in: .swedish, published: "public") == "Ingenting skiljer sig från public.\n")
  }

  @Test func aChangedFactIsNamedWithThePagesThatSayIt() throws {
    let site = try TestSite(smallSite)
    try site.build()
    try site.replace("date: 2022-09-15", with: "date: 2022-09-16", in: "exempelby/skolor-2022/audit.md")
    let difference = try difference(site)
    #expect(
      difference.facts.contains(
        FactChange(
          table: "audits", id: "exempelby/skolor-2022", change: .value(column: "date", old: "2022-09-15", new: "2022-09-16"))))
    let page = try #require(difference.pages(.changed).first { $0.path == "exempelby/skolor-2022/index.html" })
    #expect(page.added > 0 && page.removed > 0)
    #expect(difference.pages(.new) == [] && difference.pages(.removed) == [])
    #expect(
      difference.text(in: .swedish, published: "public").contains("exempelby/skolor-2022, date: ”2022-09-15” → ”2022-09-16”"))
  }

  @Test func whatADocumentSaysOfAnotherIsAFactToo() throws {
    let site = try TestSite(contentOfProject: "templates/example/content")
    try FileManager.default.copyItem(atPath: site.content, toPath: site.folder + "/content")
    site.content = site.folder + "/content"
    try site.build()
    try site.replace("stance: rejects", with: "stance: refers", in: "exempelby/intern-kontroll-2025/svar-ks.md")
    try site.replace("    status: remaining", with: "    status: partly", in: "exempelby/skolbyggnader-2022/uppfoljning-2025.md")
    try site.replace("level: insufficiently", with: "level: not", in: "exempelby/skolbyggnader-2022/audit.md")
    try site.replace("  - to: [R4]\n    stance: no-position\n", with: "", in: "exempelby/intern-kontroll-2025/svar-ks.md")
    try FileManager.default.removeItem(atPath: site.content + "/exempelby/arsrevision-2024/svar-sn.md")
    let told = try difference(site).facts.map { $0.text(in: .swedish) }
    let (audit, reply) = ("exempelby/skolbyggnader-2022", "exempelby/intern-kontroll-2025/svar-ks")
    for fact in [
      "\(reply) om exempelby/intern-kontroll-2025/R1, stance: ”rejects” → ”refers”",
      "\(reply) om exempelby/intern-kontroll-2025/R4: finns inte längre bland svaren på rekommendationer",
      "\(audit)/uppfoljning-2025 om \(audit)/R8, status: ”remaining” → ”partly”",
      "\(audit) om exempelby/fastighetsnamnden, planering, level: ”insufficiently” → ”not”",
      "exempelby/arsrevision-2024/svar-sn: finns inte längre bland svaren",
    ] { #expect(told.contains(fact), "\(fact) in \(told)") }
    #expect(!told.contains { $0.hasPrefix("exempelby/arsrevision-2024/svar-sn om") })
  }

  @Test func aFolderThatIsNoSiteIsNotCompared() throws {
    let site = try TestSite(smallSite)
    var command = try Missiv.parseAsRoot(["diff", "--site", site.folder, site.content])
    #expect(throws: ExitCode(2)) { try command.run() }
  }

  @Test func whatGoesIsSaidInTheReadersWords() {
    let gone = FactChange(table: "audits", id: "exempelby/skolor-2022", change: .removed)
    #expect(gone.text(in: .swedish) == "exempelby/skolor-2022: finns inte längre bland granskningarna")
    #expect(gone.text(in: .english) == "exempelby/skolor-2022: gone from the audits")
  }

  @Test func factsAreToldFirstAndThenThePagesOfWhatWasEdited() throws {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: "languages: [sv, en]", in: "site.yaml")
    try site.build()
    try site.replace("title: Underhåll av skolbyggnader", with: "title: Skötsel av skolor", in: "exempelby/skolor-2022/audit.md")
    let difference = try difference(site)
    let changed = difference.changedPages(inOtherLanguages: false)
    #expect(changed.first?.path == "exempelby/skolor-2022/index.html")
    #expect(changed.first?.title == "Skötsel av skolor, Exempelby kommun 2022")
    let rest = changed.dropFirst().map(\.differingWords)
    #expect(rest == rest.sorted(by: >) && rest.count > 1)
    #expect(difference.changedPages(inOtherLanguages: true).first?.path == "en/exempelby/skolor-2022/index.html")
    let lines = difference.text(in: .swedish, published: "public").split(separator: "\n")
    #expect(lines.first == "Fakta som ändras: 1")
    #expect(lines.dropFirst(2).first?.hasPrefix("Sidor som ändras: ") == true)
    #expect(lines.dropFirst(3).first?.hasPrefix("  /exempelby/skolor-2022/ (") == true)
  }

  @Test func aPageThatDisappearsIsNamedWithTheLinksToIt() throws {
    let site = try TestSite(smallSite)
    try site.build()
    let old = site.content + "/exempelby/skolor-2022"
    try FileManager.default.moveItem(atPath: old, toPath: site.content + "/exempelby/skolhus-2022")
    let difference = try difference(site)
    let gone = try #require(difference.pages(.removed).first { $0.path == "exempelby/skolor-2022/index.html" })
    #expect(gone.linkedFrom.contains("exempelby/index.html"))
    #expect(difference.pages(.new).contains { $0.path == "exempelby/skolhus-2022/index.html" })
    let text = difference.text(in: .swedish, published: "public")
    #expect(text.contains("Sidor som försvinner: 3\n  /exempelby/skolor-2022/\n    dit leder länkar från "))
  }

  @Test func aPageThatLeadsElsewhereHasNotDisappeared() throws {
    let site = try TestSite(smallSite)
    try site.build()
    try FileManager.default.moveItem(
      atPath: site.content + "/exempelby/skolor-2022", toPath: site.content + "/exempelby/skolhus-2022")
    try site.replace("auditor:", with: "formerly: [exempelby/skolor-2022]\nauditor:", in: "exempelby/skolhus-2022/audit.md")
    let difference = try difference(site)
    #expect(difference.pages(.redirected).contains { $0.path == "exempelby/skolor-2022/index.html" })
    #expect(!difference.pages(.removed).contains { $0.path == "exempelby/skolor-2022/index.html" })
  }

  @Test func anAuditAtANewAddressIsTheSameWithAllThatStandsInIt() throws {
    let site = try TestSite(contentOfProject: "templates/example/content")
    try FileManager.default.copyItem(atPath: site.content, toPath: site.folder + "/content")
    site.content = site.folder + "/content"
    // The program itself, since it notes the codes that the audit and its recommendations keep.
    var build = try Missiv.parseAsRoot(["build", "--site", site.folder])
    try build.run()
    let (old, new) = ("exempelby/skolbyggnader-2022", "exempelby/skolhus-2022")
    try FileManager.default.moveItem(atPath: site.content + "/" + old, toPath: site.content + "/" + new)
    try site.replace("type: audit", with: "type: audit\nformerly: [\(old)]", in: new + "/audit.md")
    try site.replace("level: insufficiently", with: "level: not", in: new + "/audit.md")
    for file in FileManager.default.enumerator(atPath: site.content)?.allObjects as? [String] ?? [] where file.hasSuffix(".md") {
      if try String(contentsOfFile: site.content + "/" + file, encoding: .utf8).contains(old + "/") {
        try site.replace(old + "/", with: new + "/", in: file)
      }
    }
    let difference = try difference(site)
    #expect(
      difference.facts.map { $0.text(in: .swedish) } == [
        "\(new): samma granskning som \(old), på en ny adress",
        "\(new) om exempelby/fastighetsnamnden, planering, level: ”insufficiently” → ”not”",
      ])
    let json = try #require(JSONSerialization.jsonObject(with: Data(difference.json(published: "public").utf8)) as? [String: Any])
    let fact = try #require((json["facts"] as? [[String: String]])?.first)
    #expect(fact == ["table": "audits", "id": new, "change": "moved", "old": old])
  }

  @Test func aSingleFileIsSpokenOfAsOne() throws {
    let site = try TestSite(smallSite)
    try site.build()
    try site.write("Underlag.", to: "exempelby/skolor-2022/underlag.txt")
    #expect(try difference(site).text(in: .swedish, published: "public").contains(", 1 ny, 0 borta."))
  }

  @Test func theDifferenceCanBeReadByPrograms() throws {
    let site = try TestSite(smallSite)
    try site.build()
    try site.replace(
      "title: Underhåll av skolbyggnader", with: "title: \"Ett \\\"citat\\\"\"", in: "exempelby/skolor-2022/audit.md")
    let json = try difference(site).json(published: "public")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let files = try #require(object["files"] as? [[String: Any]])
    #expect(
      files.contains { $0["path"] as? String == "exempelby/skolor-2022/index.html" && $0["change"] as? String == "changed" })
    let facts = try #require(object["facts"] as? [[String: Any]])
    #expect(facts.contains { $0["new"] as? String == "Ett \"citat\"" })
  }
}
