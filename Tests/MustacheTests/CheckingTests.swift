import Diagnostics
import Testing

@testable import Mustache

/// Small templates with a mistake each; `⬇` stands before the byte that the diagnostic must point at.
private struct Mistake: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode
  let page: String
  let others: KeyValuePairs<String, String>
  /// What the fix-it writes, where there is one.
  let fix: String?

  init(_ code: DiagnosticCode, _ page: String, _ others: KeyValuePairs<String, String> = [:], fix: String? = nil) {
    self.code = code
    self.page = page
    self.others = others
    self.fix = fix
  }

  var testDescription: String { "\(code.name): \(page) \(others)" }

  static let marker = Array("⬇".utf8)

  /// The files without the marker, and where it stood.
  var files: (files: [SourceFile], path: String, offset: Int) {
    var place = (path: "", offset: 0)
    let files = sources(page, others).map { file in
      guard let at = file.bytes.indices.first(where: { file.bytes[$0...].starts(with: Mistake.marker) }) else { return file }
      place = (file.path, at)
      return SourceFile(path: file.path, bytes: Array(file.bytes[..<at] + file.bytes[(at + Mistake.marker.count)...]))
    }
    return (files, place.path, place.offset)
  }

  static let all: [Mistake] = [
    Mistake(MustacheCodes.syntax, "a ⬇{{title"),
    Mistake(MustacheCodes.syntax, "a ⬇{{title\n<p>{{title}}</p>"),
    Mistake(MustacheCodes.syntax, "a ⬇{{{title}} {{title}}"),
    Mistake(MustacheCodes.syntax, "a ⬇{{ }} b"),
    Mistake(MustacheCodes.syntax, "⬇{{! no end"),
    Mistake(MustacheCodes.syntax, "{{=⬇<%=}}"),
    Mistake(MustacheCodes.syntax, "{{#⬇isNew}} a"),
    Mistake(MustacheCodes.syntax, "a {{/⬇isNew}}"),
    Mistake(MustacheCodes.syntax, "{{#isNew}}{{#rows}}{{/⬇isNew}}"),
    Mistake(MustacheCodes.syntax, "{{#isNew}}a{{/⬇isnew}} b", fix: "isNew"),
    Mistake(MustacheCodes.unused, "{{<p}}{{$a}}x{{/a}}\n ⬇text {{/p}}", ["p": "{{$a}}{{/a}}"]),
    Mistake(MustacheCodes.unused, "{{<p}}{{⬇title}}{{/p}}", ["p": "{{$a}}{{/a}}"]),
    Mistake(MustacheCodes.unknownKey, "{{title}} {{⬇titel}}", fix: "title"),
    Mistake(MustacheCodes.unknownKey, "{{#⬇raws}}{{code}}{{/raws}}", fix: "rows"),
    Mistake(MustacheCodes.unknownKey, "{{^⬇nothing-like-it}}{{title}}{{/nothing-like-it}}"),
    Mistake(MustacheCodes.unknownKey, "{{⬇author.nmae}}", fix: "author.name"),
    Mistake(MustacheCodes.unknownKey, "{{#rows}}{{>row}}{{/rows}}", ["row": "{{code}}{{⬇kode}}"], fix: "code"),
    Mistake(MustacheCodes.unknownKey, "{{#rows}}{{code}}{{/rows}}{{⬇code}}"),
    Mistake(MustacheCodes.unknownKey, "{{<p}}{{$a}}{{⬇titel}}{{/a}}{{/p}}", ["p": "{{$a}}{{/a}}"], fix: "title"),
    Mistake(MustacheCodes.wrongUse, "{{⬇rows}}"),
    Mistake(MustacheCodes.wrongUse, "{{⬇tags}}"),
    Mistake(MustacheCodes.wrongUse, "{{⬇author}}"),
    Mistake(MustacheCodes.wrongUse, "{{{⬇isNew}}}"),
    Mistake(MustacheCodes.wrongUse, "{{#rows}}{{⬇.}}{{/rows}}"),
    Mistake(MustacheCodes.wrongUse, "{{⬇rows.code}}"),
    Mistake(MustacheCodes.wrongUse, "{{⬇title.length}}"),
    Mistake(MustacheCodes.unknownPartial, "{{>⬇rwo}}", ["row": ""], fix: "row"),
    Mistake(MustacheCodes.unknownPartial, "{{>⬇other-thing}}"),
    Mistake(MustacheCodes.unknownPartial, "{{<⬇layuot}}{{/layuot}}", ["layout": ""], fix: "layout"),
    Mistake(MustacheCodes.unknownBlock, "{{<p}}{{$⬇mian}}{{/mian}}{{/p}}", ["p": "{{$main}}{{/main}}"], fix: "main"),
    Mistake(MustacheCodes.unknownBlock, "{{<p}}{{$⬇main}}x{{/main}}{{/p}}", ["p": "no blocks"]),
    Mistake(MustacheCodes.endless, "{{>p}}", ["p": "{{title}}{{>⬇p}}"]),
    Mistake(MustacheCodes.endless, "{{>p}}", ["p": "{{#isNew}}{{>⬇p}}{{/isNew}}"]),
    Mistake(MustacheCodes.endless, "{{>p}}", ["p": "{{#title}}{{>⬇p}}{{/title}}"]),
    Mistake(MustacheCodes.endless, "{{>p}}", ["p": "{{#tags}}{{>⬇p}}{{/tags}}"]),
    Mistake(MustacheCodes.endless, "{{>p}}", ["p": "{{#author}}{{>⬇p}}{{/author}}"]),
    Mistake(MustacheCodes.endless, "{{#rows}}{{>p}}{{/rows}}", ["p": "{{#rows}}{{>⬇p}}{{/rows}}"]),
    Mistake(MustacheCodes.endless, "{{<p}}{{/p}}", ["p": "{{<⬇p}}{{/p}}"]),
    Mistake(MustacheCodes.endless, "{{<p}}{{/p}}", ["p": "{{<q}}{{/q}}", "q": "{{$a}}{{<⬇p}}{{/p}}{{/a}}"]),
  ]
}

