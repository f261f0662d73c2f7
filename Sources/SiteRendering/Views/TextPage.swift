import AuditModel
import Mustache

/// A page of running text, such as *Om webbplatsen*.
struct TextPage: PageView {
  let context: SiteContext
  let id: ID<Page>

  private var page: Page { archive[id] }

  var sitePage: SitePage { .page(id) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: page.title,
      description: page.summary
        ?? strings.text(.pageDescription, ["site": .text(archive.site.title), "title": .text(page.title)]),
      trail: [.start(in: context)], isDraft: page.isDraft)
  }

  static let view = page(
    "text-page",
    [
      .text("title") { $0.page.title },
      .flag("hasCharts") { $0.context.mayHaveCharts($0.page.body) },
      .text("summary") { $0.page.summary },
      .html("body") { $0.context.body($0.page.body, headingLevel: 2, on: .page($0.id))?.html },
    ])
}
