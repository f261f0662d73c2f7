extension Insight {
  /// Every dated event of a recommendation in order, each with its voice, document and paragraph.
  ///
  /// What it repeats stands first and what came of it after its audit; among these what has no date comes first.
  public func history(of id: ID<Recommendation>) -> [Event] {
    let recommendation = archive[id]
    let standing = self[id]
    let links = archive.links
    let before = recommendation.repeats.map { repetition in
      let audit = archive[repetition.of].audit
      return Event(date: archive[audit].date, kind: .repeats(repetition.of), voice: .auditors, document: .audit(audit))
    }
    var events: [Event] = []
    if standing.replyState != .notAsked, let due = replyDue(recommendation.audit) { events.append(due) }
    for answer in standing.answers { events.append(event(of: answer)) }
    events += decisionsCited(of: recommendation, standing.answers)
    if let due = standing.deadline.original {
      events.append(Event(date: due, kind: .due, voice: .auditors, document: .audit(recommendation.audit)))
    }
    events += moves(of: standing.deadline)
    let measures = links.measuresFor[id]
    events += deadlines(of: measures)
    for measure in measures { events += moves(of: self[measure].deadline) }
    for finding in standing.claims + standing.verdicts { events.append(event(of: finding)) }
    for later in links.repeatedBy[id] {
      let audit = archive[later].audit
      events.append(Event(date: archive[audit].date, kind: .repeated(later), voice: .auditors, document: .audit(audit)))
    }
    return before.inOrder() + events.withoutRepeatedMoves.inOrder(after: audited(recommendation.audit))
  }

  /// Decisions that the replies name, where they are of boards that the recommendation or an answer to it speaks of.
  private func decisionsCited(of recommendation: Recommendation, _ answers: [ID<Answer>]) -> [Event] {
    guard answers.contains(where: { !archive[archive[$0].reply].cites.isEmpty }) else { return [] }
    var boards = Set(recommendation.to + recommendation.with + recommendation.concerns)
    var replies: [ID<Reply>] = []
    for id in answers {
      if let board = archive[id].refersTo { boards.insert(board) }
      if !replies.contains(archive[id].reply) { replies.append(archive[id].reply) }
    }
    return replies.flatMap { reply in
      archive[reply].cites.filter { boards.contains($0.body) }.map { event(of: $0, in: reply) }
    }
  }
}
