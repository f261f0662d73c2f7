import Testing

@testable import AuditModel

@Suite struct UmbrellaTests {
  /// An umbrella R1 with the parts R1a and R1b, and R2 beside it.
  private func town() -> Exempelby {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R1")
    town.recommend("R1a", under: "R1")
    town.recommend("R1b", under: "R1")
    town.recommend("R2")
    return town
  }

  @Test func anUmbrellaIsShownAndNotCounted() {
    let town = town()
    let insight = town.insight()
    #expect(insight.leaves(of: town.audit("skola-2022")) == ["R1a", "R1b", "R2"].map(town.recommendation))
    #expect(insight.keyFigures(of: .all).recommendations == 3)
  }

  @Test func anAnswerToItCoversThePartsThatHaveNoneOfTheirOwn() {
    var town = town()
    town.reply(["R1": .rejects, "R1a": .accepts])
    #expect(town.state("R1a") == .answered)
    #expect(town.state("R1b") == .rejected)
    #expect(town.standing("R1b").answersAreInherited)
    #expect(!town.standing("R1a").answersAreInherited)
    #expect(town.standing("R1a").answers.count == 1)
  }

  @Test func aFindingOnItCoversThePartsVoiceByVoice() {
    var town = town()
    town.claim("2024-01-01", ["R1a": .implemented])
    town.verdict("2025-01-01", ["R1": .partly])
    #expect(town.state("R1a") == .partlyDone)
    #expect(town.standing("R1a").claims.count == 1)
    #expect(town.state("R1b") == .partlyDone)
    #expect(town.state("R1") == .partlyDone)
  }

  @Test func anUmbrellaOfWhichNothingIsSaidIsNoFurtherThanItsSlowestPart() {
    var town = town()
    town.reply(["R1a": .accepts])
    #expect(town.state("R1") == .replyOverdue)
    town.reply(["R1b": .accepts])
    #expect(town.state("R1") == .answered)
    town.verdict("2025-01-01", ["R1a": .implemented, "R1b": .remaining])
    #expect(town.state("R1") == .remaining)
    #expect(!town.flags("R1").contains("never-followed-up"))
    town.verdict("2026-01-01", ["R1b": .implemented])
    #expect(town.state("R1") == .done)
  }

  @Test func partsOfPartsInheritFromTheNearestThatHasAnything() {
    var town = town()
    town.recommend("R1ai", under: "R1a")
    town.reply(["R1": .rejects])
    #expect(town.state("R1ai") == .rejected)
    town.reply(["R1a": .accepts])
    #expect(town.state("R1ai") == .answered)
  }

  @Test func everyStateHasAPlaceAmongTheLeastFar() {
    #expect(Set(RecommendationState.fromLeastFar) == Set(RecommendationState.allCases))
  }

  @Test func coverageCountsLeavesAndTellsWhichGotNoMeasure() {
    var town = town()
    town.recommend("R3", to: ["gn"])
    town.recommend("R4", to: ["gn"])
    town.recommend("R5", to: [])
    town.reply(["R1": .accepts, "R1a": .refers, "R3": .considersMet])
    town.measure("M1", for: ["R1", "R1a"])
    let coverage = town.insight()[ID<Reply>(0)]
    let ids = { (names: [String]) in names.map { town.recommendation($0) } }
    // R4 is another board's and untouched, R5 is addressed to nobody in particular.
    #expect(coverage.asked == ids(["R1a", "R1b", "R2", "R3", "R5"]))
    #expect(coverage.covered == ids(["R1a", "R1b", "R3"]))
    #expect(coverage.withoutMeasure == ids(["R1b", "R3"]))
  }
}
