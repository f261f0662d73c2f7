import ArgumentParser
import Diagnostics
import Foundation
import SiteRendering
import Testing

@testable import missiv

/// That nothing published gets lost: addresses last, or say what happened.
@Suite struct AddressTests {
  private static let old = "exempelby/skolor-2022"
  private static let new = "exempelby/skolhus-2022"

  /// A site whose register knows what was published, with its audit's folder renamed since.
  private func renamedSite(_ change: (TestSite) throws -> Void = { _ in }) throws -> TestSite {
    let site = try TestSite(smallSite)
    try register(site)
    try FileManager.default.moveItem(
      atPath: site.content + "/" + AddressTests.old, toPath: site.content + "/" + AddressTests.new)
    try change(site)
    return site
  }

  private func register(_ site: TestSite) throws {
    let pipeline = try site.pipeline()
    let renderer = try #require(pipeline.renderer)
    let bytes = try #require(pipeline.register.adding(renderer.lastingAddresses))
    try site.write(String(decoding: bytes, as: UTF8.self), to: AddressRegister.path)
  }

  /// Builds as the command does, so that registers are written.
  private func publish(_ site: TestSite) throws {
    var command = try Missiv.parseAsRoot(["build", "--site", site.folder])
    try command.run()
  }

  @Test func aRenamedFolderStopsTheBuildAndNamesBothPlaces() throws {
    let errors = try renamedSite().pipeline().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [AddressCodes.lost])
    let error = try #require(errors.first)
    #expect(error.location.path == "addresses.txt")
    #expect(error.message.sv == "/exempelby/skolor-2022/ har publicerats men finns inte längre, och inte heller sidan under den")
    #expect(error.cure?.sv.contains("skriv formerly: [/exempelby/skolor-2022/] i exempelby/skolhus-2022/audit.md") == true)
  }

  @Test(arguments: [
    ("id: R1", "id: R9", "exempelby/skolor-2022/audit.md", "exempelby/skolor-2022/r9/"),
    ("id: fastighetsnamnden", "id: lokalnamnden", "exempelby/index.md", "exempelby/namnder/lokalnamnden/"),
  ])
  func anIDThatWasChangedIsToBeWrittenAgain(old: String, new: String, file: String, address: String) throws {
    let site = try TestSite(smallSite)
    try register(site)
    try site.replace(old, with: new, in: file)
    if file == "exempelby/index.md" {
      let audit = "exempelby/skolor-2022/audit.md"
      try site.replace("from: [fastighetsnamnden]", with: "from: [lokalnamnden]", in: audit)
      try site.replace("to: [fastighetsnamnden]", with: "to: [lokalnamnden]", in: audit)
    }
    let errors = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [AddressCodes.lost])
    #expect(errors.first?.cure?.sv.hasPrefix("Är den nu /\(address), är id:t utbytt i \(file): skriv tillbaka det gamla") == true)
  }

  @Test func withFormerlyTheOldAddressesLeadToTheNewOnes() throws {
    let site = try renamedSite { site in
      try site.replace("auditor:", with: "formerly: [/exempelby/skolor-2022/]\nauditor:", in: AddressTests.new + "/audit.md")
    }
    try site.build()
    #expect(try site.page("exempelby/skolor-2022/").contains("url=../../exempelby/skolhus-2022/index.html"))
    #expect(try site.page("exempelby/skolor-2022/r1/").contains("url=../../../exempelby/skolhus-2022/r1/index.html"))
    let nginx = try String(contentsOfFile: site.output + "/server/nginx.conf", encoding: .utf8)
    #expect(nginx.contains("location = /exempelby/skolor-2022/r1/ { return 301 /exempelby/skolhus-2022/r1/; }"))
  }

  @Test(arguments: [
    "/exempelby/gammal/, /exempelby/Gammal/", "/exempelby/gammal/, /exempelby/skolor-2022/r1/", "/exempelby/gammal/, /en/",
    "/exempelby/gammal/, /k/9901-skolor-2022/",
  ])
  func anEarlierAddressThatIsGivenTwiceOrTakenByAPageLeavesTheOthers(_ formerly: String) throws {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: "languages: [sv, en]", in: "site.yaml")
    try site.replace("auditor:", with: "formerly: [\(formerly)]\nauditor:", in: AddressTests.old + "/audit.md")
    try site.build()
    #expect(try site.page("exempelby/gammal/").contains("url=../../exempelby/skolor-2022/index.html"))
    for page in ["exempelby/skolor-2022/r1/", "en/"] { #expect(try !site.page(page).contains("url=")) }
    #expect(try site.page("k/9901-skolor-2022/").contains("9901-skolor-2022-R1"))
  }

  @Test func aPageTakenAwayOnPurposeSaysSinceWhenAndWhy() throws {
    let site = try renamedSite { site in
      try FileManager.default.removeItem(atPath: site.content + "/" + AddressTests.new)
      try site.replace(
        "/exempelby/skolor-2022/\n", with: "/exempelby/skolor-2022/ borttagen 2026-11-20 Dubblett <b>.\n",
        in: AddressRegister.path)
    }
    try site.build()
    for address in ["exempelby/skolor-2022/", "exempelby/skolor-2022/r1/"] {
      let page = try site.page(address)
      #expect(page.contains("20 november 2026") && page.contains("Dubblett &lt;b&gt;."))
    }
    let apache = try String(contentsOfFile: site.output + "/server/apache.conf", encoding: .utf8)
    #expect(apache.contains("RedirectMatch 410 \"^/exempelby/skolor-2022/r1/$\""))
  }

  /// The second time in the other language's tree, where the same page is gone.
  @Test func aPageOfSeveralLanguagesIsMissedOnceAndTakenAwayOnce() throws {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: "languages: [sv, en]", in: "site.yaml")
    try register(site)
    try FileManager.default.removeItem(atPath: site.content + "/" + AddressTests.old)
    let errors = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map(\.message.sv) == [
        "/exempelby/skolor-2022/ har publicerats men finns inte längre, och inte heller sidan under den"
      ])
    try site.replace(
      "\n/exempelby/skolor-2022/\n", with: "\n/exempelby/skolor-2022/ borttagen 2026-11-20 Dubblett.\n", in: AddressRegister.path)
    try site.build()
    #expect(try site.page("en/exempelby/skolor-2022/r1/").contains("Dubblett."))
  }

  /// As the page at the address that the audit had before it was renamed.
  @Test func whatGoesFromARenamedAuditIsMissedAtItsPresentAddressAlone() throws {
    let site = try renamedSite { site in
      try site.replace("auditor:", with: "formerly: [/exempelby/skolor-2022/]\nauditor:", in: AddressTests.new + "/audit.md")
    }
    try register(site)
    try site.replace("{id: R1", with: "{id: R9", in: AddressTests.new + "/audit.md")
    let errors = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message.sv) == ["/exempelby/skolhus-2022/r1/ har publicerats men finns inte längre"])
    try site.replace(
      "/exempelby/skolhus-2022/r1/\n", with: "/exempelby/skolhus-2022/r1/ borttagen 2026-11-20 Skäl.\n", in: AddressRegister.path)
    try site.build()
    #expect(try site.page("exempelby/skolor-2022/r1/").contains("20 november 2026"))
  }

  /// It is there, and nobody knows yet what is on it.
  @Test(arguments: ["type: audit\n<<<<<<< HEAD", "type: [audit", ""])
  func aPageOfADocumentThatCannotBeReadIsNotMissed(line: String) throws {
    let site = try TestSite(smallSite)
    try register(site)
    let file = site.content + "/" + AddressTests.old + "/audit.md"
    if line.isEmpty {
      try FileManager.default.moveItem(atPath: file, toPath: file.replacingOccurrences(of: ".md", with: ".MD"))
    } else {
      try site.replace("type: audit", with: line, in: AddressTests.old + "/audit.md")
    }
    let errors = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(!errors.isEmpty && !errors.map(\.code).contains(AddressCodes.lost), "\(errors.map(\.message.sv))")
  }

  /// What stands after the address may well be that it was removed.
  @Test func aLineThatCannotBeReadIsNotMissedBesides() throws {
    let site = try TestSite(smallSite)
    try register(site)
    try FileManager.default.removeItem(atPath: site.content + "/" + AddressTests.old)
    try site.replace(
      "/exempelby/skolor-2022/\n", with: "/exempelby/skolor-2022/ borttagen 20 november 2026 Dubblett.\n",
      in: AddressRegister.path)
    #expect(try site.pipeline().diagnostics.filter { $0.severity == .error }.map(\.code) == [AddressCodes.line])
  }

  @Test func registersMayBeSavedWithTheMarkOfWindowsEditors() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    for path in ["addresses.txt", "codes.txt", "exempelby/changes.txt"] {
      let text = try String(contentsOfFile: site.content + "/" + path, encoding: .utf8)
      try site.write("\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n"), to: path)
    }
    #expect(try site.pipeline().diagnostics.filter { $0.severity == .error }.isEmpty)
    try publish(site)
  }

  @Test(arguments: [("addresses.txt", "codes.txt"), ("codes.txt", "exempelby/changes.txt")])
  func aRegisterThatWasLostStopsTheBuildUntilItIsThereAgain(lost: String, found: String) throws {
    let site = try TestSite(smallSite)
    try publish(site)
    try FileManager.default.removeItem(atPath: site.content + "/" + lost)
    let errors = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message.sv) == ["\(lost) saknas, fast webbplatsen har publicerats"])
    #expect(errors.first?.location.path == found)
    try site.write("", to: lost)
    try publish(site)
    #expect(try String(contentsOfFile: site.content + "/" + lost, encoding: .utf8).contains("/exempelby/skolor-2022/"))
  }

  @Test func whatGitCouldNotMergeIsSaidOfRegistersAsOfTexts() throws {
    let site = try TestSite(smallSite)
    try publish(site)
    for path in ["addresses.txt", "codes.txt", "exempelby/changes.txt", "exempelby/index.md", "site.yaml"] {
      let whole = site.content + "/" + path
      let text = try String(contentsOfFile: whole, encoding: .utf8)
      try site.write("<<<<<<< HEAD\n\(text)=======\n\(text)>>>>>>> gren\n", to: path)
      let errors = try site.pipeline().diagnostics.filter { $0.severity == .error && $0.location.path == path }
      #expect(errors.map(\.code) == [.mergeConflict, .mergeConflict], "\(path)")
      #expect(errors.first?.cure?.sv.contains("behåll alla andra") == path.hasSuffix(".txt"), "\(path)")
      try site.write(text, to: path)
    }
  }

  @Test func aPageThatCameBackIsShownAndSaidToBeThere() throws {
    let site = try TestSite(smallSite)
    try register(site)
    try site.replace("/exempelby/\n", with: "/exempelby/ borttagen 2026-11-20 Skäl.\n", in: AddressRegister.path)
    let diagnostics = try site.pipeline().diagnostics.filter { $0.severity != .note }
    #expect(diagnostics.map(\.code) == [AddressCodes.back])
    try site.build()
    #expect(try site.page("exempelby/").contains("Exempelby kommun"))
  }

  @Test func buildNotesWhatItPublishedAndOnlyThat() throws {
    let site = try TestSite(smallSite)
    func build(_ arguments: [String]) throws {
      var command = try Missiv.parseAsRoot(["build", "--site", site.folder] + arguments)
      try command.run()
    }
    let path = site.content + "/" + AddressRegister.path
    try build(["--output", site.folder + "/prov"])
    #expect(!FileSystem.exists(path))
    try build([])
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\n/exempelby/skolor-2022/r1/\n"))
    try build([])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(!FileSystem.exists(site.output + "/addresses.txt"))
  }
}
