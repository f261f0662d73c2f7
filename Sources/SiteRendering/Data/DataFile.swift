public import AuditModel

/// A file of open data under `data/`.
public struct DataFile: Sendable, Hashable {
  public var table: Table
  public var format: Format

  public enum Table: Sendable, Hashable {
    case municipalities, boards, audits, assessments, recommendations, replies, answers, measures, followUps, findings
    /// The figures of each municipality's audits, year by year.
    case years
    /// What changed on pages since they were first published.
    case changes
    case comparison(ComparisonID)

    /// The tables that every site has, in the order in which the data page shows them.
    static let fixed: [Table] = [
      .municipalities, .boards, .audits, .assessments, .recommendations, .replies, .answers, .measures, .followUps, .findings,
      .years,
      .changes,
    ]
  }

  public enum Format: String, Sendable, Hashable, CaseIterable {
    case csv, json
  }
}

extension DataFile {
  /// All data files, the fixed ones before the comparisons.
  static func all(of insight: Insight) -> [DataFile] {
    (Table.fixed + insight.comparisons.map { .comparison($0) }).flatMap { table in
      Format.allCases.map { DataFile(table: table, format: $0) }
    }
  }

  /// Where the file stands in the site: `data/boards.csv`.
  func path(in plan: SitePlan) -> String {
    let name =
      switch table {
      case .comparison(let id): "comparisons/" + plan.comparisonName(id)
      default: table.name
      }
    return "data/" + name + "." + format.rawValue
  }

  /// - Parameter drain: takes what is there from time to time, and empties the buffer.
  func render(_ context: SiteContext, into buffer: inout [UInt8], drain: (inout [UInt8]) -> Void = { _ in }) {
    func print<Row>(_ table: DataTable<Row>) { table.print(as: format, context, into: &buffer, drain: drain) }
    switch table {
    case .municipalities: print(Tables.municipalities)
    case .boards: print(Tables.boards)
    case .audits: print(Tables.audits)
    case .assessments: print(Tables.assessments)
    case .recommendations: print(Tables.recommendations)
    case .replies: print(Tables.replies)
    case .answers: print(Tables.answers)
    case .measures: print(Tables.measures)
    case .followUps: print(Tables.followUps)
    case .findings: print(Tables.findings)
    case .years: print(Tables.years)
    case .changes: print(Tables.changes)
    case .comparison(let id): print(Tables.comparison(context.comparison(id)))
    }
  }
}

extension DataFile.Table {
  /// The name of its files; empty for comparisons, which the plan names.
  var name: String {
    switch self {
    case .municipalities: "municipalities"
    case .boards: "boards"
    case .audits: "audits"
    case .assessments: "assessments"
    case .recommendations: "recommendations"
    case .replies: "replies"
    case .answers: "answers"
    case .measures: "measures"
    case .followUps: "followups"
    case .findings: "findings"
    case .years: "years"
    case .changes: "changes"
    case .comparison: ""
    }
  }
}

extension DataFile.Table {
  struct Column {
    let key: String
    let type: DataType
    let reference: DataFile.Table?
  }

  /// Nothing of a comparison: its columns are those of its page, and its table is made for that one.
  var columns: [Column] { contents(in: nil).columns }

  func rowCount(in context: SiteContext) -> Int { contents(in: context).rows }

  /// What there is to know of a table without printing it; without a context, no rows are counted.
  private func contents(in context: SiteContext?) -> (columns: [Column], rows: Int) {
    func contents<Row>(_ table: DataTable<Row>) -> (columns: [Column], rows: Int) {
      var rows = 0
      if let context { table.rows(context) { _ in rows += 1 } }
      return (table.columns.map { Column(key: $0.key, type: $0.type, reference: $0.reference) }, rows)
    }
    return switch self {
    case .municipalities: contents(Tables.municipalities)
    case .boards: contents(Tables.boards)
    case .audits: contents(Tables.audits)
    case .assessments: contents(Tables.assessments)
    case .recommendations: contents(Tables.recommendations)
    case .replies: contents(Tables.replies)
    case .answers: contents(Tables.answers)
    case .measures: contents(Tables.measures)
    case .followUps: contents(Tables.followUps)
    case .findings: contents(Tables.findings)
    case .years: contents(Tables.years)
    case .changes: contents(Tables.changes)
    case .comparison: ([], 0)
    }
  }
}
