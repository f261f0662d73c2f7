/// When something should be done, with every move of that date kept.
public struct Deadline: Sendable, Hashable {
  /// The date first stated; nil where none was.
  public var original: EDTFDate?
  /// The moves, in order.
  public var moves: [Move]

  /// One move of a deadline.
  public struct Move: Sendable, Hashable {
    public var by: ID<MovedDeadline>
    /// The date first stated, before any move.
    public var original: EDTFDate?
    /// The date that held until then.
    public var from: EDTFDate?
    public var to: EDTFDate

    /// Days from the date before; nil where there was none.
    public var days: Int? { from.map { to.lastDay.days(since: $0.lastDay) } }
    /// Days from the date first stated, all moves so far together; nil where none was stated.
    public var totalDays: Int? { original.map { to.lastDay.days(since: $0.lastDay) } }
    /// Whether a date that the days are counted from is more than one day or not certain.
    public var isUncertain: Bool { !to.isExact || !(from?.isExact ?? true) || !(original?.isExact ?? true) }
  }

  public var current: EDTFDate? { moves.last?.to ?? original }
  public var isMoved: Bool { !moves.isEmpty }
  /// Days from the date first stated to the one that holds now; nil where one of them is missing.
  public var daysMoved: Int? { moves.last?.totalDays }
}
