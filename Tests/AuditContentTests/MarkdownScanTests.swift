import AuditContent
import Diagnostics
import Testing

@Suite struct MarkdownScanTests {
  @Test func findsLinksWhereTheirDestinationsStand() {
    let marked = MarkedFile(
      """
      ---
      type: page
      ---
      # Rubrik med [länk](⬇ett)

      > å [två](⬇två) och
      > [två](⬇två) ![tre](<⬇bild a.png>)

      | a | b |
      | - | - |
      | [x](⬇fyra) | [ett](⬇ett) |

      - <⬇https://example.se>
      - ![](⬇data.csv)

      """)
    let start = readFrontMatter(of: marked.file).value.bodyStart
    let scan = scanMarkdown(marked.file, bodyStart: start)
    #expect(scan.diagnostics == [])
    #expect(scan.value.links.map(\.range.lowerBound) == marked.markers)
    #expect(
      scan.value.links.map(\.destination)
        == ["ett", "tv%C3%A5", "tv%C3%A5", "bild a.png", "fyra", "ett", "https://example.se", "data.csv"]
        .map { $0 == "tv%C3%A5" ? "två" : $0 })
    #expect(scan.value.links.map(\.isImage) == [false, false, false, true, false, false, false, true])
    #expect(scan.value.links.map(\.hasText) == [true, true, true, true, true, true, true, false])
    #expect(scan.value.links.map(\.standsAlone) == [false, false, false, false, false, false, true, true])
    #expect(scan.value.headings.map(\.text) == ["Rubrik med länk"])
    #expect(scan.value.headings.map(\.level) == [1])
  }

  @Test func pointsALinkThatIsDefinedElsewhereToItsParagraph() {
    let marked = MarkedFile("Text\n\n⬇Se [svaret][s].\n\n[s]: boras/svar\n")
    let scan = scanMarkdown(marked.file, bodyStart: 0)
    #expect(scan.value.links.map(\.destination) == ["boras/svar"])
    #expect(scan.value.links.map(\.range.lowerBound) == marked.markers)
  }

  static let problems: [(code: String, source: String)] = [
    ("raw-html", "Text ⬇<b>fet</b>\n"),
    ("raw-html", "> Text\n\n⬇<div>\nx\n</div>\n"),
    ("dangerous-address", "Text [x](⬇javascript:alert)\n"),
    ("dangerous-address", "| a | b |\n|---|---|\n| x | [y](⬇data:text/html,x) |\n"),
    ("table-extra-cells", "| a |\n| - |\n| b | ⬇c | d |\n"),
    ("table-columns", "| a | b |\n⬇| - |\n| c | d |\n"),
  ]

  @Test(arguments: problems.indices)
  func pointsAtTheProblem(_ index: Int) {
    let (code, source) = Self.problems[index]
    let marked = MarkedFile(source)
    let scan = scanMarkdown(marked.file, bodyStart: 0)
    #expect(scan.diagnostics.names == [code])
    #expect(scan.diagnostics.offsets == marked.markers)
    #expect(scan.diagnostics.allSatisfy { $0.cure != nil })
  }

  @Test(arguments: ["<!-- anmärkning -->\n", "a <!-- b --> c", "a < b > c", "---", "a | b\nc | d\n"])
  func isSilentWhereNothingIsWrong(_ text: String) {
    #expect(scanMarkdown(SourceFile(path: "a.md", text: text), bodyStart: 0).diagnostics == [])
  }
}
