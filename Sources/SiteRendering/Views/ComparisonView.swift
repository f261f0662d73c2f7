import AuditModel
import Mustache

/// A comparison table as a page shows it: the partial `comparison`.
struct ComparisonView: View {
  let context: SiteContext
  let table: ComparisonTable

  private var name: String { context.plan.comparisonName(table.id) }

  static let view = ViewType<ComparisonView>(
    "comparison",
    [
      .text("anchor") { $0.name },
      .text("title") { $0.context.strings.text($0.table.id.kind.title) },
      .text("counted") { view in
        view.context.strings.text(
          .comparisonCounted, ["n": .number(view.table.recommendations), "audits": .number(view.table.audits)])
      },
      .text("note") { $0.context.strings.text($0.table.id.kind.note) },
      .flag("isThemes") { $0.table.id.kind == .themes },
      .flag("isMatrix") { $0.table.isMatrix && $0.table.columns.count <= 6 },
      .number("columnCount") { $0.table.columns.count - 1 },
      .list("columns") { view in
        view.table.columns.enumerated().map { place, column in
          ColumnView(
            context: view.context, column: column,
            notes: column.notes.map { NoteReference(whole: view, index: $0, row: nil, column: place) })
        }
      },
      .list("rows") { view in view.table.rows.indices.map { RowView(whole: view, row: $0) } },
      .flag("hasNotes") { !$0.table.notes.isEmpty },
      .list("notes") { view in view.table.notes.indices.map { NoteView(whole: view, index: $0) } },
      .link("csv") { "data/comparisons/\($0.name).csv" },
      .link("json") { "data/comparisons/\($0.name).json" },
    ])

  /// The head of a column.
  struct ColumnView: View {
    let context: SiteContext
    let column: ComparisonTable.Column
    var notes: [NoteReference] = []

    static let view = ViewType<ColumnView>(
      "comparison-column",
      [
        .text("name") { $0.name },
        .text("detail") { $0.detail },
        .link("address") { $0.address },
        .flag("isNumber") { $0.column.type == .number },
        .list("notes") { $0.notes },
      ])

    var name: String {
      switch column.heading {
      case .word(let word): context.strings.text(word.phrase)
      case .audit(let id): context.archive[context.archive[id].municipality].shortName
      case .theme(let id): context.archive[id].name
      case .state(let state): context.strings.text(state.phrase)
      case .level(let level): context.strings.text(level.phrase)
      }
    }

    private var detail: String? {
      guard case .audit(let id) = column.heading else { return nil }
      return context.archive[id].date.map { String($0.year) } ?? context.strings.text(.dateMissing)
    }

    private var address: String? {
      switch column.heading {
      case .audit(let id): context.address(id)
      case .theme(let id): context.address(id)
      default: nil
      }
    }
  }

  struct RowView: View {
    let whole: ComparisonView
    let row: Int

    static let view = ViewType<RowView>(
      "comparison-row",
      [
        .list("header") { row in row.cell(0).pieces },
        .list("headerNotes") { row in row.cell(0).notes },
        .list("cells") { row in row.whole.table.columns.indices.dropFirst().map(row.cell) },
      ])

    func cell(_ column: Int) -> CellView { CellView(whole: whole, row: row, column: column) }
  }

  struct CellView: View {
    let whole: ComparisonView
    let row: Int
    let column: Int

    private var cell: ComparisonTable.Cell { whole.table.rows[row][column] }

    static let view = ViewType<CellView>(
      "comparison-cell",
      [
        .text("label") { $0.isObvious ? nil : ColumnView(context: $0.whole.context, column: $0.whole.table.columns[$0.column]).name },
        .text("heat") { $0.heat },
        .flag("isNumber") { $0.whole.table.columns[$0.column].type == .number },
        .list("pieces") { $0.pieces },
        .list("notes") { $0.notes },
      ])

    var notes: [NoteReference] { cell.notes.map { NoteReference(whole: whole, index: $0, row: row, column: column) } }

    var pieces: [PieceView] { cell.contents.map { PieceView(context: whole.context, content: $0) } }

    /// A quotation needs no label where the table is read as sheets.
    private var isObvious: Bool { cell.contents.contains { if case .verbatim = $0 { true } else { false } } }

    private var heat: String? {
      guard whole.table.id.kind == .themes else { return nil }
      for content in cell.contents {
        switch content {
        case .recommendations(_, let isPrimary): return isPrimary ? "cell-1" : "cell-2"
        case .themed(let primary, _): return primary > 0 ? "cell-1" : "cell-2"
        default: continue
        }
      }
      return nil
    }
  }

  /// A piece of a cell; what it is decides how it looks.
  struct PieceView: View {
    let context: SiteContext
    let content: ComparisonTable.Content

    static let view = ViewType<PieceView>(
      "comparison-piece",
      [
        .text("quote") { if case .verbatim(let text) = $0.content { text } else { nil } },
        .text("text") { $0.text },
        .object("link") { $0.link },
        .object("level") { piece in if case .level(let level) = piece.content { piece.context.level(level) } else { nil } },
        .object("date") { piece in if case .date(let date) = piece.content { piece.context.date(date) } else { nil } },
        .text("symbol") { $0.symbol },
        .text("role") { $0.role },
        .list("recommendations") { piece in
          if case .recommendations(let ids, _) = piece.content { ids.map(piece.context.link) } else { [] }
        },
        .flag("isObserved") { if case .observed = $0.content { true } else { false } },
      ])

