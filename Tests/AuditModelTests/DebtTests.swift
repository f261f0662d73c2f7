import AuditModel
import Testing

@Suite struct DebtTests {
  /// The executive replies for the board it lays measures on, as in a collection that lacks the board's own reply.
  private func town(_ replies: Completeness) -> Exempelby {
    var town = Exempelby(replies)
    town.audit(asksBy: "2021-04-16")
    town.recommend("R2", to: ["an"])
    town.recommend("R3", to: ["ks"])
    town.reply(by: ["ks"], date: "2021-11-12?", ["R2": .considersMet, "R3": .accepts])
    town.measure("M1", for: ["R2", "R3"], by: ["an"], due: "2022")
    town.measure("M2", for: ["R3"], by: ["an"])
    town.measure("M3", for: ["R3"], by: ["an"], due: "2021-12-31")
    return town
  }

  private func owed(_ town: Exempelby, by board: String, _ asOf: String = "2026-11-21") -> [Debt] {
    var town = town
    let board = town.board(board)
    return town.insight(asOf).owed(by: board)
  }

  @Test func theOldestDeadlineStandsFirstAndWhatHasNoneLast() {
    let town = town(.incomplete)
    let debts = owed(town, by: "an")
    #expect(
      debts.map(\.kind) == [
        .reply(town.recommendation("R2")), .measure(town.measure("M3")), .measure(town.measure("M1")),
        .measure(town.measure("M2")),
      ])
    #expect(debts.allSatisfy { $0.daysOverdue == nil })
    #expect(debts.map(\.isMissingFromCollection) == [true, true, true, false])
  }

  @Test func whereTheCollectionIsCompleteABoardThatWasAnsweredForOwesNoReply() {
    let debts = owed(town(.complete), by: "an")
    #expect(debts.count == 3)
    #expect(debts.map(\.daysOverdue) == [1786, 1421, nil])
  }

  @Test func aMissingReplyIsOverdueAndAnAnsweredRecommendationIsNotOwed() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R1")
    town.recommend("R2", to: ["gn"])
    #expect(owed(town, by: "fn").map(\.daysOverdue) == [1451])
    #expect(owed(town, by: "fn", "2022-11-01").map(\.daysOverdue) == [nil])
    #expect(owed(town, by: "gn").isEmpty)
    town.reply(["R1": .rejects])
    #expect(owed(town, by: "fn").isEmpty)
  }

  @Test func aBoardThatReportsWhatItDidOwesNoReplyBesides() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn", "gn"])
    town.recommend("R1", to: ["fn", "gn"])
    town.claim("2023-02-01", by: ["fn"], ["R1": .inProgress])
    #expect(owed(town, by: "fn").isEmpty)
    #expect(owed(town, by: "gn").count == 1)
  }

  @Test func aBoardOwesARecommendationWithADateUntilItIsDoneOrReported() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1", due: "2024-12-31")
    #expect(owed(town, by: "fn").map(\.kind) == [.recommendation(town.recommendation("R1"))])
    town.verdict("2025-05-11", ["R1": .remaining])
    #expect(owed(town, by: "fn").count == 1)
    town.claim("2025-09-01", ["R1": .implemented])
    #expect(owed(town, by: "fn").isEmpty)
  }
}
