import AuditModel
import Diagnostics
import Foundation
import Testing

@testable import SiteRendering

/// What pages say of themselves to search engines and to those who share them, and what the site says of its pages.
@Suite struct MetadataTests {
  @Test(arguments: EveryPageTests.sites) func everyPageHasATitleADescriptionAndItsAddress(_ content: String) {
    let site = TinySite(contentOfProject: content)
    for page in site.renderer.plan.pages {
      let html = site.html(page)
      let address = site.context.baseURL + site.renderer.plan.address(of: page).canonical
      #expect(html.meta("og:url") == [address], "\(page)")
      #expect(html.contains("<link rel=\"canonical\" href=\"\(address)\">"), "\(page)")
      for name in ["description", "og:title", "og:type", "og:site_name", "og:locale"] {
        let values = html.meta(name)
        #expect(values.count == 1 && values.first?.isEmpty == false, "\(page): \(name)")
      }
      #expect((html.meta("description").first?.count ?? 0) < 280, "\(page)")
      #expect(html.meta("robots").isEmpty, "\(page)")
    }
  }

  @Test(arguments: EveryPageTests.sites) func breadcrumbsForSearchEnginesAreThoseOfThePage(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    for page in site.renderer.plan.pages where page != .start {
      let html = site.html(page)
      let block = try #require(html.between("<script type=\"application/ld+json\">", "</script>"))
      let list = try JSONDecoder().decode(Breadcrumbs.self, from: Data(block.utf8))
      #expect(list.itemListElement.map(\.position) == Array(1...list.itemListElement.count), "\(page)")
      #expect(list.itemListElement.dropLast().allSatisfy { $0.item?.hasPrefix(site.context.baseURL) == true }, "\(page)")
      let trail = try #require(html.between("<ol class=\"trail\">", "</ol>")).components("<li>").dropFirst()
      #expect(list.itemListElement.count == trail.count, "\(page)")
    }
    #expect(!site.html(.start).contains("<script"))
  }

  @Test func aNameCannotEndTheBlockThatItStandsIn() {
    var json = JSONBytes(isInScript: true)
    json.string("</script><script>alert(1)</script><!-- & \u{2028}\"")
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(!text.contains("<") && !text.contains(">") && !text.contains("&"))
    #expect(text.hasPrefix("\"\\u003c/script\\u003e"))
  }

  @Test func aLongDescriptionEndsBetweenWords() {
    let text = String(repeating: "rekommendation ", count: 30)
    let brief = PageMetadata.brief(text)
    #expect(brief.count <= 200 && brief.hasSuffix("rekommendation…"))
    #expect(PageMetadata.brief("kort") == "kort")
  }

  @Test(arguments: EveryPageTests.sites) func theSitemapNamesEveryPageOnce(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    let root = try #require(XMLNode.parse(site.bytes(of: .map(.whole))))
    let addresses = root.all("url").compactMap { $0.first("loc")?.text }
    #expect(addresses == site.renderer.plan.pages.map { site.context.baseURL + site.renderer.plan.address(of: $0).canonical })
    let days = root.all("url").compactMap { $0.first("lastmod")?.text }
    #expect(days.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil && $0 <= "2026-11-21" } && days.count > 20)
    let robots = String(decoding: site.bytes(of: .map(.robots)), as: UTF8.self)
    #expect(robots.hasSuffix("Sitemap: \(site.context.baseURL)sitemap.xml\n"))
  }

  @Test func aPageWasLastChangedByTheLatestThatTheDocumentsTellOfIt() throws {
    let site = TinySite(contentOfProject: "content")
    let root = try #require(XMLNode.parse(site.bytes(of: .map(.whole))))
    func lastmod(_ path: String) -> String? {
      root.all("url").first { $0.first("loc")?.text == site.context.baseURL + path }?.first("lastmod")?.text
    }
    #expect(lastmod("boras/integration-2021/svar-ks/") == "2021-11-12")
    #expect(lastmod("vanersborg/integration-2019/r1/") == "2022-01-01")
    #expect(lastmod("boras/") == "2022-12-31")
    #expect(lastmod("metod/") == nil)
  }

  @Test func draftsStandInNoSitemapAndNoFeedAndAreNotToBeIndexed() throws {
    let site = TinySite(
      """

      -- exempelby/lokaler-2024/audit.md --
      ---
      type: audit
      title: Lokaler
      draft: true
      date: 2024-01-15
      auditor: Exempelby revisorer
      recommendations: {items: [{id: R1, to: [fn], text: Planera underhållet.}]}
      ---

      """, drafts: true)
    try #require(site.archive.recommendations.count == 1, "\(site.diagnostics.map(\.message.en))")
    let sitemap = try #require(XMLNode.parse(site.bytes(of: .map(.whole))))
    #expect(!sitemap.descendants("loc").contains { $0.text.contains("lokaler-2024") })
    for feed in Feed.all(in: site.archive) { #expect(site.feed(feed)?.all("entry").isEmpty == true, "\(feed)") }
    #expect(site.html(.audit(ID(0))).meta("robots") == ["noindex"])
    #expect(site.html(.recommendation(ID(0))).meta("robots") == ["noindex"])
  }

  @Test func morePagesThanOneSitemapHoldsAreSplitAmongSeveral() throws {
    let site = TinySite(contentOfProject: "content")
    var map = SiteMap(context: site.context)
    map.limit = 30
    let count = map.pages.count
    #expect(map.files.count == 2 + (count + 29) / 30)
    var index: [UInt8] = []
    map.render(.whole, into: &index)
    let last = site.context.baseURL + "sitemap-\((count + 29) / 30).xml"
    #expect(XMLNode.parse(index)?.descendants("loc").map(\.text).last == last)
    var addresses: [String] = []
    for file in map.files.dropFirst(2) {
      var bytes: [UInt8] = []
      map.render(file, into: &bytes)
      addresses += XMLNode.parse(bytes)?.descendants("loc").map(\.text) ?? []
    }
    #expect(addresses.count == count && Set(addresses).count == count)
  }

  @Test(arguments: ["https://prov.example.se/", "https://prov.example.se/revision/"])
  func thePageForWhatIsNotThereLinksFromTheSitesOwnRoot(_ base: String) {
    let site = TinySite("", base: base)
    let html = site.html(.notFound)
    let links = html.values(of: "href").filter { !$0.hasPrefix("#") }
    let root = String(base.dropFirst("https://prov.example.se".count))
    let paths = Set(site.renderer.outputs.map { root + site.renderer.path(of: $0) } + [root + "assets/missiv.css"])
    #expect(links.count > 8 && links.allSatisfy { paths.contains($0) })
    #expect(site.renderer.path(of: .page(.notFound)) == "404.html")
    #expect(html.meta("robots") == ["noindex"] && html.meta("og:url").isEmpty)
  }

  private struct Breadcrumbs: Decodable {
    var itemListElement: [Item]

    struct Item: Decodable {
      var position: Int
      var name: String
      var item: String?
    }
  }
}

extension String {
  fileprivate func between(_ start: String, _ end: String) -> String? {
    components(start).dropFirst().first?.components(end).first
  }

  /// The contents of the `meta` elements of a name or property.
  fileprivate func meta(_ name: String) -> [String] {
    components("<meta ").dropFirst().filter { $0.hasPrefix("name=\"\(name)\"") || $0.hasPrefix("property=\"\(name)\"") }
      .compactMap { $0.values(of: "content").first }
  }
}
