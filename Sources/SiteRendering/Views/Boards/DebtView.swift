import AuditModel
import Mustache

/// Something that a board still owes: a row of the table on its page.
struct DebtView: View {
  let context: SiteContext
  let debt: Debt

  private var archive: Archive { context.archive }

  static let view = ViewType<DebtView>(
    "debt",
    [
      .object("due") { $0.context.date($0.debt.due) },
      .text("dueWords") { $0.dueWords },
      .object("subject") { $0.subject },
      .text("text") { $0.text },
      .object("chip") { $0.chip },
      .text("lateness") { view in
        view.debt.daysOverdue.map { view.context.strings.text(.measureOverdue, ["days": .number($0)]) }
      },
      .text("force") { $0.force },
      .object("audit") { view in Link(name: view.context.shortName(view.audit), address: view.context.address(view.audit)) },
    ])

  private var audit: ID<Audit> {
    switch debt.kind {
    case .reply(let id), .recommendation(let id): archive[id].audit
    case .measure(let id): archive[id].audit
    }
  }

  private var subject: Link {
    switch debt.kind {
    case .reply(let id), .recommendation(let id): context.link(id)
    case .measure(let id): context.link(id)
    }
  }

  private var text: String {
    switch debt.kind {
    case .reply(let id), .recommendation(let id): archive[id].text
    case .measure(let id): archive[id].text
    }
  }

  private var dueWords: String? {
    let strings = context.strings
    switch debt.kind {
    case .reply: return strings.text(.debtReplyDue)
    case .recommendation: return strings.text(.debtRecommendationDue)
    case .measure(let id):
      return context.movedInWords(context.insight[id].deadline) ?? archive[id].dueWording.map { "”" + $0 + "”" }
    }
  }

  private var force: String {
    let strings = context.strings
    return switch debt.kind {
    case .reply, .recommendation: strings.text(.forceRecommended)
    case .measure(let id): archive[id].force.map { strings.text($0.phrase) } ?? strings.text(.forceUnstated)
    }
  }

  private var chip: Chip {
    let strings = context.strings
    if debt.isMissingFromCollection {
      if case .reply = debt.kind { return Chip(symbol: "notin", name: strings.text(.debtNoReplyHere)) }
      return Chip(symbol: "notin", name: strings.text(.measureNotInCollection))
    }
    switch debt.kind {
    case .reply(let id), .recommendation(let id): return context.chip(context.insight[id].state)
    case .measure(let id):
      if let progress = context.insight[id].progress { return context.chip(progress) }
      if debt.daysOverdue != nil { return Chip(symbol: "overdue", name: strings.text(.debtOverdue)) }
      return Chip(symbol: "awaiting", name: strings.text(debt.due == nil ? .measureNoReport : .measureNotDue))
    }
  }
}
