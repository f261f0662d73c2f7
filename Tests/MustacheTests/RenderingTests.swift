import Diagnostics
import Testing

@testable import Mustache

@Suite struct RenderingTests {
  @Test func escapesWhereverInATextACharacterStands() {
    let references: KeyValuePairs = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    for place in 0..<40 {
      for (character, reference) in references {
        let (before, after) = (String(repeating: "a", count: place), String(repeating: "#=å", count: (40 - place) / 2))
        #expect(
          render("{{title}}", [:], TestPage(title: before + character + after + character)) == before + reference + after
            + reference)
      }
    }
  }

  @Test func writesTextEscapedAndMarkupAsItIs() {
    let page = TestPage(title: "Revision & <kontroll> \"nu\" 'då'", body: Array("<p>ja</p>".utf8))
    #expect(render("{{title}}", [:], page) == "Revision &amp; &lt;kontroll&gt; &quot;nu&quot; &#39;då&#39;")
    #expect(render("{{{title}}}|{{& title }}", [:], page) == "\(page.title)|\(page.title)")
    #expect(render("{{body}}", [:], page) == "<p>ja</p>")
  }

  @Test func writesNumbersAndFollowsDots() {
    #expect(render("{{count}} {{author.name}}", [:], TestPage(count: -12, author: TestPerson())) == "-12 Ada")
    #expect(render("[{{author.name}}]", [:], TestPage()) == "[]")
  }

  @Test func leavesOutWhatIsAbsentEmptyOrFalse() {
    let template =
      "{{#lead}}lead{{/lead}}{{#isNew}}new{{/isNew}}{{#rows}}row{{/rows}}{{#author}}author{{/author}}{{#tags}}tag{{/tags}}"
    #expect(render(template, [:], TestPage(lead: "")) == "")
    #expect(
      render("{{^lead}}a{{/lead}}{{^isNew}}b{{/isNew}}{{^rows}}c{{/rows}}{{^author}}d{{/author}}{{^tags}}e{{/tags}}") == "abcde")
  }

  @Test func takesZeroForANumberThatIsThere() {
    #expect(render("{{#count}}{{.}}{{/count}}{{^count}}none{{/count}}", [:], TestPage(count: 0)) == "0")
    #expect(render("{{^count}}none{{/count}}") == "none")
  }

  @Test func goesThroughListsAndPlainTexts() {
    let page = TestPage(rows: [TestRow(code: "r1"), TestRow(code: "r2")], tags: ["a", "<b>"])
    #expect(render("{{#rows}}{{code}};{{/rows}}", [:], page) == "r1;r2;")
    #expect(render("{{#tags}}{{.}},{{/tags}}", [:], page) == "a,&lt;b&gt;,")
  }

  @Test func looksOutwardsForKeysThatTheInnerThingDoesNotHave() {
    let page = TestPage(title: "T", rows: [TestRow(code: "r1")])
    #expect(render("{{#rows}}{{title}}{{code}}{{/rows}}", [:], page) == "Tr1")
  }

  @Test func neverLooksOutwardsForWhatTheInnerThingHasEmpty() {
    let page = TestPage(lead: "sidans", author: TestPerson(lead: nil))
    #expect(render("{{lead}}{{#author}}[{{lead}}{{^lead}}ingen{{/lead}}]{{/author}}", [:], page) == "sidans[ingen]")
  }

  @Test func leadsAddressesBackToTheRoot() {
    func link(_ address: String, from root: String) -> String {
      render("{{address}}", [:], TestPage(address: address), root: root)
    }
    #expect(link("boras/index.html#r1", from: "../../") == "../../boras/index.html#r1")
    #expect(link("boras/index.html", from: "") == "boras/index.html")
    #expect(link("https://example.org/?a&b", from: "../") == "https://example.org/?a&amp;b")
    #expect(link("mailto:a@example.org", from: "../") == "mailto:a@example.org")
    #expect(link("#r1", from: "../") == "#r1")
    #expect(link("sok/?q=a:b", from: "../") == "../sok/?q=a:b")
  }

  @Test func leavesNoLineBehindForATagAlone() {
    #expect(render("a\n  {{#isNew}}\nb\n  {{/isNew}}\n{{! a note }}\nc\n", [:], TestPage(isNew: true)) == "a\nb\nc\n")
    #expect(render("a\r\n{{^isNew}}\r\nb\r\n{{/isNew}}\r\n") == "a\r\nb\r\n")
  }

  @Test func setsOtherDelimitersUntilTheyAreSetBack() {
    #expect(render("{{=<% %>=}}<% title %>{{title}}<%={{ }}=%>{{title}}", [:], TestPage(title: "T")) == "T{{title}}T")
  }

  @Test func indentsAPartialAsItsTagIs() {
    let page = TestPage(rows: [TestRow(code: "r1", parts: [TestRow(code: "r1a")])])
    let row = "<li>\n{{code}}\n{{#parts}}\n  {{>row}}\n{{/parts}}\n</li>\n"
    #expect(
      render("<ul>\n  {{#rows}}\n  {{>row}}\n  {{/rows}}\n</ul>\n", ["row": row], page)
        == "<ul>\n  <li>\n  r1\n    <li>\n    r1a\n    </li>\n  </li>\n</ul>\n")
  }

  @Test func doesNotIndentTheLinesOfAValue() {
    #expect(render("  {{>p}}\n", ["p": "{{{title}}}\n"], TestPage(title: "a\nb")) == "  a\nb\n")
  }

  @Test func addsToWhatTheBufferHolds() throws {
    let set = compile("{{title}}").value
    var buffer = Array("before ".utf8)
    #expect(set.render(try #require(set.template(named: "page")), TestPage(title: "T").record, into: &buffer))
    #expect(String(decoding: buffer, as: UTF8.self) == "before T")
  }

  @Test func offersTheSitesValuesToEveryPage() throws {
    let globals = Record(
      shape: Shape("site", [Shape.Field("site", .text), Shape.Field("title", .text)]), values: [.text("S"), .text("X")])
    let set = TemplateSet.compile(
      sources("{{site}} {{title}}", [:]), entryPoints: [EntryPoint(template: "page", shape: TestPage.view.shape)],
      globals: globals)
    #expect(set.diagnostics.isEmpty)
    var buffer: [UInt8] = []
    #expect(set.value.render(try #require(set.value.template(named: "page")), TestPage(title: "T").record, into: &buffer))
    #expect(String(decoding: buffer, as: UTF8.self) == "S T")
  }

  @Test func skipsTheMarkOfTheByteOrder() {
    #expect(render("\u{FEFF}{{#isNew}}\na\n{{/isNew}}\n{{title}}", [:], TestPage(title: "T", isNew: true)) == "a\nT")
  }
}
