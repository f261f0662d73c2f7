import AuditModel
import Charts
import Mustache

/// A comparison table as a page shows it, with what pictures there are of it: the partial `comparison`.
struct ComparisonView: View {
  let context: SiteContext
  let table: ComparisonTable
  let columns: [ComparisonColumn]
  let rows: [ComparisonRow]
  let notes: [ComparisonNote]
  let bars: StateBars?
  let plot: ReplyPlot?

  static let view = ViewType<ComparisonView>(
    "comparison",
    [
      .text("anchor") { $0.anchor },
      .text("title") { $0.strings.text($0.table.id.kind.title) },
      .text("note") { $0.strings.text($0.table.id.kind.note) },
      .text("caption") { $0.strings.text($0.caption) },
      .text("counted") { $0.counted },
      .text("reading") { $0.strings.text($0.reading) },
      .flag("isThemes") { $0.table.id.kind == .themes },
      .flag("isMatrix") { $0.isMatrix },
      .flag("isSnug") { (7...8).contains($0.columns.count) },
      .flag("isWide") { $0.columns.count > 8 },
      .flag("isJudged") { $0.table.id.kind == .assessments },
      .number("columnCount") { $0.columns.count - 1 },
      .list("columns") { $0.columns },
      .list("rows") { $0.rows },
      .flag("hasHeat") { !$0.heat.isEmpty },
      .list("heat") { $0.heat },
      .flag("hasNotes") { !$0.notes.isEmpty },
      .list("notes") { $0.notes },
      .object("bars") { $0.bars },
      .object("plot") { $0.plot },
      .list("charts") { $0.charts },
      .link("csv") { "data/comparisons/\($0.anchor).csv" },
      .link("json") { "data/comparisons/\($0.anchor).json" },
    ])

  private var strings: Strings { context.strings }

  /// The key to the shades; empty where the table has no counts of themes.
  private var heat: [HeatKey] {
    table.heatScale.counts.enumerated().map { place, counts in
      HeatKey(shade: place + 1, counts: counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound)–\(counts.upperBound)")
    }
  }
  private var anchor: String { context.plan.comparisonName(table.id) }

  private var charts: [KeyFigureChart] { table.id.kind == .keyFigures ? KeyFigureChart.make(context, table) : [] }

  /// As many audits or municipalities as stand side by side; what there are more of stands below each other.
  private static let matrixLimit = 5

  private var isMatrix: Bool { table.id.kind == .themes && (!isSummed || table.rows.count <= Self.matrixLimit) }

  private var isSummed: Bool { table.columns.first.map { $0.heading == .word(.municipality) } ?? false }

  private var caption: Phrase {
    switch table.id.kind {
    case .assessments: isSummed ? .captionAssessmentsSummed : .captionAssessments
    case .themes: .captionThemes
    case .states: .captionStates
    case .replyTimes: .captionReplyTimes
    case .boardKinds: .captionBoardKinds
    case .keyFigures: .captionKeyFigures
    }
  }

  private var reading: Phrase {
    switch table.id.kind {
    case .assessments: .readingAssessments
    case .themes: isSummed ? .readingThemesSummed : .readingThemes
    case .states: .readingStates
    case .replyTimes: .readingReplyTimes
    case .boardKinds: .readingBoardKinds
    case .keyFigures: .readingKeyFigures
    }
  }

  /// What was counted: `22 rekommendationer i 4 granskningar.`
  private var counted: String {
    let audits = PhraseValue.number(table.audits)
    if table.id.kind == .replyTimes || table.id.kind == .keyFigures { return strings.text(.countAudits, ["n": audits]) + "." }
    guard table.id.kind == .assessments else {
      return strings.text(.comparisonCounted, ["n": .number(table.recommendations), "audits": audits])
    }
    let count = isSummed ? table.rows.reduce(0) { $0 + ($1[1].contents.first?.count ?? 0) } : table.rows.count
    return strings.text(.comparisonCountedAssessments, ["n": .number(count), "audits": audits])
  }
}

