import AuditModel
import Testing

@Suite struct FlagTests {
  private func town(_ replies: Completeness = .complete) -> Exempelby {
    var town = Exempelby(replies)
    town.audit()
    town.recommend("R1", due: "2023-12-31")
    return town
  }

  @Test func whatNobodyFollowedUpSaysSoOnlyInACompleteCollection() {
    #expect(town().flags("R1") == ["never-followed-up"])
    #expect(town(.incomplete).flags("R1") == ["no-follow-up-in-collection"])
  }

  @Test func aClaimOrAVerdictIsAFollowUpButNotOneThatSaysThereWasNone() {
    var claimed = town()
    claimed.claim("2024", ["R1": .planned])
    #expect(claimed.flags("R1") == [])
    var undetermined = town()
    undetermined.verdict("2024", ["R1": .undetermined])
    #expect(undetermined.flags("R1") == [])
    var left = town()
    left.verdict("2024", ["R1": .notFollowedUp])
    #expect(left.flags("R1") == ["never-followed-up"])
    #expect(left.standing("R1").verdicts.count == 1)
  }

  @Test func whatAFollowUpOnlyCountsWasNotLeftAlone() {
    var town = town()
    town.recommend("R2")
    town.claim("2023-05-11", ["R2": .planned])
    town.count("2024-05-11", .implemented, 1)
    #expect(town.flags("R1") == [])
    #expect(town.standing("R1").isOnlyCounted && !town.standing("R1").isFollowedUp)
    #expect(!town.standing("R2").isOnlyCounted)
    let figures = town.insight().keyFigures(of: .all)
    #expect(figures.onlyCounted == 1)
    #expect(figures.neverFollowedUp == Share(count: 0, of: 2))
    #expect(figures.done == Share(count: 0, of: 1))
  }

  @Test func noDeadlineIsWhatTheAuditorsLeftOutEvenWhereAMeasureHasOne() {
    var town = town(.incomplete)
    town.recommend("R2")
    town.reply(["R2": .accepts])
    town.measure("M1", for: ["R2"], due: "2023")
    #expect(town.flags("R2") == ["no-deadline", "no-follow-up-in-collection"])
    #expect(town.standing("R2").promise?.measure == town.measure("M1"))
    #expect(town.standing("R2").promise?.deadline.current == EDTFDate("2023"))
  }

  @Test func aMovedDeadlineShowsWhetherItIsItsOwnOrAMeasures() {
    var own = town()
    own.move(["R1"], to: "2024-06-30", on: "2024-02-12")
    #expect(own.flags("R1") == ["deadline-moved", "never-followed-up"])
    var measures = town()
    measures.reply(["R1": .accepts])
    measures.measure("M1", for: ["R1"], due: "2023-12-31")
    measures.move(["M1"], to: "2024-06-30", on: "2024-02-12")
    #expect(measures.flags("R1") == ["deadline-moved", "never-followed-up"])
  }

  @Test func theLaterOfTwoIsTheOneThatRecurs() {
    var town = town()
    town.audit("skola-2025", date: "2025")
    town.recommend("R9", due: "2026", repeats: [("skola-2022/R1", .partial)])
    #expect(town.flags("R9").first == "recurring")
    #expect(town.flags("R1") == ["never-followed-up"])
  }

  @Test func flagsHaveStableNames() {
    #expect(
      RecommendationFlags.names.map(\.name) == [
        "recurring", "deadline-moved", "no-deadline", "never-followed-up", "no-follow-up-in-collection",
      ])
  }
}
