import Testing

@testable import Diagnostics

@Suite struct TextFormatTests {
  @Test func showsPlaceMessageLineMarkerCureAndNotesInOrderOfPlace() {
    #expect(
      Example.printer().string([Example.warning, Example.error], as: .text) == """
        exempelby/å 1.md:2:1: error: “tilte” is no key [unknown-key]
          tilte: Granskning
          ^~~~~
          What to do: Write title.
        exempelby/å 1.md:1:1: note: the file begins here
          ---
          ^
        exempelby/å 1.md:3:7: warning: 1821 is before the Municipal Acts [odd-date]
          date: 1821-03-04
                ^~~~~~~~~~

        """)
  }

  @Test func speaksSwedishButKeepsTheSeveritiesForPrograms() {
    let text = Example.printer(.swedish).string([Example.error], as: .text)
    #expect(text.hasPrefix("exempelby/å 1.md:2:1: error: ”tilte” är ingen nyckel [unknown-key]\n"))
    #expect(text.contains("\n  Gör så här: Skriv title.\n"))
  }

  @Test func coloursOnlyWhereAsked() {
    let plain = Example.printer().string([Example.error], as: .text)
    let colored = Example.printer(color: true).string([Example.error], as: .text)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(["1", "1;31", "1;36", "32", "0"].reduce(colored) { $0.split(separator: "\u{1B}[\($1)m").joined() } == plain)
  }

  @Test func worksWithoutTheFile() {
    let printer = DiagnosticPrinter(language: .english, sources: { _ in nil }, displayPath: { "content/" + $0 })
    #expect(
      printer.string([Example.warning], as: .text)
        == "content/exempelby/å 1.md:1:1: warning: 1821 is before the Municipal Acts [odd-date]\n")
  }

  @Test func controlCharactersOfAnAuthorDoNotReachTheTerminal() {
    let file = SourceFile(path: "a\u{1B}.md", text: "a\u{1B}[2Jb")
    let printer = DiagnosticPrinter(language: .english, sources: { _ in file })
    let diagnostic = Diagnostic(
      Example.unknownKey, Wording(sv: "\u{1B}c", en: "\u{1B}c\n"), at: SourceRange(path: file.path, 5..<6))
    #expect(
      printer.string([diagnostic], as: .text)
        == "a\u{FFFD}.md:1:6: error: \u{FFFD}c\u{FFFD} [unknown-key]\n  a\u{FFFD}[2Jb\n       ^\n")
  }

  @Test func nothingIsPrintedForNoDiagnostics() {
    #expect(Example.printer().string([], as: .text) == "")
  }
}

@Suite struct SourceExcerptTests {
  func excerpt(_ line: String, _ column: Int, _ endColumn: Int, lines: Int = 1) -> [String]? {
    let place = PrintedFiles.Place(line: 1, column: column, endLine: lines, endColumn: endColumn)
    return SourceExcerpt(line: line, place).map { [$0.line, $0.marker] }
  }

  @Test func marksARange() {
    #expect(excerpt("abc def", 5, 8) == ["abc def", "    ^~~"])
  }

  @Test func marksAPlaceBetweenCharactersAndAtTheEnd() {
    #expect(excerpt("abc", 2, 2) == ["abc", " ^"])
    #expect(excerpt("abc", 4, 4) == ["abc", "   ^"])
    #expect(excerpt("abc", 99, 100) == ["abc", "   ^"])
  }

  @Test func marksToTheEndOfTheLineWhereTheRangeGoesOn() {
    #expect(excerpt("abc def", 5, 1, lines: 3) == ["abc def", "    ^~~"])
  }

  @Test func tabsAndWideCharactersKeepTheMarkerInPlace() {
    #expect(excerpt("\tå\u{301}日本x", 6, 7) == ["    å\u{301}日本x", "         ^"])
    #expect(excerpt("日本", 1, 3) == ["日本", "^~~~"])
  }

  @Test func longLinesAreCutAroundTheMarker() throws {
    let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let shown = try #require(excerpt(line, 501, 505))
    #expect(shown[0] == "…" + String(repeating: "a", count: 50) + "HERE" + String(repeating: "b", count: 66) + "…")
    #expect(shown[1] == String(repeating: " ", count: 51) + "^~~~")
    let all = try #require(excerpt(line, 1, 1005))
    #expect(all[0].count == 71 && all[1].count == 70)
  }

  @Test func anEmptyLineIsNotShown() {
    #expect(excerpt("", 1, 1) == nil)
  }
}
