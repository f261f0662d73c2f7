/// A part of the archive that figures are made of.
public enum Scope: Sendable, Hashable {
  case all
  case municipality(ID<Municipality>)
  case audit(ID<Audit>)
  case board(ID<Board>)
  case boardKind(ID<BoardKind>)
  case topic(ID<Topic>)
  case theme(ID<Theme>)
  case auditor(String)
}

/// What figures are counted from.
struct Counted {
  var audits: [ID<Audit>]
  var leaves: [ID<Recommendation>]
  var expectations: [ReplyExpectation]
  var replies: Int
  var followUps: Int
  /// Where only some boards count: which.
  var boards: Set<ID<Board>>?
}

extension Insight {
  /// The figures of a part of the archive. Linear in the size of that part.
  public func keyFigures(of scope: Scope) -> KeyFigures { figures(counted(in: scope)) }

  private func counted(in scope: Scope) -> Counted {
    let links = archive.links
    switch scope {
    case .all: return counted(Archive.ids(archive.audits))
    case .municipality(let id): return counted(Array(links.audits[id]))
    case .audit(let id): return counted([id])
    case .topic(let id): return counted(Array(links.auditsOnTopic[id]))
    case .auditor(let name): return counted(audits(by: name))
    case .board(let id): return counted(boards: [id])
    case .boardKind(let id): return counted(boards: Array(links.boardsOfKind[id]))
    case .theme(let id): return counted(theme: id)
    }
  }

  func counted(_ all: [ID<Audit>]) -> Counted {
    let audits = all.filter { !archive[$0].isDraft }
    return Counted(
      audits: audits, leaves: audits.flatMap { leaves(of: $0) }, expectations: audits.flatMap { expectations(of: $0) },
      replies: audits.reduce(0) { $0 + archive.links.replies[$1].count },
      followUps: audits.reduce(0) { $0 + archive.links.followUps[$1].count })
  }

  private func counted(boards: [ID<Board>]) -> Counted {
    let links = archive.links
    let own = Set(boards)
    var audits: Set<ID<Audit>> = []
    var replies: Set<ID<Reply>> = []
    for board in boards {
      audits.formUnion(links.addressed[board].map { archive[$0].audit })
      audits.formUnion(links.askedBy[board])
      audits.formUnion(links.assessedIn[board])
      audits.formUnion(links.repliesBy[board].map { archive[$0].audit })
      replies.formUnion(links.repliesBy[board])
    }
    let counted = audits.filter { !archive[$0].isDraft }.sorted()
    let leaves = countedLeaves(boards.count == 1 ? Array(links.addressed[boards[0]]) : union(boards.map { links.addressed[$0] }))
    let expectations = counted.flatMap { self.expectations(of: $0) }.filter { $0.board.map(own.contains) ?? false }
    return Counted(
      audits: counted, leaves: leaves, expectations: expectations,
      replies: replies.count { !archive[archive[$0].audit].isDraft }, followUps: followUps(of: leaves), boards: own)
  }

  private func counted(theme: ID<Theme>) -> Counted {
    let leaves = countedLeaves(Array(archive.links.recommendationsOnTheme[theme]))
    var audits: [ID<Audit>] = []
    for leaf in leaves where audits.last != archive[leaf].audit { audits.append(archive[leaf].audit) }
    // Boards count where something on the theme is addressed to them.
    var addressed: Set<Addressee> = []
    var replies: Set<ID<Reply>> = []
    for leaf in leaves {
      for board in archive[leaf].to { addressed.insert(Addressee(audit: archive[leaf].audit, board: board)) }
      for answer in self[leaf].answers { replies.insert(archive[answer].reply) }
    }
    let expectations = audits.flatMap { self.expectations(of: $0) }.filter { expectation in
      expectation.board.map { addressed.contains(Addressee(audit: expectation.audit, board: $0)) } ?? true
    }
    return Counted(
      audits: audits, leaves: leaves, expectations: expectations, replies: replies.count, followUps: followUps(of: leaves))
  }

  private struct Addressee: Hashable {
    let audit: ID<Audit>
    let board: ID<Board>
  }

  private func union(_ lists: [ArraySlice<ID<Recommendation>>]) -> [ID<Recommendation>] {
    var all: Set<ID<Recommendation>> = []
    for list in lists { all.formUnion(list) }
    return all.sorted()
  }

  private func countedLeaves(_ recommendations: [ID<Recommendation>]) -> [ID<Recommendation>] {
    recommendations.filter { archive[$0].isCounted && !archive[archive[$0].audit].isDraft }
  }

  private func followUps(of leaves: [ID<Recommendation>]) -> Int {
    var followUps: Set<ID<FollowUp>> = []
    for leaf in leaves {
      for finding in self[leaf].claims + self[leaf].verdicts { followUps.insert(archive[finding].followUp) }
    }
    return followUps.count
  }
}
