extension Deriving {
  /// Findings by voice, each in order.
  func voices(_ findings: some Collection<ID<Finding>>) -> (claims: [ID<Finding>], verdicts: [ID<Finding>]) {
    guard !findings.isEmpty else { return ([], []) }
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
  func deadline(_ original: EDTFDate?, moves: some Collection<ID<MovedDeadline>>) -> Deadline {
    var deadline = Deadline(original: original, moves: [])
    for id in inOrder(moves, date: { archive[archive[$0].followUp].date }) {
      deadline.moves.append(Deadline.Move(by: id, original: original, from: deadline.current, to: archive[id].due))
    }
    return deadline
  }

  /// Things by date, what has none first; ties keep the order of the archive, which is that of the paths.
  func inOrder<Element>(_ ids: some Collection<ID<Element>>, date: (ID<Element>) -> EDTFDate?) -> [ID<Element>] {
    guard ids.count > 1 else { return Array(ids) }
    return ids.map { ($0, date($0)) }.sorted { a, b in
      if comesBefore(a.1, b.1) { return true }
      if comesBefore(b.1, a.1) { return false }
      return a.0 < b.0
    }.map(\.0)
  }
}
