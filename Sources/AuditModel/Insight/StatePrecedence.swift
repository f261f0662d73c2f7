extension RecommendationState {
  /// What the auditors' finding makes of a state; nil where it says nothing of it.
  init?(verdict status: FindingStatus) {
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
  init?(claim status: FindingStatus) {
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

  /// The state from both voices: the verdict holds, unless a later claim tells of something new.
  ///
  /// | verdict, then later claim | state |
  /// | --- | --- |
  /// | done, obsolete or transferred, then anything | the verdict's |
  /// | anything else, then implemented | reported done: claimed after the auditors looked |
  /// | anything else, then will not, obsolete, transferred | the claim's |
  /// | remaining, then partly, in progress, planned | under way |
  /// | partly done, under way or rejected, then partly, in progress, planned, remaining | the verdict's |
  static func combined(verdict: RecommendationState?, claim: RecommendationState?, claimIsLater: Bool) -> RecommendationState? {
    guard let verdict else { return claim }
    guard let claim, claimIsLater else { return verdict }
    switch verdict {
    case .done, .obsolete, .transferred: return verdict
    default: break
    }
    switch claim {
    case .reportedDone, .rejected, .obsolete, .transferred: return claim
    case .underWay: return verdict == .remaining ? .underWay : verdict
    default: return verdict
    }
  }
}
