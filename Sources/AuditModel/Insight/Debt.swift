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
    for id in archive.links.addressed[board] where archive[id].isCounted && isOpen(id) {
      if let debt = replyOwed(id, by: board) { debts.append(debt) }
      if let due = self[id].deadline.current { debts.append(debt(.recommendation(id), due, in: archive[id].audit)) }
    }
    for id in archive.links.measuresBy[board] where self[id].isOpen {
      debts.append(debt(.measure(id), self[id].deadline.current, in: archive[id].audit))
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

  /// Whether it is neither closed nor reported as done.
  private func isOpen(_ id: ID<Recommendation>) -> Bool { !self[id].state.isClosed && self[id].state != .reportedDone }

  private func debt(_ kind: Debt.Kind, _ due: EDTFDate?, in audit: ID<Audit>) -> Debt {
    let isPast = due?.isPast(asOf: asOf) ?? false
    let isComplete = archive[audit].replies == .complete
    return Debt(
      kind: kind, due: due, daysOverdue: isPast && isComplete ? due.map { asOf.days(since: $0.lastDay) } : nil,
      isMissingFromCollection: isPast && !isComplete)
  }

  /// The reply that a board owes to a recommendation: it was asked, and has itself neither answered it (or its umbrella) nor
  /// reported what it did about it.
  private func replyOwed(_ id: ID<Recommendation>, by board: ID<Board>) -> Debt? {
    let standing = self[id]
    let audit = archive[archive[id].audit]
    guard let request = audit.replyRequest, request.from?.contains(board) ?? true else { return nil }
    let hasAnswered = standing.answers.contains { archive[archive[$0].reply].by.contains(board) }
    let hasReported = standing.claims.contains {
      if case .boards(let boards) = archive[archive[$0].followUp].voice { boards.contains(board) } else { false }
    }
    guard !hasAnswered, !hasReported else { return nil }
    // An answer on its behalf settles it where the collection is complete; elsewhere its own may be missing.
    if audit.replies == .complete, standing.answers.contains(where: { archive.isOnBehalf($0, of: id) }) { return nil }
    var debt = debt(.reply(id), request.due, in: archive[id].audit)
    // A reply without a date to be late from may be elsewhere all the same.
    debt.isMissingFromCollection = audit.replies == .incomplete
    return debt
  }
}
