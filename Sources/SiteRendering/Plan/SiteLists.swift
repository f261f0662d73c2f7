import AuditModel

/// What stands in the long lists of the whole site, put in order once: a sheet of a list takes its entries from here, and never
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
  /// Whether documents of some audit may exist that are not here.
  let mayLackDocuments: Bool
  private let byBoardKind: [[ID<Recommendation>]]
  private let byTheme: [ThemeCount]
  private let byTopic: [TopicCount]

  /// How many counted recommendations have a theme, and how many of them as their primary one.
  struct ThemeCount: Sendable {
    var all = 0
    var primary = 0
  }

  /// What the published audits on a topic hold.
  struct TopicCount: Sendable {
    var audits = 0
    var recommendations = 0
    /// In the order of their audits.
    var municipalities: [ID<Municipality>] = []
  }

  init(_ insight: Insight) {
    let archive = insight.archive
    recommendations = Archive.ids(archive.recommendations).filter { archive[$0].isCounted }
    overdueReplies = ListEntries.overdueReplies(in: insight)
    overdueMeasures = ListEntries.overdueMeasures(in: insight)
    overdue = overdueReplies.map { .reply($0) } + overdueMeasures.map { .measure($0) }
    missingReplies = insight.expectations.filter { $0.state == .notInCollection }
    missingMeasures = Archive.ids(archive.measures).filter { insight[$0].isMissingFromCollection }
    recurring = ListEntries.recurring(in: insight)
    mayLackDocuments = Archive.ids(archive.audits).contains { archive[$0].replies == .incomplete }
    byTheme = Archive.ids(archive.themes).map { theme in
      archive.links.recommendationsOnTheme[theme].reduce(into: ThemeCount()) { count, id in
        guard archive[id].isCounted else { return }
        count.all += 1
        if archive[id].themes.first == theme { count.primary += 1 }
      }
    }
    byTopic = Archive.ids(archive.topics).map { topic in
      let audits = archive.links.auditsOnTopic[topic].filter { !archive[$0].isDraft }
      return TopicCount(
        audits: audits.count, recommendations: audits.reduce(0) { $0 + insight.leaves(of: $1).count },
        municipalities: Set(audits.map { archive[$0].municipality }).sorted())
    }
    byBoardKind = Archive.ids(archive.boardKinds).map { ListEntries.boardKind($0, in: insight) }
  }

  /// Addressed to boards of a kind, each once.
  subscript(kind: ID<BoardKind>) -> [ID<Recommendation>] { byBoardKind[Int(kind.index)] }
  subscript(theme: ID<Theme>) -> ThemeCount { byTheme[Int(theme.index)] }
  subscript(topic: ID<Topic>) -> TopicCount { byTopic[Int(topic.index)] }
}
