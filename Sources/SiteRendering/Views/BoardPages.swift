import AuditModel
import Mustache

/// All boards, by kind; a municipality's own stand on its page.
struct BoardsPage: PageView {
  let context: SiteContext

  var chrome: Chrome {
    Chrome(
      context: context, page: .boards, title: strings.text(.menuBoards), name: strings.text(.menuBoards),
      description: strings.text(.boardsDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "boards",
    [
      .list("kinds") { page in
        Archive.ids(page.archive.boardKinds).map { KindGroup(context: page.context, id: $0) }
      }
    ])

  /// The boards of one kind.
  struct KindGroup: View {
    let context: SiteContext
    let id: ID<BoardKind>

    private static let limit = 40
    private var boards: [ID<Board>] { Array(context.archive.links.boardsOfKind[id]) }

    static let view = ViewType<KindGroup>(
      "kind-group",
      [
        .text("name") { $0.context.archive[$0.id].name },
        .text("anchor") { slug($0.context.archive[$0.id].id) },
        .link("address") { $0.context.address($0.id) },
        .list("boards") { group in group.boards.prefix(limit).map { BoardRow(context: group.context, id: $0) } },
        .flag("isCut") { $0.boards.count > limit },
      ])
  }
}

/// A board: what it still owes and by when, first; then all that was addressed to it and what it answered.
struct BoardPage: PageView {
  let context: SiteContext
  let id: ID<Board>
  let sheet: Int

  private var board: Board { archive[id] }
  private var municipality: Municipality { archive[board.municipality] }
  private var debts: [Debt] { insight.owed(by: id) }
  private var addressed: [ID<Recommendation>] { ListEntries.board(id, in: insight) }

  var chrome: Chrome {
    Chrome(
      context: context, page: .board(id, sheet: sheet), title: "\(board.name), \(municipality.name)", name: board.name,
      description: answer, trail: [.start(in: context), .municipality(board.municipality, in: context)])
  }

  static let view = page(
    "board",
    [
      .text("name") { $0.board.name },
      .object("municipality") { page in Link(name: page.municipality.name, address: page.context.address(page.board.municipality)) },
      .object("kind") { $0.context.link($0.board.kind) },
      .text("answer") { $0.answer },
      .text("existed") { BoardRow.existed($0.board, $0.strings) },
      .object("successor") { page in page.board.successor.map(page.context.link) },
      .list("predecessors") { page in page.archive.links.predecessors[page.id].map(page.context.link) },
      .flag("hasPredecessors") { !$0.archive.links.predecessors[$0.id].isEmpty },
      .flag("isFirst") { $0.sheet == 1 },
      .number("addressedCount") { $0.addressed.count },
      .number("measureCount") { $0.archive.links.measuresBy[$0.id].count },
      .number("replyCount") { $0.archive.links.repliesBy[$0.id].count },
      .flag("hasDebts") { !$0.debts.isEmpty },
      .list("debts") { page in page.debts.prefix(100).map { DebtView(context: page.context, debt: $0) } },
      .flag("mayLackDocuments") { $0.debts.contains { $0.isMissingFromCollection } },
      .list("figures") { Figure.figures($0.insight.keyFigures(of: .board($0.id)), in: $0.context) },
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
      .list("shared") { page in page.rows(page.archive.links.sharedBy[page.id]) },
      .flag("hasShared") { !$0.archive.links.sharedBy[$0.id].isEmpty },
      .list("concerning") { page in page.rows(page.archive.links.concerning[page.id]) },
      .flag("hasConcerning") { !$0.archive.links.concerning[$0.id].isEmpty },
      .list("assessedIn") { page in
        page.archive.links.assessedIn[page.id].prefix(50).flatMap { audit in
          page.archive[audit].assessments.filter { $0.of.contains(.board(page.id)) }
            .map { BoardAssessment(context: page.context, audit: audit, assessment: $0) }
        }
      },
      .flag("isAssessed") { !$0.archive.links.assessedIn[$0.id].isEmpty },
      .list("criticism") { page in
        page.archive.links.criticisedIn[page.id].flatMap { audit in
          page.archive[audit].criticism.filter { $0.against.contains(page.id) }
            .map { CriticismView(context: page.context, criticism: $0) }
        }
      },
      .flag("isCriticised") { !$0.archive.links.criticisedIn[$0.id].isEmpty },
      .list("timeline") { page in
        page.insight.timeline(of: page.id).suffix(50).map { EventView(context: page.context, event: $0, isAway: true) }
      },
      .flag("hasTimeline") { !$0.insight.timeline(of: $0.id).isEmpty },
      .list("mentions") { $0.context.mentions(of: .board($0.id)) },
      .flag("hasMentions") { page in page.archive.links.mentionedBy[.board(page.id)] != nil },
    ])

  private func rows(_ ids: some Sequence<ID<Recommendation>>) -> [RecommendationRow] {
    ids.prefix(SitePlan.sheetSize).map { RecommendationRow(context: context, id: $0, isAway: true, isAlone: true) }
  }

  private var answer: String {
    let debts = debts
    guard !debts.isEmpty else {
      return strings.text(addressed.isEmpty ? .boardAnswerNothing : .boardAnswerSettled, ["n": .number(addressed.count)])
    }
    let replies = debts.count { if case .reply = $0.kind { true } else { false } }
    let measures = debts.count { if case .measure = $0.kind { true } else { false } }
    let overdue = debts.count { $0.daysOverdue != nil }
    var sentences: [String] = []
    if measures > 0 { sentences.append(strings.text(.boardOwesMeasures, ["n": .number(measures)])) }
    if replies > 0 { sentences.append(strings.text(.boardOwesReplies, ["n": .number(replies)])) }
    if sentences.isEmpty { sentences.append(strings.text(.boardOwesRecommendations, ["n": .number(debts.count)])) }
    if overdue > 0 { sentences.append(strings.text(.boardOverdue, ["n": .number(overdue)])) }
    return sentences.joined(separator: " ")
  }
}

extension BoardRow {
  /// When a board existed, where that is known.
  static func existed(_ board: Board, _ strings: Strings) -> String? {
    switch (board.from, board.to) {
    case (nil, nil): nil
    case (let from?, nil): strings.text(.boardFrom, ["from": .text(strings.date(from))])
    case (nil, let to?): strings.text(.boardTo, ["to": .text(strings.date(to))])
    case (let from?, let to?): strings.text(.boardFromTo, ["from": .text(strings.date(from)), "to": .text(strings.date(to))])
    }
  }
}

/// An assessment of a board in the list on its page.
struct BoardAssessment: View {
  let context: SiteContext
  let audit: ID<Audit>
  let assessment: Assessment

  static let view = ViewType<BoardAssessment>(
    "board-assessment",
    [
      .object("audit") { Link(name: $0.context.shortName($0.audit) + ": " + $0.context.archive[$0.audit].title, address: $0.context.address($0.audit)) },
      .text("aspect") { $0.assessment.aspect },
      .text("quote") { $0.assessment.quote },
      .object("level") { view in view.assessment.level.map(view.context.level) },
    ])
}

/// Something that a board still owes: a row of the table on its page.
struct DebtView: View {
  let context: SiteContext
  let debt: Debt

  private var archive: Archive { context.archive }

  static let view = ViewType<DebtView>(
    "debt",
    [
      .object("due") { $0.context.date($0.debt.due) },
      .text("dueWords") { $0.dueWords },
      .object("subject") { $0.subject },
      .text("text") { $0.text },
      .object("chip") { $0.chip },
      .text("lateness") { view in
        view.debt.daysOverdue.map { view.context.strings.text(.measureOverdue, ["days": .number($0)]) }
      },
      .text("force") { $0.force },
      .object("audit") { view in Link(name: view.context.shortName(view.audit), address: view.context.address(view.audit)) },
    ])

  private var audit: ID<Audit> {
    switch debt.kind {
    case .reply(let id), .recommendation(let id): archive[id].audit
    case .measure(let id): archive[id].audit
    }
  }

  private var subject: Link {
    switch debt.kind {
    case .reply(let id), .recommendation(let id): context.link(id)
    case .measure(let id): context.link(id)
    }
  }

  private var text: String {
    switch debt.kind {
    case .reply(let id), .recommendation(let id): archive[id].text
    case .measure(let id): archive[id].text
    }
  }

  private var dueWords: String? {
    let strings = context.strings
    switch debt.kind {
    case .reply: return strings.text(.debtReplyDue)
    case .recommendation: return strings.text(.debtRecommendationDue)
    case .measure(let id): return archive[id].dueWording.map { "”" + $0 + "”" }
    }
  }

  private var force: String {
    let strings = context.strings
    return switch debt.kind {
    case .reply, .recommendation: strings.text(.forceRecommended)
    case .measure(let id): archive[id].force.map { strings.text($0.phrase) } ?? strings.text(.forceUnstated)
    }
  }

  private var chip: Chip {
    let strings = context.strings
    if debt.isMissingFromCollection {
      if case .reply = debt.kind { return Chip(symbol: "notin", name: strings.text(.debtNoReplyHere)) }
      return Chip(symbol: "notin", name: strings.text(.measureNotInCollection))
    }
    switch debt.kind {
    case .reply(let id), .recommendation(let id): return context.chip(context.insight[id].state)
    case .measure(let id):
      if let progress = context.insight[id].progress { return context.chip(progress) }
      if debt.daysOverdue != nil { return Chip(symbol: "overdue", name: strings.text(.debtOverdue)) }
      return Chip(symbol: "awaiting", name: strings.text(debt.due == nil ? .measureNoReport : .measureNotDue))
    }
  }
}

/// The same kind of board across municipalities.
struct BoardKindPage: PageView {
  let context: SiteContext
  let id: ID<BoardKind>
  let sheet: Int

  private var kind: BoardKind { archive[id] }
  private var boards: [ID<Board>] { Array(archive.links.boardsOfKind[id]) }
  private var all: [ID<Recommendation>] { ListEntries.boardKind(id, in: insight) }

  var chrome: Chrome {
    Chrome(
      context: context, page: .boardKind(id, sheet: sheet), title: strings.text(.kindTitle, ["name": .text(kind.name)]),
      name: kind.name, description: kind.description ?? answer,
      trail: [.start(in: context), TrailStep(name: strings.text(.menuBoards), address: context.address(.boards))])
  }

  static let view = page(
    "board-kind",
    [
      .text("name") { $0.kind.name },
      .text("description") { $0.kind.description },
      .text("answer") { $0.answer },
      .flag("isFirst") { $0.sheet == 1 },
      .list("figures") { Figure.figures($0.insight.keyFigures(of: .boardKind($0.id)), in: $0.context) },
      .list("boards") { page in page.boards.prefix(400).map { BoardRow(context: page.context, id: $0) } },
      .list("recommendations") { page in
        ListEntries.sheet(page.sheet, of: page.all)
          .map { RecommendationRow(context: page.context, id: $0, isAway: true, isAlone: true) }
      },
      .flag("hasRecommendations") { !$0.all.isEmpty },
      .object("pager") { page in
        let id = page.id
        return Pager.make(page.context, sheet: page.sheet, entries: page.all.count) { .boardKind(id, sheet: $0) }
      },
    ])

  private var answer: String {
    strings.text(.kindAnswer, ["boards": .number(boards.count), "n": .number(all.count)])
  }
}
