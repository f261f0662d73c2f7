import Testing

@testable import Mustache

@Suite struct InheritanceTests {
  let layout = "<head>{{$title}}Missiv{{/title}}</head>\n<main>\n  {{$main}}\n  nothing\n  {{/main}}\n</main>\n"

  @Test func showsWhatABlockHoldsUnlessItIsReplaced() {
    #expect(
      render("{{<layout}}{{$title}}{{title}}{{/title}}{{/layout}}", ["layout": layout], TestPage(title: "T"))
        == "<head>T</head>\n<main>\n  nothing\n</main>\n")
  }

  @Test func indentsAReplacementAsTheBlockIs() {
    let page = "{{<layout}}\n{{$main}}\n<h1>{{title}}</h1>\n<ul>\n  <li>\n</ul>\n{{/main}}\n{{/layout}}\n"
    #expect(
      render(page, ["layout": layout], TestPage(title: "T"))
        == "<head>Missiv</head>\n<main>\n  <h1>T</h1>\n  <ul>\n    <li>\n  </ul>\n</main>\n")
  }

  @Test func letsTheOutermostTemplateWin() {
    let others: KeyValuePairs = ["middle": "{{<base}}{{$a}}middle{{/a}}{{/base}}", "base": "{{$a}}base{{/a}}{{$b}}b{{/b}}"]
    #expect(render("{{<middle}}{{$a}}page{{/a}}{{/middle}}", others) == "pageb")
    #expect(render("{{<middle}}{{/middle}}", others) == "middleb")
  }

  @Test func readsAReplacementWhereTheBlockStands() {
    let page = TestPage(rows: [TestRow(code: "r1"), TestRow(code: "r2")])
    #expect(
      render("{{<list}}{{$item}}[{{code}}]{{/item}}{{/list}}", ["list": "{{#rows}}{{$item}}{{/item}}{{/rows}}"], page)
        == "[r1][r2]")
  }

  @Test func putsOneReplacementIntoEveryBlockOfItsName() {
    #expect(render("{{<p}}{{$a}}x{{/a}}{{/p}}", ["p": "{{$a}}1{{/a}}-{{$a}}2{{/a}}"]) == "x-x")
  }

  @Test func knowsABlockInsideABlockThatIsReplacedToo() {
    let others: KeyValuePairs = ["p": "{{$outer}}{{$inner}}i{{/inner}}{{/outer}}"]
    #expect(render("{{<p}}{{$outer}}o{{/outer}}{{$inner}}x{{/inner}}{{/p}}", others) == "o")
  }
}
