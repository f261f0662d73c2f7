/// What became of a measure that a reply decided on.
public struct Commitment: Sendable, Hashable {
  public var deadline: Deadline
  public var claim: ID<Finding>?
  public var verdict: ID<Finding>?
  /// From the latest claim and verdict on the measure itself; nil where there is none.
  public var progress: RecommendationState?
  /// Days past the deadline; nil where it is not past, is closed or reported, or the collection may lack the report.
  public var daysOverdue: Int?
  /// Whether the deadline is past and it is not reported here, in a collection that may lack the report.
  public var isMissingFromCollection: Bool

  /// Whether it is neither closed nor reported as done.
  public var isOpen: Bool { progress.map { !$0.isClosed && $0 != .reportedDone } ?? true }

  /// Where a measure stands, one word: what boards and auditors say of it, or else its deadline. That it is past its deadline as
  /// well, `daysOverdue` tells.
  public enum State: Sendable, Hashable {
    case noDeadline
    case dueLater
    case overdue(days: Int)
    /// The deadline is past and no report is here, but one may exist elsewhere.
    case notInCollection
    /// What boards and auditors say of it.
    case found(RecommendationState)

    /// A stable name, without the number of days.
    public var name: String {
      switch self {
      case .noDeadline: "no-deadline"
      case .dueLater: "due-later"
      case .overdue: "overdue"
      case .notInCollection: "not-in-collection"
      case .found(let state): state.rawValue
      }
    }
  }

  public var state: State {
    if let progress { return .found(progress) }
    if let daysOverdue { return .overdue(days: daysOverdue) }
    if isMissingFromCollection { return .notInCollection }
    return deadline.current == nil ? .noDeadline : .dueLater
  }
}
