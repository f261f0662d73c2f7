import AuditModel
import Mustache

/// The open data: every file, how much is in it and what each of its columns says.
struct DataPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .data }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.dataTitle),
      description: strings.text(.dataDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "data",
    [
      .list("tables") { page in DataFile.Table.fixed.map { TableView(context: page.context, table: $0) } },
      .link("changeFeed") { $0.context.plan.address(ofFeed: .changes).path },
      .link("archive") { _ in DataDescription.archive.path },
      .link("package") { _ in DataDescription.package.path },
      .link("csvw") { _ in DataDescription.csvw.path },
      .link("catalog") { _ in DataDescription.catalog.path },
      .list("comparisons") { page in
        page.insight.comparisons.map { TableView(context: page.context, table: .comparison($0)) }
      },
    ])

  struct TableView: View {
    let context: SiteContext
    let table: DataFile.Table
    private let columnCount: Int
    /// Nil of the table that grows with every edit: no page is to change with each of them.
    private let rowCount: Int?
    private let described: TableDescription

    init(context: SiteContext, table: DataFile.Table) {
      self.context = context
      self.table = table
      columnCount = table.columns.count
      rowCount = table == .changes ? nil : table.rowCount(in: context)
      described = TableDescription(context: context, table: table)
    }

    static let view = ViewType<TableView>(
      "data-table",
      [
        .text("name") { $0.described.name },
        .text("title") { $0.described.title },
        .text("anchor") { $0.described.anchor },
        .text("description") { $0.context.strings.text($0.table.phrase) },
        .text("topic") { view in
          guard case .comparison(let id) = view.table else { return nil }
          return id.topic.map { view.context.archive[$0].name }
        },
        .text("rowCount") { view in view.rowCount.map { view.context.strings.text(.dataRows, ["n": .number($0)]) } },
        .text("columnCount") { $0.context.strings.text(.dataColumns, ["n": .number($0.columnCount)]) },
        .link("csv") { DataFile(table: $0.table, format: .csv).path(in: $0.context.plan) },
        .link("json") { DataFile(table: $0.table, format: .json).path(in: $0.context.plan) },
        .list("columns") { view in
          view.columnCount == 0 ? [] : view.described.columns.map { ColumnView(key: $0.key, meaning: $0.meaning) }
        },
      ])
  }

  /// A column's name in the files, and what it says.
  struct ColumnView: View {
    let key: String
    let meaning: String

    static let view = ViewType<ColumnView>("data-column", [.text("key") { $0.key }, .text("meaning") { $0.meaning }])
  }
}

extension DataFile.Table {
  var phrase: Phrase {
    switch self {
    case .municipalities: .dataMunicipalities
    case .boards: .dataBoards
    case .audits: .dataAudits
    case .assessments: .dataAssessments
    case .recommendations: .dataRecommendations
    case .replies: .dataReplies
    case .answers: .dataAnswers
    case .measures: .dataMeasures
    case .followUps: .dataFollowUps
    case .findings: .dataFindings
    case .years: .dataYears
    case .changes: .dataChanges
    case .comparison(let id): id.kind.title
    }
  }
}
