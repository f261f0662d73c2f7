import AuditModel
import Testing

/// Days of the Gregorian calendar, counted.
@Suite struct DayTests {
  @Test func countsFromTheFirstOfJanuary1970() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 1969, month: 12, day: 31)?.number == -1)
    #expect(Day(year: 2000, month: 3, day: 1)?.number == 11_017)
    #expect(Day(year: 2026, month: 11, day: 21)?.number == 20_778)
  }

  @Test func everyDayOfFourHundredYearsFollowsTheOneBefore() throws {
    let first = try #require(Day(year: 1800, month: 1, day: 1))
    var (year, month, day) = (1800, 1, 1)
    for number in Int(first.number)..<Int(first.number) + 146_097 {
      let components = Day(number: number).components
      guard components == (year, month, day), Day(year: year, month: month, day: day)?.number == Int32(number) else {
        Issue.record("\(components) is not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if day > Day.daysIn(month: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, day) == (2200, 1, 1))
  }

  @Test(arguments: [(2021, 2, 29), (1900, 2, 29), (2021, 4, 31), (2021, 0, 1), (2021, 13, 1), (0, 1, 1), (10_000, 1, 1)])
  func refusesDaysThatTheCalendarLacks(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func leapYearsFollowTheGregorianRule() {
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
  }

  @Test func countsTheDaysOfALateReply() throws {
    let due = try #require(Day(year: 2021, month: 4, day: 16))
    let given = try #require(Day(year: 2021, month: 11, day: 12))
    #expect(given.days(since: due) == 210)
    #expect(due.days(since: given) == -210)
    #expect(due < given)
  }
}
