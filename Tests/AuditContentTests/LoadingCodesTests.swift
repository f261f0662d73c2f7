import AuditContent
import Diagnostics
import Testing

/// The codes of loading, front matter and Markdown are all of them alive, each with words in both languages.
@Suite struct LoadingCodesTests {
  /// What the other suites provoke and no table of theirs holds.
  private static let elsewhere = [
    "wrong-encoding", "file-too-large", "front-matter-too-large", "too-many-aliases", "unreadable-file", "unreadable-folder",
    "symbolic-link", "special-file", "name-encoding", "name-control-character", "name-case", "name-combining-accent",
    "hidden-file", "active-picture", "document-ending", "csv-formula",
  ]

  @Test func everyCodeIsProvokedByATest() {
    let tables =
      FrontMatterProblemTests.cases.map(\.code) + MarkdownScanTests.problems.map(\.code) + MarkdownCSVTests.problems.map(\.code)
    #expect(Set(tables + Self.elsewhere) == Set(ReadingCodes.all.map(\.name)))
  }

  @Test func everyCodeIsNamedOnceAndExplainedTwice() {
    #expect(Set(ReadingCodes.all.map(\.name)).count == ReadingCodes.all.count)
    for code in ReadingCodes.all {
      #expect(code.explanation.sv.hasSuffix(".") && code.explanation.en.hasSuffix("."), "\(code.name)")
      #expect(code.explanation.sv != code.explanation.en)
    }
  }
}
