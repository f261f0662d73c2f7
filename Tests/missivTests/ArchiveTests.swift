import ArgumentParser
import Checksums
import Diagnostics
import Foundation
import SitePublishing
import Testing
import ZIPFiles

@testable import missiv

@Suite struct ArchiveTests {
  private let site: TestSite
  private var package: String { site.folder + "/paket.zip" }

  init() throws {
    site = try TestSite(smallSite)
    try site.write("a;b\n1;2\n", to: "exempelby/skolor-2022/bilaga 100%.csv")
  }

  private func exitCode(_ arguments: String...) -> Int32 {
    do {
      var command = try Missiv.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return 2
    }
  }

  private func archive(_ arguments: [String] = [], to path: String? = nil) throws {
    let package = try #require(SitePackage(try site.pipeline(arguments)))
    _ = try package.write(to: path ?? self.package)
  }

  /// The files of the package by their paths in it.
  private func files() throws -> [String: Data] {
    let copy = try #require(PackageCopy(package))
    return Dictionary(uniqueKeysWithValues: try copy.paths.map { ($0, Data(try #require(copy.bytes(of: $0)))) })
  }

  /// Unpacks the package, and gives the folder.
  private func unpacked() throws -> String {
    let folder = site.folder + "/uppackat"
    for (path, data) in try files() {
      let whole = URL(fileURLWithPath: folder + "/" + path)
      try FileManager.default.createDirectory(at: whole.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: whole)
    }
    return folder
  }

  @Test func itHoldsTheSiteAsItIsPublishedAndTheSourcesAsTheyAre() throws {
    try site.build()
    try archive()
    let files = try files()
    for (path, data) in try site.files() { #expect(files["data/webbplats/" + path] == data, "\(path)") }
    let sources = try #require(FileSystem.files(below: site.content))
    for path in sources {
      #expect(try files["data/kallor/content/" + path] == Data(contentsOf: URL(fileURLWithPath: site.content + "/" + path)))
    }
    let besides = files.keys.filter { !$0.hasPrefix("data/") }.sorted()
    #expect(
      besides == ["LASMIG.txt", "README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"])
    #expect(files.count == besides.count + sources.count + (try site.files().count))
  }

  @Test func draftsAndHiddenFilesAreNotInIt() throws {
    try site.write("---\ntype: page\ntitle: Hemligt\ndraft: true\n---\n\nHemligt.\n", to: "hemlig.md")
    let audit = try String(contentsOfFile: site.content + "/exempelby/skolor-2022/audit.md", encoding: .utf8)
    try site.write(
      audit.replacingOccurrences(of: "type: audit", with: "type: audit\ndraft: true"), to: "exempelby/utkast-2026/audit.md")
    try site.write("Hemligt", to: "exempelby/utkast-2026/hemlig bilaga.txt")
    try site.write(
      "---\ntype: reply\nby: [fastighetsnamnden]\ndate: 2026-06-15\n---\n\nHemligt.\n", to: "exempelby/utkast-2026/svar.md")
    try site.write("Hemligt", to: "exempelby/.hemlig")
    try archive()
    #expect(!(try files()).keys.contains { $0.contains("hemlig") || $0.contains("utkast") })
    try site.build()
    #expect(!(try site.files()).keys.contains { $0.contains("hemlig") || $0.contains("utkast") }, "nor on the site")
  }

  @Test func theSameSiteGivesTheSameBytes() throws {
    try archive()
    try archive(["--jobs", "1"], to: site.folder + "/igen.zip")
    let bytes = try #require(FileSystem.read(package))
    #expect(FileSystem.read(site.folder + "/igen.zip") == bytes)
  }

  @Test func itIsNamedAfterTheSiteAndTheDayItShows() throws {
    #expect(SitePackage(try site.pipeline())?.name == "revision.example.se-2026-11-21")
    #expect(SitePackage(try site.pipeline(["--base-url", "https://../"]))?.name == "webbplats-2026-11-21")
  }

  @Test func contentWithErrorsIsNotArchived() throws {
    try site.replace("to: [fastighetsnamnden], text", with: "to: [fastighetsnämden], text", in: "exempelby/skolor-2022/audit.md")
    #expect(exitCode("archive", "--site", site.folder, package) == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder) == ["content"])
  }

  @Test func aFileThatIsThereStays() throws {
    try "gammalt".write(toFile: package, atomically: false, encoding: .utf8)
    #expect(exitCode("archive", "--site", site.folder, package) == 2)
    #expect(try String(contentsOfFile: package, encoding: .utf8) == "gammalt")
  }

  @Test func verifyReadsThePackageAndTheFolderItIsUnpackedTo() throws {
    #expect(exitCode("archive", "--site", site.folder, package) == 0)
    #expect(exitCode("verify", package, "--strict") == 0)
    let folder = try unpacked()
    #expect(exitCode("verify", folder, "--strict") == 0)
    #expect(exitCode("verify", folder + "/data/webbplats", "--strict") == 0, "the site in it has its own manifest")
    try "annat".write(toFile: folder + "/data/kallor/content/site.yaml", atomically: false, encoding: .utf8)
    try "annat".write(toFile: folder + "/LASMIG.txt", atomically: false, encoding: .utf8)
    try FileManager.default.removeItem(atPath: folder + "/data/kallor/content/exempelby/skolor-2022/bilaga 100%.csv")
    try "".write(toFile: folder + "/data/extra.txt", atomically: false, encoding: .utf8)
    let verification = try Verify.parse([folder]).verification()
    #expect(verification.changed == ["LASMIG.txt", "data/kallor/content/site.yaml"])
    #expect(verification.missing == ["data/kallor/content/exempelby/skolor-2022/bilaga 100%.csv"])
    #expect(verification.extra == ["data/extra.txt"])
  }

  @Test func aBitThatFlippedIsFoundWithTheFileItIsIn() throws {
    try archive()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: package))
    let place = try #require(bytes.firstRange(of: Data("Ta fram en underhållsplan.".utf8))).lowerBound
    bytes[place] ^= 1
    try bytes.write(to: URL(fileURLWithPath: package))
    let verification = try Verify.parse([package]).verification()
    #expect(verification.changed.count == 1 && verification.missing == [])
    try bytes.dropLast(10).write(to: URL(fileURLWithPath: package))
    #expect(exitCode("verify", package) == 2)
  }

  @Test func theReadmesSayWhatItIsAndClaimNoMore() throws {
    try archive()
    let files = try files()
    for name in ["LASMIG.txt", "README.txt"] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      for word in [
        "Övningsrevisionen", "2026-11-21", "data/webbplats/index.html", "sha256sum -c manifest-sha256.txt", "RFC 8493",
        "RFC 4180", "FGS",
      ] { #expect(text.contains(word), "\(name): \(word)") }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
    #expect(
      files["LASMIG.txt"].map { String(decoding: $0, as: UTF8.self).contains("är inte ett paket enligt Riksarkivets") } == true)
    let info = String(decoding: try #require(files["bag-info.txt"]), as: UTF8.self)
    let payload = files.filter { $0.key.hasPrefix("data/") }
    #expect(info.contains("\nPayload-Oxum: \(payload.reduce(0) { $0 + $1.value.count }).\(payload.count)\n"))
  }

  @Test func everyFileIsNamedInItsManifestAsBagItWantsIt() throws {
    try archive()
    let files = try files()
    let text = String(decoding: try #require(files["manifest-sha256.txt"]), as: UTF8.self)
    let names = text.split(separator: "\n").map { String($0.dropFirst(66)) }
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(names.contains("data/kallor/content/exempelby/skolor-2022/bilaga 100%25.csv"))
    #expect(Set(names.map { $0.replacingOccurrences(of: "%25", with: "%") }) == Set(files.keys.filter { $0.hasPrefix("data/") }))
  }

  @Test(.enabled(if: RealProgram.canBeMadeToFail)) func onAFullDiskNothingIsLeft() throws {
    let ending = try RealProgram.run(["archive", "--site", site.folder, package], .error(ENOSPC, at: 2, stays: true))
    #expect(ending.code == 2 && ending.messages.contains("Inget arkivpaket har gjorts"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder) == ["content"])
  }
}
