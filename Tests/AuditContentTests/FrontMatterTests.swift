import AuditContent
import Diagnostics
import Testing

@Suite struct FrontMatterTests {
  @Test func readsTextListsAndMappings() throws {
    let file = SourceFile(
      path: "a.md",
      text: "---\ntitle: Integration och etablering i Borås Stad\nto: [ks, \"sn\"]\nreply:\n  due: 2021-04-16\n---\n# Text\n")
    let read = readFrontMatter(of: file)
    #expect(read.diagnostics == [])
    let root = try #require(read.value.root)
    #expect(root["title"]?.text == "Integration och etablering i Borås Stad")
    #expect(root["to"]?.items?.map(\.text) == ["ks", "sn"])
    #expect(root["reply"]?["due"]?.text == "2021-04-16")
    #expect(file.text(in: read.value.bodyStart..<file.bytes.count) == "# Text\n")
    #expect(read.value.isWhole)
  }

  @Test func keepsEverythingAsTextAndOnlyNothingAsAbsent() throws {
    let read = readYAML(of: SourceFile(path: "site.yaml", text: "a: no\nb: 0114\nc: ~\nd: null\ne: 2021-03-23\nf:\ng: ''\n"))
    let root = try #require(read.value)
    #expect(root.entries?.map(\.value.text) == ["no", "0114", "~", "null", "2021-03-23", "", ""])
    #expect(root.entries?.map(\.value.isAbsent) == [false, false, false, false, false, true, false])
  }

  @Test func knowsTheBytesOfEveryValue() throws {
    let file = SourceFile(
      path: "site.yaml",
      text:
        "åäö: \"Östra Åsen\"   \nlista:  \n  - ”första”  # en anmärkning"
        + "\n  - [a, {b: 'ö'}]  \ntext: |\n  Två\n  rader\n\n\nslut: x\n"
    )
    let root = try #require(readYAML(of: file).value)
    func text(_ node: YAMLNode?) -> String? { node.map { file.text(in: $0.range) } }
    #expect(root.entries.map { $0.map { file.text(in: $0.key.range) } } == ["åäö", "lista", "text", "slut"])
    #expect(text(root["åäö"]) == "\"Östra Åsen\"")
    #expect(text(root["lista"]) == "- ”första”  # en anmärkning\n  - [a, {b: 'ö'}]")
    #expect(text(root["lista"]?.items?.first) == "”första”")
    #expect(text(root["lista"]?.items?.last) == "[a, {b: 'ö'}]")
    #expect(text(root["lista"]?.items?.last?.items?.last?["b"]) == "'ö'")
    #expect(text(root["text"]) == "|\n  Två\n  rader")
    #expect(root["text"]?.text == "Två\nrader")
    #expect(text(root["slut"]) == "x")
  }

  @Test(arguments: [
    ("---\r\ntitle: å\r\n---\r\nText\r\n", "Text\r\n"),
    ("\u{FEFF}---\ntitle: å\n---\nText", "Text"),
    ("\n  \n---  \ntitle: å\n--- \n", ""),
    ("---\ntitle: å\n---", ""),
  ])
  func acceptsWhatEditorsWrite(_ text: String, body: String) {
    let file = SourceFile(path: "a.md", text: text)
    let read = readFrontMatter(of: file)
    #expect(read.diagnostics == [])
    #expect(read.value.root?["title"]?.text == "å")
    #expect(file.text(in: read.value.bodyStart..<file.bytes.count) == body)
  }

  @Test(arguments: ["---\n---\n", "---\n\n# anmärkning\n---\ntext"])
  func readsFrontMatterWithNothingInIt(_ text: String) {
    let read = readFrontMatter(of: SourceFile(path: "a.md", text: text))
    #expect(read.value.root == nil)
    #expect(read.diagnostics == [])
  }

  @Test func repeatsWhatAnAliasStandsFor() throws {
    let file = SourceFile(path: "a.yaml", text: "a: &svar [ks, sn]\nb: *svar\n")
    let read = readYAML(of: file)
    let root = try #require(read.value)
    #expect(read.diagnostics == [])
    #expect(root["b"]?.items?.map(\.text) == ["ks", "sn"])
    #expect(root["b"].map { file.text(in: $0.range) } == "*svar")
  }

  @Test func goesOnAfterEverySyntaxError() throws {
    let marked = MarkedFile(
      """
      ---
      title: Integration⬇: en granskning
      auditor: EY
      kind: ⬇@in-depth
      date: 2021
      items:
        - id: R1
          text: whole
        - id: R2
          text: ⬇"open
      summary: last
      title⬇:double
      ---

      """)
    let read = readFrontMatter(of: marked.file)
    #expect(read.diagnostics.names == ["colon-in-text", "special-first-character", "unclosed-quote", "colon-without-space"])
    #expect(read.diagnostics.offsets == marked.markers)
    #expect(!read.value.isWhole)
    let root = try #require(read.value.root)
    #expect(root["auditor"]?.text == "EY")
    #expect(root["date"]?.text == "2021")
    #expect(root["items"]?.items?.map { $0["id"]?.text } == ["R1", "R2"])
    #expect(root["items"]?.items?.first?["text"]?.text == "whole")
    #expect(root["summary"]?.text == "last")
  }

  @Test func findsAKeyThatStandsAgainAfterASyntaxError() {
    let marked = MarkedFile("---\na: 1\nb: ⬇@\n⬇a: 2\n---\n")
    let read = readFrontMatter(of: marked.file)
    #expect(read.diagnostics.names == ["special-first-character", "duplicate-key"])
    #expect(read.diagnostics.offsets == marked.markers)
  }

  @Test func pointsAtTheFirstOfTwoKeys() throws {
    let marked = MarkedFile("---\ntitle: ett\nkind: annual\n⬇title: två\n---\n")
    let read = readFrontMatter(of: marked.file)
    let diagnostic = try #require(read.diagnostics.first)
    #expect(diagnostic.code.name == "duplicate-key")
    #expect(diagnostic.location.lower == marked.markers[0])
    #expect(diagnostic.notes.first?.location.lower == 4)
    #expect(read.value.root?["title"]?.text == "ett")
  }

  @Test func findsDuplicatesAmongManyKeys() {
    let text = (0..<500).map { "k\($0): \($0)\n" }.joined() + "k7: again\n" + "k499: again\n"
    #expect(readYAML(of: SourceFile(path: "a.yaml", text: text)).diagnostics.names == ["duplicate-key", "duplicate-key"])
  }
}
