import AuditModel
import Testing

/// Dates as precise as their documents.
@Suite struct EDTFDateTests {
  @Test(arguments: ["2021", "2021-03", "2021-03-23", "2021-11-12?", "2018~", "2018-06%", "0999", "2024-02-29"])
  func isWrittenAsItWasRead(text: String) {
    #expect(EDTFDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "21", "2021-3", "2021-3-23", "2021-13", "2021-00", "2021-02-30", "2023-02-29", "2021-03-00", "16 april 2021", "2021/03",
    "2021-03-",
    "2021-03-23 ", "2021??", "20210323", "0000", "-2021", "2021-03-23T10:00", "２０２１",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(EDTFDate(text) == nil)
  }

  @Test func countsAsTheLastDayItCanMeanWhereOrderMatters() throws {
    let year = try #require(EDTFDate("2021"))
    let month = try #require(EDTFDate("2024-02"))
    #expect(year.firstDay == Day(year: 2021, month: 1, day: 1))
    #expect(year.lastDay == Day(year: 2021, month: 12, day: 31))
    #expect(month.lastDay == Day(year: 2024, month: 2, day: 29))
    #expect(comesBefore(EDTFDate("2021-12-30"), year))
    #expect(!comesBefore(year, EDTFDate("2021-12-31")))
  }

  @Test func whatHasNoDateComesFirst() {
    #expect(comesBefore(nil, EDTFDate("1999")))
    #expect(!comesBefore(EDTFDate("1999"), nil))
    #expect(!comesBefore(nil, nil))
  }

  @Test func onlyACertainDayIsExact() {
    #expect(EDTFDate("2021-03-23")?.isExact == true)
    for text in ["2021", "2021-03", "2021-03-23?", "2021-03-23~", "2021-03-23%"] { #expect(EDTFDate(text)?.isExact == false) }
  }

  @Test func isPastOnlyAfterEveryDayItCanMean() throws {
    let date = try #require(EDTFDate("2022"))
    let last = try #require(Day(year: 2022, month: 12, day: 31))
    #expect(!date.isPast(asOf: last))
    #expect(date.isPast(asOf: Day(number: Int(last.number) + 1)))
  }

  @Test func knowsWhatIsUncertainAndWhatIsApproximate() throws {
    let both = try #require(EDTFDate("2018%"))
    #expect(both.isUncertain && both.isApproximate)
    #expect(both.month == nil && both.day == nil)
    #expect(EDTFDate(year: 2021, month: nil, day: 3) == nil)
  }
}