@Suite struct CheckingTests {
  @Test(arguments: Mistake.all)
  fileprivate func pointsAtTheMistake(_ mistake: Mistake) throws {
    let (files, path, offset) = mistake.files
    let set = TemplateSet.compile(files, entryPoints: [EntryPoint(template: "page", shape: TestPage.view.shape)])
    let found = set.diagnostics.filter { $0.code == mistake.code }
    #expect(found.map(\.location.path).contains(path) && found.map(\.location.lower).contains(offset), "\(set.diagnostics)")
    let diagnostic = try #require(found.first { $0.location.path == path && $0.location.lower == offset })
    #expect(diagnostic.cure != nil)
    #expect(diagnostic.location.upper > diagnostic.location.lower)
    if let fix = mistake.fix { #expect(diagnostic.fixIts.first?.replacement.hasPrefix(fix) == true) }
  }

  @Test(arguments: Mistake.all.filter { $0.fix != nil })
  fileprivate func removesTheMistakeByItsFixIt(_ mistake: Mistake) throws {
    var files = mistake.files.files
    let before = TemplateSet.compile(files, entryPoints: [EntryPoint(template: "page", shape: TestPage.view.shape)]).diagnostics
    let fixIts = try #require(before.first { $0.code == mistake.code }).fixIts
    #expect(fixIts.count == 1)
    files = files.map { apply(fixIts, to: $0) }
    let after = TemplateSet.compile(files, entryPoints: [EntryPoint(template: "page", shape: TestPage.view.shape)]).diagnostics
    #expect(after.map(\.message.en) == before.dropFirst().map(\.message.en))
  }

  @Test func saysWhichPageHasNoTemplate() {
    let set = TemplateSet.compile([], entryPoints: [EntryPoint(template: "audit", shape: TestPage.view.shape)])
    #expect(set.diagnostics.map(\.code) == [MustacheCodes.missingTemplate])
    #expect(set.diagnostics[0].message.sv == "mallen ”audit” saknas")
  }

  @Test func saysThatTwoTemplatesHaveOneName() {
    let set = TemplateSet.compile(
      [SourceFile(path: "row.mustache", text: ""), SourceFile(path: "partials/row.mustache", text: "")], entryPoints: [])
    #expect(set.diagnostics.map(\.code) == [MustacheCodes.sameName])
  }

  @Test func saysThatATemplateIsNotUTF8() {
    let file = SourceFile(path: "page.mustache", bytes: Array("bl".utf8) + [0xE5] + Array(" {{title}}".utf8))
    let set = TemplateSet.compile([file], entryPoints: [])
    #expect(set.diagnostics.map(\.code) == [MustacheCodes.encoding])
    #expect(set.diagnostics[0].location.lower == 2)
  }

  @Test func emitsEveryCodeInTheseTests() {
    let here = [MustacheCodes.missingTemplate, MustacheCodes.sameName, MustacheCodes.encoding]
    #expect(Set(Mistake.all.map(\.code) + here) == Set(MustacheCodes.all))
  }

  @Test func reportsEveryMistakeInOneRunAndEachPlaceOnce() {
    let set = compile(
      "{{titel}} {{#rows}}{{>row}}{{/rows}} {{#rows}}{{>row}}{{/rows}} {{rows}}", ["row": "{{kode}}{{#parts}}{{>row}}{{/parts}}"])
    #expect(
      set.diagnostics.map(\.message.en) == [
        "‘titel’ is nothing that the page has", "‘rows’ is a list and cannot be printed", "‘kode’ is nothing that the page has",
      ])
  }

  @Test func checksOnlyTheSyntaxOfWhatNoPageReaches() {
    let set = compile("a", ["unused": "{{nonsense}} {{>nothing}} {{<nobody}}{{/nobody}} {{#open}}"])
    #expect(set.diagnostics.map(\.message.en) == ["‘open’ is not closed"])
  }

  @Test func allowsATemplateToTakeItselfInForThePartsOfAThing() {
    let row = "{{code}}{{#parts}}{{>row}}{{/parts}}"
    #expect(compile("{{#rows}}{{>row}}{{/rows}}", ["row": row]).diagnostics.isEmpty)
  }

  @Test func takesWhateverItDoesNotKnowForNothingWhenLenient() throws {
    let set = TemplateSet.compile(sources("a{{b}}{{>c}}{{#d}}e{{/d}}{{<f}}{{/f}}g", [:]), entryPoints: [], strictness: .lenient)
    #expect(set.diagnostics.isEmpty)
    var buffer: [UInt8] = []
    #expect(set.value.render(try #require(set.value.template(named: "page")), TestPage().record, into: &buffer))
    #expect(buffer == Array("ag".utf8))
  }
}