    private var text: String? {
      let strings = context.strings
      return switch content {
      case .text(let text): text
      case .count(let count): String(count)
      case .share(let share): Figure.share(share, strings)
      case .days(let days, let isUncertain):
        isUncertain ? "\(days) (\(strings.text(.dateUncertain)))" : String(days)
      case .themed(let primary, let secondary): strings.text(.themedCounts, ["primary": .number(primary), "secondary": .number(secondary)])
      case .observed(let tone): strings.text(tone?.phrase ?? .toneUnstated)
      case .replyState(let state): strings.text(state.phrase)
      default: nil
      }
    }

    private var link: Link? {
      switch content {
      case .municipality(let id): context.link(id)
      case .audit(let id): Link(name: context.shortName(id), address: context.address(id))
      case .board(let id): context.link(id)
      case .boardKind(let id): context.link(id)
      case .theme(let id): context.link(id)
      default: nil
      }
    }

    private var symbol: String? {
      switch content {
      case .recommendations(_, let isPrimary): isPrimary ? "m1" : "m2"
      case .observed: "m3"
      default: nil
      }
    }

    /// What the symbol means, for those who do not see it.
    private var role: String? {
      guard case .recommendations(_, let isPrimary) = content else { return nil }
      return context.strings.text(isPrimary ? .themePrimary : .themeSecondary)
    }
  }

  struct NoteReference: View {
    let whole: ComparisonView
    let index: Int
    /// Nil in the head of a column.
    let row: Int?
    let column: Int

    static let view = ViewType<NoteReference>(
      "note-reference",
      [
        .number("number") { $0.index + 1 },
        .text("anchor") { $0.anchor },
        .text("note") { "\($0.whole.name)-not-\($0.index + 1)" },
      ])

    var anchor: String { "\(whole.name)-\(row.map(String.init) ?? "h")-\(column)-\(index + 1)" }
  }

  struct NoteView: View {
    let whole: ComparisonView
    let index: Int

    static let view = ViewType<NoteView>(
      "table-note",
      [
        .text("anchor") { "\($0.whole.name)-not-\($0.index + 1)" },
        .number("number") { $0.index + 1 },
        .text("text") { $0.text },
        .text("back") { $0.back },
      ])

    /// The first place that refers to the note.
    private var back: String? {
      if let column = whole.table.columns.firstIndex(where: { $0.notes.contains(index) }) {
        return NoteReference(whole: whole, index: index, row: nil, column: column).anchor
      }
      for (row, cells) in whole.table.rows.enumerated() {
        if let column = cells.firstIndex(where: { $0.notes.contains(index) }) {
          return NoteReference(whole: whole, index: index, row: row, column: column).anchor
        }
      }
      return nil
    }

    private var text: String {
      let context = whole.context
      let strings = context.strings
      return switch whole.table.notes[index] {
      case .umbrella(let id):
        strings.text(
          .noteUmbrella,
          [
            "id": .text(context.archive[id].shortID), "audit": .text(context.shortName(context.archive[id].audit)),
            "n": .number(context.archive[id].parts.count),
          ])
      case .oneSentence(let id): strings.text(.noteOneSentence, ["audit": .text(context.shortName(id))])
      case .fullyYetRecommended(let audit, let board):
        strings.text(
          .noteFullyYetRecommended,
          ["board": .text(context.archive[board].name), "audit": .text(context.shortName(audit))])
      case .inference(let audit, let inference): context.shortName(audit) + ": " + inference.reason
      }
    }
  }
}

extension ComparisonKind {
  var title: Phrase {
    switch self {
    case .assessments: .comparisonAssessments
    case .themes: .comparisonThemes
    case .states: .comparisonStates
    case .replyTimes: .comparisonReplyTimes
    case .boardKinds: .comparisonBoardKinds
    }
  }

  var note: Phrase {
    switch self {
    case .assessments: .comparisonAssessmentsNote
    case .themes: .comparisonThemesNote
    case .states: .comparisonStatesNote
    case .replyTimes: .comparisonReplyTimesNote
    case .boardKinds: .comparisonBoardKindsNote
    }
  }
}

extension ReplyState {
  var phrase: Phrase {
    switch self {
    case .notAsked: .replyNotAsked
    case .awaited: .replyAwaited
    case .overdue: .replyOverdueShort
    case .inTime: .replyInTimeShort
    case .late: .replyLateShort
    case .answered: .replyUndated
    case .notInCollection: .replyNotInCollection
    }
  }
}

extension ComparisonTable.Word {
  /// The phrase `column.` and the word's name; a test holds the two together.
  var phrase: Phrase { ComparisonTable.Word.phrases[self] ?? .fieldOther }

  private static let phrases: [Self: Phrase] = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { word in Phrase(rawValue: "column." + word.rawValue).map { (word, $0) } })
}
