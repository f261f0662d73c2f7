import Diagnostics
import Testing

@testable import AuditContent

/// What a body becomes on our pages.
@Suite struct MarkdownRendererTests {
  private func site(
    _ text: String, _ options: MarkdownOptions = MarkdownOptions(), _ resolver: some LinkResolver = AddressesAsWritten()
  )
    -> String
  {
    String(
      decoding: renderMarkdown(SourceFile(path: "a.md", text: text), bodyStart: 0, options: options, resolver: resolver).html,
      as: UTF8.self)
  }

  private struct Places: LinkResolver {
    func resolve(_ destination: String, isImage: Bool) -> LinkResolution {
      switch destination {
      case "arbetslivsnamnden": .address(href: "../arbetslivsnamnden/", title: "Arbetslivsnämnden & co")
      case "bild.png": .address(href: "bild.png")
      case "nyckeltal.csv":
        .dataTable(
          CSVTable(header: ["År", "Antal"], rows: [["2021", "1 200"], ["2022", ""], ["<b>", "−3,5 %"]]), href: "a/nyckeltal.csv")
      case "saknas": .broken
      default: .external
      }
    }
  }

  @Test func writesOnlyTheBody() {
    let file = SourceFile(path: "a.md", text: "---\ntype: page\n---\nSvar\n")
    let front = readFrontMatter(of: file).value
    #expect(String(decoding: renderMarkdown(file, bodyStart: front.bodyStart).html, as: UTF8.self) == "<p>Svar</p>\n")
  }

  @Test func appendsToABufferThatIsUsedAgain() {
    var html = Array("<main>".utf8)
    _ = renderMarkdown(
      SourceFile(path: "a.md", text: "# Svar"), bodyStart: 0, options: MarkdownOptions(), resolver: AddressesAsWritten(),
      into: &html)
    #expect(String(decoding: html, as: UTF8.self) == "<main><h1 id=\"svar\">Svar</h1>\n")
  }

  @Test func writesNothingForNothing() {
    #expect(site("") == "")
    #expect(renderMarkdown(SourceFile(path: "a.md", bytes: []), bodyStart: 0).html == [])
    #expect(renderMarkdown(SourceFile(path: "a.md", text: "abc"), bodyStart: 9).html == [])
  }

