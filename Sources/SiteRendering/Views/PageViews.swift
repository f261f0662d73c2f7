import AuditModel
import Mustache

/// Which template and which view each kind of page has.
enum PageViews {
  static var entryPoints: [EntryPoint] {
    [
      EntryPoint(template: "redirect", shape: RedirectPage.view.shape),
      EntryPoint(template: "start", shape: StartPage.view.shape),
      EntryPoint(template: "audits", shape: AuditsPage.view.shape),
      EntryPoint(template: "municipality", shape: MunicipalityPage.view.shape),
      EntryPoint(template: "audit", shape: AuditPage.view.shape),
      EntryPoint(template: "recommendation", shape: RecommendationPage.view.shape),
      EntryPoint(template: "reply", shape: ReplyPage.view.shape),
      EntryPoint(template: "follow-up", shape: FollowUpPage.view.shape),
      EntryPoint(template: "text-page", shape: TextPage.view.shape),
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
    case .page(let id): ("text-page", TextPage(context: context, id: id).record)
    default: ("text-page", TextPage(context: context, id: ID(0)).record)
    }
  }
}
