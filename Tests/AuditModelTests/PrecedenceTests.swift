import AuditModel
import Testing

@Suite struct PrecedenceTests {
  /// The state after a verdict of 2023 and a claim of another day.
  private func state(
    _ verdict: FindingStatus, _ claim: FindingStatus, claimedOn date: String? = "2024-03-01"
  ) -> RecommendationState {
    var town = Exempelby()
    town.audit()
    town.recommend("R1")
    town.verdict("2023", ["R1": verdict])
    town.claim(date, ["R1": claim])
    return town.state("R1")
  }

  @Test func whatAuditorsFoundDoneStaysDoneWhateverABoardSays() {
    for claim in FindingStatus.allCases {
      #expect(state(.implemented, claim) == .done)
      #expect(state(.obsolete, claim) == .obsolete)
      #expect(state(.transferred, claim) == .transferred)
    }
  }

  @Test func aLaterClaimThatItIsDoneIsReportedNotVerified() {
    for verdict in [FindingStatus.largely, .partly, .inProgress, .planned, .notStarted, .remaining, .willNot] {
      #expect(state(verdict, .implemented) == .reportedDone)
    }
  }

  @Test func aClaimThatIsNotLaterChangesNothing() {
    #expect(state(.remaining, .implemented, claimedOn: "2023-06-01") == .remaining)
    #expect(state(.remaining, .implemented, claimedOn: "2023-12-31") == .remaining)
    #expect(state(.remaining, .implemented, claimedOn: nil) == .remaining)
    #expect(state(.remaining, .implemented, claimedOn: "2024") == .reportedDone)
  }

  @Test func aLaterClaimOfLessThanDoneOnlyMovesWhatLay() {
    #expect(state(.remaining, .inProgress) == .underWay)
    #expect(state(.willNot, .planned) == .underWay)
    #expect(state(.partly, .inProgress) == .partlyDone)
    #expect(state(.partly, .remaining) == .partlyDone)
    #expect(state(.inProgress, .notStarted) == .underWay)
    #expect(state(.remaining, .willNot) == .rejected)
    #expect(state(.partly, .obsolete) == .obsolete)
    #expect(state(.partly, .transferred) == .transferred)
  }

  @Test func aClaimThatSaysNothingChangesNothing() {
    for verdict in FindingStatus.allCases {
      let alone = state(verdict, .undetermined)
      #expect(state(verdict, .notFollowedUp) == alone)
    }
    #expect(state(.notFollowedUp, .implemented) == .reportedDone)
    #expect(state(.undetermined, .remaining) == .remaining)
  }

  @Test func aVerdictThatSaysNothingLeavesTheOneBefore() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1")
    town.verdict("2023-05-11", ["R1": .partly])
    town.verdict("2024-05-11", ["R1": .notFollowedUp])
    town.verdict("2025-05-11", ["R1": .undetermined])
    #expect(town.state("R1") == .partlyDone)
  }

  @Test func theLatestVerdictHoldsInWhateverOrderTheyStand() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1")
    town.verdict("2025-05-11", ["R1": .implemented])
    town.verdict("2023", ["R1": .remaining])
    town.verdict(nil, ["R1": .partly])
    #expect(town.state("R1") == .done)
    #expect(town.standing("R1").verdicts.map { town.archive[$0].status } == [.partly, .remaining, .implemented])
  }

  @Test func ofTwoVerdictsOfADayTheLaterPathHolds() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1")
    town.verdict("2023-12-31", ["R1": .remaining])
    town.verdict("2023", ["R1": .partly])
    #expect(town.state("R1") == .partlyDone)
  }
}
