import AuditModel
import Synchronization

/// What the pages of an audit's recommendations say of the whole audit, all the same.
struct AuditSummary: Sendable {
  let bar: StateBar
  /// What became of what boards say is done, in words.
  let verification: String?
  /// The steps of the trail that lead to the audit.
  let trail: [TrailStep]

  init(_ id: ID<Audit>, in context: SiteContext) {
    let figures = context.insight.keyFigures(of: .audit(id))
    bar = .ofAudit(id, in: context, anchor: "granskningens-lage", states: figures.states)
    verification = context.verification(figures)
    trail = [.start(in: context), .municipality(context.archive[id].municipality, in: context), .audit(id, in: context)]
  }
}

/// The summaries that were asked for last. The pages of an audit are rendered one after the other, each by some thread.
final class AuditSummaries: Sendable {
  private let slots = (0..<64).map { _ in Slot() }

  private final class Slot: Sendable {
    let last = Mutex<(id: ID<Audit>, summary: AuditSummary)?>(nil)
  }

  func summary(of id: ID<Audit>, in context: SiteContext) -> AuditSummary {
    let slot = slots[Int(id.index) % slots.count]
    if let known = slot.last.withLock({ $0?.id == id ? $0?.summary : nil }) { return known }
    let summary = AuditSummary(id, in: context)
    slot.last.withLock { $0 = (id, summary) }
    return summary
  }
}

extension SiteContext {
  func summary(of id: ID<Audit>) -> AuditSummary { summaries.summary(of: id, in: self) }
}
