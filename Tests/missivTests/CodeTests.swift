import ArgumentParser
import Diagnostics
import Foundation
import SiteRendering
import Testing

@testable import missiv

/// That a code once cited leads to what it was cited for.
@Suite struct CodeTests {
  private static let old = "exempelby/skolor-2022"
  private static let new = "exempelby/skolhus-2022"
  private static let code = "9901-skolor-2022"

  /// Builds as the command does, so that registers are written.
  private func publish(_ site: TestSite) throws {
    var command = try Missiv.parseAsRoot(["build", "--site", site.folder])
    try command.run()
  }

  private func register(_ site: TestSite) throws -> [String] {
    try String(contentsOfFile: site.content + "/codes.txt", encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map(String.init)
  }

  private func rename(_ site: TestSite) throws {
    try FileManager.default.moveItem(atPath: site.content + "/" + CodeTests.old, toPath: site.content + "/" + CodeTests.new)
    try site.replace("auditor:", with: "formerly: [/exempelby/skolor-2022/]\nauditor:", in: CodeTests.new + "/audit.md")
  }

  @Test func everyAuditAndRecommendationHasACodeThatLeadsToIt() throws {
    let site = try TestSite(smallSite)
    try site.build()
    let sign = try site.page("k/\(CodeTests.code)/")
    #expect(sign.contains("href=\"../../exempelby/skolor-2022/index.html\""))
    #expect(sign.contains("<li id=\"R1\"><a href=\"../../exempelby/skolor-2022/r1/index.html\">\(CodeTests.code)-R1</a>"))
    #expect(
      try site.page("exempelby/skolor-2022/").contains("href=\"../../k/\(CodeTests.code)/index.html\">\(CodeTests.code)</a>"))
    #expect(
      try site.page("exempelby/skolor-2022/r1/").contains(
        "href=\"../../../k/\(CodeTests.code)/index.html#R1\">\(CodeTests.code)-R1</a>"))
    #expect(try site.json("recommendations").first?["citation_code"] as? String == CodeTests.code + "-R1")
    let nginx = try String(contentsOfFile: site.output + "/server/nginx.conf", encoding: .utf8)
    #expect(nginx.contains("location ~ ^/k/([a-z0-9-]+)-([A-Z][A-Za-z0-9-]*)/?$ { return 302 /k/$1/#$2; }"))
  }

  @Test func aCodeStaysWithAnAuditThatMovesAndNeverPassesToAnother() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    #expect(try register(site) == ["9901-skolor-2022 /exempelby/skolor-2022/"])
    try rename(site)
    try publish(site)
    #expect(try register(site) == ["9901-skolor-2022 /exempelby/skolhus-2022/"])
    #expect(try site.page("k/\(CodeTests.code)/").contains("../../exempelby/skolhus-2022/r1/index.html"))
    // A new audit in the old place.
    try FileManager.default.copyItem(atPath: site.content + "/" + CodeTests.new, toPath: site.content + "/" + CodeTests.old)
    try site.replace("formerly: [/exempelby/skolor-2022/]\n", with: "", in: CodeTests.old + "/audit.md")
    try publish(site)
    #expect(
      try register(site) == ["9901-skolor-2022 /exempelby/skolhus-2022/", "9901-skolor-2022-2 /exempelby/skolor-2022/"])
  }

  @Test func renamedAndReplacedInOneStepTheCodeGoesWithTheOneThatMoved() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    try FileManager.default.copyItem(atPath: site.content + "/" + CodeTests.old, toPath: site.content + "/" + CodeTests.new)
    try site.replace("auditor:", with: "formerly: [/exempelby/skolor-2022/]\nauditor:", in: CodeTests.new + "/audit.md")
    try publish(site)
    #expect(
      try register(site) == ["9901-skolor-2022 /exempelby/skolhus-2022/", "9901-skolor-2022-2 /exempelby/skolor-2022/"])
  }

  /// Where one has renamed an audit and another has added one beside it, git keeps all three lines.
  @Test func aMergeMayLeaveTheLineOfARenamedAuditAsItWas() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    try rename(site)
    try publish(site)
    try site.replace(
      "9901-skolor-2022 ", with: "9901-skolor-2022 /exempelby/skolor-2022/\n9901-skolor-2022 ", in: "codes.txt")
    try publish(site)
    #expect(try register(site) == ["9901-skolor-2022 /exempelby/skolhus-2022/"])
  }

  @Test func aCodeOfTwoAuditsStopsTheBuild() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    try FileManager.default.copyItem(atPath: site.content + "/" + CodeTests.old, toPath: site.content + "/" + CodeTests.new)
    try site.replace("9901-skolor-2022 ", with: "9901-skolor-2022 /exempelby/skolhus-2022/\n9901-skolor-2022 ", in: "codes.txt")
    let errors = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [CitationCodeCodes.twice])
    #expect(
      errors.first?.message.sv == "9901-skolor-2022 leder både till /exempelby/skolhus-2022/ och till /exempelby/skolor-2022/")
    #expect(errors.first?.location.path == "codes.txt")
  }

  @Test func theCodeOfAnAuditTakenAwaySaysWhatHappened() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    try FileManager.default.removeItem(atPath: site.content + "/" + CodeTests.old)
    try site.replace(
      "/exempelby/skolor-2022/\n", with: "/exempelby/skolor-2022/ borttagen 2026-11-20 Dubblett.\n", in: AddressRegister.path)
    try publish(site)
    #expect(try site.page("k/\(CodeTests.code)/").contains("20 november 2026"))
    #expect(try register(site) == ["9901-skolor-2022 /exempelby/skolor-2022/"])
  }

  @Test func aBuildThatAddsNoAuditLeavesTheRegisterAlone() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    let path = site.content + "/codes.txt"
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    try publish(site)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == before)
    #expect(try !site.files().keys.contains("codes.txt"))
  }
}
