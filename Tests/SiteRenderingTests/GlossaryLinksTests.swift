import Testing

@testable import SiteRendering

/// The first use of a glossary word on a page leads to its explanation.
@Suite struct GlossaryLinksTests {
  private static func entry(_ term: String, _ forms: String..., isReadable: Bool = true) -> GlossaryEntry {
    GlossaryEntry(
      anchor: "ord-" + slug(term), term: term, forms: forms, text: "Förklaring.", original: nil, isReadable: isReadable, mark: nil
    )
  }

  private let links = GlossaryLinks([
    entry("förtroendevald revisor", "revisorer"), entry("nämnd", "nämnden", "nämnder"), entry("åtgärd", "åtgärder"),
    entry("§"), entry("audit", isReadable: false),
  ])

  /// The content of `main` after linking, and the words that it uses.
  private func linked(_ content: String) -> (html: String, used: [String]) {
    var page = Array("<p>nämnd</p><main>\(content)</main><p>nämnd</p>".utf8)
    let used = links.insert(into: &page, from: 0).map(\.term)
    let html = String(decoding: page, as: UTF8.self)
    return (html.components("<main>")[1].components("</main>")[0], used)
  }

  @Test func onlyTheFirstUseLeads() {
    let page = linked("<p>En nämnd och nämnden.</p><p>Åter nämnder.</p>")
    #expect(page.html == ##"<p>En <a class="term" href="#ord-namnd">nämnd</a> och nämnden.</p><p>Åter nämnder.</p>"##)
    #expect(page.used == ["nämnd"])
  }

  @Test func capitalsMakeNoDifferenceAndStayAsTheyAre() {
    #expect(linked("<p>Åtgärder, NÄMND</p>").html.contains(##"<a class="term" href="#ord-atgard">Åtgärder</a>, <a"##))
    #expect(linked("<p>Åtgärder, NÄMND</p>").html.contains(">NÄMND</a>"))
  }

  @Test func theLongestWordIsTheOne() {
    let page = linked("<p>En förtroendevald revisor.</p>")
    #expect(page.html == ##"<p>En <a class="term" href="#ord-fortroendevald-revisor">förtroendevald revisor</a>.</p>"##)
  }

  @Test func wordsAreFoundInTheOrderOfTheGlossary() {
    #expect(linked("<p>Åtgärd, nämnd, revisorer</p>").used == ["förtroendevald revisor", "nämnd", "åtgärd"])
  }

  @Test(arguments: [
    "<h2>nämnd</h2>", #"<p><a href="x">nämnd</a></p>"#, "<button>nämnd</button>", "<q>nämnd</q>",
    #"<blockquote class="verbatim"><p>nämnd</p></blockquote>"#,
    #"<div class="prose document verbatim-text"><div>a</div>nämnd</div>"#,
    #"<p class="rec-text">nämnd</p>"#, #"<p lang="sv">nämnd</p>"#, "<svg><title>nämnd</title></svg>", "<dl><dt>nämnd</dt></dl>",
    #"<p title="nämnd">-</p>"#, "<p>nämndhus socialnämnd nämnd-hus §</p>", "<p>audit</p>",
  ])
  func whatIsNotTheSitesOwnRunningTextLeadsNowhere(_ content: String) {
    #expect(linked(content).html == content)
  }

  @Test func textAfterWhatIsPassedOverLeadsAgain() {
    let page = linked(#"<div class="verbatim-text"><div><br>nämnd<svg><path d="M0 0"/></svg></div></div><p>”nämnd”</p>"#)
    #expect(page.html.hasSuffix(##"<p>”<a class="term" href="#ord-namnd">nämnd</a>”</p>"##))
  }

  @Test func theSitesPagesExplainTheirWordsOnceEach() {
    let site = TinySite(contentOfProject: "content")
    let html = site.html(.start)
    let used = html.components(##"class="term" href="#"##).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(used.count > 3)
    #expect(Set(used).count == used.count)
    for anchor in used {
      #expect(html.contains("<div id=\"\(anchor)\"><dt><a href=\"ordlista/index.html#\(anchor)\">"))
    }
    #expect(!site.html(.glossary).contains("class=\"term\""))
  }
}
