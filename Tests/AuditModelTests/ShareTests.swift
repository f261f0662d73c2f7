import Testing

@testable import AuditModel

@Suite struct ShareTests {
  @Test func belowFiveThereIsNoPerCent() {
    #expect(Share(count: 3, of: 4).isSmall)
    #expect(Share(count: 3, of: 4).percent == nil)
    #expect(Share(count: 0, of: 0).percent == nil)
    #expect(!Share(count: 3, of: 5).isSmall)
    #expect(Share(count: 3, of: 5).percent == 60)
  }

  @Test func perCentIsRoundedHalvesUp() {
    #expect(Share(count: 1, of: 8).percent == 13)
    #expect(Share(count: 151, of: 191).percent == 79)
    #expect(Share(count: 0, of: 7).percent == 0)
    #expect(Share(count: 7, of: 7).percent == 100)
  }

  @Test func theMedianIsTheMiddleHalvesUp() {
    #expect(median([]) == nil)
    #expect(median([7]) == 7)
    #expect(median([9, 1, 4]) == 4)
    #expect(median([1, 4]) == 3)
    #expect(median([-4, -1]) == -2)
    #expect(median([-3, 210, 5, -10]) == 1)
  }
}
