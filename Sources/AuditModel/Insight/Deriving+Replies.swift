extension Deriving {
  func expectations(of id: ID<Audit>) -> [ReplyExpectation] {
    let audit = archive[id]
    let request = audit.replyRequest
    let replies = inOrder(links.replies[id]) { archive[$0].effectiveDate }
    var expectations: [ReplyExpectation] = []
    for board in request?.from ?? [] {
      let reply = replies.first { archive[$0].by.contains(board) }
      expectations.append(expectation(id, board, request, reply, isAsked: true))
    }
    for reply in replies {
      for board in archive[reply].by where !expectations.contains(where: { $0.board == board }) {
        // Where it is not said which boards were asked, whoever replied was.
        expectations.append(expectation(id, board, request, reply, isAsked: request != nil && request?.from == nil))
      }
    }
    if let request, request.from == nil, expectations.isEmpty {
      expectations.append(expectation(id, nil, request, nil, isAsked: true))
    }
    return expectations
  }

  private func expectation(
    _ audit: ID<Audit>, _ board: ID<Board>?, _ request: ReplyRequest?, _ reply: ID<Reply>?, isAsked: Bool
  ) -> ReplyExpectation {
    let due = request?.due
    var state: ReplyState
    var isUncertain = false
    if let reply {
      if let due, isAsked, let date = archive[reply].effectiveDate {
        let days = date.lastDay.days(since: due.lastDay)
        state = days > 0 ? .late(days: days) : .inTime(daysBefore: -days)
        isUncertain = !date.isExact || !due.isExact
      } else {
        state = .answered
        isUncertain = archive[reply].effectiveDate.map { !$0.isExact } ?? false
      }
    } else if archive[audit].replies == .incomplete {
      state = .notInCollection
    } else if let due, due.isPast(asOf: asOf) {
      state = .overdue(days: asOf.days(since: due.lastDay))
      isUncertain = !due.isExact
    } else {
      state = .awaited
    }
    return ReplyExpectation(
      audit: audit, board: board, due: due, reply: reply, state: state, isUncertain: isUncertain, isAsked: isAsked)
  }

  func coverage(of id: ID<Reply>) -> Coverage {
    let reply = archive[id]
    let touched = Set(reply.answers.flatMap { archive[$0].to })
    let measured = Set(reply.measures.flatMap { archive[$0].recommendations })
    var coverage = Coverage(asked: [], covered: [], withoutMeasure: [])
    for leaf in archive[reply.audit].recommendations where archive[leaf].isCounted {
      let recommendation = archive[leaf]
      let isCovered = touched.contains(leaf) || recommendation.parent.map(touched.contains) ?? false
      let isTheirs = reply.by.contains { recommendation.to.contains($0) || recommendation.with.contains($0) }
      guard isCovered || isTheirs else { continue }
      coverage.asked.append(leaf)
      guard isCovered else { continue }
      coverage.covered.append(leaf)
      if !measured.contains(leaf) { coverage.withoutMeasure.append(leaf) }
    }
    return coverage
  }

  func commitment(of id: ID<Measure>) -> Commitment {
    let measure = archive[id]
    let (claims, verdicts) = voices(links.findingsOnMeasure[id])
    let progress = progress(claims: claims, verdicts: verdicts)
    let deadline = deadline(measure.due, moves: links.movedDeadlinesOfMeasure[id])
    var commitment = Commitment(
      deadline: deadline, claim: claims.last, verdict: verdicts.last, progress: progress, daysOverdue: nil,
      isMissingFromCollection: false)
    if commitment.isOpen, let due = deadline.current, due.isPast(asOf: asOf) {
      if archive[measure.audit].replies == .complete || progress != nil {
        commitment.daysOverdue = asOf.days(since: due.lastDay)
      } else {
        commitment.isMissingFromCollection = true
      }
    }
    return commitment
  }
}
