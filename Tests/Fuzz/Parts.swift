import AuditContent
import AuditModel
import Diagnostics
import Mustache

/// Every problem is told of at a place that there is.
func expectPlaces(_ diagnostics: [Diagnostic], in files: [SourceFile]) {
  for diagnostic in diagnostics {
    for place in [diagnostic.location] + diagnostic.notes.map(\.location) + diagnostic.fixIts.map(\.location) {
      let size = files.first { $0.path == place.path }?.bytes.count ?? 0
      expect(
        0 <= place.lower && place.lower <= place.upper && place.upper <= size, "\(diagnostic.code.name) at \(place) of \(size)")
    }
  }
  // What is printed is UTF-8 by its type; that it is printed without a fall is what is tried.
  let printer = DiagnosticPrinter(language: .swedish, sources: { path in files.first { $0.path == path } })
  for format in DiagnosticFormat.allCases { _ = printer.string(Array(diagnostics.prefix(20)), as: format) }
}

/// Front matter of every kind of document.
func tryFrontMatter(_ bytes: UnsafeRawBufferPointer) {
  let file = SourceFile(path: "exempelby/skolor/audit.md", bytes: Array(bytes))
  expectPlaces(readFrontMatter(of: file).diagnostics, in: [file])
  let parsed = parse(file)
  expect(parsed.value != nil || parsed.diagnostics.contains { $0.severity == .error }, "nothing is left out in silence")
  expectPlaces(parsed.diagnostics, in: [file])
  let site = SourceFile(path: "site.yaml", bytes: file.bytes)
  expectPlaces(parse(site).diagnostics, in: [site])
}

/// Markdown with tables, and CSV.
func tryTables(_ bytes: UnsafeRawBufferPointer) {
  let file = SourceFile(path: "text.md", bytes: Array(bytes))
  let scanned = scanMarkdown(file, bodyStart: 0)
  expectPlaces(scanned.diagnostics, in: [file])
  let options = MarkdownOptions(idPrefix: "text-")
  let html = renderMarkdown(file, bodyStart: 0, options: options, resolver: AddressesAsWritten())
  expect(
    html.html == renderMarkdown(file, bodyStart: 0, options: options, resolver: AddressesAsWritten()).html,
    "the same text, the same page")
  expectHarmless(html.html)
  let table = readCSV(of: SourceFile(path: "tabell.csv", bytes: file.bytes))
  expectPlaces(table.diagnostics, in: [SourceFile(path: "tabell.csv", bytes: file.bytes)])
  for column in table.value.header.indices { _ = table.value.isNumeric(column: column) }
  _ = table.value.keyFigures()
}

/// Elements that a text of ours is made of, and no others, all of them closed and none with a handler.
func expectHarmless(_ html: [UInt8]) {
  var open: [String] = []
  var index = 0
  while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
    guard let end = tagEnd(html, from: start) else { fatalError("does not hold: a tag without an end") }
    let inside = html[start + 1..<end]
    let isClosing = inside.first == UInt8(ascii: "/")
    let name = String(
      decoding: inside.drop { $0 == UInt8(ascii: "/") }.prefix { $0 != 0x20 && $0 != UInt8(ascii: "/") }, as: UTF8.self)
    expect(known.contains(name), "<\(name)>")
    let text = String(decoding: inside, as: UTF8.self)
    for word in [" on", " style=", "javascript:", "vbscript:", "data:text"] where attributes(text).contains(word) {
      fatalError("does not hold: <\(text)>")
    }
    if isClosing {
      expect(open.popLast() == name, "</\(name)> closes what was opened")
    } else if !empty.contains(name), inside.last != UInt8(ascii: "/") {
      open.append(name)
    }
    index = end + 1
  }
  expect(open.isEmpty, "\(open) is closed")
}

/// Where a tag ends, what stands in quotation marks left aside.
private func tagEnd(_ html: [UInt8], from start: Int) -> Int? {
  var isQuoted = false
  for index in start..<html.count {
    if html[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
    if html[index] == UInt8(ascii: ">"), !isQuoted { return index }
  }
  return nil
}

/// A tag without what stands in quotation marks, but for addresses, whose beginning is kept.
private func attributes(_ tag: String) -> String {
  var text = ""
  for (place, part) in tag.lowercased().split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
    text += place % 2 == 0 || text.hasSuffix("href=") || text.hasSuffix("src=") ? (place % 2 == 0 ? part : part.prefix(12)) : ""
  }
  return text
}

private let empty: Set = ["br", "hr", "img", "col", "use", "rect", "line", "path", "circle"]
private let known: Set = [
  "a", "b", "blockquote", "br", "caption", "code", "col", "colgroup", "dd", "details", "div", "dl", "dt", "em", "figcaption",
  "figure",
  "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "section", "span", "strong", "summary", "svg", "table",
  "tbody", "td",
  "tfoot", "th", "thead", "tr", "ul", "use", "rect", "line", "path", "g", "text", "title", "desc", "circle", "polyline",
]

/// Dates as EDTF writes them.
func tryDates(_ bytes: UnsafeRawBufferPointer) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let date = EDTFDate(text) else { return }
  expect(EDTFDate(date.description) == date, "\(text) is read back")
  expect(date.description == text, "\(text) is written as it was read")
  expect(date.firstDay <= date.lastDay, "\(text) begins before it ends")
  expect(
    Day(year: date.firstDay.components.year, month: date.firstDay.components.month, day: date.firstDay.components.day)
      == date.firstDay, text)
}

/// Two templates, with a zero byte between them: a page, and a part that it may take.
func tryTemplates(_ bytes: UnsafeRawBufferPointer) {
  let parts = Array(bytes).split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
  var files = [SourceFile(path: "page.mustache", bytes: parts[0])]
  if parts.count > 1 { files.append(SourceFile(path: "p.mustache", bytes: parts[1])) }
  let set = TemplateSet.compile(files, entryPoints: [EntryPoint(template: "page", shape: FuzzedPage.view.shape)])
  expectPlaces(set.diagnostics, in: files)
  guard let template = set.value.template(named: "page") else { return }
  var buffer: [UInt8] = []
  let isWhole = set.value.render(template, FuzzedPage().record, into: &buffer)
  expect(isWhole || set.diagnostics.contains { $0.severity == .error }, "what has no errors is rendered")
}

private struct FuzzedRow: View {
  let code: String
  static let view = ViewType<FuzzedRow>(
    "row", [.text("code") { $0.code }, .flag("isFirst") { $0.code == "a" }, .link("address") { _ in "a/b" }])
}

private struct FuzzedPage: View {
  static let view = ViewType<FuzzedPage>(
    "page",
    [
      .text("title") { _ in "<T>" }, .text("missing") { _ in nil }, .flag("isNew") { _ in true }, .number("count") { _ in 3 },
      .html("mark") { _ in Array("<b>".utf8) }, .list("rows") { _ in [FuzzedRow(code: "a"), FuzzedRow(code: "&")] },
      .object("row") { _ in FuzzedRow(code: "c") },
    ])
}
