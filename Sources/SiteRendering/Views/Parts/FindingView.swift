import AuditModel
import Mustache

/// A claim or a verdict as one of the three voices: the partials `voice-claim` and `voice-verdict`.
final class FindingView: View {
  let context: SiteContext
  let id: ID<Finding>
  /// The recommendation whose page it stands on.
  let recommendation: ID<Recommendation>?

  private let finding: Finding
  private let followUp: FollowUp

  init(context: SiteContext, id: ID<Finding>, recommendation: ID<Recommendation>? = nil) {
    self.context = context
    self.id = id
    self.recommendation = recommendation
    finding = context.archive[id]
    followUp = context.archive[finding.followUp]
  }

  static let view = ViewType<FindingView>(
    "finding",
    [
      .object("chip") { $0.context.chip(ofFinding: $0.id) },
      .text("quote") { $0.finding.quote },
      .text("reason") { $0.finding.reason },
      .object("transferredTo") { view in view.finding.transferredTo.map(view.context.link) },
      .text("by") { view in
        switch view.followUp.voice {
        case .auditors: view.context.archive[view.followUp.audit].auditor
        case .boards(let boards): view.context.names(boards)
        }
      },
      .object("date") { $0.context.date($0.followUp.date) },
      .text("paragraph") { $0.followUp.decision?.paragraph },
      .object("document") { $0.context.link($0.finding.followUp) },
      .text("source") { $0.finding.source },
      .list("about") { view in
        view.finding.recommendations.map { AboutLine(context: view.context, subject: .recommendation($0)) }
          + view.finding.measures.map { AboutLine(context: view.context, subject: .measure($0)) }
      },
      .text("check") { $0.check },
    ])

  /// Whether the auditors have looked since a board said so; nil for what the auditors say, and where it is not asked.
  private var check: String? {
    guard let recommendation, case .boards = followUp.voice else { return nil }
    let verdict = context.insight[recommendation].verdict.flatMap { context.archive[context.archive[$0].followUp].date }
    guard let verdict, let claim = followUp.date, claim.lastDay <= verdict.lastDay else {
      return context.strings.text(.claimNotChecked)
    }
    let days = verdict.lastDay.days(since: claim.lastDay)
    guard verdict.isExact, claim.isExact, days > 0 else { return context.strings.text(.claimCheckedLater) }
    return context.strings.text(.claimCheckedAfter, ["days": .number(days)])
  }
}