  @Test func givesHeadingsStableIDsThatNeverCollide() {
    let text = "# Åtgärder & svar\n## *Åtgärder* `svar`\n## Överskådligt à la café\n# !\n# main\n# main-2\n# main\n"
    let options = MarkdownOptions(headingShift: 2, reservedIDs: ["main"])
    let body = renderMarkdown(SourceFile(path: "a.md", text: text), bodyStart: 0, options: options)
    #expect(
      body.headings.map(\.id) == [
        "atgarder-svar", "atgarder-svar-2", "overskadligt-a-la-cafe", "avsnitt", "main-2", "main-2-2", "main-3",
      ])
    #expect(body.headings.map(\.level) == [3, 4, 4, 3, 3, 3, 3])
    #expect(body.headings.first?.text == "Åtgärder & svar")
    #expect(String(decoding: body.html, as: UTF8.self).hasPrefix("<h3 id=\"atgarder-svar\">Åtgärder &amp; svar</h3>\n<h4 id="))
  }

  @Test func putsAPrefixBeforeIDs() {
    #expect(site("# Svar", MarkdownOptions(idPrefix: "r1-")) == "<h1 id=\"r1-svar\">Svar</h1>\n")
  }

  @Test func asksWhereLinksLead() {
    #expect(
      site("[](arbetslivsnamnden)", .init(), Places())
        == "<p><a href=\"../arbetslivsnamnden/\">Arbetslivsnämnden &amp; co</a></p>\n")
    #expect(site("[Nämnden](arbetslivsnamnden)", .init(), Places()) == "<p><a href=\"../arbetslivsnamnden/\">Nämnden</a></p>\n")
    #expect(site("[*Nämnden*](saknas)", .init(), Places()) == "<p><em>Nämnden</em></p>\n")
    #expect(
      site("[SCB](https://scb.se \"t\")", .init(), Places())
        == "<p><a href=\"https://scb.se\" title=\"t\" rel=\"external\">SCB</a></p>\n")
    #expect(site("<post@example.se>", .init(), Places()) == "<p><a href=\"mailto:post@example.se\">post@example.se</a></p>\n")
    #expect(site("![*En* bild](bild.png)", .init(), Places()) == "<p><img src=\"bild.png\" alt=\"En bild\" /></p>\n")
    #expect(site("![En bild](saknas)", .init(), Places()) == "<p>En bild</p>\n")
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JAVA&#10;SCRIPT:alert(1))", "[x](<&#1;javascript:alert(1)>)", "[x](vbscript:x)",
    "[x](data:text/html,x)", "[x](file:///etc/passwd)", "[x](java&Tab;script:x)", "[x][y]\n\n[y]: javascript:x", "[x](foo:bar)",
  ])
  func dropsDangerousAddressesAndReportsThem(_ text: String) {
    #expect(site(text) == "<p>x</p>\n")
    let scan = scanMarkdown(SourceFile(path: "a.md", text: text), bodyStart: 0)
    #expect(scan.diagnostics.names == ["dangerous-address"])
  }

  @Test func dropsRawHTML() {
    #expect(site("a <b onclick=x>b</b> c\n\n<script>\nalert(1)\n</script>\n\nd") == "<p>a b c</p>\n<p>d</p>\n")
  }

  @Test func leavesQuotationMarksAndFootnotesAlone() {
    #expect(site("”Svar” \"svar\" -- 'x'... [^1]") == "<p>”Svar” &quot;svar&quot; -- 'x'... [^1]</p>\n")
  }

  @Test func writesTablesForReadersOfEveryKind() {
    let text =
      "Före\n\nTabell: Svar per *nämnd*\n\n"
      + "| Nämnd | Dagar | |\n| --- | ---: | :-: |\n| [KS](arbetslivsnamnden) | 210 | x |\n| | 3 | |\n\nEfter\n"
    #expect(
      site(text, .init(), Places()) == """
        <p>Före</p>
        <div class="scroll" role="group" tabindex="0" aria-label="Tabell"><table class="data">
        <caption>Svar per <em>nämnd</em></caption>
        <thead>
        <tr>
        <th scope="col">Nämnd</th>
        <th scope="col" class="num">Dagar</th>
        <td class="center"></td>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row"><a href="../arbetslivsnamnden/">KS</a></th>
        <td class="num">210</td>
        <td class="center">x</td>
        </tr>
        <tr>
        <td></td>
        <td class="num">3</td>
        <td class="center"></td>
        </tr>
        </tbody>
        </table></div>
        <p>Efter</p>

        """)
  }

  @Test func takesACaptionFromTheLineAboveToo() {
    #expect(site("Table: Replies\n| a |\n| - |\n").contains("<table class=\"data\">\n<caption>Replies</caption>"))
    #expect(site("Tabell: inget följer\n\nText | mer\n") == "<p>Tabell: inget följer</p>\n<p>Text | mer</p>\n")
  }

  @Test func showsACSVFileAsATable() {
    #expect(
      site("![Nyckeltal *i år*](nyckeltal.csv)", .init(), Places()) == """
        <div class="scroll" role="group" tabindex="0" aria-label="Siffrorna som tabell"><table class="data">
        <caption>Nyckeltal <em>i år</em></caption>
        <thead>
        <tr>
        <th scope="col">År</th>
        <th scope="col" class="num">Antal</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">2021</th>
        <td class="num">1\u{A0}200</td>
        </tr>
        <tr>
        <th scope="row">2022</th>
        <td class="num"></td>
        </tr>
        <tr>
        <th scope="row">&lt;b&gt;</th>
        <td class="num">−3,5\u{A0}%</td>
        </tr>
        </tbody>
        </table></div>
        <p class="links"><a href="a/nyckeltal.csv">Siffrorna som CSV</a></p>

        """)
    #expect(site("Se ![tabellen](nyckeltal.csv)", .init(), Places()) == "<p>Se tabellen</p>\n")
  }

  @Test func showsACSVFileAsAChartWhereTheTitleAsksForOne() {
    let bars = site("![Nyckeltal *i år*](nyckeltal.csv \"bar\")", .init(idPrefix: "text-"), Places())
    #expect(
      bars.hasPrefix("<figure class=\"chart\">\n<figcaption>Nyckeltal <em>i år</em></figcaption>\n<div class=\"chart-panels\">"))
    #expect(bars.contains("<details><summary>Siffrorna som tabell</summary>"))
    #expect(bars.hasSuffix("<p class=\"links\"><a href=\"a/nyckeltal.csv\">Siffrorna som CSV</a></p>\n</figure>\n"))
    #expect(site("![](nyckeltal.csv \"line\")", .init(idPrefix: "text-"), Places()).contains("id=\"text-diagram-1-1-t\""))
    // Any other title is a title only.
    #expect(site("![](nyckeltal.csv \"pie\")", .init(), Places()).hasPrefix("<div class=\"scroll\""))
  }

  @Test(arguments: [
    String(repeating: ">", count: 10_000), String(repeating: "[", count: 50_000), String(repeating: "![", count: 20_000),
    String(repeating: "> - ", count: 3_000) + "| a | b |\n| - | - |", String(repeating: "*a **b ", count: 10_000),
    String(repeating: "# a\n", count: 10_000), String(repeating: "a | b\n", count: 20_000) + "- | -",
    String(repeating: "[a][b] ", count: 5_000) + "\n\n[b]: c", String(repeating: "| a | b |\n| - |\n", count: 5_000),
    String(repeating: "[a]: b\n| [a] |\n| - |\n\n", count: 3_000),
    String(repeating: "| a |\n| - |\n\n", count: 3_000) + String(repeating: "[a", count: 3_000),
  ])
  func survivesDeepAndLongInput(_ text: String) {
    let file = SourceFile(path: "a.md", text: text)
    let body = renderMarkdown(file, bodyStart: 0)
    let outline = scanMarkdown(file, bodyStart: 0).value
    #expect(!body.html.isEmpty)
    #expect(outline.headings.count == body.headings.count)
  }

  @Test func rendersTheSameOnManyThreads() async {
    let text = "# Svar\n\n| a | *b* |\n| - | - |\n| [c](d) | e |\n\n" + String(repeating: "> - *text* `kod`\n", count: 50)
    let expected = site(text)
    let results = await withTaskGroup(of: String.self) { group in
      for _ in 0..<32 { group.addTask { self.site(text) } }
      var results: [String] = []
      for await result in group { results.append(result) }
      return results
    }
    #expect(results == Array(repeating: expected, count: 32))
  }
}
