extension RecommendationState {
  /// What the auditors' finding makes of a state; nil where it says nothing of it.
  public init?(verdict status: FindingStatus) {
    switch status {
    case .implemented: self = .done
    case .largely, .partly: self = .partlyDone
    case .inProgress, .planned: self = .underWay
    case .notStarted, .remaining: self = .remaining
    case .willNot: self = .rejected
    case .obsolete: self = .obsolete
    case .transferred: self = .transferred
    case .notFollowedUp, .undetermined: return nil
    }
  }

  /// What a board's own word makes of a state; it never makes anything *done* or *partly done*, which only auditors find.
  public init?(claim status: FindingStatus) {
    switch status {
    case .implemented: self = .reportedDone
    case .largely, .partly, .inProgress, .planned: self = .underWay
    case .notStarted, .remaining: self = .remaining
    case .willNot: self = .rejected
    case .obsolete: self = .obsolete
    case .transferred: self = .transferred
    case .notFollowedUp, .undetermined: return nil
    }
  }

  /// The state from the latest of both voices: the verdict holds, unless a later claim tells of something new.
  ///
  /// | verdict | a later claim | state |
  /// | --- | --- | --- |
  /// | none | any | the claim's: reported done at the most |
  /// | any | none, or none later | the verdict's |
  /// | done, obsolete, transferred | any | the verdict's: it is settled |
  /// | any other | implemented | reported done: said after the auditors looked, and not verified |
  /// | any other | will not, obsolete, transferred | the claim's |
  /// | remaining, rejected | largely, partly, in progress, planned | under way |
  /// | partly done, under way | largely, partly, in progress, planned | the verdict's |
  /// | any other | not started, remaining | the verdict's |
  ///
  /// A claim is later only where its date is: one of the same day, or one without a date, is not. `not-followed-up` and
  /// `undetermined` say nothing in either voice and leave what was said before.
  static func combined(verdict: RecommendationState?, claim: RecommendationState?, claimIsLater: Bool) -> RecommendationState? {
    guard let verdict else { return claim }
    guard let claim, claimIsLater else { return verdict }
    return switch (verdict, claim) {
    case (.done, _), (.obsolete, _), (.transferred, _): verdict
    case (_, .reportedDone), (_, .rejected), (_, .obsolete), (_, .transferred): claim
    case (.remaining, .underWay), (.rejected, .underWay): claim
    case (_, _): verdict
    }
  }

  /// States from the least far to the furthest: an umbrella of which nothing is said itself is no further than its slowest part.
  static let fromLeastFar: [Self] = [
    .replyOverdue, .awaitingReply, .notInCollection, .unasked, .rejected, .remaining, .answered, .underWay, .reportedDone,
    .partlyDone, .done, .transferred, .obsolete,
  ]
}
