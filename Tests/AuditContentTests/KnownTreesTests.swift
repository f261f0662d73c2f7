import Diagnostics
import Foundation
import Testing

@testable import AuditContent

/// Front matter that was read before is taken to be what libyaml would make of it.
@Suite struct KnownTreesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let folders = ["content", "templates/example/content"].map { root + "/" + $0 }

  @Test(arguments: folders) func whatIsKnownIsWhatWasRead(_ folder: String) throws {
    let tree = SourceTree.load(folder)
    let first = KnownTrees()
    let content = ParsedContent(tree, knowing: first, jobs: 1)
    let known = KnownTrees(try #require(first.kept(of: content)))
    let again = ParsedContent(tree, knowing: known, jobs: 2)
    let anew = ParsedContent(tree, jobs: 1)
    for read in [content, again] {
      #expect(read.diagnostics == anew.diagnostics)
      #expect(read.documents.count == anew.documents.count)
      for (a, b) in zip(read.documents, anew.documents) {
        #expect(a.saysTheSame(as: b) && a.factsFingerprint == b.factsFingerprint, "\(a.path)")
      }
    }
    #expect(known.kept(of: again) == nil, "nothing was new")
  }

  @Test(arguments: [
    "a: b", "a: \"b\"", "a: 'b''c'", "a: \"b\\tc\"", "a: >-\n  b\n  c", "a: |\n  b\n", "a: [b, {c: d}]", "a:\n  - b\n  - c: d\n",
    "\"a b\": ö", "a: b\n  c",
    "a:\nb: ''", "a: &x [b]\nc: *x", "a: *x", "a: b\na: c", "a: {", "", "- a", "a: # b", "a: b # c", "a: \u{85}", "? a\n: b",
    "a: []", "a: {}",
  ])
  func whatIsKnownOfATextIsWhatWasRead(_ text: String) {
    let file = SourceFile(path: "a.md", text: "---\n\(text)\n---\nb\n")
    let anew = readFrontMatter(of: file)
    let trees = KnownTrees()
    #expect(same(readFrontMatter(of: file, knowing: trees), anew))
    let kept = trees.kept(of: file) ?? KnownTrees.Kept()
    #expect(same(readFrontMatter(of: file, knowing: KnownTrees(kept)), anew))
    // Another text is not taken for it, although it is as long.
    let other = SourceFile(path: "a.md", text: "---\n\(String(repeating: "x", count: text.utf8.count))\n---\nb\n")
    #expect(same(readFrontMatter(of: other, knowing: KnownTrees(kept)), readFrontMatter(of: other)))
  }

  @Test func whateverIsDamagedIsReadToTheEnd() throws {
    let file = SourceFile(path: "a.md", text: "---\na: [b, c]\nd:\n  - e: f\n    g: \"h\\ti\"\n---\n")
    let trees = KnownTrees()
    _ = readFrontMatter(of: file, knowing: trees)
    let kept = try #require(trees.kept(of: file))
    for place in kept.bytes.indices {
      for change in 1...255 {
        var damaged = kept
        damaged.bytes[place] ^= UInt8(change)
        let read = readFrontMatter(of: file, knowing: KnownTrees(damaged)).value
        #expect(read.bodyStart == file.bytes.count)
      }
      var short = kept
      short.bytes.removeSubrange(place...)
      #expect(same(readFrontMatter(of: file, knowing: KnownTrees(short)), readFrontMatter(of: file)))
      short.ends = [UInt32(place)]
      #expect(same(readFrontMatter(of: file, knowing: KnownTrees(short)), readFrontMatter(of: file)))
    }
  }

  private func same(_ a: Checked<FrontMatter>, _ b: Checked<FrontMatter>) -> Bool {
    a.value == b.value && a.diagnostics == b.diagnostics
  }
}

extension KnownTrees {
  /// What is kept of a folder with one document.
  fileprivate func kept(of file: SourceFile) -> Kept? {
    guard let folder = try? TemporaryFolder(), (try? folder.write(file.path, String(decoding: file.bytes, as: UTF8.self))) != nil
    else { return nil }
    return kept(of: ParsedContent(SourceTree.load(folder.path), jobs: 1))
  }
}
