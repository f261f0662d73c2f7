import Diagnostics
import Foundation
import SiteRendering
import Testing

@testable import missiv

/// A site in two languages: the same pages twice, everything else once.
@Suite struct LanguageTreesTests {
  private func site(_ languages: String = "languages: [sv, en]") throws -> TestSite {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: languages, in: "site.yaml")
    try site.replace("auditor: Exempelby revisorer", with: "auditor: Exempelby revisorer\nformerly: /gammal/", in: auditFile)
    try site.write("Ett papper.\n", to: "exempelby/skolor-2022/missiv.txt")
    return site
  }

  private let auditFile = "exempelby/skolor-2022/audit.md"

  @Test func everyPageAndFeedStandsInBothLanguagesAndTheRestOnce() throws {
    let site = try site()
    try site.build()
    let paths = Set(try site.files().keys)
    let english = paths.filter { $0.hasPrefix("en/") }.map { String($0.dropFirst("en/".count)) }
    let once = paths.filter { !$0.hasPrefix("en/") && !english.contains($0) }
    #expect(english.count > 20)
    #expect(paths.isSuperset(of: english))
    let pages = once.filter { $0.hasSuffix(".html") || $0.hasSuffix("feed.xml") }
    #expect(pages.sorted() == ["404.html", "gammal/index.html", "k/9901-skolor-2022/index.html"])
    #expect(once.contains("data/audits.csv") && once.contains("exempelby/skolor-2022/missiv.txt"))
  }

  @Test func aPageNamesAndLinksItsOtherLanguage() throws {
    let site = try site()
    try site.build()
    let swedish = try site.page("exempelby/skolor-2022/")
    let english = try site.page("en/exempelby/skolor-2022/")
    for page in [swedish, english] {
      for (code, folder) in [("sv", ""), ("en", "en/"), ("x-default", "")] {
        #expect(
          page.contains(#"hreflang="\#(code)" href="https://revision.example.se/\#(folder)exempelby/skolor-2022/""#), "\(code)")
      }
    }
    #expect(swedish.contains(#"href="../../en/exempelby/skolor-2022/index.html" lang="en" hreflang="en">English</a>"#))
    #expect(english.contains(#"href="../../../exempelby/skolor-2022/index.html" lang="sv" hreflang="sv">Svenska</a>"#))
    #expect(swedish.contains(#"<html lang="sv""#) && english.contains(#"<html lang="en""#))
    #expect(english.contains(#"<link rel="canonical" href="https://revision.example.se/en/exempelby/skolor-2022/">"#))
  }

  @Test func linksStayInTheirLanguage() throws {
    let site = try site()
    try site.build()
    for (path, data) in try site.files() where path.hasPrefix("en/") && path.hasSuffix(".html") {
      let depth = path.split(separator: "/").count - 1
      let root = String(repeating: "../", count: depth)
      let out = Markup(data).values(of: "href").filter {
        $0.hasSuffix("index.html") && !$0.hasPrefix(root + "en/") && !$0.hasPrefix(root + "k/")
      }
      #expect(out.count == 1, "\(path) leads to Swedish pages by more than the link to its own: \(out)")
    }
  }

  @Test func theSitemapHasThePagesOfBothLanguages() throws {
    let site = try site()
    try site.build()
    let map = try String(contentsOfFile: site.output + "/sitemap.xml", encoding: .utf8)
    let pages = map.components(separatedBy: "<loc>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    let english = pages.filter { $0.hasPrefix("https://revision.example.se/en/") }
    #expect(english.count * 2 == pages.count)
    #expect(Set(pages).count == pages.count)
  }

  @Test func aSiteInOneLanguageSpeaksOfNoOther() throws {
    let site = try site("language: en")
    try site.build()
    let page = try site.page("exempelby/skolor-2022/")
    #expect(page.contains(#"<html lang="en""#))
    #expect(!page.contains("hreflang") && !page.contains("class=\"language\""))
  }

  @Test func theProgramsNamesOfALanguagesFolderAreTaken() throws {
    let site = try site()
    try site.write("---\ntype: page\ntitle: Engelska\n---\n\nText.\n", to: "en.md")
    let diagnostics = try site.pipeline().diagnostics.filter { $0.severity == .error }
    #expect(diagnostics.map(\.code.name) == ["duplicate-address"])
    #expect(diagnostics.map(\.location.path) == ["en.md"])
  }

  @Test func aLanguageWithoutWordsIsAnErrorThatNamesThoseThereAre() throws {
    let diagnostics = try site("languages: [sv, enn]").pipeline().diagnostics.filter { $0.severity == .error }
    #expect(diagnostics.map(\.code.name) == ["unknown-language"])
    #expect(diagnostics.first?.fixIts.first?.replacement == "en")
  }
}

/// The glossary's words in the language of the page.
@Suite struct TranslatedGlossaryTests {
  @Test func aPageExplainsWordsInItsOwnLanguageOrNotAtAll() throws {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: "languages: [sv, en]", in: "site.yaml")
    try site.write(
      """
      ---
      type: glossary
      terms:
        - term: rekommendation
          forms: [rekommendationer]
          text: Något att göra.
          translations: {en: {term: recommendation, forms: [recommendations], text: Something to do.}}
        - {term: svar, text: Vad nämnden skriver.}
      ---
      """, to: "ordlista.md")
    try site.build()
    let start = try site.page("en/")
    #expect(start.contains(##"<a class="term" href="#ord-rekommendation">recommendation</a>"##))
    #expect(start.contains(##"<a href="../en/ordlista/index.html#ord-rekommendation">recommendation</a>"##))
    #expect(start.contains("<dd>Something to do.</dd>") && !start.contains("ord-svar"))
    let glossary = try site.page("en/ordlista/")
    #expect(glossary.contains(#"<dt>recommendation <span class="quiet">(<span lang="sv">rekommendation</span>)</span></dt>"#))
    #expect(glossary.contains(#"<dt lang="sv">svar</dt><dd><span lang="sv">Vad nämnden skriver.</span>"#))
  }
}
