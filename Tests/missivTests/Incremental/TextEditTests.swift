import ArgumentParser
import Foundation
import SitePublishing
import Testing

@testable import missiv

/// A build after nothing but running texts changed, which reads a part of the site.
@Suite struct TextEditTests {
  private static let today = ["--as-of", "2026-11-22"]
  let site: TestSite

  /// More audits than a feed has entries, in three municipalities that have nothing to do with each other, in each more than a sheet of
  /// the list of all audits has; every text was put right on the day before.
  init() throws {
    site = try TestSite(smallSite)
    for town in ["atorp", "btorp", "ctorp"] {
      try site.write("---\ntype: municipality\nname: \(town) kommun\nshort-name: \(town)\ncode: \"99\(town.utf8.first ?? 0)\"\n---\n\nText.\n", to: town + "/index.md")
      for number in 1...22 {
        // `x-1` comes before `x-1-2`, though `x-1/` does not come before `x-1-2/`.
        try site.write(
          "---\ntype: audit\ntitle: Granskning\nauditor: Exempelby revisorer\ndate: 2022-09-15\n---\n\nText om skolor.\n",
          to: town + "/x-\(number % 11)" + (number > 11 ? "-2" : "") + "/audit.md")
      }
    }
    _ = try site.buildWithRecord(["--as-of", "2026-11-20"])
    for path in FileSystem.files(below: site.content) ?? [] where path.hasSuffix("/audit.md") { try add("Text om planer.", to: path) }
    _ = try site.buildWithRecord(["--as-of", "2026-11-21"])
    _ = try site.buildWithRecord(Self.today)
  }

  private func add(_ words: String, to path: String) throws {
    try site.write(String(contentsOfFile: site.content + "/" + path, encoding: .utf8) + "\n" + words + "\n", to: path)
  }

  /// Builds; whether from a part of the site. A clean build must find nothing to change.
  private func isBuiltFromAPart(_ arguments: [String] = today) throws -> Bool {
    let ending = try site.buildWithRecord(arguments)
    let clean = try site.buildWithRecord(arguments + ["--clean"])
    #expect(ending.code == clean.code && ending.messages == clean.messages)
    #expect(clean.report?.changedNothing == true)
    _ = try site.buildWithRecord(arguments)
    return ending.isOfTexts
  }

  @Test func newsAreToldAmongThoseOfOtherMunicipalities() throws {
    for path in ["btorp/x-1/audit.md", "atorp/x-2-2/audit.md", "btorp/x-1-2/audit.md", "ctorp/x-8/audit.md", "btorp/x-1/audit.md"] {
      try add("Planer om text.", to: path)
      #expect(try isBuiltFromAPart(), "\(path)")
    }
  }

  @Test func whatIsNotNotedIsTakenBackWithTheText() throws {
    let elsewhere = Self.today + ["--output", site.output]
    let path = "ctorp/x-8/audit.md"
    _ = try site.buildWithRecord(elsewhere)
    let text = try String(contentsOfFile: site.content + "/" + path, encoding: .utf8)
    try add("Planer om text.", to: path)
    #expect(try isBuiltFromAPart(elsewhere))
    try site.write(text, to: path)
    _ = try isBuiltFromAPart(elsewhere)
    #expect(try !String(contentsOfFile: site.output + "/andringar.xml", encoding: .utf8).contains("2026-11-22"))
  }

  @Test func textsOfSeveralMunicipalitiesAreTakenTogether() throws {
    try add("Planer om text.", to: "atorp/x-3/audit.md")
    try add("Skolor om text.", to: "ctorp/x-3/audit.md")
    #expect(try isBuiltFromAPart())
  }

  @Test func aMunicipalityKeepsItsPlaceAmongAllAudits() throws {
    try add("Planer om text.", to: "ctorp/x-3/audit.md")
    #expect(try isBuiltFromAPart())
    try add("Om kommunen.", to: "ctorp/index.md")
    #expect(try !isBuiltFromAPart())
    let page = try String(contentsOfFile: site.output + "/ctorp/index.html", encoding: .utf8)
    #expect(page.contains("granskningar/sida-3/index.html") && page.contains("Om kommunen."))
  }

  @Test func aFileThatWasOnlySavedAgainChangesNothing() throws {
    try add("", to: "atorp/x-3/audit.md")
    try add("", to: "atorp/x-3/audit.md")
    let path = site.content + "/atorp/x-3/audit.md"
    let text = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try isBuiltFromAPart())
    try text.write(to: URL(fileURLWithPath: path))
    #expect(try isBuiltFromAPart())
  }

  @Test(arguments: [
    ("atorp/x-3/audit.md", "Se [planen](../x-4/audit.md)."), ("atorp/x-3/audit.md", "Se [planen](finns-inte.md)."),
    ("atorp/x-3/audit.md", "Ring 850709-9805."), ("site.yaml", ""), ("atorp/x-3/ny.txt", "Ny."), ("atorp/x-3/svar.md", "Ingenting."),
  ])
  func whatIsMoreThanATextIsBuiltAsAWhole(_ path: String, _ words: String) throws {
    if !FileSystem.exists(site.content + "/" + path) { try site.write("", to: path) }
    try add(words, to: path)
    #expect(try !site.buildWithRecord(Self.today).isOfTexts)
  }

  @Test func whatSomebodyDidToTheOutputIsMended() throws {
    for path in ["index.html", "data/changes.csv", "andringar.xml", "sok/index/start.js", "btorp/x-1/index.html"] {
      try "x".write(toFile: site.output + "/" + path, atomically: false, encoding: .utf8)
      try add("Planer om text.", to: "btorp/x-1/audit.md")
      _ = try isBuiltFromAPart()
    }
    try "x".write(toFile: site.output + "/ctorp/frammande.txt", atomically: false, encoding: .utf8)
    try add("Planer om text.", to: "btorp/x-1/audit.md")
    _ = try isBuiltFromAPart()
  }
}
