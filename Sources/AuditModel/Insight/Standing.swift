/// All that is known of where a recommendation stands, the three voices apart.
public struct Standing: Sendable {
  public let state: RecommendationState
  public let flags: RecommendationFlags
  /// The answers that touch it, the latest last. Those to its umbrella where it has none of its own.
  public let answers: [ID<Answer>]
  /// Whether `answers` are the umbrella's.
  public let answersAreInherited: Bool
  /// What boards say they did, the latest last.
  public let claims: [ID<Finding>]
  /// What the auditors found, the latest last.
  public let verdicts: [ID<Finding>]
  public let deadline: Deadline

  public var answer: ID<Answer>? { answers.last }
  public var claim: ID<Finding>? { claims.last }
  public var verdict: ID<Finding>? { verdicts.last }
  public var isFollowedUp: Bool { !claims.isEmpty || !verdicts.isEmpty }
}

/// When something should be done, with every move of that date kept.
public struct Deadline: Sendable, Hashable {
  /// The date first stated; nil where none was.
  public var original: EDTFDate?
  /// The moves, in order.
  public var moves: [Move]

  /// One move of a deadline.
  public struct Move: Sendable, Hashable {
    public var by: ID<MovedDeadline>
    public var from: EDTFDate?
    public var to: EDTFDate
    /// Days from the date before; nil where there was none.
    public var days: Int? { from.map { to.lastDay.days(since: $0.lastDay) } }
  }

  public var current: EDTFDate? { moves.last?.to ?? original }
  public var isMoved: Bool { !moves.isEmpty }
  /// Days from the date first stated to the one that holds now; nil where one of them is missing.
  public var daysMoved: Int? {
    guard let original, let last = moves.last else { return nil }
    return last.to.lastDay.days(since: original.lastDay)
  }
}
