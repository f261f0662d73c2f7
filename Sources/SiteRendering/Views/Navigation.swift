import AuditModel
import Mustache

/// An entry of the main menu.
struct NavigationItem: View {
  let name: String
  let address: String
  let isCurrent: Bool
  /// Whether it is the page itself and not only the part of the site that the page belongs to.
  let isPage: Bool

  static let view = ViewType<NavigationItem>(
    "navigation-item",
    [
      .text("name") { $0.name },
      .link("address") { $0.address },
      .flag("isCurrent") { $0.isCurrent },
      .flag("isPage") { $0.isPage },
    ])

  static func all(for page: SitePage, in context: SiteContext) -> [NavigationItem] {
    let part = part(of: page)
    return context.frameLinks.menu.map {
      NavigationItem(name: $0.name, address: $0.address, isCurrent: $0.page == part, isPage: $0.page == page)
    }
  }

  /// The entry of the menu that a page belongs under; nil for pages outside of them.
  private static func part(of page: SitePage) -> SitePage? {
    switch page {
    case .start: .start
    case .audits, .municipality, .audit, .reply, .followUp: .audits(sheet: 1)
    case .recommendation, .recommendations, .overdue, .recurring: .recommendations(sheet: 1)
    case .comparisons, .comparison, .topics, .topic, .themes, .theme: .comparisons
    case .boards, .board, .boardKind: .boards
    case .search: .search
    case .glossary, .page, .method, .accessibility, .data, .notFound: nil
    }
  }
}

/// The links that stand around every page, and words, the same on all of them.
struct FrameLinks: Sendable {
  /// The entries of the main menu.
  let menu: [(page: SitePage, name: String, address: String)]
  /// The links of the footer to what the site says of itself.
  let about: [TrailStep]
  /// The feeds of the municipalities, which the pages of all their audits name.
  let municipalityFeeds: [FeedLink]

  /// The day of the states that pages show, as it stands in a citation: `läget den 30 juni 2026`.
  let asOfInSentence: String

  init(_ insight: Insight, _ plan: SitePlan, _ strings: Strings, _ marks: LanguageMarks) {
    let archive = insight.archive
    func address(_ page: SitePage) -> String { plan.address(of: page).path }
    let items: [(SitePage, Phrase)] = [
      (.start, .menuStart), (.audits(sheet: 1), .menuAudits), (.recommendations(sheet: 1), .menuRecommendations),
      (.comparisons, .menuComparisons), (.boards, .menuBoards), (.search, .menuSearch),
    ]
    menu = items.map { page, name in (page, strings.text(name), address(page)) }
    var steps = [TrailStep(name: strings.text(.menuMethod), address: address(.method))]
    if archive.glossary != nil { steps.append(TrailStep(name: strings.text(.glossary), address: address(.glossary))) }
    for id in Archive.ids(archive.pages) {
      steps.append(TrailStep(name: archive[id].title, address: address(.page(id)), mark: marks.content))
    }
    steps.append(TrailStep(name: strings.text(.menuAccessibility), address: address(.accessibility)))
    about = steps
    asOfInSentence = strings.text(.asOf, ["date": .text(strings.date(insight.asOf))]).lowercasedFirst
    municipalityFeeds = Archive.ids(archive.municipalities).map { FeedLink(.municipality($0), archive, plan, strings) }
  }
}
