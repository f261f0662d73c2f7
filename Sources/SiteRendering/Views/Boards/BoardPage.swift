import AuditModel
import Mustache

/// A board: what it still owes and by when, first; then all that was addressed to it and what it answered.
struct BoardPage: PageView {
  let context: SiteContext
  let id: ID<Board>
  let sheet: Int
  /// What the first sheet tells of what is still to be done; nothing on the others.
  private let debts: [Debt]
  private let events: [Event]
  private let assessments: [BoardAssessment]
  private let addressed: [ID<Recommendation>]

  init(context: SiteContext, id: ID<Board>, sheet: Int) {
    self.context = context
    self.id = id
    self.sheet = sheet
    debts = context.insight.owed(by: id)
    events = sheet == 1 ? context.insight.timeline(of: id) : []
    addressed = ListEntries.board(id, in: context.insight)
    assessments = sheet == 1 ? BoardAssessment.all(of: id, in: context) : []
  }

  /// As many entries as a list shows that is not the page's main one.
  private static let limit = 20
  private static let assessmentLimit = 50

  private var board: Board { archive[id] }
  private var municipality: Municipality { archive[board.municipality] }
  private var measures: ArraySlice<ID<Measure>> { archive.links.measuresBy[id] }
  /// Measures that are closed or reported as done; the others are debts.
  private var settled: [ID<Measure>] { sheet == 1 ? measures.filter { !insight[$0].isOpen } : [] }

  var sitePage: SitePage { .board(id, sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: "\(board.name), \(municipality.name)", name: board.name,
      description: answer, trail: [.start(in: context), .municipality(board.municipality, in: context)])
  }

  static let view = page(
    "board",
    [
      .text("name") { $0.board.name },
      .object("municipality") { page in Link(name: page.municipality.name, address: page.context.address(page.board.municipality))
      },
      .object("kind") { $0.context.link($0.board.kind) },
      .text("body") { $0.strings.text($0.board.body.phrase) },
      .text("answer") { $0.answer },
      .text("existed") { BoardRow.existed($0.board, $0.strings) },
      .object("successor") { page in page.board.successor.map(page.context.link) },
      .list("predecessors") { page in page.archive.links.predecessors[page.id].row(page.context.link) },
      .flag("hasPredecessors") { !$0.archive.links.predecessors[$0.id].isEmpty },
      .flag("isFirst") { $0.sheet == 1 },
      .number("addressedCount") { $0.addressed.count },
      .number("measureCount") { $0.archive.links.measuresBy[$0.id].count },
      .number("replyCount") { $0.archive.links.repliesBy[$0.id].count },
      .text("cited") { page in
        let count = page.archive.links.citedIn[page.id].count
        return count == 0 ? nil : page.strings.text(.boardCited, ["n": .number(count)])
      },
      .text("aliases") { $0.board.aliases.isEmpty ? nil : $0.board.aliases.joined(separator: ", ") },
      .flag("hasDebts") { !$0.debts.isEmpty },
      .list("debts") { page in
        page.sheet == 1 ? page.debts.prefix(limit).map { DebtView(context: page.context, debt: $0) } : []
      },
      .text("otherDebts") { page in
        page.context.more(of: page.debts.count, than: limit)
      },
      .flag("mayLackDocuments") { $0.debts.contains { $0.isMissingFromCollection } },
      .flag("isMissingAnything") { $0.debts.isEmpty && $0.mayLack },
      .list("figures") { page in
        page.sheet == 1 ? Figure.figures(page.insight.keyFigures(of: .board(page.id)), in: page.context) : []
      },
      .text("addressedSummary") { $0.strings.text(.countRecommendations, ["n": .number($0.addressed.count)]) },
      .flag("hasFigures") { !$0.addressed.isEmpty },
      .list("recommendations") { page in
        ListEntries.sheet(page.sheet, of: page.addressed)
          .map { RecommendationRow(context: page.context, id: $0, isAway: true, isAlone: true) }
      },
      .flag("hasRecommendations") { !$0.addressed.isEmpty },
      .object("pager") { page in
        let id = page.id
        return Pager.make(page.context, sheet: page.sheet, entries: page.addressed.count) { .board(id, sheet: $0) }
      },
      .flag("hasSettled") { !$0.settled.isEmpty },
      .list("settled") { page in page.settled.prefix(limit).map { BoardMeasure(context: page.context, id: $0) } },
      .text("otherSettled") { page in
        page.context.more(of: page.settled.count, than: limit)
      },
      .link("measuresData") { _ in "data/measures.csv" },
      .list("shared") { page in page.rows(page.archive.links.sharedBy[page.id]) },
      .text("otherShared") { $0.otherRows($0.archive.links.sharedBy[$0.id]) },
      .flag("hasShared") { !$0.archive.links.sharedBy[$0.id].isEmpty },
      .list("concerning") { page in page.rows(page.archive.links.concerning[page.id]) },
      .text("otherConcerning") { $0.otherRows($0.archive.links.concerning[$0.id]) },
      .flag("hasConcerning") { !$0.archive.links.concerning[$0.id].isEmpty },
      .list("assessedIn") { page in Array(page.assessments.prefix(assessmentLimit)) },
      .text("otherAssessed") { page in page.context.more(of: page.assessments.count, than: assessmentLimit) },
      .flag("isAssessed") { !$0.archive.links.assessedIn[$0.id].isEmpty },
      .list("criticism") { page in
        page.archive.links.criticisedIn[page.id].flatMap { audit in
          page.archive[audit].criticism.filter { $0.against.contains(page.id) }
            .map { CriticismView(context: page.context, criticism: $0) }
        }
      },
      .flag("isCriticised") { !$0.archive.links.criticisedIn[$0.id].isEmpty },
      .list("timeline") { page in
        page.events.suffix(EventView.limit).map { EventView(context: page.context, event: $0, isAway: true) }
      },
      .flag("hasTimeline") { !$0.events.isEmpty },
      .flag("isTimelineCut") { $0.events.count > EventView.limit },
      .list("mentions") { $0.context.mentions(of: .board($0.id)) },
      .flag("hasMentions") { page in page.archive.links.mentionedBy[.board(page.id)] != nil },
    ])

