import Diagnostics
import Foundation
import Testing

@testable import AuditContent

/// Our writer against the measures that others have set: libcmark's own HTML and GFM's examples of tables.
@Suite struct MarkdownConformanceTests {
  static let inputs = [
    "", "Text\n", "a\nb  \nc\\\nd", "# Ett\n\nTvå\n===\n\nTre\n---\n\n###### Sex ######\n#", "***\n---\n___",
    "> a\n> > b\n>\n> c\n\n> d\nlat", "- a\n- b\n\n- c\n  - d\n    - e", "- a\n- b\n", "* a\n\n  b\n* c", "1. a\n2. b\n",
    "7) a\n8) b\n\n   c",
    "- > a\n- # b\n-\n- ```\n  kod\n  ```", "    kod <b>\n    mer\n", "```swift numbers\nlet a = \"<&>\"\n```\n", "~~~\n\n~~~",
    "``` \nöppen",
    "```\u{A0}x y\nz\n```", "````language-c\nx\n````", "*a* **b** ***c*** _d_ __e__ *a **b** c*", "`kod` ``k`o`` ` x `",
    "a&amp;b &copy; &#246; &nbsp;x",
    "\\*a\\* \\\\ \\<", "[a](b)", "[a](<b c> \"t & \\\"q\\\"\")", "[a](b 't')", "[a][b]\n\n[b]: /url 'title'",
    "[b]\n\n[b]: </my url>", "[*a*](b) [](c)",
    "![a](b)", "![a *b* `c` ![d](e) [f](g)](h \"t\")", "[![a](b)](c)", "<https://example.se/?a=b&c=d>", "<post@example.se>",
    "[å](/åäö?q=%20 'x')", "[a](b'c\"d[e]^{f}|g)", "<b>x</b> <!-- c -->", "<div>\nx\n</div>\n\ny",
    "[a](javascript:x) ![b](vbscript:y) [c](FILE:z)",
    "a\r\nb\r\n\r\nc\rd", "\u{FEFF}a", "a\u{0}b", "\"a\" 'b' -- ... ", "[^1]\n\n[^1]: text", "a | b\n", "1986\\. a\n-- x",
    "+ a\n+ b\n- c",
    "0. noll", "[x]: y\n", "> [x]: y\n> [x]", "- [ ] a\n- [x] b", "a\n\n\n\nb", "\ta\n\n \tb", "* a\n*\tb", "![\n](a)",
    "*a\nb* **c\nd**", "<https://ö.se/ \">",
  ]

  @Test(arguments: inputs)
  func writesWhatCommonMarkDescribes(_ text: String) {
    let bytes = Array(text.utf8)
    let options = MarkdownOptions(dialect: .specification)
    let html = renderMarkdown(SourceFile(path: "a.md", bytes: bytes), bodyStart: 0, options: options).html
    #expect(String(decoding: html, as: UTF8.self) == String(decoding: CommonMarkTree(bytes).referenceHTML(), as: UTF8.self))
  }

  @Test func encodesEveryByteOfAnAddressAsLibcmarkDoes() {
    for byte in UInt8(1)...255 where byte != 0x0A && byte != 0x0D {
      let bytes =
        Array("[a](<x".utf8) + (byte == 0x5C ? [0x5C, 0x5C] : byte == 0x3E || byte == 0x3C ? [0x5C, byte] : [byte])
        + Array("y>)".utf8)
      let html = renderMarkdown(
        SourceFile(path: "a.md", bytes: bytes), bodyStart: 0, options: MarkdownOptions(dialect: .specification)
      ).html
      #expect(html == CommonMarkTree(bytes).referenceHTML(), "byte \(byte)")
    }
  }

