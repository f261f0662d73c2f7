import ArgumentParser
import Checksums
import Diagnostics
import Foundation
import SitePublishing
import Testing

@testable import missiv

@Suite struct VerifyTests {
  /// A copy of a published site.
  private let site: TestSite
  private var copy: String { site.folder + "/kopia" }

  init() throws {
    site = try TestSite(smallSite)
    try site.build()
    try FileManager.default.copyItem(atPath: site.output, toPath: site.folder + "/kopia")
  }

  private func change(_ path: String, _ text: String) throws {
    try text.write(toFile: copy + "/" + path, atomically: false, encoding: .utf8)
  }

  private func exitCode(_ arguments: String...) -> Int32 {
    do {
      var command = try Missiv.parseAsRoot(["verify"] + arguments)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return 2
    }
  }

  private func verification() throws -> Verification { try Verify.parse([copy]).verification() }

  @Test func aCopyIsAsItWasPublished() throws {
    #expect(exitCode(copy, "--strict") == 0)
    let verification = try verification()
    #expect(verification.isWhole && verification.extra == [])
    #expect(verification.count == (try site.files().count) - 1, "all but the manifest, and the marker is hidden")
    #expect(
      verification.text(in: .swedish, isStrict: false).hasPrefix("Alla \(verification.count) filer är som de publicerades.\n"))
  }

  @Test func whatIsMissingChangedOrUnreadableIsNamed() throws {
    try FileManager.default.removeItem(atPath: copy + "/exempelby/index.html")
    try change("index.html", "annat")
    try FileManager.default.removeItem(atPath: copy + "/data/audits.csv")
    try FileManager.default.createDirectory(atPath: copy + "/data/audits.csv", withIntermediateDirectories: true)
    let verification = try verification()
    #expect(verification.missing == ["exempelby/index.html"])
    #expect(verification.changed == ["index.html"])
    #expect(verification.unreadable == ["data/audits.csv"])
    #expect(exitCode(copy) == 1)
    let text = verification.text(in: .swedish, isStrict: false)
    #expect(text.hasPrefix("Saknas (1):\n  exempelby/index.html\nHar annat innehåll (1):\n  index.html\n"))
    #expect(text.contains("3 av \(verification.count) filer är inte som de publicerades.\n"))
  }

  @Test func filesOfTheServersOwnAreNamedAndAnErrorOnlyWhenAskedFor() throws {
    try change(".htaccess", "Options -Indexes")
    try change("data/robots.txt", "")
    #expect(try verification().extra == [".htaccess", "data/robots.txt"])
    #expect(exitCode(copy) == 0)
    #expect(exitCode(copy, "--strict") == 1)
  }

  @Test func aCopyWithoutTheHiddenMarkerIsWhole() throws {
    try FileManager.default.removeItem(atPath: copy + "/.missiv")
    #expect(exitCode(copy, "--strict") == 0)
  }

  @Test func aManifestThatWasChangedWithTheFilesIsFoundOutByAnother() throws {
    try change("index.html", "annat")
    let bytes = try #require(FileSystem.read(copy + "/" + Manifest.path))
    let manifest = try #require(Manifest(bytes))
    let forged = manifest.entries.map { entry in
      entry.path == "index.html" ? Manifest.Entry(path: entry.path, digest: SHA256.digest(of: Array("annat".utf8))) : entry
    }
    try change(Manifest.path, String(decoding: Manifest(entries: forged).bytes, as: UTF8.self))
    #expect(exitCode(copy) == 0)
    let verification = try Verify.parse([copy, "--manifest", site.output + "/" + Manifest.path]).verification()
    #expect(verification.changed == ["index.html", Manifest.path])
  }

  @Test func withoutAManifestNothingIsSaidToBeWhole() throws {
    #expect(exitCode(site.folder + "/finns-inte") == 2)
    try FileManager.default.removeItem(atPath: copy + "/" + Manifest.path)
    #expect(exitCode(copy) == 2)
    try change(Manifest.path, "")
    #expect(exitCode(copy) == 2)
    try change(Manifest.path, "404 Not Found\n")
    #expect(exitCode(copy) == 2)
  }

  @Test func noNameOfAFileSpeaksForTheVerdict() throws {
    try change("x\nAlla filer är som de publicerades.", "")
    try change("y\u{1B}[2J", "")
    let text = try verification().text(in: .swedish, isStrict: false)
    #expect(text.contains("\n  x\u{FFFD}Alla filer är som de publicerades.\n  y\u{FFFD}[2J\n"))
  }

  @Test func theVerdictCanBeReadByPrograms() throws {
    try change("index.html", "annat")
    try change("å \"x\".txt", "")
    let object = try #require(JSONSerialization.jsonObject(with: Data(try verification().json.utf8)) as? [String: Any])
    #expect(object["whole"] as? Bool == false)
    #expect(object["changed"] as? [String] == ["index.html"])
    #expect(object["extra"] as? [String] == ["å \"x\".txt"])
  }

  @Test func aBuildElsewhereWithAnotherNumberOfJobsGivesTheSameManifest() throws {
    let other = try TestSite(smallSite)
    try other.build(["--jobs", "1"])
    #expect(FileSystem.read(other.output + "/" + Manifest.path) == FileSystem.read(site.output + "/" + Manifest.path))
  }
}
