import Testing

@testable import AuditModel

@Suite struct KaplanMeierTests {
  /// Ten recommendations. Still not done after 100 days: 9/10; 200: 8/10; 300: 8/10 · 6/7; 500: · 4/5 = 0.55; 600: · 3/4 = 0.41.
  private let ten: [(days: Int, isDone: Bool)] = [
    (600, true), (250, false), (100, true), (300, true), (200, true), (400, false), (500, true), (700, false), (800, false),
    (900, false),
  ]

  @Test func theMedianIsWhenTheCurveReachesOneHalf() {
    #expect(kaplanMeierMedian(ten) == 600)
  }

  @Test func openOnesCountSoLongAsTheyWereFollowed() {
    // Without the open ones half would be done after 300 days, which would flatter.
    #expect(kaplanMeierMedian(ten.filter(\.isDone)) == 300)
    // One of the two still followed on the third day was done then.
    #expect(kaplanMeierMedian([(1, false), (2, false), (3, true), (4, false)]) == 3)
    #expect(kaplanMeierMedian([(1, true), (2, false)]) == 1)
    #expect(kaplanMeierMedian([(1, false), (2, true)]) == 2)
  }

  @Test func oneThatIsDoneOnTheDayAnotherLeavesIsDoneFirst() {
    #expect(kaplanMeierMedian([(5, true), (5, false), (9, false)]) == nil)
    #expect(kaplanMeierMedian([(5, true), (5, true), (5, false), (9, false)]) == 5)
  }

  @Test func thereIsNoneWhereHalfNeverWereDone() {
    #expect(kaplanMeierMedian([]) == nil)
    #expect(kaplanMeierMedian([(100, false), (200, false)]) == nil)
    #expect(kaplanMeierMedian([(100, true), (200, false), (300, false)]) == nil)
  }
}
