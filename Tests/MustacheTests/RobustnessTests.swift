import Diagnostics
import Testing

@testable import Mustache

@Suite struct RobustnessTests {
  /// Numbers that look random and are the same in every run.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test func takesAnyTagsInAnyOrder() {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "{{#rows}}", "{{/rows}}", "{{^isNew}}", "{{/isNew}}", "{{>p}}", "{{<p}}", "{{/p}}", "{{$a}}",
      "{{/a}}",
      "{{=<% %>=}}", "<%={{ }}=%>", "{{!", "\n", "  ", "text", "{{title}}", "{{.}}", "{{a..b}}", "\r\n", "{{=", "=}}", "å",
      "{{#.}}", "{{/.}}",
    ]
    var numbers = Numbers(state: 1)
    var wrong = 0
    for _ in 0..<1500 {
      func text() -> String {
        (0..<Int.random(in: 0..<14, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      }
      let page = text()
      let set = compile(page, ["p": text()])
      if !set.diagnostics.isEmpty { wrong += 1 }
      for diagnostic in set.diagnostics { #expect(diagnostic.location.lower <= diagnostic.location.upper) }
      guard let template = set.value.template(named: "page") else { continue }
      var buffer: [UInt8] = []
      // What was found to be wrong may be given up, what was not may not.
      let isWhole = set.value.render(
        template, TestPage(isNew: true, rows: [TestRow(code: "r")], tags: ["t"]).record, into: &buffer)
      #expect(isWhole || set.hasErrors, "\(page)")
      #expect(isWhole || buffer.isEmpty)
    }
    #expect(wrong > 500)
  }

  @Test func takesAnyBytes() {
    var numbers = Numbers(state: 2)
    var refused = 0
    for _ in 0..<300 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      let set = TemplateSet.compile([SourceFile(path: "page.mustache", bytes: Array("{{title}}".utf8) + bytes)], entryPoints: [])
      if set.hasErrors { refused += 1 }
    }
    #expect(refused > 250)
  }

  @Test func refusesSectionsThatAreNestedWithoutEnd() {
    let set = compile(String(repeating: "{{#isNew}}", count: 100_000))
    #expect(set.diagnostics.map(\.message.en) == ["too many parts inside each other"])
  }

  @Test func reportsManyMistakesInOneFileAboutAsFastAsFew() {
    let set = compile(String(repeating: "{{/x}}{{a ", count: 20_000))
    #expect(set.diagnostics.count == 40_000)
  }

  @Test func goesThroughALongChainOfTemplates() {
    let files = (0..<3000).map { SourceFile(path: "t\($0).mustache", text: $0 < 2999 ? "{{>t\($0 + 1)}}" : "{{titel}}") }
    let set = TemplateSet.compile(files, entryPoints: [EntryPoint(template: "t0", shape: TestPage.view.shape)])
    #expect(set.diagnostics.map(\.location.path) == ["t2999.mustache"])
  }

  @Test func refusesInheritanceThatDoublesWithEveryStep() {
    let files =
      (0..<60).map {
        SourceFile(path: "t\($0).mustache", text: "text{{<t\($0 + 1)}}{{/t\($0 + 1)}}{{<t\($0 + 1)}}{{/t\($0 + 1)}}")
      } + [SourceFile(path: "t60.mustache", text: "x")]
    let set = TemplateSet.compile(files, entryPoints: [EntryPoint(template: "t0", shape: TestPage.view.shape)])
    #expect(set.diagnostics.contains { $0.code == MustacheCodes.endless })
  }

  @Test func saysOnceWhatInheritanceBringsAgainAndAgain() {
    let files =
      (0..<13).map {
        SourceFile(path: "t\($0).mustache", text: "{{<t\($0 + 1)}}{{/t\($0 + 1)}}{{<t\($0 + 1)}}{{/t\($0 + 1)}}")
      } + [SourceFile(path: "t13.mustache", text: "{{titel}}")]
    let set = TemplateSet.compile(files, entryPoints: [EntryPoint(template: "t0", shape: TestPage.view.shape)])
    #expect(set.diagnostics.map(\.location.path) == ["t13.mustache"])
  }

  @Test func indentsATemplateThatTakesItselfInAtTwoWidthsOnlySoFar() {
    let page = TestPage(rows: [TestRow(code: "r")])
    let row = "{{code}}\n{{#parts}}\n  {{>row}}\n\t{{>row}}\n{{/parts}}\n"
    #expect(render("{{#rows}}\n{{>row}}\n{{/rows}}\n", ["row": row], page) == "r\n")
  }

  @Test func givesAPageUpWhoseDataIsNestedTooDeep() throws {
    func nested(_ depth: Int) -> TestRow { (0..<depth).reduce(TestRow(code: "r")) { row, _ in TestRow(code: "r", parts: [row]) } }
    let set = compile("{{#rows}}{{>row}}{{/rows}}", ["row": "{{code}}{{#parts}}{{>row}}{{/parts}}"])
    #expect(set.diagnostics.isEmpty)
    let template = try #require(set.value.template(named: "page"))
    var buffer = Array("x".utf8)
    #expect(set.value.render(template, TestPage(rows: [nested(TemplateSet.partialLimit - 1)]).record, into: &buffer))
    #expect(buffer.count == TemplateSet.partialLimit + 1)
    buffer = Array("x".utf8)
    #expect(!set.value.render(template, TestPage(rows: [nested(TemplateSet.partialLimit)]).record, into: &buffer))
    #expect(buffer == Array("x".utf8))
  }
}
