import AuditModel
import Mustache

/// The way between the sheets of a long list: the partial `pager`.
struct Pager: View {
  let context: SiteContext
  let sheet: Int
  let count: Int
  let address: @Sendable (Int) -> String

  static let view = ViewType<Pager>(
    "pager",
    [
      .text("position") { $0.context.strings.text(.pagerPosition, ["n": .number($0.sheet), "of": .number($0.count)]) },
      .link("previous") { $0.sheet > 1 ? $0.address($0.sheet - 1) : nil },
      .link("next") { $0.sheet < $0.count ? $0.address($0.sheet + 1) : nil },
    ])

  /// Nil where everything stands on one sheet.
  static func make(
    _ context: SiteContext, sheet: Int, entries: Int, page: @escaping @Sendable (Int) -> SitePage
  ) -> Pager? {
    let count = SitePlan.sheets(for: entries)
    guard count > 1 else { return nil }
    return Pager(context: context, sheet: sheet, count: count) { context.address(page($0)) }
  }
}

extension SiteContext {
  /// How many entries there are besides those that a list shows; nil where it shows all.
  func more(of all: Int, than shown: Int) -> String? {
    all > shown ? strings.text(.andMore, ["n": .number(all - shown)]) : nil
  }
}
