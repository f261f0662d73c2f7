import AuditModel
import Mustache

/// A follow-up in one voice: the auditors' verdict, or boards' own account of what they did.
final class FollowUpPage: DocumentPageView {
  let context: SiteContext
  let id: ID<FollowUp>
  private let followUp: FollowUp
  private let audit: Audit

  init(context: SiteContext, id: ID<FollowUp>) {
    self.context = context
    self.id = id
    followUp = context.archive[id]
    audit = context.archive[followUp.audit]
  }

  var sources: [Source] { followUp.sources }
  var signed: [Signatory] { followUp.signed }
  var inferred: [Inference] { followUp.inferred }
  var body: Body { followUp.body }
  var subject: Subject { .followUp(id) }
  var changes: ChangesView? { context.changes(of: .followUp(id), in: followUp.audit) }

  var sitePage: SitePage { .followUp(id) }

  var chrome: Chrome {
    let place = archive[audit.municipality].shortName
    return Chrome(
      context: context, page: sitePage, title: "\(context.followUpTitle(id)), \(audit.title), \(place)",
      name: context.followUpTitle(id),
      description: strings.text(
        followUp.voice.isVerdict ? .verdictDescription : .claimDescription, ["audit": .text(audit.title)]),
      trail: [.start(in: context), .municipality(audit.municipality, in: context), .audit(followUp.audit, in: context)],
      isDraft: followUp.isDraft || audit.isDraft)
  }

  static let view = page(
    "follow-up",
    documentFields + [
      .html("titleMark") { $0.context.titleMark($0.id) },
      .text("title") { $0.context.followUpTitle($0.id) },
      .object("audit") { $0.context.link($0.followUp.audit) },
      .text("place") { $0.archive[$0.audit.municipality].name },
      .flag("isVerdict") { $0.followUp.voice.isVerdict },
      .text("auditor") { $0.audit.auditor },
      .list("by") { page in
        if case .boards(let boards) = page.followUp.voice { boards.row(page.context.link) } else { [] }
      },
      .object("date") { $0.context.date($0.followUp.date) },
      .text("paragraph") { $0.followUp.decision?.paragraph },
      .text("reference") { $0.followUp.decision?.reference },
      .text("counts") { $0.context.counts(of: $0.id) },
      // A document that only moves deadlines has none.
      .flag("hasFindings") { !$0.followUp.findings.isEmpty || !$0.followUp.counts.isEmpty },
      .flag("hasOnlyCounts") { $0.followUp.findings.isEmpty && !$0.followUp.counts.isEmpty },
      .list("findings") { page in page.followUp.findings.map { FindingView(context: page.context, id: $0) } },
      .flag("hasDeadlines") { !$0.followUp.deadlines.isEmpty },
      .list("deadlines") { page in page.followUp.deadlines.map { MovedDeadlineView(context: page.context, id: $0) } },
    ])
}

/// A deadline that a follow-up moved.
struct MovedDeadlineView: View {
  let context: SiteContext
  let id: ID<MovedDeadline>

  private var moved: MovedDeadline { context.archive[id] }

  static let view = ViewType<MovedDeadlineView>(
    "moved-deadline",
    [
      .flag("hasBoth") { !$0.moved.recommendations.isEmpty && !$0.moved.measures.isEmpty },
      .list("recommendations") { view in view.moved.recommendations.row(view.context.link) },
      .list("measures") { view in view.moved.measures.row(view.context.link) },
      .object("from") { $0.context.date($0.before) },
      .object("to") { $0.context.date($0.moved.due) },
      .text("reason") { $0.moved.reason ?? $0.context.strings.text(.noReason) },
      .text("paragraph") { $0.moved.paragraph },
    ])

  private var before: EDTFDate? {
    let deadline =
      moved.recommendations.first.map { context.insight[$0].deadline }
      ?? moved.measures.first.map { context.insight[$0].deadline }
    return deadline?.moves.first { $0.by == id }?.from
  }
}
