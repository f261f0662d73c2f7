import AuditModel

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

extension SiteContext {
  func summary(of id: ID<Audit>) -> AuditSummary {
    summaries.value(of: id, at: Int(id.index)) { AuditSummary(id, in: self) }
  }
}
