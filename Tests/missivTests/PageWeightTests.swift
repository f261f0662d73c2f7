import Foundation
import Testing

@testable import missiv

/// Pages are light, and the style sheets carry nothing for pages that do not exist.
@Suite struct PageWeightTests {
  /// Classes that pages of other sites than these two have: drafts, long lists, larger and broken series of figures.
  private static let elsewhere: Set = [
    "banner", "pager", "matrix-1", "flags", "dot", "chart-break-row", "chart-gutter-3", "chart-gutter-4", "chart-gutter-5",
    "chart-gutter-6",
  ]

  /// The bytes of a page with all that it asks for, without the drawings of charts.
  private static let limit = 60_000
  /// Of whole audits, which hold all that came of them, one in a hundred may weigh this much.
  private static let wholeLimit = 80_000
  private static let scriptLimit = 20_000

  @Test func everyClassInAStyleSheetIsOnSomePageOrInAScript() throws {
    var used = Self.elsewhere
    var styled: Set<String> = []
    for content in LawTests.sites {
      let files = try builtFiles(of: content)
      for (path, data) in files {
        if path.hasSuffix(".html") {
          used.formUnion(Self.classes(on: data))
        } else if path.hasSuffix(".js") {
          used.formUnion(String(decoding: data, as: UTF8.self).matches(of: /[\w-]+/).map { String($0.output) })
        } else if path.hasSuffix(".css") {
          styled.formUnion(Self.styled(by: data))
        }
      }
    }
    #expect(styled.count > 100)
    #expect(styled.subtracting(used).sorted() == [])
  }

  @Test(arguments: LawTests.sites) func everyPageAsksForTheSheetThatItsClassesStandIn(_ content: String) throws {
    let files = try builtFiles(of: content)
    let sheets = files.filter { $0.key.hasSuffix(".css") }.mapValues(Self.styled)
    let all = sheets.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(sheets.count == 4)
    for (path, data) in files where path.hasSuffix(".html") {
      let asked = Self.sheets(of: String(decoding: data, as: UTF8.self))
      if Self.isWayOn(data) { continue }
      try #require(asked.count == 1, "\(path)")
      let name = try #require(sheets.keys.first { asked[0].hasSuffix($0) }, "\(path)")
      let known = try #require(sheets[name])
      #expect(Self.classes(on: data).intersection(all).subtracting(known).sorted() == [], "\(path) with \(name)")
    }
  }

  @Test(arguments: LawTests.sites) func everyPageIsLightAndAsksForLittle(_ content: String) throws {
    let files = try builtFiles(of: content)
    let pages = files.filter { $0.key.hasSuffix(".html") }
    var whole = 0
    for (path, data) in pages {
      let page = String(decoding: data, as: UTF8.self)
      let words = page.replacing(/(?s)<figure class="chart">.*?<\/figure>/, with: "")
        .replacing(/(?s)<svg(?! class="(?:icon|site-mark|sprite)").*?<\/svg>/, with: "")
      let requests = Self.requests(of: page)
      #expect(requests.count <= 3, "\(path)")
      let weight = requests.reduce(words.utf8.count) { sum, address in
        sum + (files[address.replacing(/^(?:\.\.\/)*\/?/, with: "")]?.count ?? 0)
      }
      #expect(weight <= (page.contains(#"id="bedomning""#) ? Self.wholeLimit : Self.limit), "\(path)")
      if weight > Self.limit { whole += 1 }
    }
    #expect(whole * 100 <= pages.count)
  }

  @Test(arguments: LawTests.sites) func noScriptIsLarge(_ content: String) throws {
    let scripts = try builtFiles(of: content).filter { $0.key.hasPrefix("assets/") && $0.key.hasSuffix(".js") }
    #expect(scripts.count == 3)
    for (path, data) in scripts { #expect(data.count <= Self.scriptLimit, "\(path)") }
  }

  private func builtFiles(of content: String) throws -> [String: Data] {
    let site = try TestSite(contentOfProject: content)
    try site.build()
    return try site.files()
  }

  /// Whether a page only leads on to another, or says that it is gone.
  private static func isWayOn(_ page: Data) -> Bool { String(decoding: page, as: UTF8.self).contains("http-equiv=\"refresh\"") }

  private static func sheets(of page: String) -> [String] {
    page.matches(of: /<link rel="stylesheet"[^>]*? href="([^"]+)"/).map { String($0.output.1) }
  }

  /// What a browser fetches for a page besides the page itself, each address once.
  private static func requests(of page: String) -> Set<String> {
    Set(page.matches(of: /<(?:script|img|iframe|source)[^>]*? src="([^"]+)"/).map { String($0.output.1) } + sheets(of: page))
  }

  private static func classes(on page: Data) -> Set<String> {
    Set(Markup(page).values(of: "class").flatMap { $0.split(separator: " ").map(String.init) })
  }

  /// The classes that stand before the blocks of a compacted sheet.
  private static func styled(by sheet: Data) -> Set<String> {
    var selectors = ""
    for part in String(decoding: sheet, as: UTF8.self).split(separator: "{") {
      selectors += (part.split(separator: "}").last ?? "") + "\n"
    }
    return Set(selectors.matches(of: /\.([A-Za-z][\w-]*)/).map { String($0.output.1) })
  }
}
