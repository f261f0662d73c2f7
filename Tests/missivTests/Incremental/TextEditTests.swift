import ArgumentParser
import Foundation
import SitePublishing
import Testing

@testable import missiv

/// A build after nothing but running texts changed, which reads a part of the site.
@Suite struct TextEditTests {
  private static let today = ["--as-of", "2026-11-22"]
  let site: TestSite

  /// More audits than a feed has entries, in three municipalities that have nothing to do with each other, in each more than a
  /// sheet of the list of all audits has; every text was put right on the day before.
  init() throws {
    site = try TestSite(smallSite)
    for town in ["atorp", "btorp", "ctorp"] {
      try site.write(
        "---\ntype: municipality\nname: \(town) kommun\nshort-name: \(town)\ncode: \"99\(town.utf8.first ?? 0)\"\n---\n\nText.\n",
        to: town + "/index.md")
      for number in 1...22 {
        // `x-1` comes before `x-1-2`, though `x-1/` does not come before `x-1-2/`.
        try site.write(
          "---\ntype: audit\ntitle: Granskning\nauditor: Exempelby revisorer\ndate: 2022-09-15\n---\n\nText om skolor.\n",
          to: town + "/x-\(number % 11)" + (number > 11 ? "-2" : "") + "/audit.md")
      }
    }
    _ = try site.buildWithRecord(["--as-of", "2026-11-20"])
    for path in FileSystem.files(below: site.content) ?? [] where path.hasSuffix("/audit.md") {
      try add("Text om planer.", to: path)
    }
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
    for path in [
      "btorp/x-1/audit.md", "atorp/x-2-2/audit.md", "btorp/x-1-2/audit.md", "ctorp/x-8/audit.md", "btorp/x-1/audit.md",
    ] {
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

  @Test func aSpareTreeGoesWithTheEdits() throws {
    try site.keepsSpare()
    _ = try site.buildWithRecord(Self.today + ["--clean"])
    #expect(try site.hasSpareInStep())
    for path in ["atorp/x-3/audit.md", "ctorp/x-3/audit.md"] {
      try add("Planer om text.", to: path)
      #expect(try site.buildWithRecord(Self.today).isOfTexts && site.hasSpareInStep())
    }
    try site.replace("title: Granskning", with: "title: Skolor", in: "btorp/x-1/audit.md")
    #expect(try !site.buildWithRecord(Self.today).isOfTexts && site.hasSpareInStep())
    try site.write("---\ntype: page\ntitle: Om\n---\n\nOm.\n", to: "om.md")
    #expect(try !site.buildWithRecord(Self.today).isOfTexts && site.hasSpareInStep())
    try add("Skolor om text.", to: "btorp/x-1/audit.md")
    #expect(try isBuiltFromAPart() && site.hasSpareInStep())
  }

  @Test func whatChangesOnADayIsToldInTheSameOrderByEveryBuild() throws {
    try site.replace("title: Granskning", with: "title: Skolor", in: "btorp/x-1/audit.md")
    _ = try site.buildWithRecord(Self.today)
    try add("Skolor om text.", to: "btorp/x-1/audit.md")
    #expect(try isBuiltFromAPart())
  }

  @Test func anOutputThatWasDamagedIsMendedWithTheSpareTree() throws {
    try site.keepsSpare()
    _ = try site.buildWithRecord(Self.today + ["--clean"])
    for (number, damage) in ["index.html", "btorp/x-1/index.html"].enumerated() {
      try "x".write(toFile: site.output + "/" + damage, atomically: number == 1, encoding: .utf8)
      try add("Planer om text.", to: "ctorp/x-3/audit.md")
      _ = try isBuiltFromAPart()
      #expect(try site.hasSpareInStep(), "\(damage)")
    }
  }

  @Test func theSpareTreeGoesWithTheRecord() throws {
    try site.keepsSpare()
    _ = try site.buildWithRecord(Self.today + ["--clean"])
    BuildRecord.remove(ofOutput: site.output)
    #expect(try !site.hasSpareInStep() && site.record.map { !FileSystem.exists($0) } == true)
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
    ("atorp/x-3/audit.md", "Ring 850709-9805."), ("site.yaml", ""), ("atorp/x-3/ny.txt", "Ny."),
    ("atorp/x-3/svar.md", "Ingenting."),
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
