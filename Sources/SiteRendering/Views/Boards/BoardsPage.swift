import AuditModel
import Mustache

/// All boards, by municipality; kinds of boards, which are compared across municipalities.
struct BoardsPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .boards }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.menuBoards),
      description: strings.text(.boardsDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "boards",
    [
      .list("kinds") { page in
        Archive.ids(page.archive.boardKinds).map { id in
          let boards = page.archive.links.boardsOfKind[id].count
          let n = page.context.lists[id].count
          return NamedEntry(
            name: page.archive[id].name, address: page.context.address(id), description: page.archive[id].description,
            count: page.context.answer(ofKindWith: boards, recommendations: n))
        }
      },
      .flag("isBrief") { $0.isBrief },
      .list("municipalities") { page in
        page.isBrief ? [] : Archive.ids(page.archive.municipalities).map { MunicipalityGroup(context: page.context, id: $0) }
      },
      .list("places") { page in
        page.isBrief ? Archive.ids(page.archive.municipalities).map { MunicipalityGroup(context: page.context, id: $0) } : []
      },
    ])

  /// As many boards as one page shows; of more, the municipalities' pages do.
  private static let limit = 60

  private var isBrief: Bool { archive.boards.count > BoardsPage.limit }

  /// The boards of one municipality.
  struct MunicipalityGroup: View {
    let context: SiteContext
    let id: ID<Municipality>

    static let view = ViewType<MunicipalityGroup>(
      "municipality-boards",
      [
        .text("name") { $0.context.archive[$0.id].name },
        .text("anchor") { "kommun-" + slug($0.context.archive[$0.id].id) },
        .link("address") { $0.context.address($0.id) },
        .link("boardsAddress") { Address(path: $0.context.address($0.id)).fragment("namnder") },
        .list("boards") { group in
          group.context.archive[group.id].boards.map { BoardRow(context: group.context, id: $0) }.sortedByName
        },
      ])
  }
}
