/// Something that a board still owes: a reply to a recommendation, or a measure laid on it.
public struct Debt: Sendable, Hashable {
  public var kind: Kind
  /// The day it was due; nil where none was stated.
  public var due: EDTFDate?
  /// Days past that day; nil where it is not past or the collection may lack what would settle it.
  public var daysOverdue: Int?
  /// Whether it may have been settled in a document that is not here.
  public var isMissingFromCollection: Bool

  public enum Kind: Sendable, Hashable {
    /// A recommendation addressed to the board that it has not itself answered.
    case reply(ID<Recommendation>)
    case measure(ID<Measure>)
    /// An open recommendation with a date of its own by which it should be done.
    case recommendation(ID<Recommendation>)
  }
}

extension Insight {
  /// What a board still owes, the oldest deadline first and what has none last.
  public func owed(by board: ID<Board>) -> [Debt] {
    var debts: [Debt] = []
    for id in archive.links.addressed[board] where archive[id].isCounted {
      let standing = self[id]
      if let debt = replyOwed(id, by: board) { debts.append(debt) }
      if let due = standing.deadline.current, !standing.state.isClosed, standing.state != .reportedDone {
        let isPast = due.isPast(asOf: asOf)
        let isComplete = archive[archive[id].audit].replies == .complete || standing.isFollowedUp
        debts.append(
          Debt(
            kind: .recommendation(id), due: due, daysOverdue: isPast && isComplete ? asOf.days(since: due.lastDay) : nil,
            isMissingFromCollection: isPast && !isComplete))
      }
    }
    for id in archive.links.measuresBy[board] where self[id].isOpen {
      let commitment = self[id]
      debts.append(
        Debt(
          kind: .measure(id), due: commitment.deadline.current, daysOverdue: commitment.daysOverdue,
          isMissingFromCollection: commitment.isMissingFromCollection))
    }
    return debts.enumerated().sorted { a, b in
      switch (a.element.due, b.element.due) {
      case (let a?, let b?) where a.lastDay != b.lastDay: a.lastDay < b.lastDay
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }.map(\.element)
  }

  /// The reply that a board owes to a recommendation: it was asked, and has itself answered neither it nor its umbrella.
  private func replyOwed(_ id: ID<Recommendation>, by board: ID<Board>) -> Debt? {
    let standing = self[id]
    let audit = archive[archive[id].audit]
    guard let request = audit.replyRequest, request.from?.contains(board) ?? true, !standing.isFollowedUp else { return nil }
    guard !standing.answers.contains(where: { archive[archive[$0].reply].by.contains(board) }) else { return nil }
    let isPast = request.due?.isPast(asOf: asOf) ?? false
    // Another board's answer settles it where the collection is complete: the board was spoken for.
    if audit.replies == .complete, !standing.answers.isEmpty { return nil }
    return Debt(
      kind: .reply(id), due: request.due,
      daysOverdue: isPast && audit.replies == .complete ? request.due.map { asOf.days(since: $0.lastDay) } : nil,
      isMissingFromCollection: audit.replies == .incomplete)
  }
}
