import AuditModel

/// What stands in the long lists of the whole site, put in order once: a sheet of a list takes its hundred from here, and never
/// sorts or counts the whole again.
struct SiteLists: Sendable {
  /// All that are counted.
  let recommendations: [ID<Recommendation>]
  /// The longest overdue first.
  let overdueReplies: [ReplyExpectation]
  let overdueMeasures: [ID<Measure>]
  let overdue: [ListEntries.Overdue]
  /// Asked for and not here, in collections that may lack them.
  let missingReplies: [ReplyExpectation]
  /// Past their deadline and not reported here, in collections that may lack the report.
  let missingMeasures: [ID<Measure>]
  let recurring: [ID<Recommendation>]
  private let byBoardKind: [[ID<Recommendation>]]

  init(_ insight: Insight) {
    let archive = insight.archive
    recommendations = Archive.ids(archive.recommendations).filter { archive[$0].isCounted }
    overdueReplies = ListEntries.overdueReplies(in: insight)
    overdueMeasures = ListEntries.overdueMeasures(in: insight)
    overdue = overdueReplies.map { .reply($0) } + overdueMeasures.map { .measure($0) }
    missingReplies = insight.expectations.filter { $0.state == .notInCollection }
    missingMeasures = Archive.ids(archive.measures).filter { insight[$0].isMissingFromCollection }
    recurring = ListEntries.recurring(in: insight)
    byBoardKind = Archive.ids(archive.boardKinds).map { ListEntries.boardKind($0, in: insight) }
  }

  /// Addressed to boards of a kind, each once.
  subscript(kind: ID<BoardKind>) -> [ID<Recommendation>] { byBoardKind[Int(kind.index)] }
}
