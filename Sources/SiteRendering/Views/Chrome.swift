import AuditModel
import Mustache

/// What the frame around every page needs to know of it: `{{page.…}}` in templates.
final class Chrome: View {
  let context: SiteContext
  let page: SitePage
  /// The title that stands alone, in a list of tabs or of search results.
  let title: String
  /// What the page is called at the end of the trail: its title, or something shorter.
  let name: String
  let description: String?
  let trail: [TrailStep]
  let isDraft: Bool
  /// The page's address as the world knows it; nil where it has none.
  private let canonical: String?
  private let feed: Feed
  private let feedLink: FeedLink

  init(
    context: SiteContext, page: SitePage, title: String, name: String? = nil, description: String? = nil,
    trail: [TrailStep] = [], isDraft: Bool = false
  ) {
    self.context = context
    self.page = page
    self.title = title
    self.name = name ?? title
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
