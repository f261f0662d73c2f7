import AuditModel
import Mustache

/// A measure with what became of it: the partials `measure-table` and `measure`.
final class MeasureRow: View {
  let context: SiteContext
  let id: ID<Measure>

  private let measure: Measure
  private let commitment: Commitment

  init(context: SiteContext, id: ID<Measure>) {
    self.context = context
    self.id = id
    measure = context.archive[id]
    commitment = context.insight[id]
  }

  static let view = ViewType<MeasureRow>(
    "measure-row",
    [
      .text("number") { $0.measure.shortID },
      .text("anchor") { slug($0.measure.shortID) },
      .link("address") { $0.context.address($0.id) },
      .text("text") { $0.measure.text },
      .text("force") { row in row.measure.force.map { row.context.strings.text($0.phrase) } },
      .list("by") { row in row.measure.by.row(row.context.link) },
      .list("recommendations") { row in row.measure.recommendations.row(row.context.link) },
      .object("deadline") { DeadlineView(context: $0.context, deadline: $0.commitment.deadline) },
      .text("dueWording") { $0.measure.dueWording },
      .object("chip") { $0.chip },
      .text("standing") { $0.standing },
    ])

  private var chip: Chip? {
    if let progress = commitment.progress { return context.chip(progress) }
    return nil
  }

  /// What is known of it beside the chip, in words.
  private var standing: String? {
    let strings = context.strings
    if let days = commitment.daysOverdue { return strings.text(.measureOverdue, ["days": .number(days)]) }
    if commitment.isMissingFromCollection { return strings.text(.measureNotInCollection) }
    if commitment.progress != nil { return nil }
    return strings.text(commitment.deadline.current == nil ? .measureNoReport : .measureNotDue)
  }
}

extension Force {
  var phrase: Phrase {
    switch self {
    case .shall: .forceShall
    case .urged: .forceUrged
    case .intends: .forceIntends
    }
  }
}

/// A deadline with its moves: earlier dates struck out, the one that holds marked. The partial `deadline`.
struct DeadlineView: View {
  let context: SiteContext
  let deadline: Deadline

  static let view = ViewType<DeadlineView>(
    "deadline",
    [
      .flag("isStated") { $0.deadline.current != nil },
      .list("earlier") { $0.earlier },
      .flag("isMoved") { $0.deadline.isMoved },
      .object("current") { $0.context.date($0.deadline.current) },
      .text("moved") { view in
        view.context.movedInWords(view.deadline)
      },
    ])

  /// The dates that no longer hold.
  private var earlier: [DateView] {
    guard deadline.isMoved else { return [] }
    let dates: [EDTFDate?] = [deadline.original] + deadline.moves.dropLast().map { $0.to }
    return dates.compactMap { context.date($0) }
  }
}

extension SiteContext {
  /// How often a deadline was moved, and how far in all; nil where it was not.
  func movedInWords(_ deadline: Deadline) -> String? {
    deadline.daysMoved.map { days in
      strings.text(
        days < 0 ? .deadlineMovedEarlier : .deadlineMoved,
        ["n": .number(deadline.moves.count), "days": .number(abs(days))])
    }
  }
}

/// When boards said that they would have done it, and in which measure.
struct PromiseView: View {
  let context: SiteContext
  let promise: Promise

  static let view = ViewType<PromiseView>(
    "promise",
    [
      .object("measure") { $0.context.link($0.promise.measure) },
      .object("deadline") { DeadlineView(context: $0.context, deadline: $0.promise.deadline) },
    ])
}
