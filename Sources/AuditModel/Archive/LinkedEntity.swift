/// An entity that links to others.
protocol LinkedEntity {
  /// Whether another in its place gives the same `Links`.
  func links(as other: borrowing Self) -> Bool
}

extension Archive {
  /// Whether another archive, in which only what belongs to an audit is another, in the same places, gives the same `Links`.
  func isLinkedAlike(_ other: Archive, _ audit: ID<Audit>) -> Bool {
    func alike<Entity: LinkedEntity>(_ ids: some Sequence<ID<Entity>>, _ entities: [Entity], _ others: [Entity]) -> Bool {
      ids.allSatisfy { entities[Int($0.index)].links(as: others[Int($0.index)]) }
    }
    return alike([audit], audits, other.audits)
      && alike(self[audit].recommendations, recommendations, other.recommendations)
      && alike(links.replies[audit], replies, other.replies)
      && alike(links.replies[audit].flatMap { self[$0].answers }, answers, other.answers)
      && alike(links.measures[audit], measures, other.measures)
      && alike(links.followUps[audit], followUps, other.followUps)
      && alike(links.followUps[audit].flatMap { self[$0].findings }, findings, other.findings)
      && alike(links.followUps[audit].flatMap { self[$0].deadlines }, movedDeadlines, other.movedDeadlines)
  }
}

extension Audit: LinkedEntity {
  func links(as other: borrowing Audit) -> Bool {
    municipality == other.municipality && topics == other.topics
      && observations.elementsEqual(other.observations) { $0.themes == $1.themes }
      && follows == other.follows && replyRequest?.from == other.replyRequest?.from
      && assessments.elementsEqual(other.assessments) { $0.of == $1.of }
      && criticism.elementsEqual(other.criticism) { $0.against == $1.against }
  }
}

extension Recommendation: LinkedEntity {
  func links(as other: borrowing Recommendation) -> Bool {
    to == other.to && with == other.with && concerns == other.concerns && themes == other.themes
      && repeats.elementsEqual(other.repeats) { $0.of == $1.of } && companionOf == other.companionOf
  }
}

extension Reply: LinkedEntity {
  func links(as other: borrowing Reply) -> Bool {
    audit == other.audit && by == other.by && cites.elementsEqual(other.cites) { $0.body == $1.body }
  }
}

extension Answer: LinkedEntity {
  func links(as other: borrowing Answer) -> Bool { to == other.to }
}

extension Measure: LinkedEntity {
  func links(as other: borrowing Measure) -> Bool {
    audit == other.audit && by == other.by && recommendations == other.recommendations
  }
}

extension FollowUp: LinkedEntity {
  func links(as other: borrowing FollowUp) -> Bool { audit == other.audit && voice == other.voice }
}

extension Finding: LinkedEntity {
  func links(as other: borrowing Finding) -> Bool { recommendations == other.recommendations && measures == other.measures }
}

extension MovedDeadline: LinkedEntity {
  func links(as other: borrowing MovedDeadline) -> Bool {
    recommendations == other.recommendations && measures == other.measures
  }
}
