import AuditModel
import Mustache

/// A board's reply: its answers, its measures, and its own text.
final class ReplyPage: DocumentPageView {
  let context: SiteContext
  let id: ID<Reply>
  private let reply: Reply
  private let audit: Audit

  init(context: SiteContext, id: ID<Reply>) {
    self.context = context
    self.id = id
    reply = context.archive[id]
    audit = context.archive[reply.audit]
  }

  var sources: [Source] { reply.sources }
  var signed: [Signatory] { reply.signed }
  var inferred: [Inference] { reply.inferred }
  var body: Body { reply.body }
  var subject: Subject { .reply(id) }
  var changes: ChangesView? { context.changes(of: .reply(id), in: reply.audit) }

  var sitePage: SitePage { .reply(id) }

  var chrome: Chrome {
    let place = archive[audit.municipality].shortName
    return Chrome(
      context: context, page: sitePage, title: "\(context.replyTitle(id)), \(place)", name: context.replyTitle(id),
      description: strings.text(.replyDescription, ["boards": .text(context.names(reply.by)), "audit": .text(audit.title)]),
      trail: [.start(in: context), .municipality(audit.municipality, in: context), .audit(reply.audit, in: context)],
      isDraft: reply.isDraft || audit.isDraft)
  }

  static let view = page(
    "reply",
    documentFields + [
      .html("titleMark") { $0.context.titleMark($0.id) },
      .text("title") { $0.context.replyTitle($0.id) },
      .object("audit") { $0.context.link($0.reply.audit) },
      .text("place") { $0.archive[$0.audit.municipality].name },
      .object("row") { ReplyRow(context: $0.context, id: $0.id) },
      .list("answers") { page in page.reply.answers.map { AnswerView(context: page.context, id: $0, isInherited: false) } },
      .flag("hasUnanswered") { !$0.unanswered.isEmpty },
      .list("unanswered") { $0.unanswered },
    ])

  private var unanswered: [RecommendationRow] {
    let coverage = insight[id]
    return coverage.asked.filter { !coverage.covered.contains($0) }.map { RecommendationRow(context: context, id: $0) }
  }
}
