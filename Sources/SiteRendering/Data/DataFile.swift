public import AuditModel

/// A file of open data under `data/`.
public struct DataFile: Sendable, Hashable {
  public var table: Table
  public var format: Format

  public enum Table: Sendable, Hashable {
    case municipalities, boards, audits, assessments, recommendations, replies, answers, measures, followUps, findings
    case comparison(ComparisonID)
  }

  public enum Format: String, Sendable, Hashable, CaseIterable {
    case csv, json
  }
}

extension DataFile {
  /// All data files, the fixed ones before the comparisons.
  static func all(of insight: Insight) -> [DataFile] {
    []
  }

  /// Where the file stands in the site: `data/boards.csv`.
  func path(in plan: SitePlan) -> String {
    "data/"
  }

  func render(_ context: SiteContext, into buffer: inout [UInt8]) {
  }
}
