import AuditModel
import Synchronization

/// The comparison tables of a site, each made when it is first asked for: its page, its CSV and JSON, the archive of all tables
/// and the pages that show a picture of it all need it. It holds no words, so that one is enough for all languages.
final class Comparisons: Sendable {
  private let insight: Insight
  private let tables = Mutex<[ComparisonID: ComparisonTable]>([:])

  init(_ insight: Insight) { self.insight = insight }

  func table(_ id: ComparisonID) -> ComparisonTable {
    if let known = tables.withLock({ $0[id] }) { return known }
    let table = insight.comparison(id)
    tables.withLock { $0[id] = table }
    return table
  }
}
