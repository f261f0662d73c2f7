import AuditModel
import Mustache

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
