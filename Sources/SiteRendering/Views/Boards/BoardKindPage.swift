import AuditModel
import Mustache

/// The same kind of board across municipalities.
struct BoardKindPage: PageView {
  let context: SiteContext
  let id: ID<BoardKind>
  let sheet: Int

  private var kind: BoardKind { archive[id] }
  private var boards: [ID<Board>] { Array(archive.links.boardsOfKind[id]) }
  private var all: [ID<Recommendation>] { context.lists[id] }

  var sitePage: SitePage { .boardKind(id, sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.kindTitle, ["name": .text(kind.name)]),
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
      .list("figures") { page in
        page.sheet == 1 ? Figure.figures(page.insight.keyFigures(of: .boardKind(page.id)), in: page.context) : []
      },
      .list("boards") { page in
        ListEntries.sheet(page.sheet, of: page.boards).map { KindRow(context: page.context, id: $0) }
      },
      .flag("hasBoards") { !ListEntries.sheet($0.sheet, of: $0.boards).isEmpty },
      .flag("showsBoards") { $0.sheet == 1 || !ListEntries.sheet($0.sheet, of: $0.boards).isEmpty },
      .flag("hasNoBoards") { $0.boards.isEmpty },
      .list("recommendations") { page in
        ListEntries.sheet(page.sheet, of: page.all)
          .map { RecommendationRow(context: page.context, id: $0, isAway: true, isAlone: true) }
      },
      .flag("hasRecommendations") { !ListEntries.sheet($0.sheet, of: $0.all).isEmpty },
      .flag("hasNoRecommendations") { $0.all.isEmpty },
      .object("pager") { page in
        let id = page.id
        return Pager.make(page.context, sheet: page.sheet, entries: max(page.all.count, page.boards.count)) {
          .boardKind(id, sheet: $0)
        }
      },
    ])

  /// A board among the others of its kind, in figures.
  struct KindRow: View {
    let context: SiteContext
    let id: ID<Board>
    private let leaves: [ID<Recommendation>]

    init(context: SiteContext, id: ID<Board>) {
      self.context = context
      self.id = id
      leaves = ListEntries.board(id, in: context.insight)
    }

    private var insight: Insight { context.insight }
    private var followedUp: Int { leaves.count { insight[$0].isFollowedUp } }

    static let view = ViewType<KindRow>(
      "kind-row",
      [
        .object("board") { $0.context.link($0.id) },
        .object("municipality") { $0.context.link($0.context.archive[$0.id].municipality) },
        .text("existed") { BoardRow.existed($0.context.archive[$0.id], $0.context.strings) },
        .number("recommendations") { $0.leaves.count },
        .number("open") { row in row.leaves.count { !row.insight[$0].state.isClosed } },
        .number("followedUp") { $0.followedUp },
        .number("done") { row in row.leaves.count { row.insight[$0].state == .done } },
        .text("owed") { BoardRow.owed($0.id, in: $0.context) },
      ])
  }

  private var answer: String {
    context.answer(ofKindWith: boards.count, recommendations: all.count)
  }
}

extension SiteContext {
  /// How many boards of a kind got how many recommendations.
  func answer(ofKindWith boards: Int, recommendations: Int) -> String {
    strings.text(boards == 0 ? .kindAnswerNone : .kindAnswer, ["boards": .number(boards), "n": .number(recommendations)])
  }
}
