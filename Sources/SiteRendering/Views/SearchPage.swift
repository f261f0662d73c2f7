import AuditModel
import Mustache

/// The search: a form that a script answers in the browser, and lists to look through where there is none.
struct SearchPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .search }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.menuSearch),
      description: strings.text(.searchDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "search",
    [
      .link("script") { _ in "assets/sok.js" },
      .link("engine") { _ in "assets/sok-index.js" },
      .link("index") { _ in SiteRenderer.searchFolder },
      .link("home") { $0.context.plan.tree.folder },
      .list("kinds") { page in
        SearchContent.Kind.allCases.map { Kind(key: "\($0)", name: page.strings.text($0.phrase)) }
      },
      .list("states") { page in
        RecommendationState.allCases.map { State(key: $0.rawValue, chip: page.context.chip($0)) }
      },
      .list("lists") { page in page.lists },
      .list("places") { page in Archive.ids(page.archive.municipalities).prefix(SearchPage.placeLimit).map(page.context.link) },
      .list("boardKinds") { page in Archive.ids(page.archive.boardKinds).map(page.context.link) },
      .flag("hasTopics") { !$0.archive.topics.isEmpty },
      .list("topics") { page in Archive.ids(page.archive.topics).map(page.context.link) },
      .list("themes") { page in Archive.ids(page.archive.themes).map(page.context.link) },
    ])

  private static let placeLimit = 60

  private var lists: [Link] {
    [
      (SitePage.recommendations(sheet: 1), Phrase.menuRecommendations), (.overdue(sheet: 1), .overdueTitle),
      (.recurring(sheet: 1), .recurringTitle), (.audits(sheet: 1), .menuAudits), (.boards, .menuBoards),
    ].map { Link(name: strings.text($1), address: context.address($0)) }
  }

  /// A kind of result, in the order of the index. The key stands in addresses of searches.
  struct Kind: View {
    let key: String
    let name: String

    static let view = ViewType<Kind>("search-kind", [.text("key") { $0.key }, .text("name") { $0.name }])
  }

  /// A state that results can be in, in the order of the index.
  struct State: View {
    let key: String
    let chip: Chip

    static let view = ViewType<State>("search-state", [.text("key") { $0.key }, .object("chip") { $0.chip }])
  }
}

extension SearchContent.Kind {
  /// What a result of this kind is called.
  fileprivate var phrase: Phrase {
    switch self {
    case .recommendation: .foundRecommendation
    case .audit: .foundAudit
    case .reply: .foundReply
    case .followUp: .foundFollowUp
    case .municipality: .foundMunicipality
    case .board: .foundBoard
    case .boardKind: .foundBoardKind
    case .topic: .foundTopic
    case .theme: .foundTheme
    case .term: .foundTerm
    case .page: .foundPage
    }
  }
}
