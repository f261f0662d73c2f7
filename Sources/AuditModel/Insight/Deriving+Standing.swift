extension Deriving {
  func standing(of id: ID<Recommendation>) -> Standing {
    let recommendation = archive[id]
    let audit = archive[recommendation.audit]
    var answers = inOrder(links.answers[id]) { archive[archive[$0].reply].effectiveDate }
    var isInherited = false
    if answers.isEmpty, let parent = recommendation.parent {
      answers = inOrder(links.answers[parent]) { archive[archive[$0].reply].effectiveDate }
      isInherited = !answers.isEmpty
    }
    // As with answers, what is found of an umbrella covers the parts that nothing else is found of.
    var findings = links.findings[id]
    if findings.isEmpty, let parent = recommendation.parent { findings = links.findings[parent] }
    let (claims, verdicts) = voices(findings)
    let progress = progress(claims: claims, verdicts: verdicts)
    let deadline = deadline(recommendation.due, moves: links.movedDeadlines[id])

    var flags: RecommendationFlags = []
    if !recommendation.repeats.isEmpty || !links.repeatedBy[id].isEmpty { flags.insert(.recurring) }
    if deadline.isMoved || links.measuresFor[id].contains(where: { !links.movedDeadlinesOfMeasure[$0].isEmpty }) {
      flags.insert(.deadlineMoved)
    }
    if deadline.current == nil { flags.insert(.noDeadline) }
    if findings.isEmpty { flags.insert(audit.replies == .complete ? .neverFollowedUp : .noFollowUpInCollection) }

    return Standing(
      state: progress ?? stateBeforeFollowUp(recommendation, audit, latestAnswer: answers.last), flags: flags, answers: answers,
      answersAreInherited: isInherited, claims: claims, verdicts: verdicts, deadline: deadline)
  }

  private func stateBeforeFollowUp(
    _ recommendation: Recommendation, _ audit: Audit, latestAnswer: ID<Answer>?
  ) -> RecommendationState {
    if let latestAnswer { return archive[latestAnswer].stance == .rejects ? .rejected : .answered }
    guard let request = audit.replyRequest, isAsked(recommendation, request) else { return .unasked }
    if audit.replies == .incomplete { return .notInCollection }
    guard let due = request.due, due.isPast(asOf: asOf) else { return .awaitingReply }
    return .replyOverdue
  }

  /// Whether a board that the recommendation is addressed to was asked; where either is not said, it counts as asked.
  private func isAsked(_ recommendation: Recommendation, _ request: ReplyRequest) -> Bool {
    guard let from = request.from, !recommendation.to.isEmpty else { return true }
    return recommendation.to.contains { from.contains($0) }
  }

  /// Findings by voice, each in order.
  func voices(_ findings: some Sequence<ID<Finding>>) -> (claims: [ID<Finding>], verdicts: [ID<Finding>]) {
    let ordered = inOrder(findings) { archive[archive[$0].followUp].date }
    let isVerdict = { (id: ID<Finding>) in archive[archive[id].followUp].voice.isVerdict }
    return (ordered.filter { !isVerdict($0) }, ordered.filter(isVerdict))
  }

  /// The state that the findings give, where they say anything of it.
  func progress(claims: [ID<Finding>], verdicts: [ID<Finding>]) -> RecommendationState? {
    func latest(
      _ findings: [ID<Finding>], _ state: (FindingStatus) -> RecommendationState?
    ) -> (state: RecommendationState, date: EDTFDate?)? {
      for id in findings.reversed() {
        if let state = state(archive[id].status) { return (state, archive[archive[id].followUp].date) }
      }
      return nil
    }
    let verdict = latest(verdicts) { RecommendationState(verdict: $0) }
    let claim = latest(claims) { RecommendationState(claim: $0) }
    return RecommendationState.combined(
      verdict: verdict?.state, claim: claim?.state, claimIsLater: comesBefore(verdict?.date, claim?.date))
  }

  /// A deadline and its moves, in the order in which they were decided.
  func deadline(_ original: EDTFDate?, moves: some Sequence<ID<MovedDeadline>>) -> Deadline {
    var deadline = Deadline(original: original, moves: [])
    for id in inOrder(moves, date: { archive[archive[$0].followUp].date }) {
      deadline.moves.append(Deadline.Move(by: id, from: deadline.current, to: archive[id].due))
    }
    return deadline
  }

  /// Things by date, what has none first; ties keep the order of the archive, which is that of the paths.
  func inOrder<Element>(_ ids: some Sequence<ID<Element>>, date: (ID<Element>) -> EDTFDate?) -> [ID<Element>] {
    let elements = Array(ids)
    guard elements.count > 1 else { return elements }
    let dated = elements.map { ($0, date($0)) }
    return dated.sorted { a, b in
      if comesBefore(a.1, b.1) { return true }
      if comesBefore(b.1, a.1) { return false }
      return a.0 < b.0
    }.map(\.0)
  }
}
