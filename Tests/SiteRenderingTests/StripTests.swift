import Testing

@testable import AuditModel
@testable import SiteRendering

@Suite struct StripTests {
  private let context = TinySite("").context

  private func event(_ date: String?, _ voice: Event.Voice = .auditors) -> Event {
    Event(date: date.flatMap { EDTFDate($0) }, kind: .due, voice: voice, document: .glossary)
  }

  private func draw(_ events: [Event]) -> Strip? { Strip.make(context, events, anchor: "a") }

  @Test func oneDatedEventMakesNoPicture() {
    #expect(draw([event("2021-03-23"), event(nil)]) == nil)
    #expect(draw([event("2021-03-23"), event("2021-04-16")]) != nil)
  }

  @Test func theYearsFrameTheEvents() throws {
    let strip = try #require(draw([event("2021-03-23"), event("2022-12-31")]))
    #expect(strip.ticks.map(\.year) == ["2021", "2022", "2023"])
    #expect(strip.ticks.map(\.x) == ["0.00%", "50.00%", "100.00%"])
    #expect(strip.ticks.map(\.anchor) == ["start", "middle", "end"])
    #expect(strip.title == "Tidslinje 2021–2022")
  }

  @Test func manyYearsHaveFewTicksAndTheLastIsNeverPastTheEnd() throws {
    let strip = try #require(draw([event("2001-03-23"), event("2024-12-31")]))
    #expect(strip.ticks.count <= 7)
    #expect(strip.ticks.first?.year == "2001")
  }

  @Test func numbersAreThoseOfTheListEvenWhereAnEventHasNoDate() throws {
    let strip = try #require(draw([event(nil), event("2021-03-23"), event("2021-09-23")]))
    #expect(strip.marks.map(\.number) == [2, 3])
  }

  @Test func aYearIsASpanWithItsNumberInTheMiddle() throws {
    let strip = try #require(draw([event("2021-03-23"), event("2022")]))
    let year = try #require(strip.marks.first { $0.span != nil })
    #expect(year.span?.x == "50.00%")
    #expect(year.span?.width == "50.00%")
    #expect(year.x == "74.93%", "a whole day, the middle one")
    #expect(year.isUncertain)
  }

  @Test func marksThatWouldCoverEachOtherStepDownAndTheStripGrows() throws {
    let strip = try #require(
      draw([event("2021-03-23"), event("2021-03-24"), event("2021-03-25", .boards([])), event("2022-09-01")]))
    #expect(strip.marks.map(\.y) == [34, 58, 110, 34])
    #expect(strip.geometry.extraRows == 1)
    #expect(strip.geometry.tickEnd == 132)
  }
}
