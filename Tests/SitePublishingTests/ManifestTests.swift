import Checksums
import Testing

@testable import SitePublishing

@Suite struct ManifestTests {
  let folder = TemporaryFolder()

  private func manifest() throws -> Manifest {
    let text = try #require(folder.text("public/" + Manifest.path))
    return try #require(Manifest(Array(text.utf8)))
  }

  private func digest(_ text: String) -> SHA256.Digest { SHA256.digest(of: Array(text.utf8)) }

  @Test func everyFileOfTheSiteStandsThereOnceInTheOrderOfBytes() throws {
    let site = ["index.html": "start", "a/b.html": "b", "a.html": "", "ö.html": "ö", "B.html": "B"]
    try publish(site, in: folder)
    let entries = try manifest().entries
    #expect(entries.map(\.path) == ["B.html", "a.html", "a/b.html", "index.html", "ö.html"])
    for entry in entries { #expect(entry.digest == digest(site[entry.path] ?? "?"), "\(entry.path)") }
  }

  @Test func itIsTheSameWhateverOrderTheFilesCameInAndWhateverWasThereBefore() throws {
    try publish(["a": "a", "b": "b", "c": "c"], in: folder)
    let first = try manifest()
    let other = TemporaryFolder()
    try publish(["b": "old", "x/y": "old"], in: other)
    let publication = try Publication.begin(output: other / "public")
    let writers = (publication.writer(), publication.writer())
    try writers.1.write(path: "c", bytes: Array("c".utf8))
    other.write("a.txt", "a")
    try writers.0.copy(from: other / "a.txt", to: "a")
    try writers.1.write(path: "b", bytes: Array("b".utf8))
    _ = try publication.publish()
    #expect(other.text("public/" + Manifest.path) == folder.text("public/" + Manifest.path))
    #expect(String(decoding: first.bytes, as: UTF8.self) == folder.text("public/" + Manifest.path))
  }

  @Test func aLongOneNamesAllThatSeveralWritersWrote() throws {
    let publication = try Publication.begin(output: folder / "public")
    let writers = (0..<3).map { _ in publication.writer() }
    let paths = (0..<3000).map { "granskning-\($0 * 7919 % 3000)/\(String(repeating: "x", count: $0 % 90)).html" }
    for (number, path) in paths.enumerated() { try writers[number % 3].write(path: path, bytes: Array(path.utf8)) }
    _ = try publication.publish()
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try manifest().entries == sorted.map { Manifest.Entry(path: $0, digest: digest($0)) })
    #expect(try manifest().bytes.count > 2 * FileWriter.pieceSize)
  }

  @Test func aCopiedFileIsHashedWhetherItWasEqualOrNot() throws {
    let text = String(repeating: "bilaga ", count: 50_000)
    for contents in [text, text, text + "!", String(repeating: "x", count: text.utf8.count + 1)] {
      folder.write("bilaga.pdf", contents)
      let publication = try Publication.begin(output: folder / "public")
      let writer = publication.writer()
      try writer.copy(from: folder / "bilaga.pdf", to: "bilaga.pdf")
      try writer.write(path: "index.html", bytes: [])
      _ = try publication.publish()
      #expect(
        try manifest().entries == [
          Manifest.Entry(path: "bilaga.pdf", digest: digest(contents)), Manifest.Entry(path: "index.html", digest: digest("")),
        ])
    }
  }

  @Test(arguments: ["a\\b", "rad\nbruten", "\\", "a\rb", "* x", " x"]) func unusualNamesComeBack(name: String) throws {
    let manifest = Manifest(entries: [Manifest.Entry(path: name, digest: digest(""))])
    #expect(Manifest(manifest.bytes) == manifest)
  }

  @Test(arguments: ["../x", "/etc/passwd", "a/../b", "a//b", "", ".", "a/"]) func pathsThatLeadOutAreNotRead(path: String) {
    #expect(Manifest(Array("\(digest("").hex)  \(path)\n".utf8)) == nil)
  }

  @Test func whatOtherProgramsWriteIsRead() {
    let text = "\(digest("a").hex.uppercased()) *a.html\r\n\n\(digest("b").hex)  b.html\r\n"
    #expect(Manifest(Array(text.utf8))?.entries.map(\.path) == ["a.html", "b.html"])
    #expect(Manifest(Array("<!DOCTYPE html>\n".utf8)) == nil)
  }
}
