import AuditModel
import Charts
import Mustache

/// The head of a column.
struct ComparisonColumn: View {
  let name: String
  /// The year of an audit.
  var detail: String?
  var address: String?
  var isNumber = false
  /// What is said of a cell that nothing is known of; nil where a dash says it.
  var nothing: String?
  var isOfAssessed = false
  var notes: [NoteReference] = []

  static let view = ViewType<ComparisonColumn>(
    "comparison-column",
    [
      .text("name") { $0.name },
      .text("detail") { $0.detail },
      .link("address") { $0.address },
      .flag("isNumber") { $0.isNumber },
      .list("notes") { $0.notes },
    ])
}

extension ComparisonColumn {
  init(_ column: ComparisonTable.Column, in context: SiteContext, notes: [NoteReference]) {
    let strings = context.strings
    self.notes = notes
    isNumber = column.type == .number || column.type == .decimal
    switch column.heading {
    case .word(let word):
      name = strings.text(word.phrase)
      nothing = word.nothing.map { strings.text($0) }
      isOfAssessed = word == .of
    case .audit(let id):
      name = context.link(context.archive[id].municipality).name
      detail = context.year(of: id)
      address = context.address(id)
    case .theme(let id):
      name = context.archive[id].name
      address = context.address(id)
    case .state(let state): name = strings.text(state.phrase)
    case .level(let level): name = strings.text(level.phrase)
    case .period(let period):
      name = period
      nothing = strings.text(.chartMissing)
    }
  }

  /// A municipality, with how many recommendations its counts are of.
  init(_ id: ID<Municipality>, of count: Int?, in context: SiteContext) {
    name = context.link(id).name
    detail = count.map { context.strings.text(.countRecommendations, ["n": .number($0)]) }
    address = context.address(id)
  }
}

extension SiteContext {
  /// The year of an audit, or that it is missing.
  func year(of id: ID<Audit>) -> String { archive[id].date.map { String($0.year) } ?? strings.text(.dateMissing) }
}

/// A row: its header, then its cells.
struct ComparisonRow: View {
  let cells: [ComparisonCell]

  static let view = ViewType<ComparisonRow>(
    "comparison-row",
    [.object("header") { $0.cells.first }, .list("cells") { Array($0.cells.dropFirst()) }])
}

/// A cell with what stands in it, and the notes on it.
struct ComparisonCell: View {
  let context: SiteContext
  let column: ComparisonColumn
  let cell: ComparisonTable.Cell
  /// In which regard, where the cell says of whom.
  let aspect: ComparisonTable.Content?
  /// Whether the row is of an audit that asked for no reply, so that nothing about one is missing.
  let isUnasked: Bool
  /// Whether the days of the row are counted from a date that is not certain.
  let isUncertain: Bool
  let notes: [NoteReference]
  /// The shades of the table's counts.
  var scale = HeatScale(most: 0)

  static let view = ViewType<ComparisonCell>(
    "comparison-cell",
    [
      .text("label") { $0.isObvious ? nil : $0.column.name },
      .text("heat") { $0.heat },
      .text("sort") { $0.sort },
      .flag("isNumber") { $0.column.isNumber },
      .list("pieces") { $0.pieces },
      .text("aspect") { cell in if case .text(let text) = cell.aspect { text } else { nil } },
      .text("nothing") { cell in
        cell.pieces.isEmpty ? cell.said ?? cell.context.strings.text(.cellNothing) : nil
      },
      .flag("isNothingSaid") { $0.said != nil },
      .list("notes") { $0.notes },
    ])

  private var said: String? { isUnasked ? nil : column.nothing }

  private var pieces: [ComparisonPiece] {
    let last = cell.contents.count - 1
    return cell.contents.enumerated().compactMap { place, content in
      // So many of none says nothing.
      if case .share(let share) = content, share.of == 0 { return nil }
      return ComparisonPiece(
        context: context, content: content, hasMore: place < last, isUncertain: isUncertain,
        isOfAssessed: column.isOfAssessed)
    }
  }

  /// A quotation needs no label where the table is read as sheets.
  private var isObvious: Bool { cell.contents.contains { if case .verbatim = $0 { true } else { false } } }

  /// What a script sorts the cell by, where its words or its date do not say.
  private var sort: String? {
    switch cell.contents.first {
    case .recommendations, .themed, .observed, .level, .share, .replyState, .number: cell.sortKey.map { String($0) }
    default: nil
    }
  }

