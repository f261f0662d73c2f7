import AuditModel
import Mustache

/// Which template and which view each kind of page has.
enum PageViews {
  static var entryPoints: [EntryPoint] {
    [
      EntryPoint(template: "start", shape: StartPage.view.shape),
      EntryPoint(template: "audits", shape: AuditsPage.view.shape),
      EntryPoint(template: "municipality", shape: MunicipalityPage.view.shape),
      EntryPoint(template: "audit", shape: AuditPage.view.shape),
      EntryPoint(template: "recommendation", shape: RecommendationPage.view.shape),
      EntryPoint(template: "reply", shape: ReplyPage.view.shape),
      EntryPoint(template: "follow-up", shape: FollowUpPage.view.shape),
      EntryPoint(template: "boards", shape: BoardsPage.view.shape),
      EntryPoint(template: "board", shape: BoardPage.view.shape),
      EntryPoint(template: "board-kind", shape: BoardKindPage.view.shape),
      EntryPoint(template: "topics", shape: TopicsPage.view.shape),
      EntryPoint(template: "topic", shape: TopicPage.view.shape),
      EntryPoint(template: "themes", shape: ThemesPage.view.shape),
      EntryPoint(template: "theme", shape: ThemePage.view.shape),
      EntryPoint(template: "comparisons", shape: ComparisonsPage.view.shape),
      EntryPoint(template: "comparison-page", shape: ComparisonPage.view.shape),
      EntryPoint(template: "recommendations", shape: RecommendationsPage.view.shape),
      EntryPoint(template: "overdue", shape: OverduePage.view.shape),
      EntryPoint(template: "recurring", shape: RecurringPage.view.shape),
      EntryPoint(template: "glossary", shape: GlossaryPage.view.shape),
      EntryPoint(template: "text-page", shape: TextPage.view.shape),
      EntryPoint(template: "method", shape: MethodPage.view.shape),
      EntryPoint(template: "accessibility", shape: AccessibilityPage.view.shape),
      EntryPoint(template: "data", shape: DataPage.view.shape),
      EntryPoint(template: "search", shape: SearchPage.view.shape),
      EntryPoint(template: "not-found", shape: NotFoundPage.view.shape),
      EntryPoint(template: "page-words", shape: PageWords.view.shape),
      EntryPoint(template: "redirect", shape: RedirectPage.view.shape),
      EntryPoint(template: "gone", shape: GonePage.view.shape),
      EntryPoint(template: "sign", shape: SignPage.view.shape),
    ]
  }

  static func view(of page: SitePage, in context: SiteContext) -> (template: String, record: Record) {
    switch page {
    case .start: ("start", StartPage(context: context).record)
    case .audits(let sheet): ("audits", AuditsPage(context: context, sheet: sheet).record)
    case .municipality(let id): ("municipality", MunicipalityPage(context: context, id: id).record)
    case .audit(let id): ("audit", AuditPage(context: context, id: id).record)
    case .recommendation(let id): ("recommendation", RecommendationPage(context: context, id: id).record)
    case .reply(let id): ("reply", ReplyPage(context: context, id: id).record)
    case .followUp(let id): ("follow-up", FollowUpPage(context: context, id: id).record)
    case .boards: ("boards", BoardsPage(context: context).record)
    case .board(let id, let sheet): ("board", BoardPage(context: context, id: id, sheet: sheet).record)
    case .boardKind(let id, let sheet): ("board-kind", BoardKindPage(context: context, id: id, sheet: sheet).record)
    case .topics: ("topics", TopicsPage(context: context).record)
    case .topic(let id, let sheet): ("topic", TopicPage(context: context, id: id, sheet: sheet).record)
    case .themes: ("themes", ThemesPage(context: context).record)
    case .theme(let id, let sheet): ("theme", ThemePage(context: context, id: id, sheet: sheet).record)
    case .comparisons: ("comparisons", ComparisonsPage(context: context).record)
    case .comparison(let id): ("comparison-page", ComparisonPage(context: context, id: id).record)
    case .recommendations(let sheet): ("recommendations", RecommendationsPage(context: context, sheet: sheet).record)
    case .overdue(let sheet): ("overdue", OverduePage(context: context, sheet: sheet).record)
    case .recurring(let sheet): ("recurring", RecurringPage(context: context, sheet: sheet).record)
    case .glossary: ("glossary", GlossaryPage(context: context).record)
    case .page(let id): ("text-page", TextPage(context: context, id: id).record)
    case .method: ("method", MethodPage(context: context).record)
    case .accessibility: ("accessibility", AccessibilityPage(context: context).record)
    case .data: ("data", DataPage(context: context).record)
    case .search: ("search", SearchPage(context: context).record)
    case .notFound: ("not-found", NotFoundPage(context: context).record)
    }
  }
}
