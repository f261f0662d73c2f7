import AuditModel
import Testing

@Suite struct ReplyTests {
  private func expectation(
    due: String, replied: String?, _ replies: Completeness = .complete, asOf: String = "2026-11-21"
  ) -> ReplyExpectation {
    var town = Exempelby(replies)
    town.audit(asksBy: due, from: ["fn"])
    town.recommend("R1")
    if let replied { town.reply(date: replied, ["R1": .accepts]) }
    return town.insight(asOf).expectations(of: town.audit("skola-2022"))[0]
  }

  @Test func aReplyIsInTimeOnTheDayItIsDue() {
    #expect(expectation(due: "2022-12-01", replied: "2022-12-01").state == .inTime(daysBefore: 0))
    #expect(expectation(due: "2022-12-01", replied: "2022-11-28").state == .inTime(daysBefore: 3))
    #expect(expectation(due: "2022-12-01", replied: "2022-12-02").state == .late(days: 1))
  }

  @Test func anUncertainDateIsCountedAndSaidToBeUncertain() {
    let late = expectation(due: "2021-04-16", replied: "2021-11-12?", .incomplete)
    #expect(late.state == .late(days: 210))
    #expect(late.isUncertain)
    #expect(!expectation(due: "2021-04-16", replied: "2021-11-12").isUncertain)
  }

  @Test func aMonthCountsAsItsLastDayAndIsUncertain() {
    let reply = expectation(due: "2022-12-01", replied: "2022-11")
    #expect(reply.state == .inTime(daysBefore: 1))
    #expect(reply.isUncertain)
    let due = expectation(due: "2022-12", replied: "2022-12-31")
    #expect(due.state == .inTime(daysBefore: 0))
    #expect(due.isUncertain)
    #expect(expectation(due: "2022", replied: nil, asOf: "2022-12-31").state == .awaited)
    #expect(expectation(due: "2022", replied: nil, asOf: "2023-01-01").state == .overdue(days: 1))
    #expect(expectation(due: "2022", replied: nil, asOf: "2023-01-01").isUncertain)
  }

  @Test func whatIsNotHereIsOverdueOnlyWhereTheCollectionIsComplete() {
    #expect(expectation(due: "2022-12-01", replied: nil).state == .overdue(days: 1451))
    #expect(expectation(due: "2022-12-01", replied: nil, .incomplete).state == .notInCollection)
    #expect(expectation(due: "2022-12-01", replied: nil, .incomplete, asOf: "2022-11-01").state == .notInCollection)
  }

  @Test func aReplyForSeveralBoardsIsEachOnesOwn() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn", "gn"])
    town.recommend("R1", to: ["fn", "gn"])
    town.reply(by: ["fn", "gn"], ["R1": .accepts])
    let expectations = town.insight().expectations(of: town.audit("skola-2022"))
    #expect(expectations.map(\.state) == [.inTime(daysBefore: 3), .inTime(daysBefore: 3)])
    #expect(expectations.allSatisfy { !$0.isOnBehalf && $0.isAsked })
  }

  @Test func aBoardIsAnsweredForOnlyWhereAllThatIsAddressedToItIs() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["ks", "fn", "gn"])
    town.recommend("R1", to: ["ks"])
    town.recommend("R2", to: ["fn"])
    town.recommend("R3", to: ["gn"])
    town.recommend("R4", to: ["gn"])
    town.reply(by: ["ks"], ["R1": .accepts, "R2": .considersMet, "R3": .accepts])
    let expectations = town.insight().expectations(of: town.audit("skola-2022"))
    #expect(expectations.map(\.isOnBehalf) == [false, true, false])
    #expect(expectations.map(\.state.name) == ["in-time", "in-time", "overdue"])
  }

  @Test func ofTwoBoardsAddressedTogetherOneDoesNotAnswerForTheOther() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn", "gn"])
    town.recommend("R1", to: ["fn", "gn"])
    town.reply(by: ["fn"], ["R1": .accepts])
    let board = town.board("gn")
    let insight = town.insight()
    #expect(insight.expectations(of: town.audit("skola-2022")).map(\.state.name) == ["in-time", "overdue"])
    #expect(insight.owed(by: board).map(\.kind) == [.reply(town.recommendation("R1"))])
  }

  @Test func aBoardThatRepliesUnaskedIsShownAsThat() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R1")
    town.reply(by: ["gn"], date: "2023-01-09", ["R1": .noPosition])
    let expectations = town.insight().expectations(of: town.audit("skola-2022"))
    #expect(expectations.map(\.isAsked) == [true, false])
    #expect(expectations[1].state == .answered)
    #expect(town.insight().keyFigures(of: .all).replyTimes.late == 1)
  }

  @Test func whereNobodyIsNamedEachReplyIsAskedForAndNoneIsMissedByAnyone() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01")
    town.recommend("R1")
    #expect(town.insight().expectations(of: town.audit("skola-2022")).map(\.board) == [nil])
    town.reply(by: ["gn"], date: "2022-12-03", ["R1": .accepts])
    let expectations = town.insight().expectations(of: town.audit("skola-2022"))
    #expect(expectations.map(\.state) == [.late(days: 2)])
    #expect(expectations[0].isAsked)
  }

  @Test func aReplyWithoutADateIsAnsweredAndCountedApart() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R1")
    town.reply(date: nil, ["R1": .accepts])
    #expect(town.standing("R1").replyState == .answered)
    let times = town.insight().keyFigures(of: .all).replyTimes
    #expect(times.n == 0 && times.uncounted == 1)
    #expect(times.medianDaysLate == nil)
  }

  @Test func aRecommendationsReplyIsTheFirstThatAnswersIt() {
    var town = Exempelby()
    town.audit(asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R1")
    town.recommend("R2")
    town.reply(date: "2022-11-28", ["R1": .accepts])
    town.reply(date: "2023-01-15?", ["R1": .accepts, "R2": .accepts])
    #expect(town.standing("R1").replyState == .inTime(daysBefore: 3))
    #expect(town.standing("R2").replyState == .late(days: 45))
    #expect(town.standing("R2").replyIsUncertain)
  }
}
