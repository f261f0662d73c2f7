import AuditModel
import Mustache

/// Which template and which view each kind of page has.
enum PageViews {
  static var entryPoints: [EntryPoint] {
    [
      EntryPoint(template: "redirect", shape: RedirectPage.view.shape),
      EntryPoint(template: "text-page", shape: TextPage.view.shape),
    ]
  }

  static func view(of page: SitePage, in context: SiteContext) -> (template: String, record: Record) {
    switch page {
    case .page(let id): ("text-page", TextPage(context: context, id: id).record)
    default: ("text-page", TextPage(context: context, id: ID(0)).record)
    }
  }
}
