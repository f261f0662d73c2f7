import AuditModel
import Mustache

extension SiteContext {
  /// What all pages have: `{{site.…}}`, `{{words.group.name}}` and `{{lang.…}}`.
  ///
  /// `{{mark}}` is nothing: a view whose name may be in another language than the page has a field of that name that says so.
  var globals: Record {
    let site = SiteView(context: self).record
    let groups = strings.words.map { group in
      let shape = Shape("words." + group.name, group.entries.map { Shape.Field($0.name, .text) })
      return (group.name, Record(shape: shape, values: group.entries.map { .text($0.text) }))
    }
    let words = Record(
      shape: Shape("words", groups.map { name, record in Shape.Field(name, .object { record.shape }) }),
      values: groups.map { .object($0.1) })
    let lang = marks.record
    return Record(
      shape: Shape(
        "globals",
        [
          .init("site", .object { site.shape }), .init("words", .object { words.shape }), .init("lang", .object { lang.shape }),
          .init("mark", .html),
        ]),
      values: [.object(site), .object(words), .object(lang), .absent])
  }
}

/// What templates can read of the site as a whole.
struct SiteView: View {
  let context: SiteContext
  private let site: Site
  private let start: String
  private let method: String
  private let data: String
  private let search: String
  private let feed: String

  init(context: SiteContext) {
    self.context = context
    site = context.archive.site
    start = context.address(.start)
    method = context.address(.method)
    data = context.address(.data)
    search = context.address(.search)
    feed = context.plan.address(ofFeed: .site).path
  }

  static let view = ViewType<SiteView>(
    "site",
    [
      .text("title") { $0.site.title },
      .text("description") { $0.site.description },
      .text("language") { $0.context.strings.language },
      .text("direction") { $0.context.strings.direction },
      .text("asOf") {
        $0.context.strings.text(.asOf, ["date": .text($0.context.strings.date($0.context.insight.asOf))])
      },
      .text("publisher") { $0.site.publisher?.name },
      .link("licence") { $0.site.licence },
      .text("licenceName") {
        $0.site.licence.map { SiteView.licenceName($0) }
      },
      .text("policy") { _ in ResponseHeaders.pagePolicy },
      .link("stylesheet") { _ in "assets/missiv.css" },
      .link("figureStylesheet") { _ in "assets/figures.css" },
      .link("chartStylesheet") { _ in "assets/charts.css" },
      .link("searchStylesheet") { _ in "assets/search.css" },
      .link("tableScript") { _ in "assets/tabell.js" },
      .object("logo") { view in
        let name = view.site.publisher?.name ?? view.site.title
        return view.context.logo.map { LogoView(logo: $0, alt: name == view.site.title ? "" : name) }
      },
      .link("start") { $0.start },
      .link("method") { $0.method },
      .link("data") { $0.data },
      .link("search") { $0.search },
      .link("feed") { $0.feed },
    ])

  /// A short name for licences that public data is given under; else the address itself.
  private static func licenceName(_ address: String) -> String {
    if address.contains("publicdomain/zero") { return "CC0 1.0" }
    if address.contains("licenses/by/4.0") { return "CC BY 4.0" }
    return address
  }
}

/// The logo beside the site's name. Its text is the publisher's name, unless that is what stands beside it.
struct LogoView: View {
  let logo: Logo
  let alt: String

  static let view = ViewType<LogoView>(
    "logo",
    [
      .link("address") { $0.logo.address },
      .text("alt") { $0.alt },
      .number("width") { $0.logo.width },
      .number("height") { _ in Logo.height },
    ])
}
