/// The figures of a part of the archive, each with its n.
///
/// Audits that are drafts are left out of all of them. Recommendations are leaves: an umbrella with parts is not counted.
public struct KeyFigures: Sendable, Hashable {
  public var audits = 0
  /// Counted recommendations: leaves, not umbrellas.
  public var recommendations = 0
  /// Recommendations counted once for each board addressed (tracking units); one that is addressed to nobody makes none. Of a
  /// board or a kind of boards: only these boards count.
  public var trackingUnits = 0
  /// Replies to the audits; of a board or a kind of boards, those that they gave; of a theme, those that answer something on it.
  public var replies = 0
  /// Follow-ups of the audits; of boards or a theme, those that say something of these recommendations.
  public var followUps = 0
  /// How many recommendations are in each state, in the order of the states; states that none is in are left out.
  public var states: [StateCount] = []
  public var replyTimes = ReplyTimes()
  /// Of the recommendations in audits with a reply, how many a reply touches.
  public var covered = Share(count: 0, of: 0)
  /// Of the recommendations that were followed up, how many the auditors found done.
  public var done = Share(count: 0, of: 0)
  /// Recommendations of which no follow-up is here, of all. Those that a follow-up only counts are not among them.
  public var neverFollowedUp = Share(count: 0, of: 0)
  /// Of these, those whose collection may lack a follow-up: nobody can say that they were never followed up.
  public var noFollowUpInCollection = 0
  /// Recommendations of audits whose follow-up only tells how many are done: followed up, but nobody knows which are done.
  public var onlyCounted = 0
  /// Recommendations that boards say are done, whatever the auditors found.
  public var claimed = 0
  /// Of those that the auditors have looked at since, how many they found done.
  public var confirmed = Share(count: 0, of: 0)
  public var open = 0
  /// Days from the audit's date to the day of the figures, over the open ones whose audit has a date.
  public var medianAgeOfOpen: Int?
  /// The n of `medianAgeOfOpen`.
  public var openWithDate = 0
  /// Days until half were done, with those still open counted as not done yet (Kaplan and Meier); nil where half never were.
  public var medianTimeToDone: Int?
  /// The n of `medianTimeToDone`: recommendations whose audit has a date and that are open, or done on a known date.
  public var timed = 0
  /// Recommendations whose deadline, or that of a measure for them, was moved.
  public var movedDeadlines = 0
  /// Recommendations that say again what an earlier one said.
  public var recurring = 0

  /// The verification gap: those said to be done that no auditor has confirmed.
  public var verificationGap: Int { claimed - confirmed.count }

  public struct StateCount: Sendable, Hashable {
    public var state: RecommendationState
    public var count: Int

    public init(state: RecommendationState, count: Int) {
      self.state = state
      self.count = count
    }
  }

  /// How boards kept to the dates they were asked for.
  public struct ReplyTimes: Sendable, Hashable {
    /// Boards whose reply can be counted in days, once for each audit.
    public var n = 0
    /// Days after the date asked for; negative before it.
    public var medianDaysLate: Int?
    public var inTime = 0
    public var late = 0
    /// Of `late` and `inTime`, those counted from an uncertain date.
    public var uncertain = 0
    public var overdue = 0
    public var awaited = 0
    public var notInCollection = 0
    /// Replies without a date, or to which no date was asked.
    public var uncounted = 0
  }

  public func count(_ state: RecommendationState) -> Int { states.first { $0.state == state }?.count ?? 0 }
}