  private var heat: String? {
    for content in cell.contents {
      switch content {
      case .recommendations(_, let isPrimary): return isPrimary ? "cell-1" : "cell-2"
      case .themed(let primary, _): return scale.shade(of: primary).map { "heat-\($0)" }
      default: continue
      }
    }
    return nil
  }
}

/// A piece of a cell; what it is decides how it looks: the partial `piece`.
struct ComparisonPiece: View {
  let context: SiteContext
  let content: ComparisonTable.Content
  let hasMore: Bool
  let isUncertain: Bool
  /// Whether it says whom an assessment is of, so that a municipality is one as a whole.
  let isOfAssessed: Bool

  static let view = ViewType<ComparisonPiece>(
    "comparison-piece",
    [
      .text("quote") { if case .verbatim(let text) = $0.content { text } else { nil } },
      .text("text") { $0.text },
      .html("textMark") { piece in if case .text = piece.content { piece.context.marks.document } else { nil } },
      .object("link") { $0.link },
      .text("year") { $0.year },
      .object("level") { piece in if case .level(let level) = piece.content { piece.context.level(level) } else { nil } },
      .object("date") { piece in if case .date(let date) = piece.content { piece.context.date(date) } else { nil } },
      .list("lines") { $0.lines },
      .text("observed") { piece in
        if case .observed(let tone) = piece.content { piece.context.strings.text(tone?.phrase ?? .toneUnstated) } else { nil }
      },
    ])

  private var text: String? {
    let strings = context.strings
    return switch content {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number): strings.numbers.text(number)
    case .share(let share): Figure.share(share, strings)
    case .days(let days, let isUncertain): isUncertain ? "\(days) (\(strings.text(.dateUncertain)))" : String(days)
    case .replyState(let state):
      context.sentence(of: state) + (isUncertain && state.isAnswered ? " (\(strings.text(.dateUncertain)))" : "")
    default: nil
    }
  }

  private var link: Link? {
    var link: Link
    switch content {
    case .municipality(let id): link = isOfAssessed ? context.link(.municipality(id)) : context.link(id)
    case .audit(let id):
      link = Link(name: context.archive[context.archive[id].municipality].shortName, address: context.address(id))
    case .board(let id): link = context.link(id)
    case .boardKind(let id): link = context.link(id)
    case .theme(let id): link = context.link(id)
    default: return nil
    }
    link.hasMore = hasMore
    return link
  }

  private var year: String? {
    guard case .audit(let id) = content else { return nil }
    return context.year(of: id)
  }

  private var lines: [ThemeLine] {
    let strings = context.strings
    switch content {
    case .recommendations(let ids, let isPrimary):
      return [
        ThemeLine(
          symbol: isPrimary ? "m1" : "m2", role: strings.text(isPrimary ? .themePrimary : .themeSecondary), count: nil,
          recommendations: ids.map(context.link))
      ]
    case .themed(let primary, let secondary):
      return [(primary, "m1", Phrase.themePrimary), (secondary, "m2", .themeSecondary)].filter { $0.0 > 0 }.map {
        ThemeLine(symbol: $0.1, role: strings.text($0.2), count: $0.0, recommendations: [])
      }
    default: return []
    }
  }

  /// Recommendations with one theme, as its primary or secondary one: which they are, or how many.
  struct ThemeLine: View {
    let symbol: String
    /// What the symbol means, for those who do not see it.
    let role: String
    let count: Int?
    let recommendations: [Link]

    static let view = ViewType<ThemeLine>(
      "theme-line",
      [
        .text("symbol") { $0.symbol },
        .text("role") { $0.role },
        .number("count") { $0.count },
        .list("recommendations") { $0.recommendations },
      ])
  }
}

extension ComparisonTable.Word {
  /// The phrase `column.` and the word's name; a test holds the two together.
  var phrase: Phrase { ComparisonTable.Word.phrases[self] ?? .fieldOther }

  private static let phrases: [Self: Phrase] = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { word in Phrase.named("column." + word.rawValue).map { (word, $0) } })

  /// What is said in a cell of the column that nothing is known of; nil where a dash does.
  fileprivate var nothing: Phrase? {
    switch self {
    case .level: .cellNoLevel
    case .quote: .cellNoQuote
    case .board: .cellNoBoard
    case .due: .cellNoDue
    case .replied: .cellNoReply
    default: nil
    }
  }
}
