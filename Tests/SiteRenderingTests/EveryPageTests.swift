import AuditModel
import Diagnostics
import Testing

@testable import SiteRendering

/// Laws that hold for every page of a site: the five founding documents, and the example that uses all of the format.
@Suite struct EveryPageTests {
  static let sites = ["content", "templates/example/content"]

  @Test(arguments: sites) func theBuiltInThemeNamesOnlyWhatPagesHave(_ content: String) {
    let site = TinySite(contentOfProject: content)
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
  }

  @Test(arguments: sites) func everyPageSaysWhatItMeansToSay(_ content: String) {
    let site = TinySite(contentOfProject: content)
    for page in site.renderer.plan.pages {
      let html = site.html(page)
      #expect(html.hasPrefix("<!DOCTYPE html>"), "\(page)")
      let said = html.withoutDataBlocks
      #expect(!said.contains("⟦") && !said.contains("{") && !said.contains("}"), "\(page)")
      #expect(html.components("<h1").count == 2, "\(page) has one heading of the first level")
    }
  }

  @Test(arguments: sites) func noPageHasAnIdTwiceOrPointsToOneThatIsNotThere(_ content: String) {
    let site = TinySite(contentOfProject: content)
    for page in site.renderer.plan.pages {
      let html = site.html(page)
      let ids = html.values(of: "id")
      #expect(Set(ids).count == ids.count, "\(page): \(ids.filter { id in ids.count { $0 == id } > 1 })")
      for label in html.values(of: "aria-labelledby").flatMap({ $0.split(separator: " ") }) {
        #expect(ids.contains(String(label)), "\(page): \(label)")
      }
    }
  }

  @Test(arguments: sites) func headingsSkipNoLevel(_ content: String) {
    let site = TinySite(contentOfProject: content)
    for page in site.renderer.plan.pages {
      var last = 1
      for level in site.html(page).components("<h").dropFirst().compactMap({ $0.first?.wholeNumberValue }) {
        #expect(level <= last + 1, "\(page)")
        last = level
      }
    }
  }

  @Test(arguments: sites) func noPageCarriesScriptsStylesOrHandlers(_ content: String) {
    let site = TinySite(contentOfProject: content)
    for page in site.renderer.plan.pages {
      let html = site.html(page)
      #expect(!html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick="), "\(page)")
    }
  }

  @Test(arguments: sites) func everyTitleStandsAlone(_ content: String) {
    let site = TinySite(contentOfProject: content)
    var pages: [String: SitePage] = [:]
    for page in site.renderer.plan.pages {
      let html = site.html(page)
      let title = html.components("<title>").dropFirst().first?.components("</title>").first ?? ""
      #expect(!title.isEmpty, "\(page)")
      let other = pages.updateValue(page, forKey: title)
      #expect(other == nil, "\(page) is called “\(title)” as \(other.map { "\($0)" } ?? "")")
    }
  }
}

extension String {
  func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// A page without its breadcrumbs for search engines.
  var withoutDataBlocks: String {
    let parts = components("<script type=\"application/ld+json\">")
    return parts[0] + parts.dropFirst().map { $0.components("</script>").dropFirst().joined() }.joined()
  }

  /// The values of an attribute, in order.
  func values(of attribute: String) -> [String] {
    components(" \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
