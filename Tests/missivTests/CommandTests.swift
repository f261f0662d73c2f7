import ArgumentParser
import Diagnostics
import Foundation
import SiteRendering
import Testing

@testable import missiv

/// A site of one audit in the invented Exempelby.
let smallSite = """
  -- site.yaml --
  title: Övningsrevisionen
  base-url: https://revision.example.se/
  language: sv
  as-of: 2026-11-21
  themes: [{id: uppfoljning, name: Uppföljning}]
  board-kinds: [{id: fastighet, name: Fastighetsnämnder}]
  -- exempelby/index.md --
  ---
  type: municipality
  name: Exempelby kommun
  short-name: Exempelby
  code: "9901"
  boards:
    - {id: fastighetsnamnden, name: Fastighetsnämnden, kind: fastighet}
  ---
  -- exempelby/skolor-2022/audit.md --
  ---
  type: audit
  title: Underhåll av skolbyggnader
  auditor: Exempelby revisorer
  date: 2022-09-15
  reply: {due: 2022-12-01, from: [fastighetsnamnden]}
  recommendations:
    items:
      - {id: R1, to: [fastighetsnamnden], text: Ta fram en underhållsplan., themes: [uppfoljning]}
  ---

  ## Missiv

  Ta fram en underhållsplan.
  """

@Suite struct CommandTests {
  private func exitCode(_ arguments: [String]) -> Int32 {
    #expect(testsHaveTheirOwnCache)
    do {
      var command = try Missiv.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return Missiv.exitCode(for: error) == .success ? 0 : 2
    }
  }

  @Test func aBuildOfGoodContentEndsWithZero() throws {
    let site = try TestSite(smallSite)
    #expect(exitCode(["build", "--site", site.folder]) == 0)
    #expect(FileSystem.isFile(site.output + "/exempelby/skolor-2022/r1/index.html"))
  }

  @Test func aDocumentThatIsThereIsNotWrittenOver() throws {
    let site = try TestSite(smallSite)
    let file = site.content + "/exempelby/skolor-2022/audit.md"
    let before = try String(contentsOfFile: file, encoding: .utf8)
    #expect(complaint(["audit", "exempelby/skolor-2022", "--site", site.folder]) == "\(file) finns redan. Ange ett annat namn.")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
  }

