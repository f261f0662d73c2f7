import Diagnostics
import Testing

@Suite struct SummaryTests {
  static let elsewhere = Diagnostic(Example.unknownKey, Wording(sv: "x", en: "x"), at: .start(of: "b.md"))
  static let note = Diagnostic(
    DiagnosticCode("n", .note, explanation: Wording(sv: "", en: "")), Wording(sv: "x", en: "x"), at: .start(of: "b.md"))

  @Test(arguments: [
    (
      [Example.error, elsewhere, elsewhere, Example.warning], "3 fel och 1 varning i 2 filer",
      "3 errors and 1 warning in 2 files"
    ),
    ([Example.error], "1 fel i 1 fil", "1 error in 1 file"),
    ([Example.warning, Example.warning], "2 varningar i 1 fil", "2 warnings in 1 file"),
    (
      [note, note, Example.warning, Example.error], "1 fel, 1 varning och 2 notiser i 2 filer",
      "1 error, 1 warning and 2 notes in 2 files"
    ),
    ([], "Inga problem", "No problems"),
  ])
  func countsInWords(diagnostics: [Diagnostic], swedish: String, english: String) {
    #expect(Example.printer(.swedish).summary(diagnostics) == swedish)
    #expect(Example.printer(.english).summary(diagnostics) == english)
  }
}
