import Testing

@testable import AuditModel

@Suite struct KeyFigureTests {
  /// The audit of the built-in example: of nine recommendations seven are said to be done and three were found to be.
  private func nine() -> Exempelby {
    var town = Exempelby()
    town.audit(date: "2022-09-15", asksBy: "2022-12-01", from: ["fn", "gn"])
    for number in 1...9 { town.recommend("R\(number)", to: number == 1 ? ["fn", "gn"] : ["fn"], themes: ["plan"]) }
    town.reply(by: ["fn"], date: "2022-12-11", ["R1": .accepts, "R2": .accepts, "R3": .refers])
    town.claim(
      "2025-01-27",
      [
        "R1": .implemented, "R2": .implemented, "R3": .implemented, "R4": .implemented, "R5": .implemented, "R6": .implemented,
        "R7": .implemented, "R8": .inProgress,
      ])
    town.verdict("2025-10-09", ["R1": .implemented, "R2": .implemented, "R3": .implemented, "R4": .partly, "R5": .largely])
    return town
  }

  @Test func recommendationsAreCountedOnceAndTrackingUnitsForEachBoard() {
    var town = nine()
    let figures = town.insight().keyFigures(of: .all)
    #expect(figures.recommendations == 9)
    #expect(figures.trackingUnits == 10)
    let board = town.insight().keyFigures(of: .board(town.board("gn")))
    #expect(board.recommendations == 1)
    #expect(board.trackingUnits == 1)
    town.recommend("R10", to: [])
    #expect(town.insight().keyFigures(of: .all).trackingUnits == 10)
  }

  @Test func statesAreCountedInTheirOrder() {
    let figures = nine().insight().keyFigures(of: .all)
    #expect(figures.states.map(\.state) == [.replyOverdue, .underWay, .reportedDone, .partlyDone, .done])
    #expect(figures.states.map(\.count) == [1, 1, 2, 2, 3])
    #expect(figures.count(.done) == 3 && figures.count(.remaining) == 0)
    #expect(figures.states.reduce(0) { $0 + $1.count } == figures.recommendations)
  }

  @Test func theVerificationGapIsWhatIsClaimedAndNotConfirmed() {
    let figures = nine().insight().keyFigures(of: .all)
    #expect(figures.claimed == 7)
    #expect(figures.confirmed == Share(count: 3, of: 5))
    #expect(figures.verificationGap == 4)
  }

