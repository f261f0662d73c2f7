import Diagnostics

@testable import Mustache

/// What the tests' templates read: a page with rows, and rows below rows.
struct TestPage: View {
  var title = "Granskning"
  var lead: String?
  var body: [UInt8]?
  var isNew = false
  var count: Int?
  var address: String?
  var author: TestPerson?
  var rows: [TestRow] = []
  var tags: [String] = []

  static let view = ViewType<TestPage>(
    "page",
    [
      .text("title") { $0.title }, .text("lead") { $0.lead }, .html("body") { $0.body }, .flag("isNew") { $0.isNew },
      .number("count") { $0.count }, .link("address") { $0.address }, .object("author") { $0.author }, .list("rows") { $0.rows },
      .texts("tags") { $0.tags },
    ])
}

struct TestPerson: View {
  var name = "Ada"
  var lead: String?

  static let view = ViewType<TestPerson>("person", [.text("name") { $0.name }, .text("lead") { $0.lead }])
}

struct TestRow: View {
  var code: String
  var parts: [TestRow] = []

  static let view = ViewType<TestRow>("row", [.text("code") { $0.code }, .list("parts") { $0.parts }])
}

/// The templates of a test: the page's own, `page`, and those that it takes in.
func compile(_ page: String, _ others: KeyValuePairs<String, String> = [:]) -> Checked<TemplateSet> {
  TemplateSet.compile(
    sources(page, others), entryPoints: [EntryPoint(template: "page", shape: TestPage.view.shape)])
}

func sources(_ page: String, _ others: KeyValuePairs<String, String>) -> [SourceFile] {
  [SourceFile(path: "page.mustache", text: page)] + others.map { SourceFile(path: $0 + ".mustache", text: $1) }
}

/// The page as text; what was wrong with its templates where something was.
func render(
  _ page: String, _ others: KeyValuePairs<String, String> = [:], _ data: TestPage = TestPage(), root: String = ""
) -> String {
  let set = compile(page, others)
  guard set.diagnostics.isEmpty else { return set.diagnostics.map(\.message.en).joined(separator: "\n") }
  guard let template = set.value.template(named: "page") else { return "no template" }
  var buffer: [UInt8] = []
  return set.value.render(template, data.record, root: root, into: &buffer)
    ? String(decoding: buffer, as: UTF8.self) : "given up"
}
