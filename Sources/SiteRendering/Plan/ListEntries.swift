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
    return insight.expectations.filter { days($0) != nil }.enumerated()
      .sorted { (-(days($0.element) ?? 0), $0.offset) < (-(days($1.element) ?? 0), $1.offset) }.map(\.element)
  }

  /// Measures that are overdue, the longest first.
  static func overdueMeasures(in insight: Insight) -> [ID<Measure>] {
    Archive.ids(insight.archive.measures).filter { insight[$0].daysOverdue != nil }
      .sorted { (-(insight[$0].daysOverdue ?? 0), $0) < (-(insight[$1].daysOverdue ?? 0), $1) }
  }

  /// An entry of the list of what is late.
  enum Overdue {
    case reply(ReplyExpectation)
    case measure(ID<Measure>)
  }

  static func overdue(in insight: Insight) -> [Overdue] {
    overdueReplies(in: insight).map { .reply($0) } + overdueMeasures(in: insight).map { .measure($0) }
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
