import AuditModel
import Diagnostics
import Testing

@testable import AuditContent

/// What is wrong with a document's values, each with the place that the writer is shown.
@Suite struct DocumentsTests {
  static let cases: [(code: String, source: String)] = [
    ("unknown-key", "type: audit\ntitle: a\nauditor: b\n⬇titel: c\n"),
    ("unknown-key", "type: audit\ntitle: a\n⬇auditör: b\n"),
    ("unknown-key", "type: audit\ntitle: a\nauditor: b\n⬇nonsens: b\n"),
    ("unknown-key", "⬇typ: audit\ntitle: a\nauditor: b\n"),
    ("unknown-key", "type: audit\ntitle: a\nauditor: b\nreply:\n  ⬇dew: 2021\n"),
    ("missing-key", "⬇type: audit\ntitle: a\n"),
    ("missing-key", "⬇type: reply\n"),
    ("missing-key", "type: reply\nby: ks\nanswers:\n  - ⬇to: R1\n"),
    ("missing-key", "type: audit\ntitle: a\nauditor: b\nrecommendations:\n  items:\n    - ⬇text: c\n"),
    ("empty-value", "type: audit\ntitle:⬇\nauditor: b\n"),
    ("empty-value", "type: audit\ntitle: a\nauditor: ⬇\"\"\n"),
    ("empty-value", "type: audit\ntitle: a\nauditor: b\ntopics:\n  - a\n  -⬇\n"),
    ("wrong-type", "type: audit\ntitle: ⬇[a, b]\nauditor: b\n"),
    ("wrong-type", "type: audit\ntitle: a\nauditor: b\nreply: ⬇2021-04-16\n"),
    ("wrong-type", "type: audit\ntitle: a\nauditor: b\ntopics:\n  - ⬇{id: x}\n"),
    ("unknown-value", "type: audit\ntitle: a\nauditor: b\nkind: ⬇indepth\n"),
    ("unknown-value", "type: audit\ntitle: a\nauditor: b\ndraft: ⬇nej\n"),
    ("unknown-value", "type: ⬇adit\ntitle: a\nauditor: b\n"),
    ("wrong-type", "type: ⬇[audit, reply]\ntitle: a\nauditor: b\n"),
    ("unknown-value", "type: follow-up\nby: auditors\ncounts: {⬇implemnted: 3}\n"),
    ("bad-date", "type: audit\ntitle: a\nauditor: b\ndate: ⬇16 april 2021\n"),
    ("bad-date", "type: audit\ntitle: a\nauditor: b\ndate: ⬇2021-02-30\n"),
    ("bad-number", "type: follow-up\nby: auditors\ncounts: {implemented: ⬇tre}\n"),
    ("bad-id", "type: audit\ntitle: a\nauditor: b\nrecommendations:\n  items:\n    - {id: ⬇R 1, text: c}\n"),
    ("missing-type", "⬇title: a\nauditor: b\n"),
    ("missing-type", "⬇foo: a\n"),
    ("facts-missing", "⬇bara text\n"),
  ]

  @Test(arguments: cases.indices)
  func reportsTheMistakeOnceAtItsPlaceWithACure(index: Int) {
    let (code, source) = Self.cases[index]
    let marked = MarkedFile("---\n" + source + "---\n", path: "boras/granskning/x.md")
    let diagnostics = parse(marked.file).diagnostics
    #expect(diagnostics.names == [code])
    #expect(diagnostics.offsets == marked.markers)
    #expect(diagnostics.allSatisfy { $0.cure != nil })
  }

  @Test(arguments: cases.indices)
  func everyFixItRemovesItsOwnDiagnostic(index: Int) throws {
    let (code, source) = Self.cases[index]
    let marked = MarkedFile("---\n" + source + "---\n", path: "boras/granskning/x.md")
    let diagnostic = try #require(parse(marked.file).diagnostics.first)
    guard let fixed = diagnostic.fixed(marked.file) else { return }
    let after = parse(fixed).diagnostics.names
    // Where the right key is there already, the wrong one becomes its double; what is left is another problem.
    #expect(!after.contains(code))
  }

  static let dates: [(written: String, meant: String?)] = [
    ("16 april 2021", "2021-04-16"), ("den 16 april 2021", "2021-04-16"), ("2021-4-16", "2021-04-16"),
    ("20210416", "2021-04-16"), ("2021/04/16", "2021-04-16"), ("16/4 2021", "2021-04-16"), ("april 2021", "2021-04"),
    ("16 apr. 2021", "2021-04-16"), ("ca 2021", "2021~"), ("2021-4?", "2021-04?"), ("October 2, 2021", "2021-10-02"),
    ("våren 2021", nil), ("21-04-16", nil), ("2021-02-30", nil), ("2021-13", nil),
  ]

  @Test(arguments: dates)
  func seesWhatADateWasMeantToBe(written: String, meant: String?) {
    #expect(DateHint(written).date?.description == meant)
  }

  @Test func saysWhichDayTheCalendarLacks() {
    let file = SourceFile(path: "a/b/audit.md", text: "---\ntype: audit\ntitle: a\nauditor: b\ndate: 2021-02-30\n---\n")
    #expect(parse(file).diagnostics.first?.message.sv == "2021-02-30 finns inte i kalendern")
  }

  @Test func takesASingleValueForAListOfOne() {
    let text = "---\ntype: reply\nby: ks\nanswers: {to: R1, stance: accepts}\n---\n"
    let read = parse(SourceFile(path: "a/b/svar.md", text: text))
    #expect(read.diagnostics.isEmpty)
    guard case .reply(let reply)? = read.value?.content else {
      Issue.record("not a reply")
      return
    }
    #expect(reply.by.map(\.value) == ["ks"])
    #expect(reply.answers.map(\.stance) == [.accepts])
  }

  @Test func readsBothWaysOfSpeakingInAFollowUp() {
    func voice(_ by: String) -> WordOr<[Reference]>? {
      let file = SourceFile(path: "a/b/uppf.md", text: "---\ntype: follow-up\nby: \(by)\ncounts: {remaining: 2}\n---\n")
      guard case .followUp(let followUp)? = parse(file).value?.content else { return nil }
      return followUp.by
    }
    #expect(voice("auditors") == .word)
    #expect(voice("[auditors]") == .word)
    guard case .other(let boards)? = voice("[ks, sn]") else {
      Issue.record("no boards")
      return
    }
    #expect(boards.map(\.value) == ["ks", "sn"])
  }

  @Test func doesNotComplainOfMissingKeysWhereTheYAMLIsBroken() {
    let file = SourceFile(path: "a/b/audit.md", text: "---\ntype: audit\ntitle: \"a\nauditor: b\n---\n")
    #expect(parse(file).diagnostics.names == ["unclosed-quote"])
  }

  @Test func leavesOtherFilesAlone() {
    #expect(parse(SourceFile(path: "a/b/missiv.pdf", bytes: [0, 1])).value == nil)
  }
}
