import AuditModel
import Synchronization

/// What a table of open data is called and what each of its columns says: the one place that the data page and all
/// descriptions for programs take it from.
struct TableDescription {
  let context: SiteContext
  let table: DataFile.Table

  private var strings: Strings { context.strings }

  /// The files' name without its extension, below `data/`: `boards`, `comparisons/themes`.
  var name: String {
    String(DataFile(table: table, format: .csv).path(in: context.plan).dropFirst("data/".count).dropLast(".csv".count))
  }

  var title: String {
    switch table {
    case .comparison(let id):
      strings.text(id.kind.title) + (id.topic.map { ": " + context.archive[$0].name } ?? "")
    default: strings.word("data-titles", table.name)
    }
  }

  var description: String {
    if case .comparison(let id) = table { strings.text(id.kind.note) } else { strings.text(table.phrase) }
  }

  /// Where the data page tells of it.
  var anchor: String { "fil-" + slug(name) }

  var columns: [Column] {
    if case .comparison(let id) = table {
      return context.comparisonColumns.of(id) {
        let comparison = context.comparison(id)
        return zip(comparison.columns, Tables.comparison(comparison).columns).map { column, data in
          Column(key: data.key, type: data.type, reference: nil, meaning: context.meaning(of: column))
        }
      }
    }
    return table.columns.map { column in
      Column(
        key: column.key, type: column.type, reference: column.reference,
        meaning: strings.word("columns-" + table.name, column.key))
    }
  }

  /// Whether its first column names each row.
  var hasIDs: Bool {
    switch table {
    case .municipalities, .boards, .audits, .recommendations, .replies, .measures, .followUps: true
    case .assessments, .answers, .findings, .years, .changes, .comparison: false
    }
  }

  struct Column: Sendable {
    let key: String
    let type: DataType
    let reference: DataFile.Table?
    let meaning: String
  }

  /// All tables of a site, the comparisons last.
  static func all(in context: SiteContext) -> [TableDescription] {
    (DataFile.Table.fixed + context.insight.comparisons.map { .comparison($0) }).map {
      TableDescription(context: context, table: $0)
    }
  }
}

/// The columns of comparisons, kept: three files tell of them, and making one means making its whole table.
final class ComparisonColumns: Sendable {
  private let known = Mutex<[ComparisonID: [TableDescription.Column]]>([:])

  func of(_ id: ComparisonID, make: () -> [TableDescription.Column]) -> [TableDescription.Column] {
    if let columns = known.withLock({ $0[id] }) { return columns }
    let columns = make()
    known.withLock { $0[id] = columns }
    return columns
  }
}

extension SiteContext {
  fileprivate func meaning(of column: ComparisonTable.Column) -> String {
    if case .audit(let id) = column.heading { return fullLink(id).name }
    return ComparisonColumn(column, in: self, notes: []).name
  }
}
