import AuditModel
import Mustache

/// The open data: every file, how much is in it and what each of its columns says.
struct DataPage: PageView {
  let context: SiteContext

  var chrome: Chrome {
    Chrome(
      context: context, page: .data, title: strings.text(.dataTitle), name: strings.text(.dataTitle),
      description: strings.text(.dataDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "data",
    [
      .list("tables") { page in DataFile.Table.fixed.map { TableView(context: page.context, table: $0) } },
      .list("comparisons") { page in
        page.insight.comparisons.map { TableView(context: page.context, table: .comparison($0)) }
      },
    ])

  struct TableView: View {
    let context: SiteContext
    let table: DataFile.Table
    private let contents: DataFile.Table.Contents

    init(context: SiteContext, table: DataFile.Table) {
      self.context = context
      self.table = table
      contents = table.contents(in: context)
    }

    static let view = ViewType<TableView>(
      "data-table",
      [
        .text("name") { $0.name },
        .text("title") { view in
          if case .comparison(let id) = view.table { return view.context.strings.text(id.kind.title) }
          return view.context.strings.word("data-titles", view.table.name)
        },
        .text("anchor") { "fil-" + slug($0.name) },
        .text("description") { $0.context.strings.text($0.table.phrase) },
        .text("topic") { view in
          guard case .comparison(let id) = view.table else { return nil }
          return id.topic.map { view.context.archive[$0].name }
        },
        .text("rowCount") { $0.context.strings.text(.dataRows, ["n": .number($0.contents.rows)]) },
        .text("columnCount") { $0.context.strings.text(.dataColumns, ["n": .number($0.contents.columns.count)]) },
        .link("csv") { DataFile(table: $0.table, format: .csv).path(in: $0.context.plan) },
        .link("json") { DataFile(table: $0.table, format: .json).path(in: $0.context.plan) },
        .list("columns") { view in
          view.contents.columns.map {
            ColumnView(key: $0, meaning: view.context.strings.word("columns-" + view.table.name, $0))
          }
        },
      ])

    /// The file's name without its extension.
    private var name: String {
      String(DataFile(table: table, format: .csv).path(in: context.plan).dropFirst("data/".count).dropLast(".csv".count))
    }
  }

  /// A column's name in the files, and what it says.
  struct ColumnView: View {
    let key: String
    let meaning: String

    static let view = ViewType<ColumnView>("data-column", [.text("key") { $0.key }, .text("meaning") { $0.meaning }])
  }
}

extension Strings {
  /// A word of a group whose names the program knows: the columns of a table of open data.
  func word(_ group: String, _ name: String) -> String {
    words.first { $0.name == group }?.entries.first { $0.name == name }?.text ?? "⟦\(group).\(name)⟧"
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
    case .comparison(let id): id.kind.title
    }
  }
}
