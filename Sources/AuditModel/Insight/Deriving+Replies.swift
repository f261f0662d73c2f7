extension Deriving {
  func expectations(of id: ID<Audit>) -> [ReplyExpectation] {
    let request = archive[id].replyRequest
    let replies = inOrder(links.replies[id]) { archive[$0].effectiveDate }
    var expectations: [ReplyExpectation] = []
    for board in request?.from ?? [] {
      let own = replies.first { archive[$0].by.contains(board) }
      let others = own == nil && !replies.isEmpty ? replyOnBehalf(of: board, in: id) : nil
      expectations.append(expectation(id, board, own ?? others, isAsked: true, isOnBehalf: others != nil))
    }
    for reply in replies {
      for board in archive[reply].by where !expectations.contains(where: { $0.board == board }) {
        // Where it is not said which boards were asked, whoever replied was.
        expectations.append(expectation(id, board, reply, isAsked: request != nil && request?.from == nil))
      }
    }
    if let request, request.from == nil, expectations.isEmpty { expectations.append(expectation(id, nil, nil, isAsked: true)) }
    return expectations
  }

  private func expectation(
    _ audit: ID<Audit>, _ board: ID<Board>?, _ reply: ID<Reply>?, isAsked: Bool, isOnBehalf: Bool = false
  ) -> ReplyExpectation {
    let (state, isUncertain) = replyState(audit, reply, isAsked: isAsked)
    return ReplyExpectation(
      audit: audit, board: board, due: archive[audit].replyRequest?.due, reply: reply, isOnBehalf: isOnBehalf, state: state,
      isUncertain: isUncertain, isAsked: isAsked)
  }

  /// Other boards' reply that answers all that was addressed to a board: the last of those that it took. A board that a
  /// recommendation is addressed to as well answers for itself only.
  private func replyOnBehalf(of board: ID<Board>, in audit: ID<Audit>) -> ID<Reply>? {
    var replies: [ID<Reply>] = []
    for leaf in archive[audit].recommendations where archive[leaf].isCounted && archive[leaf].to.contains(board) {
      let answer = effectiveAnswers(to: leaf).answers.first { archive.isOnBehalf($0, of: leaf) }
      guard let answer else { return nil }
      replies.append(archive[answer].reply)
    }
    return inOrder(replies) { archive[$0].effectiveDate }.last
  }

  /// Whether what was asked for came, and how many days from the date asked for.
  ///
  /// Only where the collection is complete is a reply that is not here overdue, or one that is still awaited.
  func replyState(
    _ audit: ID<Audit>, _ reply: ID<Reply>?, isAsked: Bool
  ) -> (state: ReplyState, isUncertain: Bool) {
    let due = archive[audit].replyRequest?.due
    if let reply {
      guard let date = archive[reply].effectiveDate else { return (.answered, false) }
      guard let due, isAsked else { return (.answered, !date.isExact) }
      let days = date.lastDay.days(since: due.lastDay)
      return (days > 0 ? .late(days: days) : .inTime(daysBefore: -days), !date.isExact || !due.isExact)
    }
    guard isAsked else { return (.notAsked, false) }
    if archive[audit].replies == .incomplete { return (.notInCollection, false) }
    guard let due, due.isPast(asOf: asOf) else { return (.awaited, false) }
    return (.overdue(days: asOf.days(since: due.lastDay)), !due.isExact)
  }

  func coverage(of id: ID<Reply>) -> Coverage {
    let reply = archive[id]
    let touched = Set(reply.answers.flatMap { archive[$0].to })
    let measured = Set(reply.measures.flatMap { archive[$0].recommendations })
    var coverage = Coverage(asked: [], covered: [], withoutMeasure: [])
    for leaf in archive[reply.audit].recommendations where archive[leaf].isCounted {
      let recommendation = archive[leaf]
      let isCovered = touches(leaf, touched)
      // What is addressed to nobody in particular is for everybody who replies.
      let isTheirs =
        recommendation.to.isEmpty
        || reply.by.contains {
          recommendation.to.contains($0) || recommendation.with.contains($0)
        }
      guard isCovered || isTheirs else { continue }
      coverage.asked.append(leaf)
      guard isCovered else { continue }
      coverage.covered.append(leaf)
      if !measured.contains(leaf) { coverage.withoutMeasure.append(leaf) }
    }
    // Lists that are the same are one in memory: most replies cover all that was asked.
    if coverage.covered == coverage.asked { coverage.covered = coverage.asked }
    if coverage.withoutMeasure == coverage.covered { coverage.withoutMeasure = coverage.covered }
    return coverage
  }

  /// Whether a recommendation or an umbrella over it is among some.
  private func touches(_ leaf: ID<Recommendation>, _ touched: Set<ID<Recommendation>>) -> Bool {
    var next: ID<Recommendation>? = leaf
    while let here = next {
      if touched.contains(here) { return true }
      next = archive[here].parent
    }
    return false
  }

  func commitment(of id: ID<Measure>) -> Commitment {
    let measure = archive[id]
    let (claims, verdicts) = voices(links.findingsOnMeasure[id])
    let deadline = deadline(measure.due, moves: links.movedDeadlinesOfMeasure[id])
    var commitment = Commitment(
      deadline: deadline, claim: claims.last, verdict: verdicts.last, progress: progress(claims: claims, verdicts: verdicts),
      daysOverdue: nil, isMissingFromCollection: false)
    if commitment.isOpen, let due = deadline.current, due.isPast(asOf: asOf) {
      if archive[measure.audit].replies == .complete {
        commitment.daysOverdue = asOf.days(since: due.lastDay)
      } else {
        commitment.isMissingFromCollection = true
      }
    }
    return commitment
  }
}

extension Archive {
  /// Whether an answer is given by boards to none of which the recommendation is addressed.
  func isOnBehalf(_ answer: ID<Answer>, of recommendation: ID<Recommendation>) -> Bool {
    let to = self[recommendation].to
    return !self[self[answer].reply].by.contains { to.contains($0) }
  }
}
