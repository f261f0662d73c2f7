import Foundation
import Testing

@testable import missiv

/// Pages are light, and the style sheet carries nothing for pages that do not exist.
@Suite struct PageWeightTests {
  /// Classes that pages of other sites than these two have: drafts, long lists, larger and broken series of figures.
  private static let elsewhere: Set = [
    "banner", "pager", "matrix-1", "flags", "dot", "chart-break-row", "chart-gutter-3", "chart-gutter-4", "chart-gutter-5",
    "chart-gutter-6",
  ]
  /// Classes of the search page.
  private static let search: Set = [
    "search", "search-field", "results-page", "results-head", "facet", "facets", "check", "count", "to-results", "button",
  ]

  /// The bytes of a page and its style sheet together, without the drawings of charts, that nine pages of ten keep below.
  private static let limit = 60_000
  /// What a page weighs at most that gathers a whole topic or an audit with all that came of it.
  private static let wholeLimit = 90_000
  /// The style sheet as it is sent.
  private static let sheetLimit = 34_000
  private static let scriptLimit = 8_192

  @Test func everyClassInTheStyleSheetIsOnSomePageOrInAScript() throws {
    var used = Self.elsewhere.union(Self.search)
    var sheet = ""
    for content in LawTests.sites {
      let site = try TestSite(contentOfProject: content)
      try site.build()
      for (path, data) in try site.files() {
        if path.hasSuffix(".html") {
          for value in Markup(data).values(of: "class") { used.formUnion(value.split(separator: " ").map(String.init)) }
        } else if path.hasSuffix(".js") {
          used.formUnion(String(decoding: data, as: UTF8.self).matches(of: /[\w-]+/).map { String($0.output) })
        }
      }
      sheet = String(decoding: try #require(try site.files()["assets/missiv.css"]), as: UTF8.self)
    }
    let styled = Set(Self.selectors(of: sheet).matches(of: /\.([A-Za-z][\w-]*)/).map { String($0.output.1) })
    #expect(styled.count > 100)
    #expect(styled.subtracting(used).sorted() == [])
  }

  @Test(arguments: LawTests.sites) func everyPageIsLightAndAsksForLittle(_ content: String) throws {
    let site = try TestSite(contentOfProject: content)
    try site.build()
    let files = try site.files()
    let sheet = try #require(files["assets/missiv.css"])
    #expect(sheet.count <= Self.sheetLimit)
    #expect(try #require(files["assets/tabell.js"]).count <= Self.scriptLimit)
    let pages = files.filter { $0.key.hasSuffix(".html") }
    var heavy = 0
    for (path, data) in pages {
      let page = String(decoding: data, as: UTF8.self)
      let words = page.replacing(/(?s)<svg(?! class="(?:icon|site-mark|sprite)").*?<\/svg>/, with: "")
      let weight = words.utf8.count + sheet.count
      #expect(weight <= Self.wholeLimit, "\(path)")
      if weight > Self.limit { heavy += 1 }
      #expect(Self.requests(of: page) <= 3, "\(path)")
    }
    #expect(heavy * 10 <= pages.count)
  }

  /// What a browser fetches for a page besides the page itself, each address once.
  private static func requests(of page: String) -> Int {
    let sources = page.matches(of: /<(?:script|img|iframe|source)[^>]*? src="([^"]+)"/).map(\.output.1)
    let sheets = page.matches(of: /<link rel="stylesheet"[^>]*? href="([^"]+)"/).map(\.output.1)
    return Set(sources + sheets).count
  }

  /// What stands before the blocks of a compacted sheet.
  private static func selectors(of sheet: String) -> String {
    var selectors = ""
    for part in sheet.split(separator: "{") { selectors += (part.split(separator: "}").last ?? "") + "\n" }
    return selectors
  }
}
