import AuditModel
import Mustache

/// A board in a list, with what it was asked for: the partial `board-row`.
struct BoardRow: View {
  let context: SiteContext
  let id: ID<Board>

  private var board: Board { context.archive[id] }

  static let view = ViewType<BoardRow>(
    "board-row",
    [
      .text("name") { $0.board.name },
      .link("address") { $0.context.address($0.id) },
      .text("place") { $0.context.archive[$0.board.municipality].shortName },
      .object("kind") { $0.context.link($0.board.kind) },
      .text("addressed") { row in
        let count = ListEntries.board(row.id, in: row.context.insight).count
        return row.context.strings.text(.countRecommendations, ["n": .number(count)])
      },
      .text("owed") { BoardRow.owed($0.id, in: $0.context) },
      .text("existed") { BoardRow.existed($0.board, $0.context.strings) },
    ])

  /// When a board existed, where that is known.
  static func existed(_ board: Board, _ strings: Strings) -> String? {
    switch (board.from, board.to) {
    case (nil, nil): nil
    case (let from?, nil): strings.text(.boardFrom, ["from": .text(strings.date(from))])
    case (nil, let to?): strings.text(.boardTo, ["to": .text(strings.date(to))])
    case (let from?, let to?): strings.text(.boardFromTo, ["from": .text(strings.date(from)), "to": .text(strings.date(to))])
    }
  }

  /// How much a board still owes; nil where that is nothing. What may all have been settled in documents that are not here is not
  /// said to be left.
  static func owed(_ id: ID<Board>, in context: SiteContext) -> String? {
    let debts = context.insight.owed(by: id)
    guard !debts.isEmpty else { return nil }
    let mayBeSettled = debts.allSatisfy(\.isMissingFromCollection)
    return context.strings.text(mayBeSettled ? .countMissing : .countOwed, ["n": .number(debts.count)])
  }

  fileprivate var sortKey: [UInt8] { swedishOrder(board.name) }
}

extension [BoardRow] {
  var sortedByName: [BoardRow] {
    map { ($0.sortKey, $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}
