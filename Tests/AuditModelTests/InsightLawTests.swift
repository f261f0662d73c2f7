import AuditModel
import Testing

/// What holds of every archive and every day, tried on some thousand made up by rote.
@Suite struct InsightLawTests {
  /// Numbers in an order that looks like none but is always the same.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
  }

  private static let dates: [String?] = [
    nil, "2021", "2021-04", "2021-04-16", "2022-11-28?", "2022~", "2023-12-31", "2023", "2024-02-12", "2025-10", "2025-10-09",
    "2027",
  ]

  private func archive(_ seed: Int, _ replies: Completeness) -> Exempelby {
    var dice = Dice(state: UInt64(seed))
    var town = Exempelby(replies)
    let boards = ["ks", "fn", "gn"]
    for number in 0...dice.roll(3) {
      let due = dice.pick(Self.dates)
      town.audit(
        "a\(number)", date: dice.pick(Self.dates), topics: ["skola"], asksBy: due,
        from: dice.roll(2) == 0 ? nil : Array(boards.prefix(1 + dice.roll(3))), asks: dice.roll(4) > 0 ? true : nil)
      town.recommend("R1", to: [dice.pick(boards)], themes: ["plan"], due: dice.pick(Self.dates))
      town.recommend("R1a", to: [dice.pick(boards)], themes: ["plan", "roller"], under: "R1")
      town.recommend("R1b", to: boards, themes: ["roller"], under: "R1")
      town.recommend("R2", to: [], repeats: number > 0 ? [("a\(number - 1)/R2", .strong)] : [])
      for _ in 0..<dice.roll(3) {
        town.reply(
          by: [dice.pick(boards)], date: dice.pick(Self.dates),
          [dice.pick(["R1", "R1a", "R1b", "R2"]): dice.pick(Stance.allCases)], cites: [(dice.pick(boards), "2021-03-23")])
        town.measure(
          "M\(dice.roll(100))", for: [dice.pick(["R1", "R1a", "R2"])], by: [dice.pick(boards)], due: dice.pick(Self.dates))
      }
      for _ in 0..<dice.roll(4) {
        let target = dice.pick(["R1", "R1a", "R1b", "R2"])
        let status = dice.pick(FindingStatus.allCases)
        if dice.roll(2) == 0 {
          town.verdict(dice.pick(Self.dates), [target: status])
        } else {
          town.claim(dice.pick(Self.dates), by: [dice.pick(boards)], [target: status])
        }
      }
      if dice.roll(3) == 0 { town.move([dice.pick(["R1", "R2"])], to: "2026-06-30", on: "2024-02-12") }
    }
    return town
  }

  private func forEach(_ completeness: Completeness, _ body: (Insight, Exempelby) -> Void) {
    for seed in 0..<120 {
      let town = archive(seed, completeness)
      for asOf in ["2021-01-01", "2023-12-31", "2026-11-21"] { body(town.insight(asOf), town) }
    }
  }

  @Test func anIncompleteCollectionIsNeverOverdueAnywhere() {
    forEach(.incomplete) { insight, _ in
      for recommendation in Archive.ids(insight.archive.recommendations) {
        #expect(insight[recommendation].state != .replyOverdue)
        #expect(!insight[recommendation].flags.contains(.neverFollowedUp))
      }
      #expect(insight.expectations.allSatisfy { $0.state.name != "overdue" })
      #expect(Archive.ids(insight.archive.measures).allSatisfy { insight[$0].daysOverdue == nil })
      for board in Archive.ids(insight.archive.boards) {
        #expect(insight.owed(by: board).allSatisfy { $0.daysOverdue == nil })
      }
    }
  }

  @Test func aCompleteCollectionMissesNothing() {
    forEach(.complete) { insight, _ in
      #expect(Archive.ids(insight.archive.recommendations).allSatisfy { insight[$0].state != .notInCollection })
      #expect(insight.expectations.allSatisfy { $0.state != .notInCollection })
      for board in Archive.ids(insight.archive.boards) {
        #expect(insight.owed(by: board).allSatisfy { !$0.isMissingFromCollection })
      }
    }
  }

  @Test func onlyAuditorsFindAnythingDone() {
    forEach(.complete) { insight, _ in
      for id in Archive.ids(insight.archive.recommendations) where insight.archive[id].isCounted {
        let standing = insight[id]
        if standing.state == .done || standing.state == .partlyDone { #expect(standing.verdict != nil) }
        if standing.state == .reportedDone { #expect(standing.claim != nil) }
      }
    }
  }

  @Test func statesAndSlicesAddUpToTheRecommendations() {
    forEach(.complete) { insight, town in
      let scopes: [Scope] = [.all, .municipality(ID(0)), .board(ID(0)), .topic(ID(0)), .theme(ID(0)), .audit(ID(0))]
      for scope in scopes {
        let figures = insight.keyFigures(of: scope)
        #expect(figures.states.reduce(0) { $0 + $1.count } == figures.recommendations)
        #expect(figures.done.of + figures.onlyCounted + figures.neverFollowedUp.count == figures.recommendations)
        #expect(figures.done.count == figures.count(.done))
        #expect(figures.confirmed.of <= figures.claimed)
        #expect(figures.verificationGap >= 0)
        #expect(figures.open <= figures.recommendations)
      }
    }
  }

  /// Whether dates never run backwards, but for the audit, which stands before all that can have come of it.
  private func isInOrder(_ timeline: [Event], from first: Day?) -> Bool {
    let isAudit = timeline.map { $0.kind == .audited }
    guard isAudit.count(where: { $0 }) == 1, let place = isAudit.firstIndex(of: true) else { return false }
    let days = (timeline[..<place] + timeline[(place + 1)...]).map { $0.date?.lastDay }
    let isSorted = zip(days, days.dropFirst()).allSatisfy { a, b in
      switch (a, b) {
      case (let a?, let b?): a <= b
      case (_?, nil): first.map { day in a.map { $0 < day } ?? false } ?? false
      case (nil, _): true
      }
    }
    guard let first else { return isSorted }
    return isSorted && timeline[place...].allSatisfy { $0.date.map { $0.lastDay >= first } ?? true }
  }

  @Test func eventsOfATimelineStandInOrderAfterTheAudit() {
    forEach(.complete) { insight, _ in
      for id in Archive.ids(insight.archive.audits) {
        #expect(isInOrder(insight.timeline(of: id), from: insight.archive[id].date?.firstDay))
      }
    }
  }

  @Test func whatIsOwedStandsByDeadlineAndWhatHasNoneLast() {
    forEach(.complete) { insight, _ in
      for board in Archive.ids(insight.archive.boards) {
        let dues = insight.owed(by: board).map { $0.due?.lastDay.number ?? .max }
        #expect(dues == dues.sorted())
      }
    }
  }

  @Test func theSameArchiveAndDayGiveTheSame() {
    forEach(.complete) { insight, town in
      let again = compare(town.archive, asOf: insight.asOf)
      #expect(insight.keyFigures(of: .all) == again.keyFigures(of: .all))
      #expect(insight.comparisons == again.comparisons)
      for id in insight.comparisons { #expect(insight.comparison(id) == again.comparison(id)) }
      #expect(insight.timeline(of: ID<Municipality>(0)) == again.timeline(of: ID<Municipality>(0)))
    }
  }
}