  @Test func aDocumentIsNotBegunBesideTheSite() throws {
    let site = try TestSite(smallSite)
    #expect(
      complaint(["audit", "exempelby/vatten-2026", "--site", site.content])?.contains("Kör från webbplatsens mapp") == true)
    #expect(!FileSystem.exists(site.content + "/content"))
  }

  /// What missiv new says when it writes nothing.
  private func complaint(_ arguments: [String]) -> String? {
    do throws(Failure) {
      try (try? Missiv.parseAsRoot(["new"] + arguments) as? New)?.makeDocument()
      return nil
    } catch {
      return error.message.sv
    }
  }

  @Test func whyTheSystemRefusesIsSaidInTheReadersLanguage() {
    for number in [EACCES, ENOSPC, EROFS, EEXIST, ENOENT] {
      let reason = FileSystem.description(of: number)
      #expect(!reason.sv.contains("systemet svarar") && reason.sv != reason.en, "\(reason)")
    }
  }

  @Test func aSiteInEnglishSpeaksEnglish() throws {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: "language: en", in: "site.yaml")
    try site.build()
    let start = try site.page("")
    #expect(start.contains("<html lang=\"en\""))
    #expect(start.contains(">Recommendations<"))
    #expect(start.contains("21 November 2026"))
    #expect(!start.contains("Läget") && !start.contains("Nämnder"))
  }

  @Test func aBuildOfContentWithAnErrorEndsWithOneAndLeavesTheOldSite() throws {
    let site = try TestSite(smallSite)
    try site.build()
    let before = try site.files()
    try site.replace("to: [fastighetsnamnden], text", with: "to: [fastighetsnämden], text", in: "exempelby/skolor-2022/audit.md")
    #expect(exitCode(["build", "--site", site.folder]) == 1)
    #expect(try site.files() == before)
  }

  @Test func aFolderThatDoesNotExistEndsWithTwo() {
    #expect(exitCode(["build", "--site", "/finns/inte"]) == 2)
  }

  @Test func anUnknownOptionEndsWithTwo() {
    #expect(exitCode(["build", "--sajt", "."]) == 2)
  }

  @Test func aFixedSiteHasNothingWrong() throws {
    let site = try TestSite(smallSite)
    try site.replace("auditor:", with: "auditer:", in: "exempelby/skolor-2022/audit.md")
    #expect(exitCode(["check", "--site", site.folder]) == 1)
    #expect(exitCode(["check", "--fix", "--site", site.folder]) == 0)
  }

  @Test func whatAMistakeHidIsFixedWithIt() throws {
    let site = try TestSite(smallSite)
    try site.replace("  items:\n    - {id", with: "\titems:\n\t\t- {id", in: "exempelby/skolor-2022/audit.md")
    #expect(exitCode(["check", "--fix", "--site", site.folder]) == 0)
  }

  @Test func whatIsMendedIsTheSitesOwnAndNeverTheBuiltInTheme() throws {
    let site = try TestSite(smallSite)
    let pipeline = try site.pipeline(["--templates", site.folder + "/mallar"])
    #expect(pipeline.isTheSitesOwn("exempelby/index.md"))
    #expect(pipeline.isTheSitesOwn(site.folder + "/mallar/start.mustache"))
    #expect(!pipeline.isTheSitesOwn(try #require(Theme.builtInFolder()) + "/start.mustache"))
  }

  @Test func whoMayWriteAFileMayWriteItWhenItIsMended() throws {
    let site = try TestSite(smallSite)
    let file = site.content + "/exempelby/skolor-2022/audit.md"
    try site.replace("auditor:", with: "auditer:", in: "exempelby/skolor-2022/audit.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    #expect(exitCode(["check", "--fix", "--site", site.folder]) == 0)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o666)
  }

  @Test func newSiteMakesASiteThatBuilds() throws {
    let folder = newTestFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(exitCode(["new", "site", folder]) == 0)
    #expect(exitCode(["build", "--site", folder]) == 0)
    #expect(exitCode(["new", "site", folder]) == 2, "what is there is not written over")
  }

  @Test func whatNewWritesCanBeReadAndIsNotPublishedBeforeItIsFilledIn() throws {
    let site = try TestSite(smallSite)
    for (kind, name) in [
      ("municipality", "ovningskoping"), ("audit", "exempelby/bad-2026"), ("reply", "exempelby/bad-2026/svar"),
      ("follow-up", "exempelby/bad-2026/uppf"), ("page", "om"),
    ] {
      #expect(exitCode(["new", kind, name, "--site", site.folder]) == 0)
    }
    let wrong = try site.pipeline().diagnostics.filter { $0.severity == .error && $0.code.name != "unknown-board-kind" }
    #expect(Set(wrong.map(\.code.name)) == ["not-filled-in"])
    #expect(Set(wrong.map(\.location.path)).count == 5, "each of them has something to fill in")
  }

  @Test(arguments: [
    ["municipality", "Övningsköping"], ["municipality", "exempelby/skolor"], ["audit", "skolor-2026"],
    ["audit", "exempelby/skolor 2026"],
    ["reply", "svar"], ["reply", "exempelby/svar"], ["follow-up", "exempelby/skolor/2027/uppf"], ["page", "Om oss"],
    ["page", "om/"],
  ])
  func whatCannotStandWhereItIsWantedIsNotBegun(arguments: [String]) throws {
    let site = try TestSite(smallSite)
    let before = FileSystem.files(below: site.folder)
    #expect(exitCode(["new"] + arguments + ["--site", site.folder]) == 2)
    #expect(FileSystem.files(below: site.folder) == before)
  }

  @Test func everyCodeIsExplainedInBothLanguages() {
    #expect(Explain.codes.count > 50)
    for code in Explain.codes {
      #expect(code.explanation.sv.count > 20 && code.explanation.en.count > 20, "\(code.name)")
    }
    #expect(Set(Explain.codes.map(\.name)).count == Explain.codes.count, "each code is one")
  }

  @Test func explainShowsWhatAPagesTemplateSees() throws {
    let site = try TestSite(smallSite)
    let renderer = try #require(try site.pipeline().renderer)
    let data = try #require(renderer.describePage(at: "/exempelby/skolor-2022/"))
    #expect(data.contains("Underhåll av skolbyggnader"))
    #expect(renderer.describePage(at: "/finns-inte/") == nil)
  }
}
