/// Whether a board that was asked for a reply gave one, and how late.
public enum ReplyState: Sendable, Hashable {
  case notAsked
  case awaited
  /// Not here, in a collection that is complete; days since the date asked for.
  case overdue(days: Int)
  /// Days before the date asked for; 0: on that day.
  case inTime(daysBefore: Int)
  case late(days: Int)
  /// Answered, but no date was asked for or the reply has none.
  case answered
  /// Not here, but it may exist elsewhere.
  case notInCollection

  public var isAnswered: Bool {
    switch self {
    case .inTime, .late, .answered: true
    case .notAsked, .awaited, .overdue, .notInCollection: false
    }
  }

  /// A stable name, without the number of days.
  public var name: String {
    switch self {
    case .notAsked: "not-asked"
    case .awaited: "awaited"
    case .overdue: "overdue"
    case .inTime: "in-time"
    case .late: "late"
    case .answered: "answered"
    case .notInCollection: "not-in-collection"
    }
  }

  /// Days after the date asked for, negative before it; nil where nothing can be counted.
  public var daysLate: Int? {
    switch self {
    case .late(let days): days
    case .inTime(let days): -days
    default: nil
    }
  }
}

/// A reply that was asked for, or came unasked.
public struct ReplyExpectation: Sendable, Hashable {
  public var audit: ID<Audit>
  /// Nil: asked for, but it is not said of which board.
  public var board: ID<Board>?
  public var due: EDTFDate?
  /// The board's first reply, or that of others that answers all that was addressed to it.
  public var reply: ID<Reply>?
  /// Whether others answered for the board, which has not itself replied. A decision of its own that a reply cites is no reply.
  public var isOnBehalf: Bool
  public var state: ReplyState
  /// Whether a date that the days were counted from is uncertain, approximate or only a month or a year.
  public var isUncertain: Bool
  /// False for boards that replied without having been asked.
  public var isAsked: Bool
}

/// How many of the recommendations that concern a board its reply touches.
public struct Coverage: Sendable, Hashable {
  /// Counted recommendations addressed to or shared by the replying boards, or touched by the reply.
  public var asked: [ID<Recommendation>]
  /// Those of them with an answer; one to an umbrella covers the parts that have none of their own.
  public var covered: [ID<Recommendation>]
  /// Those covered for which the reply decides no measure.
  public var withoutMeasure: [ID<Recommendation>]
}
