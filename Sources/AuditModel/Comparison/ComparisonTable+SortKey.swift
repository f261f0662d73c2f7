extension ComparisonTable.Cell {
  /// What the cell sorts by among those of its column; nil for what sorts by its words, and for empty cells.
  public var sortKey: Int? { contents.first?.sortKey }
}

extension ComparisonTable.Content {
  var sortKey: Int? {
    switch self {
    case .verbatim, .text, .municipality, .audit, .board, .boardKind, .theme: nil
    case .recommendations(let ids, let isPrimary): isPrimary ? ids.count * 1000 : ids.count
    case .themed(let primary, let secondary): primary * 1000 + min(secondary, 999)
    case .observed: 0
    case .level(let level): level.rank ?? -1
    case .count(let count): count
    case .share(let share): share.of == 0 ? -1 : share.count * 100_000 / share.of
    case .days(let days, _): days
    case .date(let date): Int(date.lastDay.number)
    case .number(let number): number.decimals <= 4 ? number.digits(decimals: 4) : nil
    case .replyState(let state): state.daysLate ?? (state.isAnswered ? 0 : nil)
    }
  }
}
