extension Insight {
  /// As many kinds of boards in municipalities as a page shows one by one.
  private static let pairLimit = 200

  /// The same kind of board across municipalities: a row a kind and municipality; a row a kind where there are too many.
  func boardKinds(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    // Each recommendation counts once for each kind it is addressed to.
    var leavesByPair: [Pair: [ID<Recommendation>]] = [:]
    var boardsByPair: [Pair: Set<ID<Board>>] = [:]
    for audit in audits {
      for leaf in leaves(of: audit) {
        for board in archive[leaf].to {
          let pair = Pair(kind: archive[board].kind, municipality: archive[audit].municipality)
          if leavesByPair[pair]?.last != leaf { leavesByPair[pair, default: []].append(leaf) }
          boardsByPair[pair, default: []].insert(board)
        }
      }
    }
    let pairs = leavesByPair.keys.sorted()
    let isSummed = pairs.count > Insight.pairLimit
    var columns: [ComparisonTable.Column] = [.init("kind", .word(.kind))]
    if !isSummed { columns.append(.init("municipality", .word(.municipality))) }
    columns += [
      .init("boards", .word(.boards)), .init("recommendations", .word(.recommendations), .number),
      .init("open", .word(.open), .number), .init("followed_up", .word(.followedUp), .number),
      .init("done", .word(.done), .number),
    ]
    if isSummed { columns[1].type = .number }
    var table = table(id, columns)
    func figures(_ leaves: [ID<Recommendation>]) -> [ComparisonTable.Cell] {
      let followedUp = leaves.count { self[$0].isFollowedUp }
      return [
        .init(.count(leaves.count)), .init(.count(leaves.count { !self[$0].state.isClosed })),
        .init(.share(Share(count: followedUp, of: leaves.count))),
        .init(.share(Share(count: leaves.count { self[$0].state == .done }, of: followedUp))),
      ]
    }
    if isSummed {
      var rest = pairs[...]
      while let kind = rest.first?.kind {
        let own = rest.prefix { $0.kind == kind }
        rest = rest.dropFirst(own.count)
        let boards = own.reduce(0) { $0 + (boardsByPair[$1]?.count ?? 0) }
        table.rows.append([.init(.boardKind(kind)), .init(.count(boards))] + figures(own.flatMap { leavesByPair[$0] ?? [] }))
      }
    } else {
      for pair in pairs {
        let boards = (boardsByPair[pair] ?? []).sorted().map { ComparisonTable.Content.board($0) }
        table.rows.append(
          [.init(.boardKind(pair.kind)), .init(.municipality(pair.municipality)), .init(boards)]
            + figures(leavesByPair[pair] ?? []))
      }
    }
    return table
  }

  private struct Pair: Hashable, Comparable {
    let kind: ID<BoardKind>
    let municipality: ID<Municipality>

    static func < (a: Pair, b: Pair) -> Bool { (a.kind, a.municipality) < (b.kind, b.municipality) }
  }
}
