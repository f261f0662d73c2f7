import AuditModel

/// The tables of open data, each with its columns. The columns' names and order stay; new ones are added at the end.
///
/// Drafts stand in none of them. What has an id is sorted by it, the rest by the document it stands in.
enum Tables {
  typealias Column = DataColumn

  static var municipalities: DataTable<ID<Municipality>> {
    DataTable(
      columns: [
        Column("id", .text) { id, context in .text(context.archive[id].id) },
        Column("name", .text) { id, context in .text(context.archive[id].name) },
        Column("code", .text) { id, context in .text(context.archive[id].code) },
        Column("county", .text) { id, context in DataValue(context.archive[id].county) },
        Column("audits", .number) { id, context in
          .number(context.archive.links.audits[id].count { !context.archive[$0].isDraft })
        },
        Column("recommendations", .number) { id, context in
          .number(
            context.archive.links.audits[id].reduce(0) {
              $0 + (context.archive[$1].isDraft ? 0 : context.insight.leaves(of: $1).count)
            })
        },
        Column("url", .page) { id, _ in .page(.municipality(id)) },
      ],
      rows: { context, row in
        for id in sorted(context.archive.municipalities, \.id) { row(id) }
      })
  }

  static var boards: DataTable<ID<Board>> {
    DataTable(
      columns: [
        Column("id", .text) { id, context in .text(context.archive[id].id) },
        Column("municipality", .text, of: .municipalities) { id, context in
          .text(context.archive[context.archive[id].municipality].id)
        },
        Column("name", .text) { id, context in .text(context.archive[id].name) },
        Column("kind", .text) { id, context in .text(context.archive[context.archive[id].kind].id) },
        Column("body", .word(BoardBody.self)) { id, context in .text(context.archive[id].body.rawValue) },
        Column("recommendations", .number) { id, context in .number(addressed(to: id, context).count) },
        Column("open", .number) { id, context in
          .number(addressed(to: id, context).count { !context.insight[$0].state.isClosed })
        },
        Column("url", .page) { id, _ in .page(.board(id, sheet: 1)) },
      ],
      rows: { context, row in
        for id in sorted(context.archive.boards, \.id) { row(id) }
      })
  }

  private static func addressed(to id: ID<Board>, _ context: SiteContext) -> [ID<Recommendation>] {
    ListEntries.board(id, in: context.insight).filter { !context.archive[context.archive[$0].audit].isDraft }
  }

  /// The ids of an array's elements in the order of their names; arrays mostly stand in it already.
  static func sorted<Element>(_ elements: [Element], _ name: (Element) -> String) -> [ID<Element>] {
    let names = elements.map(name)
    let ids = Archive.ids(elements)
    if zip(names, names.dropFirst()).allSatisfy({ $0.utf8.lexicographicallyPrecedes($1.utf8) }) { return ids }
    return ids.sorted { names[Int($0.index)].utf8.lexicographicallyPrecedes(names[Int($1.index)].utf8) }
  }
}
