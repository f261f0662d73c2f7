import AuditModel
import Mustache

/// What the frame around every page needs to know of it: `{{page.…}}` in templates.
final class Chrome: View {
  let context: SiteContext
  let page: SitePage
  /// The title that stands alone, in a list of tabs or of search results.
  let title: String
  /// The short name at the end of the trail.
  let name: String
  let description: String?
  let trail: [TrailStep]
  let isDraft: Bool
  /// The page's address as the world knows it; nil where it has none.
  private let canonical: String?
  private let feed: Feed
  private let feedLink: FeedLink

  init(
    context: SiteContext, page: SitePage, title: String, name: String, description: String? = nil, trail: [TrailStep] = [],
    isDraft: Bool = false
  ) {
    self.context = context
    self.page = page
    self.title = title
    self.name = name
    self.description = description
    self.trail = trail
    self.isDraft = isDraft
    canonical = page == .notFound ? nil : context.absolute(context.plan.address(of: page))
    feed = Feed.of(page, in: context.archive)
    feedLink = context.link(to: feed)
  }

  static let view = ViewType<Chrome>(
    "page",
    [
      .text("title") { $0.titleOfSheet },
      .text("name") { $0.name },
      .html("mark") { $0.context.nameMark(of: $0.page) },
      .text("description") { $0.description.map { PageMetadata.brief($0) } },
      .text("canonical") { $0.canonical },
      .text("kind") { $0.page == .start ? "website" : "article" },
      .html("breadcrumbs") { PageMetadata.breadcrumbs(of: $0) },
      .link("feed") { $0.page == .notFound ? nil : $0.feedLink.address },
      .text("feedTitle") { $0.feedLink.title },
      .list("alternates") { $0.alternates },
      .list("translations") { $0.translations },
      .flag("isFollowed") { $0.feed.page == $0.page },
      .flag("isStart") { $0.page == .start },
      .flag("isDraft") { $0.isDraft },
      .flag("isHidden") { $0.isDraft || $0.page == .notFound },
      .flag("hasTrail") { !$0.trail.isEmpty },
      .list("trail") { $0.trail },
    ])

  /// The page in each language of the site, where there are several, and in the first for everybody else.
  private var alternates: [Translation] {
    guard context.trees.count > 1, page != .notFound else { return [] }
    return context.trees.map { Translation(context: context, page: page, tree: $0, code: $0.language) }
      + [Translation(context: context, page: page, tree: context.trees[0], code: "x-default")]
  }

  /// The page in the other languages. What a server shows where there is no page is in none but the first.
  private var translations: [Translation] {
    context.trees.filter { $0 != context.plan.tree }.map {
      Translation(context: context, page: page == .notFound ? .start : page, tree: $0, code: $0.language)
    }
  }

  private var titleOfSheet: String {
    guard page.sheet > 1 else { return title }
    return context.strings.text(.sheetTitle, ["title": .text(title), "n": .number(page.sheet)])
  }
}

/// A page in one of the site's languages.
struct Translation: View {
  let context: SiteContext
  let page: SitePage
  let tree: LanguageTree
  /// The language as search engines are told it: its code, or `x-default`.
  let code: String

  private var location: Address { context.plan.address(of: page, in: tree) }

  static let view = ViewType<Translation>(
    "translation",
    [
      .text("code") { $0.code },
      .text("language") { $0.tree.language },
      .text("name") { $0.tree.name },
      .link("address") { $0.location.path },
      .text("absolute") { $0.context.absolute($0.location) },
    ])
}

/// A step of the trail from the start page to a page.
struct TrailStep: View {
  let name: String
  let address: String
  var mark: [UInt8]?

  static let view = ViewType<TrailStep>(
    "trail-step", [.text("name") { $0.name }, .link("address") { $0.address }, .html("mark") { $0.mark }])
}

/// A page's view: its frame and what its template reads besides.
protocol PageView: View {
  var context: SiteContext { get }
  /// Which page it is.
  var sitePage: SitePage { get }
  var chrome: Chrome { get }
}

extension PageView {
  /// The fields that every page has, then the page's own.
  static func page(_ name: String, _ fields: [ViewField<Self>]) -> ViewType<Self> {
    ViewType(
      name,
      [
        .object("page") { $0.chrome },
        .list("navigation") { NavigationItem.all(for: $0.sitePage, in: $0.context) },
        .list("aboutLinks") { $0.context.frameLinks.about },
      ] + fields)
  }

  var archive: Archive { context.archive }
  var insight: Insight { context.insight }
  var strings: Strings { context.strings }
}

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
