import AuditModel
import Testing

@Suite struct StateTests {
  /// An audit with one recommendation, R1, and a reply asked for by 1 December 2022.
  private func asked(_ replies: Completeness = .complete) -> Exempelby {
    var town = Exempelby(replies)
    town.audit(asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R1")
    return town
  }

  @Test func aRecommendationThatNobodyAskedAReplyToIsUnasked() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1")
    #expect(town.state("R1") == .unasked)
    #expect(town.standing("R1").replyState == .notAsked)
  }

  @Test func aReplyIsAwaitedToTheEndOfTheDayItIsDue() {
    #expect(asked().state("R1", "2022-12-01") == .awaitingReply)
    #expect(asked().state("R1", "2022-12-02") == .replyOverdue)
    #expect(asked().standing("R1", "2022-12-31").replyState == .overdue(days: 30))
  }

  @Test func aReplyAskedForWithoutADateIsAwaitedForever() {
    var town = Exempelby()
    town.audit(from: ["fn"])
    town.recommend("R1")
    #expect(town.state("R1", "2099-01-01") == .awaitingReply)
  }

  @Test func inAnIncompleteCollectionNothingIsEverOverdueOrAwaited() {
    #expect(asked(.incomplete).state("R1", "2022-10-01") == .notInCollection)
    #expect(asked(.incomplete).state("R1", "2099-01-01") == .notInCollection)
    #expect(asked(.incomplete).standing("R1").replyState == .notInCollection)
  }

  @Test func whereItIsNotSaidWhoWasAskedEveryBoardWas() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01")
    town.recommend("R1", to: ["fn"])
    town.recommend("R2", to: ["gn"])
    town.reply(by: ["fn"], ["R1": .accepts])
    #expect(town.state("R1") == .answered)
    #expect(town.state("R2") == .replyOverdue)
  }

  @Test func aBoardThatWasNotAskedOwesNoReply() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["ks"])
    town.recommend("R1", to: ["fn"])
    town.recommend("R2", to: ["ks"])
    town.recommend("R3", to: ["fn"], with: ["ks"])
    town.recommend("R4", to: [])
    #expect(town.state("R1") == .unasked)
    #expect(town.state("R2") == .replyOverdue)
    #expect(town.state("R3") == .replyOverdue)
    #expect(town.state("R4") == .replyOverdue)
  }

  @Test func anyStanceButARejectionAnswers() {
    for stance in Stance.allCases {
      var town = asked()
      town.reply(["R1": stance])
      #expect(town.state("R1") == (stance == .rejects ? .rejected : .answered))
    }
  }

  @Test func theLatestAnswerHoldsAndOneWithoutADateIsTheEarliest() {
    var town = asked()
    town.reply(date: "2023-05", ["R1": .accepts])
    town.reply(date: "2023-02-01", ["R1": .rejects])
    town.reply(date: nil, ["R1": .rejects])
    #expect(town.state("R1") == .answered)
  }

  @Test func aReplyThatDoesNotTouchARecommendationDoesNotAnswerIt() {
    var town = asked()
    town.recommend("R2")
    town.reply(["R1": .accepts])
    #expect(town.state("R2") == .replyOverdue)
    #expect(town.insight().expectations(of: town.audit("skola-2022"))[0].state == .inTime(daysBefore: 3))
  }

  @Test func aCitedDecisionIsNoReply() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["ks", "fn"])
    town.recommend("R1", to: ["ks"])
    town.recommend("R2", to: ["fn"])
    town.reply(by: ["ks"], ["R1": .accepts], cites: [("fn", "2022-10-01")])
    let expectations = town.insight().expectations(of: town.audit("skola-2022"))
    #expect(expectations.map(\.state.name) == ["in-time", "overdue"])
    #expect(town.state("R2") == .replyOverdue)
  }

  @Test(arguments: [
    (FindingStatus.implemented, RecommendationState.done), (.largely, .partlyDone), (.partly, .partlyDone),
    (.inProgress, .underWay), (.planned, .underWay), (.notStarted, .remaining), (.remaining, .remaining),
    (.willNot, .rejected), (.notFollowedUp, .answered), (.obsolete, .obsolete), (.transferred, .transferred),
    (.undetermined, .answered),
  ])
  func theAuditorsVerdictMakesTheState(status: FindingStatus, state: RecommendationState) {
    var town = asked()
    town.reply(["R1": .accepts])
    town.verdict("2024-05-11", ["R1": status])
    #expect(town.state("R1") == state)
  }

  @Test(arguments: [
    (FindingStatus.implemented, RecommendationState.reportedDone), (.largely, .underWay), (.partly, .underWay),
    (.inProgress, .underWay), (.planned, .underWay), (.notStarted, .remaining), (.remaining, .remaining),
    (.willNot, .rejected), (.notFollowedUp, .answered), (.obsolete, .obsolete), (.transferred, .transferred),
    (.undetermined, .answered),
  ])
  func aBoardsOwnWordNeverMakesItDone(status: FindingStatus, state: RecommendationState) {
    var town = asked()
    town.reply(["R1": .accepts])
    town.claim("2024-05-11", ["R1": status])
    #expect(town.state("R1") == state)
  }

  @Test func aFindingOnAMeasureDoesNotChangeTheRecommendation() {
    var town = asked()
    town.reply(["R1": .accepts])
    town.measure("M1", for: ["R1"])
    town.verdict("2024-05-11", ["M1": .implemented])
    #expect(town.state("R1") == .answered)
    #expect(town.flags("R1").contains("never-followed-up"))
    #expect(town.commitment("M1").state == .found(.done))
  }

  @Test func everyStateHasAStableNameOfItsOwn() {
    let names = RecommendationState.allCases.map(\.rawValue)
    #expect(
      names == [
        "unasked", "not-in-collection", "awaiting-reply", "reply-overdue", "answered", "rejected", "under-way", "reported-done",
        "partly-done", "done", "remaining", "obsolete", "transferred",
      ])
  }
}
