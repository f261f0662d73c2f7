import AuditModel
import Testing

@Suite struct DeadlineTests {
  /// A measure due at the end of 2023, moved twice.
  private func moved(_ replies: Completeness = .complete) -> Exempelby {
    var town = Exempelby(replies)
    town.audit(asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R2")
    town.reply(["R2": .accepts])
    town.measure("M1", for: ["R2"], due: "2023-12-31")
    town.measure("M2", for: ["R2"])
    town.move(["M1"], to: "2024-12-31", on: "2024-05-27")
    town.move(["M1"], to: "2024-06-30", on: "2024-02-12")
    return town
  }

  @Test func aMoveTellsItsOwnDaysAndThoseOfAllMovesTogether() {
    let deadline = moved().commitment("M1").deadline
    #expect(deadline.moves.map(\.days) == [182, 184])
    #expect(deadline.moves.map(\.totalDays) == [182, 366])
    #expect(deadline.daysMoved == 366)
    #expect(deadline.original == EDTFDate("2023-12-31"))
    #expect(deadline.current == EDTFDate("2024-12-31"))
    #expect(deadline.moves.allSatisfy { !$0.isUncertain })
  }

  @Test func aDeadlineFirstSetByAMoveHasNoDaysToCount() {
    var town = moved()
    town.move(["M2"], to: "2025", on: "2024-09-01")
    let deadline = town.commitment("M2").deadline
    #expect(deadline.current == EDTFDate("2025"))
    #expect(deadline.moves.map(\.days) == [nil])
    #expect(deadline.daysMoved == nil)
    #expect(deadline.moves[0].isUncertain)
  }

  @Test func aDateThatPartsHaveFromTheirUmbrellaMovesWithIt() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1", due: "2023")
    town.recommend("R1a", due: "2023", under: "R1")
    town.recommend("R1b", due: "2024", under: "R1")
    town.move(["R1"], to: "2025", on: "2023-11-01")
    #expect(town.standing("R1a").deadline.current == EDTFDate("2025"))
    #expect(town.standing("R1b").deadline.current == EDTFDate("2024"))
    #expect(!town.standing("R1b").flags.contains(.deadlineMoved))
  }

  @Test func thePromiseIsTheMeasureDueLast() {
    var town = moved()
    town.measure("M3", for: ["R2"], due: "2024-03-01")
    #expect(town.standing("R2").promise?.measure == town.measure("M1"))
    #expect(town.standing("R2").promise?.deadline.current == EDTFDate("2024-12-31"))
  }

  @Test func aMoveOfARecommendationAndItsMeasureTogetherKeepsTheDateTheMeasureHad() {
    var town = Exempelby()
    town.audit()
    town.recommend("R2")
    town.reply(["R2": .accepts])
    town.measure("M1", for: ["R2"], due: "2023-12-31")
    town.move(["R2", "M1"], to: "2024-06-30", on: "2024-02-12")
    #expect(town.standing("R2").deadline.original == nil)
    #expect(town.standing("R2").promise?.deadline.daysMoved == 182)
    town.move(["R2"], to: "2025-06-30", on: "2024-03-12")
    #expect(town.standing("R2").deadline.current == EDTFDate("2025-06-30"))
  }

  @Test func aMeasureIsOverdueWhenItsLastDeadlineIsPast() {
    #expect(moved().commitment("M1", "2024-12-31").state == .dueLater)
    #expect(moved().commitment("M1", "2025-01-31").state == .overdue(days: 31))
    #expect(moved().commitment("M2").state == .noDeadline)
  }

  @Test func inAnIncompleteCollectionNoMeasureIsEverOverdue() {
    var town = moved(.incomplete)
    #expect(town.commitment("M1").state == .notInCollection)
    #expect(town.commitment("M1").daysOverdue == nil)
    town.claim("2025-03-01", ["M1": .inProgress])
    #expect(town.commitment("M1").daysOverdue == nil)
    #expect(town.commitment("M1").state == .found(.underWay))
  }

  @Test func aReportSettlesAMeasureAndOneThatItIsUnderWayDoesNot() {
    var town = moved()
    town.claim("2025-01-27", ["M1": .inProgress])
    #expect(town.commitment("M1", "2025-01-31").state == .found(.underWay))
    #expect(town.commitment("M1", "2025-01-31").daysOverdue == 31)
    town.claim("2025-02-27", ["M1": .implemented])
    #expect(town.commitment("M1", "2025-03-31").state == .found(.reportedDone))
    #expect(town.commitment("M1", "2025-03-31").daysOverdue == nil)
    town.verdict("2025-10-09", ["M1": .partly])
    #expect(town.commitment("M1", "2025-12-31").state == .found(.partlyDone))
    #expect(town.commitment("M1", "2025-12-31").daysOverdue == 365)
    town.verdict("2026-10-09", ["M1": .implemented])
    #expect(town.commitment("M1").state == .found(.done))
  }
}
