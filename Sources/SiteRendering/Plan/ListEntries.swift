import AuditModel

/// What stands in the lists that go on over several sheets, in the order in which they show it.
enum ListEntries {
  /// Counted recommendations addressed to a board.
  static func board(_ id: ID<Board>, in insight: Insight) -> [ID<Recommendation>] {
    insight.archive.links.addressed[id].filter { insight.archive[$0].isCounted }
  }

  /// Counted recommendations addressed to boards of a kind, each once.
  static func boardKind(_ id: ID<BoardKind>, in insight: Insight) -> [ID<Recommendation>] {
    let links = insight.archive.links
    let all = links.boardsOfKind[id].flatMap { board in links.addressed[board].filter { insight.archive[$0].isCounted } }.sorted()
    return all.enumerated().filter { $0.offset == 0 || all[$0.offset - 1] != $0.element }.map(\.element)
  }

  /// Replies that are overdue, the longest first.
  static func overdueReplies(in insight: Insight) -> [ReplyExpectation] {
    func days(_ expectation: ReplyExpectation) -> Int? {
      if case .overdue(let days) = expectation.state { days } else { nil }
    }
    let late = insight.expectations.filter { days($0) != nil }
    return late.enumerated().map { (days: days($1) ?? 0, place: $0) }
      .sorted { (-$0.days, $0.place) < (-$1.days, $1.place) }.map { late[$0.place] }
  }

  /// Measures that are overdue, the longest first.
  static func overdueMeasures(in insight: Insight) -> [ID<Measure>] {
    Archive.ids(insight.archive.measures).compactMap { id in insight[id].daysOverdue.map { (days: $0, id: id) } }
      .sorted { (-$0.days, $0.id) < (-$1.days, $1.id) }.map(\.id)
  }

  /// An entry of the list of what is late.
  enum Overdue {
    case reply(ReplyExpectation)
    case measure(ID<Measure>)
  }

  /// Recommendations that say again what an earlier one said.
  static func recurring(in insight: Insight) -> [ID<Recommendation>] {
    Archive.ids(insight.archive.recommendations).filter { !insight.archive[$0].repeats.isEmpty }
  }

  /// The entries of one sheet, counted from 1.
  static func sheet<Entry>(_ sheet: Int, of entries: some RandomAccessCollection<Entry>) -> [Entry] {
    Array(entries.dropFirst((sheet - 1) * SitePlan.sheetSize).prefix(SitePlan.sheetSize))
  }
}