  @Test func aVerdictFromBeforeTheClaimHasNotLookedAtIt() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1")
    town.verdict("2023", ["R1": .remaining])
    town.claim("2024", ["R1": .implemented])
    let figures = town.insight().keyFigures(of: .all)
    #expect(figures.claimed == 1)
    #expect(figures.confirmed == Share(count: 0, of: 0))
  }

  @Test func whatNobodyFollowedUpIsASliceOfItsOwn() {
    let figures = nine().insight().keyFigures(of: .all)
    #expect(figures.done == Share(count: 3, of: 8))
    #expect(figures.neverFollowedUp == Share(count: 1, of: 9))
    #expect(figures.noFollowUpInCollection == 0)
    #expect(figures.covered == Share(count: 3, of: 9))
    var town = Exempelby(.incomplete)
    town.audit()
    town.recommend("R1")
    town.recommend("R2")
    town.claim("2024", ["R2": .planned])
    let incomplete = town.insight().keyFigures(of: .all)
    #expect(incomplete.neverFollowedUp == Share(count: 1, of: 2))
    #expect(incomplete.noFollowUpInCollection == 1)
  }

  @Test func replyTimesAreCountedBoardByBoardAndMissingOnesApart() {
    let times = nine().insight().keyFigures(of: .all).replyTimes
    #expect(times.n == 1)
    #expect(times.medianDaysLate == 10)
    #expect(times.late == 1 && times.inTime == 0 && times.overdue == 1)
    #expect(times.awaited == 0 && times.notInCollection == 0 && times.uncertain == 0)
  }

  @Test func theAgeOfOpenOnesIsCountedFromTheAuditAndNeverBelowZero() {
    var town = Exempelby()
    town.audit("a", date: "2026-11-01")
    town.recommend("R1")
    town.audit("b", date: "2026")
    town.recommend("R1")
    town.audit("c", date: nil)
    town.recommend("R1")
    let figures = town.insight().keyFigures(of: .all)
    #expect(figures.open == 3)
    #expect(figures.openWithDate == 2)
    #expect(figures.medianAgeOfOpen == 10)
  }

  @Test func theTimeToDoneCountsOpenOnesAndStopsAtTheVerdict() {
    let figures = nine().insight().keyFigures(of: .all)
    #expect(figures.timed == 9)
    #expect(figures.medianTimeToDone == nil)
    var town = nine()
    town.verdict("2026-01-01", ["R4": .implemented, "R5": .implemented])
    // Three of nine after 1120 days, five of nine after 1204: below one half.
    #expect(town.insight().keyFigures(of: .all).medianTimeToDone == 1204)
  }

  @Test func whatWasDoneBeforeTheLastDayThatItsAuditCanBeOfTookNoDays() {
    var town = Exempelby()
    town.audit(date: "2022")
    town.recommend("R1")
    town.verdict("2022-06-01", ["R1": .implemented])
    #expect(town.insight().keyFigures(of: .all).medianTimeToDone == 0)
  }

  @Test func whatIsDoneOnADayThatNobodyNamesIsNotTimed() {
    var town = Exempelby()
    town.audit(date: "2022")
    town.recommend("R1")
    town.verdict(nil, ["R1": .implemented])
    #expect(town.insight().keyFigures(of: .all).timed == 0)
  }

  @Test func whatWasDoneUndoneAndDoneAgainWasDoneTheSecondTime() {
    var town = Exempelby()
    town.audit(date: "2022-01-01")
    town.recommend("R1")
    for (date, status) in [("2022-02-01", FindingStatus.implemented), ("2022-03-01", .remaining)] {
      town.verdict(date, ["R1": status])
    }
    town.verdict("2022-04-11", ["R1": .implemented])
    town.verdict("2022-05-01", ["R1": .notFollowedUp])
    town.verdict("2022-06-01", ["R1": .implemented])
    #expect(town.insight().keyFigures(of: .all).medianTimeToDone == 100)
  }

  @Test func draftsAreNeverCounted() {
    var town = nine()
    town.audit("utkast", date: "2026", auditor: "KPMG", topics: ["skola"], asksBy: "2026-10-01", from: ["fn"], isDraft: true)
    town.recommend("R1", themes: ["plan"])
    let insight = town.insight()
    let board = town.board("fn")
    #expect(insight.keyFigures(of: .all) == nine().insight().keyFigures(of: .all))
    #expect(insight.keyFigures(of: .board(board)).recommendations == 9)
    #expect(insight.keyFigures(of: .theme(ID(0))).recommendations == 9)
    #expect(insight.keyFigures(of: .auditor("KPMG")).audits == 0)
    #expect(insight.keyFigures(of: .topic(ID(0))).audits == 0)
    #expect(insight.comparisons.allSatisfy { $0.topic == nil })
    for id in insight.comparisons { #expect(insight.comparison(id).audits == 1 && insight.comparison(id).recommendations == 9) }
  }

  @Test func everyScopeCountsItsOwnPart() {
    var town = nine()
    town.municipality("ovningskoping")
    town.audit("vatten", date: "2024", auditor: "PwC", topics: ["vatten"])
    town.recommend("R1", to: ["fn"], themes: ["roller", "plan"])
    town.recommend("R2", to: ["va"], themes: ["roller"])
    town.reply(by: ["va"], date: nil, ["R1": .accepts])
    let insight = town.insight()
    func count(_ scope: Scope) -> [Int] {
      let figures = insight.keyFigures(of: scope)
      return [figures.audits, figures.recommendations, figures.replies, figures.followUps]
    }
    #expect(count(.all) == [2, 11, 2, 2])
    #expect(count(.municipality(ID(1))) == [1, 2, 1, 0])
    #expect(count(.audit(ID(0))) == [1, 9, 1, 2])
    #expect(count(.auditor("PwC")) == [1, 2, 1, 0])
    #expect(count(.auditor("nobody")) == [0, 0, 0, 0])
    #expect(count(.topic(ID(0))) == [1, 2, 1, 0])
    #expect(count(.theme(town.theme("plan"))) == [2, 10, 2, 2])
    #expect(count(.theme(town.theme("roller"))) == [1, 2, 1, 0])
    #expect(count(.board(town.board("va"))) == [1, 1, 1, 0])
    // Two boards of the kind, one in each municipality.
    #expect(count(.boardKind(ID(0))) == [2, 10, 1, 2])
    #expect(insight.auditors == ["Exempelby revisorer", "PwC"])
  }

  @Test func anEmptyArchiveHasNoFiguresAndNoTables() {
    let insight = Exempelby().insight()
    #expect(insight.keyFigures(of: .all) == KeyFigures())
    #expect(insight.comparisons.isEmpty)
    #expect(insight.timeline(of: ID<Municipality>(0)).isEmpty)
  }
}