extension ComparisonView {
  /// The view of a comparison.
  static func make(_ context: SiteContext, _ id: ComparisonID) -> ComparisonView {
    let table = context.comparison(id)
    if id.kind == .themes, let turned = turned(context, table) { return turned }
    var references = NoteReferences(anchor: context.plan.comparisonName(id), count: table.notes.count)
    // An aspect stands beside whom it is of, and days late in the words of the state.
    let merged = table.columns.firstIndex { $0.heading == .word(.aspect) }
    let left = Set([merged, table.columns.firstIndex { $0.heading == .word(.daysLate) }].compactMap { $0 })
    let shown = table.columns.indices.filter { !left.contains($0) }
    let scale = table.heatScale
    let columns = shown.map { place in
      ComparisonColumn(table.columns[place], in: context, notes: references.to(table.columns[place].notes))
    }
    let rows = table.rows.map { cells in
      ComparisonRow(
        cells: shown.enumerated().map { at, place in
          let aspect = table.columns[place].heading == .word(.of) ? merged.flatMap { cells[$0].contents.first } : nil
          let hidden = at == shown.count - 1 ? left.sorted().flatMap { cells[$0].notes } : []
          return ComparisonCell(
            context: context, column: columns[at], cell: cells[place], aspect: aspect,
            isUnasked: cells.contains { $0.contents.contains(.replyState(.notAsked)) },
            isUncertain: cells.contains { $0.contents.contains(where: \.isUncertainDays) },
            notes: references.to(cells[place].notes + hidden), scale: scale)
        })
    }
    let notes = table.notes.indices.map { index in
      ComparisonNote(
        anchor: references.note(index), number: index + 1, text: context.text(of: table.notes[index]),
        remark: context.remark(of: table.notes[index]),
        back: references.first(index))
    }
    let bars = id.kind == .states ? StateBars.make(context, table) : nil
    let plot = id.kind == .replyTimes ? ReplyPlot.make(context, table) : nil
    return ComparisonView(
      context: context, table: table, columns: columns, rows: rows, notes: notes, bars: bars, plot: plot)
  }
}

extension ComparisonView {
  /// Counts of themes with the municipalities side by side, where there are few enough of them; nil otherwise.
  private static func turned(_ context: SiteContext, _ table: ComparisonTable) -> ComparisonView? {
    guard table.rows.count <= matrixLimit else { return nil }
    var columns = [ComparisonColumn(name: context.strings.text(.columnTheme))]
    for cells in table.rows {
      guard case .municipality(let id) = cells.first?.contents.first else { return nil }
      let count = zip(table.columns, cells).first { $0.0.heading == .word(.recommendations) }?.1.contents.first?.count
      columns.append(ComparisonColumn(id, of: count, in: context))
    }
    let scale = table.heatScale
    func cell(_ cell: ComparisonTable.Cell, _ column: Int) -> ComparisonCell {
      ComparisonCell(
        context: context, column: columns[column], cell: cell, aspect: nil, isUnasked: false, isUncertain: false, notes: [],
        scale: scale)
    }
    let rows = table.columns.enumerated().compactMap { place, column -> ComparisonRow? in
      guard case .theme(let theme) = column.heading, table.rows.contains(where: { !$0[place].contents.isEmpty }) else {
        return nil
      }
      let head = cell(ComparisonTable.Cell([.theme(theme)]), 0)
      return ComparisonRow(cells: [head] + table.rows.enumerated().map { cell($0.element[place], $0.offset + 1) })
    }
    return ComparisonView(
      context: context, table: table, columns: columns, rows: rows, notes: [], bars: nil, plot: nil)
  }
}

/// A shade in the key of a heat table.
struct HeatKey: View {
  let shade: Int
  let counts: String

  static let view = ViewType<HeatKey>("heat-key", [.number("shade") { $0.shade }, .text("counts") { $0.counts }])
}

extension ComparisonTable {
  /// The shades for its counts of recommendations by theme.
  fileprivate var heatScale: HeatScale {
    let counts = rows.joined().flatMap {
      $0.contents.compactMap { if case .themed(let primary, _) = $0 { primary } else { nil } }
    }
    return HeatScale(most: counts.max() ?? 0)
  }
}

extension ComparisonTable.Content {
  fileprivate var count: Int? { if case .count(let count) = self { count } else { nil } }
  fileprivate var isUncertainDays: Bool { if case .days(_, true) = self { true } else { false } }
}

extension ComparisonKind {
  /// The order in which a page shows them: first what was asked for, then what was found, then what came of it.
  static let inReadingOrder: [Self] = [.themes, .assessments, .states, .replyTimes, .boardKinds, .keyFigures]

  var title: Phrase {
    switch self {
    case .assessments: .comparisonAssessments
    case .themes: .comparisonThemes
    case .states: .comparisonStates
    case .replyTimes: .comparisonReplyTimes
    case .boardKinds: .comparisonBoardKinds
    case .keyFigures: .comparisonKeyFigures
    }
  }

  var note: Phrase {
    switch self {
    case .assessments: .comparisonAssessmentsNote
    case .themes: .comparisonThemesNote
    case .states: .comparisonStatesNote
    case .replyTimes: .comparisonReplyTimesNote
    case .boardKinds: .comparisonBoardKindsNote
    case .keyFigures: .comparisonKeyFiguresNote
    }
  }
}
