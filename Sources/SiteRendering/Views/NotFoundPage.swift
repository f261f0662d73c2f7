import AuditModel
import Mustache

/// What a server shows where there is no page: what may have happened, and where to look.
struct NotFoundPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .notFound }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.notFoundTitle),
      description: strings.text(.notFoundDescription))
  }

  static let view = page(
    "not-found",
    [
      .list("places") { page in
        NavigationItem.all(for: .notFound, in: page.context).map { Link(name: $0.name, address: $0.address) }
          + Archive.ids(page.archive.municipalities).prefix(placeLimit).map(page.context.ownNameLink)
      }
    ])

  private static let placeLimit = 30
}