  /// Texts put together by chance, the same ones every time.
  private static func texts(_ count: Int, of pieces: [String]) -> [[UInt8]] {
    var state: UInt64 = 2021
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in (0..<random(24)).flatMap { _ in Array(pieces[random(pieces.count)].utf8) } }
  }

  private static let pieces = [
    "# ", "> ", "- ", "1. ", "\n", "\n\n", "    ", "  ", "\t", "```", "`", "*", "**", "_", "[", "](a)", "](<b c>)", "]",
    "[x]: /y\n", "[x]",
    "![", "<b>", "</b>", "<!-- ", "-->", "<div>\n", "---\n", "===\n", "\\", "&amp;", "å", "a", "b c", "\"", "<https://x.se>",
    "\r\n", ":", "\u{0}",
  ]

  @Test func writesWhatLibcmarkWritesForAnyText() {
    for bytes in Self.texts(2000, of: Self.pieces) {
      let options = MarkdownOptions(dialect: .specification)
      let html = renderMarkdown(SourceFile(path: "a.md", bytes: bytes), bodyStart: 0, options: options).html
      #expect(html == CommonMarkTree(bytes).referenceHTML(), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test func scansWhateverItRenders() {
    for bytes in Self.texts(2000, of: Self.pieces + ["|", "| a | b |\n", "|-|-|\n", "\\|", "- | -\n", "Tabell: x\n"]) {
      let file = SourceFile(path: "a.md", bytes: bytes)
      let body = renderMarkdown(file, bodyStart: 0)
      let scan = scanMarkdown(file, bodyStart: 0)
      let text = String(decoding: bytes, as: UTF8.self).debugDescription
      #expect(scan.value.headings.count == body.headings.count, "\(text)")
      #expect(scan.value.links.allSatisfy { $0.range.upperBound <= bytes.count }, "\(text)")
      #expect(!String(decoding: body.html, as: UTF8.self).contains("<b>"), "\(text)")
    }
  }

  struct Example: Decodable {
    var example: Int
    var markdown: String
    var html: String
  }

  static let conformance = ProcessInfo.processInfo.environment["MISSIV_CONFORMANCE"]

  @Test(.enabled(if: conformance != nil, "MISSIV_CONFORMANCE does not name the folder of public test data"))
  func passesEveryTableExampleOfGFM() throws {
    let folder = try #require(Self.conformance)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent("gfm-tables.json"))
    let examples = try JSONDecoder().decode([Example].self, from: data)
    #expect(examples.count >= 8)
    for example in examples {
      let file = SourceFile(path: "a.md", text: example.markdown)
      let html = renderMarkdown(file, bodyStart: 0, options: MarkdownOptions(dialect: .specification)).html
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  /// Worked out by hand from the specification's rules.
  static let drawn: [(text: String, html: String)] = [
    ("> | a | b |\n> | - | - |\n> | c |", "<blockquote>\n" + table(["a", "b"], ["c", ""]) + "</blockquote>\n"),
    (
      "- x\n\n  a | b\n  -|-\n  1 | *2*",
      "<ul>\n<li>\n<p>x</p>\n" + table(["a", "b"], ["1", "<em>2</em>"]) + "</li>\n</ul>\n"
    ),
    ("före *x*  \nrad\n| a |\n| - |", "<p>före <em>x</em><br />\nrad</p>\n" + table(["a"])),
    ("text\n     # inget\n| a |\n| - |", "<p>text\n# inget</p>\n" + table(["a"])),
    ("| a |\n| - |\n| c |\n---", table(["a"], ["c"]) + "<hr />\n"),
    (
      "| # a | - b |\n| - | - |\n| [x] | 1. c # |\n\n[x]: /y",
      table(["# a", "- b"], ["<a href=\"/y\">x</a>", "1. c #"])
    ),
    ("| `a` # | *b* # |\n| - | - |", table(["<code>a</code> #", "<em>b</em> #"])),
    (
      "| [Svaret]  [a][Å  b] [c] |\n| - |\n\n[svaret]: /y\n[å b]: /z\n[svaret]: /x",
      table(["<a href=\"/y\">Svaret</a>  <a href=\"/z\">a</a> [c]"])
    ),
    ("a\n:-:", "<p>a\n:-:</p>\n"),
  ]

  @Test(arguments: drawn)
  func drawsTablesWhereverParagraphsMayStand(_ text: String, html: String) {
    let body = renderMarkdown(
      SourceFile(path: "a.md", text: text), bodyStart: 0, options: MarkdownOptions(dialect: .specification))
    #expect(String(decoding: body.html, as: UTF8.self) == html)
  }

  private static func table(_ header: [String], _ rows: [String]...) -> String {
    func row(_ cells: [String], _ name: String) -> String {
      "<tr>\n" + cells.map { "<\(name)>\($0)</\(name)>\n" }.joined() + "</tr>\n"
    }
    let body = rows.isEmpty ? "" : "<tbody>\n" + rows.map { row($0, "td") }.joined() + "</tbody>\n"
    return "<table>\n<thead>\n" + row(header, "th") + "</thead>\n" + body + "</table>\n"
  }
}
