import Diagnostics
import Testing

@testable import SitePublishing

@Suite struct OutputFolderTests {
  let folder = TemporaryFolder()

  /// What refuses the path, and that nothing in the folder was touched by it.
  func refusal(of path: String, protecting protected: [String] = [], home: String? = nil) -> PublishingError.Kind? {
    let before = folder.snapshot()
    do {
      _ = try Publication(output: path, protecting: protected, home: home, exchange: .atomic)
      return nil
    } catch {
      #expect(folder.snapshot() == before)
      return error.kind
    }
  }

  @Test func aFolderThatMissivDidNotMakeIsRefused() {
    folder.write("public/index.html", "mine")
    #expect(refusal(of: folder / "public") == .outputIsNotOurs)
    folder.makeFolder("public/.missiv")
    #expect(refusal(of: folder / "public") == .outputIsNotOurs)
  }

  @Test func aFileIsRefused() {
    folder.write("public", "mine")
    #expect(refusal(of: folder / "public") == .outputIsNoFolder)
  }

  @Test func aSymbolicLinkIsRefusedAlsoWithASlashAtItsEnd() {
    folder.makeFolder("real")
    folder.link("public", to: folder / "real")
    #expect(refusal(of: folder / "public") == .outputIsSymbolicLink)
    #expect(refusal(of: folder / "public/") == .outputIsSymbolicLink)
  }

  @Test func theContentFolderAndWhatHoldsItIsRefused() {
    folder.write("site/.missiv", "")
    folder.write("site/content/.missiv", "")
    folder.write("site/public/.missiv", "")
    let content = folder / "site/content"
    #expect(refusal(of: folder / "site/content", protecting: [content]) == .outputHoldsProtectedFolder)
    #expect(refusal(of: folder / "site/public/../content/", protecting: [content]) == .outputHoldsProtectedFolder)
    #expect(refusal(of: folder / "site", protecting: [content]) == .outputHoldsProtectedFolder)
    #expect(refusal(of: folder / "site/public", protecting: [content]) == nil)
  }

  @Test func aContentFolderReachedThroughALinkIsProtectedToo() {
    folder.write("public/.missiv", "")
    folder.makeFolder("public/content")
    folder.link("content", to: folder / "public/content")
    #expect(refusal(of: folder / "public", protecting: [folder / "content"]) == .outputHoldsProtectedFolder)
  }

  @Test func theRootIsRefused() {
    #expect(refusal(of: "/") == .outputIsRoot)
    #expect(refusal(of: "///") == .outputIsRoot)
    #expect(refusal(of: "/tmp/..") == .outputIsRoot)
  }

  @Test func theHomeFolderIsRefused() {
    folder.makeFolder("home/anna")
    #expect(refusal(of: folder / "home/anna", home: folder / "home/anna") == .outputHoldsProtectedFolder)
    #expect(refusal(of: folder / "home", home: folder / "home/anna") == .outputHoldsProtectedFolder)
  }

  @Test func aRepositoryIsRefused() {
    folder.write("public/.missiv", "")
    folder.write("public/.git/HEAD", "ref: refs/heads/gh-pages\n")
    #expect(refusal(of: folder / "public") == .outputHoldsRepository)
  }

  @Test func aMountPointIsRefused() {
    // Both are mounted wherever Linux or macOS runs; neither is changed.
    #expect([.outputIsMountPoint, .outputIsSymbolicLink].contains(refusal(of: "/dev")))
  }

  @Test func anEmptyPathAndAPathThroughAFileAreRefused() {
    folder.write("file", "")
    #expect(refusal(of: "") == .system)
    #expect(refusal(of: folder / "file/public") == .system)
    #expect(refusal(of: folder / "missing/..") == .system)
  }

  @Test func everyRefusalSaysInBothLanguagesWhatToDo() {
    let errors: [PublishingError] =
      [
        .outputIsRoot("/"), .outputHoldsProtectedFolder("a", "b"), .outputIsSymbolicLink("a"), .outputIsNoFolder("a"),
        .outputIsNotOurs("a"), .outputHoldsRepository("a"), .outputIsMountPoint("a"), .anotherBuildIsRunning("a"),
        .pathIsUnusable("a"), .pathIsTaken("a"), .publicationHasEnded,
      ] + (1...40).map { .system("a", $0) }
    for error in errors {
      for text in [error.message.sv, error.message.en] { #expect(!text.isEmpty && !text.hasSuffix(".")) }
      for text in [error.cure.sv, error.cure.en] { #expect(text.hasSuffix(".")) }
      #expect(error.message.sv != error.message.en)
    }
  }
}
