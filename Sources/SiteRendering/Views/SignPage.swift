import AuditModel
import Mustache

/// What stands at an audit's short code: the way to the audit and to each of its recommendations.
struct SignPage: View {
  let context: SiteContext
  let code: String
  let audit: ID<Audit>

  static let view = ViewType<SignPage>(
    "sign",
    [
      .text("code") { $0.code },
      .object("audit") { $0.context.fullLink($0.audit) },
      .text("canonical") { $0.context.absolute($0.context.address($0.audit)) },
      .flag("hasRows") { !$0.context.archive[$0.audit].recommendations.isEmpty },
      .list("rows") { page in
        page.context.archive[page.audit].recommendations.map { Row(context: page.context, code: page.code, id: $0) }
      },
    ])

  /// A recommendation by its code.
  struct Row: View {
    let context: SiteContext
    let code: String
    let id: ID<Recommendation>

    static let view = ViewType<Row>(
      "sign-row",
      [
        .text("anchor") { $0.context.archive[$0.id].shortID },
        .text("code") { $0.code + "-" + $0.context.archive[$0.id].shortID },
        .text("text") { PageMetadata.brief($0.context.archive[$0.id].text) },
        .link("address") { $0.context.address($0.id) },
      ])
  }
}
