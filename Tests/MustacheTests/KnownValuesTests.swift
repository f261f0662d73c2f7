import Diagnostics
import Testing

@testable import Mustache

@Suite struct KnownValuesTests {
  @Test func writesWhatIsKnownBeforehandAsPartOfTheTemplate() {
    #expect(rendered("{{words.menu}} & {{{words.mark}}}{{{words.menu}}}") == "A &amp; B & <b>A & B")
    #expect(operations("<p>{{words.menu}}</p>") == operations("<p></p>"))
  }

  @Test func decidesSectionsOverWhatIsKnown() {
    #expect(rendered("{{#words.isNew}}ja{{/words.isNew}}{{^words.isNew}}nej{{/words.isNew}}") == "ja")
    #expect(rendered("{{#words.none}}ja{{/words.none}}{{^words.none}}nej{{/words.none}}") == "nej")
    #expect(rendered("{{#words.menu}}[{{.}}]{{/words.menu}}") == "[A &amp; B]")
    #expect(operations("{{^words.none}}nej{{/words.none}}{{#words.none}}{{title}}{{/words.none}}") == operations("nej"))
  }

  @Test func leavesAddressesToThePageTheyStandOn() {
    #expect(rendered("{{words.start}}", root: "../") == "../index.html")
    #expect(rendered("{{{words.start}}}", root: "") == "index.html")
    // What is known of it is part of the template all the same: nothing is looked up.
    #expect(operations("{{words.start}}") == operations("{{title}}x"))
  }

  @Test func leavesToRenderingWhatSomethingOnAPageMayHaveInItsPlace() {
    // The author of the page has a `lead`, and so the one behind all pages is seen only where no author is.
    #expect(rendered("{{lead}}{{#author}}{{lead}}{{/author}}", TestPage(author: TestPerson(lead: "Adas"))) == "Adas")
    #expect(rendered("{{name}}{{#author}}{{name}}{{/author}}", TestPage(author: TestPerson())) == "GemensamtAda")
  }

  private static let globals: Record = {
    let words = Shape(
      "words", [.init("menu", .text), .init("mark", .html), .init("isNew", .flag), .init("none", .text), .init("start", .link)])
    let values: [Value] = [.text("A & B"), .html(Array("<b>".utf8)), .flag(true), .absent, .link("index.html")]
    return Record(
      shape: Shape("globals", [.init("words", .object { words }), .init("name", .text)]),
      values: [.object(Record(shape: words, values: values)), .text("Gemensamt")])
  }()

  private func compile(_ template: String) -> TemplateSet {
    let set = TemplateSet.compile(
      sources(template, [:]), entryPoints: [EntryPoint(template: "page", shape: TestPage.view.shape)], globals: Self.globals)
    #expect(set.diagnostics == [])
    return set.value
  }

  private func rendered(_ template: String, _ data: TestPage = TestPage(), root: String = "") -> String {
    let set = compile(template)
    var buffer: [UInt8] = []
    #expect(set.render(set.template(named: "page")!, data.record, root: root, into: &buffer))
    return String(decoding: buffer, as: UTF8.self)
  }

  private func operations(_ template: String) -> Int { compile(template).program.operations.count }
}
