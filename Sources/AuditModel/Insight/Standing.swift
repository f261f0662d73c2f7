/// All that is known of where a recommendation stands, the three voices apart.
public struct Standing: Sendable {
  public internal(set) var state: RecommendationState
  public internal(set) var flags: RecommendationFlags
  /// Whether a reply to it was asked for and came, counted from the first reply that answers it. A reply asked of boards that it
  /// is not laid on is not one asked for it.
  public let replyState: ReplyState
  /// Whether a date that the days of `replyState` were counted from is uncertain, approximate or only a month or a year.
  public let replyIsUncertain: Bool
  /// The answers that touch it, the latest last. Those to its umbrella where it has none of its own.
  public let answers: [ID<Answer>]
  /// Whether `answers` are the umbrella's.
  public let answersAreInherited: Bool
  /// What boards say they did, the latest last. What is said of its umbrella where nothing is said of itself.
  public let claims: [ID<Finding>]
  /// What the auditors found, the latest last. What they found of its umbrella where they found nothing of itself.
  public let verdicts: [ID<Finding>]
  /// Whether anybody followed it up. A finding that says it was *not* followed up does not make it so.
  public let isFollowedUp: Bool
  /// Whether all that is here is a follow-up that only counts: so many are implemented, without saying which.
  public let isOnlyCounted: Bool
  /// When the auditors want it done, with the moves of that date.
  public let deadline: Deadline
  /// When boards said they would have done it: of the measures for it, the one due last.
  public let promise: Promise?

  public var answer: ID<Answer>? { answers.last }
  public var claim: ID<Finding>? { claims.last }
  public var verdict: ID<Finding>? { verdicts.last }
}

/// The day by which a measure for a recommendation is to be done.
public struct Promise: Sendable, Hashable {
  public var measure: ID<Measure>
  public var deadline: Deadline
}
