import Diagnostics
import Testing

@testable import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FileWriterTests {
  let folder = TemporaryFolder()

  @Test(arguments: ["", "/etc/passwd", "../a", "a/../b", "a/..", "./a", "a/./b", "a//b", "a/", "/", "..", ".", "a\0b"])
  func pathsThatCouldLeadOutOfTheSiteAreRefused(path: String) throws {
    let writer = try Publication.begin(output: folder / "public").writer()
    #expect(throws: PublishingError.pathIsUnusable(path)) { try writer.write(path: path, bytes: []) }
  }

  @Test(arguments: ["a", "...", "..a/b..", ".a/.b", "å ä ö/💧.html", String(repeating: "lång/", count: 200) + "x"])
  func pathsWithUnusualNamesWork(path: String) throws {
    try publish([path: "x"], in: folder)
    #expect(folder.text("public/" + path) == "x")
    #expect(try publish([path: "x"], in: folder).changedNothing)
  }

  /// Where the second file of that path is noticed depends on what the old site holds there.
  @Test(arguments: ["", "x", "y"]) func aPathWrittenTwiceIsAnError(old: String) throws {
    if !old.isEmpty { try publish(["a/b.html": old, "c": "c"], in: folder) }
    for second in ["x", "y"] {
      let publication = try Publication.begin(output: folder / "public")
      let writers = (publication.writer(), publication.writer())
      #expect(throws: PublishingError.pathIsTaken("a/b.html")) {
        try writers.0.write(path: "a/b.html", bytes: Array("x".utf8))
        try writers.0.write(path: "c", bytes: Array("c".utf8))
        try writers.1.write(path: "a/b.html", bytes: Array(second.utf8))
        _ = try publication.publish()
      }
    }
  }

  @Test func aMissingFileCannotHideBehindAPathWrittenTwice() throws {
    try publish(["a": "a", "b": "b"], in: folder)
    let publication = try Publication.begin(output: folder / "public")
    let writer = publication.writer()
    for _ in 0..<2 { try writer.write(path: "a", bytes: Array("a".utf8)) }
    #expect(throws: PublishingError.pathIsTaken("a")) { try publication.publish() }
    #expect(folder.text("public/b") == "b")
  }

  @Test func theMarkersNameIsTaken() throws {
    let publication = try Publication.begin(output: folder / "public")
    try publication.writer().write(path: ".missiv", bytes: Array("mine".utf8))
    #expect(throws: PublishingError.pathIsTaken(".missiv")) { try publication.publish() }
  }

  @Test func aPathThatIsFileAndFolderIsAnError() throws {
    for (first, second) in [("a", "a/b"), ("a/b", "a")] {
      let publication = try Publication.begin(output: folder / "public")
      let writer = publication.writer()
      try writer.write(path: first, bytes: [1])
      #expect(throws: PublishingError.pathIsTaken(second)) { try writer.write(path: second, bytes: [2]) }
    }
  }

  @Test func aNameThatIsTooLongIsSaidInWords() throws {
    let writer = try Publication.begin(output: folder / "public").writer()
    let name = String(repeating: "å", count: 200)
    #expect(throws: PublishingError.system(name, ENAMETOOLONG)) { try writer.write(path: name, bytes: []) }
    #expect(PublishingError.system(name, ENAMETOOLONG).message.sv == "\(name): namnet är för långt")
  }

  @Test func anAttachmentThatIsMissingOrAFolderIsSaidInWords() throws {
    let writer = try Publication.begin(output: folder / "public").writer()
    folder.makeFolder("content")
    #expect(throws: PublishingError.system(folder / "x.pdf", ENOENT)) { try writer.copy(from: folder / "x.pdf", to: "x.pdf") }
    #expect(throws: PublishingError.system(folder / "content", EISDIR)) { try writer.copy(from: folder / "content", to: "x") }
  }

  @Test func anAttachmentThatBecameALinkIsNotCopied() throws {
    let writer = try Publication.begin(output: folder / "public").writer()
    symlink("/etc/hostname", folder / "x.txt")
    #expect(throws: PublishingError.system(folder / "x.txt", ELOOP)) { try writer.copy(from: folder / "x.txt", to: "x.txt") }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func aFolderWithoutRightsIsSaidInWords() throws {
    folder.makeFolder("closed")
    chmod(folder / "closed", 0o500)
    defer { chmod(folder / "closed", 0o700) }
    #expect(throws: PublishingError.system(folder / "closed/public", EACCES)) {
      try Publication.begin(output: folder / "closed/public")
    }
  }
}
