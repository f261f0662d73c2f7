import AuditModel

extension SiteContext {
  /// How it stands with some recommendations, in a sentence: answered, followed up, done.
  func standing(of leaves: [ID<Recommendation>], in audits: Int = 1, mayLackDocuments: Bool, isAsked: Bool) -> String {
    let answered = leaves.count { !insight[$0].answers.isEmpty }
    let followedUp = leaves.count { insight[$0].isFollowedUp }
    let done = leaves.count { insight[$0].state == .done }
    var sentences: [String] = []
    if answered > 0 || isAsked {
      let none: Phrase = mayLackDocuments ? .standingNoneAnsweredHere : .standingNoneAnswered
      let some: Phrase = mayLackDocuments ? .standingAnsweredHere : .standingAnswered
      sentences.append(strings.text(answered == 0 ? none : some, ["n": .number(answered), "of": .number(leaves.count)]))
    } else {
      sentences.append(strings.text(.standingUnasked, ["n": .number(audits)]))
    }
    if followedUp > 0 {
      sentences.append(
        strings.text(done == 0 ? .standingNoneDone : .standingDone, ["done": .number(done), "n": .number(followedUp)]))
    } else {
      let isCounted = leaves.contains { insight[$0].isOnlyCounted }
      sentences.append(
        strings.text(
          isCounted ? .standingOnlyCounted : mayLackDocuments ? .standingNoFollowUpHere : .standingNeverFollowedUp))
    }
    return sentences.joined(separator: " ")
  }

  /// What boards say is done against what the auditors found; nil where no claim was looked at.
  func verification(_ figures: KeyFigures) -> String? {
    let confirmed = figures.confirmed
    guard confirmed.of > 0 else { return nil }
    return strings.text(.verification, ["claimed": .number(confirmed.of), "confirmed": .number(confirmed.count)])
  }

  func verification(_ scope: Scope) -> String? { verification(insight.keyFigures(of: scope)) }
}