  private func rows(_ ids: some Sequence<ID<Recommendation>>) -> [RecommendationRow] {
    ids.prefix(SitePlan.sheetSize).map { RecommendationRow(context: context, id: $0, isAway: true, isAlone: true) }
  }

  private func otherRows(_ ids: some Collection<ID<Recommendation>>) -> String? {
    context.more(of: ids.count, than: SitePlan.sheetSize)
  }

  /// Whether an audit that concerns the board may have replies that are not here.
  private var mayLack: Bool {
    addressed.contains { archive[archive[$0].audit].replies == .incomplete }
      || measures.contains { archive[archive[$0].audit].replies == .incomplete }
  }

  /// What the board still owes, in sentences: measures first, then replies, then dates of recommendations; of each what is
  /// overdue, what may have been settled in documents that are not here, and what has time left.
  private var answer: String {
    guard !debts.isEmpty else {
      if addressed.isEmpty && measures.isEmpty { return strings.text(.boardAnswerNothing, ["board": .text(board.name)]) }
      return strings.text(mayLack ? .boardAnswerSettledHere : .boardAnswerSettled, ["board": .text(board.name)])
    }
    func sentences(
      _ overdue: Phrase, _ missing: Phrase, _ left: Phrase, _ isOf: (Debt.Kind) -> Bool
    ) -> [String] {
      let own = debts.filter { isOf($0.kind) }
      let late = own.count { $0.daysOverdue != nil }
      let gone = own.count { $0.isMissingFromCollection }
      return [(overdue, late), (missing, gone), (left, own.count - late - gone)].filter { $0.1 > 0 }
        .map { strings.text($0.0, ["n": .number($0.1), "board": .text(board.name)]) }
    }
    let measures = sentences(.boardMeasuresOverdue, .boardMeasuresMissing, .boardMeasuresLeft) {
      if case .measure = $0 { true } else { false }
    }
    let replies = sentences(.boardRepliesOverdue, .boardRepliesMissing, .boardRepliesLeft) {
      if case .reply = $0 { true } else { false }
    }
    let recommendations = sentences(.boardDatesOverdue, .boardDatesMissing, .boardDatesLeft) {
      if case .recommendation = $0 { true } else { false }
    }
    return (measures + replies + recommendations).joined(separator: " ")
  }
}

extension BoardBody {
  var phrase: Phrase {
    switch self {
    case .board: .bodyBoard
    case .executive: .bodyExecutive
    case .company: .bodyCompany
    case .committee: .bodyCommittee
    case .council: .bodyCouncil
    case .whole: .bodyWhole
    }
  }
}

/// A measure laid on a board, with the audit that it came of.
struct BoardMeasure: View {
  let context: SiteContext
  let id: ID<Measure>

  private var measure: Measure { context.archive[id] }

  static let view = ViewType<BoardMeasure>(
    "board-measure",
    [
      .object("row") { MeasureRow(context: $0.context, id: $0.id) },
      .object("audit") { Link(name: $0.context.shortName($0.measure.audit), address: $0.context.address($0.measure.audit)) },
      .object("reply") { $0.context.link($0.measure.reply) },
    ])
}

/// An assessment of a board in the list on its page.
struct BoardAssessment: View {
  let context: SiteContext
  let audit: ID<Audit>
  let assessment: Assessment

  static func all(of board: ID<Board>, in context: SiteContext) -> [BoardAssessment] {
    context.archive.links.assessedIn[board].flatMap { audit in
      context.archive[audit].assessments.filter { $0.of.contains(.board(board)) }
        .map { BoardAssessment(context: context, audit: audit, assessment: $0) }
    }
  }

  static let view = ViewType<BoardAssessment>(
    "board-assessment",
    [
      .object("audit") { $0.context.fullLink($0.audit) },
      .text("aspect") { $0.assessment.aspect },
      .text("quote") { $0.assessment.quote },
      .object("level") { view in view.assessment.level.map(view.context.level) },
    ])
}
