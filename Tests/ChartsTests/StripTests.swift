import Testing

@testable import AuditModel
@testable import Charts

@Suite struct StripTests {
  private func event(_ date: String, _ voice: AuditModel.Event.Voice = .auditors) -> (String, AuditModel.Event.Voice) {
    (date, voice)
  }

  private func draw(_ events: [(String, AuditModel.Event.Voice)]) -> Strip? {
    Strip(
      events.enumerated().compactMap { place, event in
        EDTFDate(event.0).map { Strip.Event(number: place + 1, date: $0, voice: event.1) }
      })
  }

  @Test func oneEventMakesNoPicture() {
    #expect(draw([event("2021-03-23")]) == nil)
    #expect(draw([event("2021-03-23"), event("2021-04-16")]) != nil)
  }

  @Test func theYearsFrameTheEvents() throws {
    let strip = try #require(draw([event("2021-03-23"), event("2022-12-31")]))
    #expect(strip.years.map(\.text) == ["2021", "2022", "2023"])
    #expect(strip.years.map(\.x.text) == ["0%", "50%", "100%"])
    #expect(strip.years.map(\.anchor) == [.start, .middle, .end])
  }

  @Test(arguments: 0..<100)
  func marksNeverCoverEachOtherAndYearsHaveRoom(_ seed: Int) throws {
    var numbers = LineLayoutTests.Numbers(state: UInt64(seed))
    let span = [1, 3, 12, 40].randomElement(using: &numbers) ?? 1
    let events = (0..<14).map { _ in
      let year = 1990 + Int.random(in: 0..<span, using: &numbers)
      let month = Int.random(in: 10...12, using: &numbers)
      return event(
        "\(year)-\(month)-\(Int.random(in: 10...28, using: &numbers))", Bool.random(using: &numbers) ? .auditors : .boards([]))
    }
    let strip = try #require(draw(events))
    for (place, a) in strip.marks.enumerated() {
      #expect(a.y + 12 <= strip.lanes.tickEnd)
      for b in strip.marks.dropFirst(place + 1) where abs(a.y - b.y) < StripLanes.rowHeight {
        #expect(abs(a.x.hundredths - b.x.hundredths) * StripLanes.narrow >= StripLanes.markWidth * 10_000)
      }
    }
    #expect(strip.years.count <= 7)
    #expect(
      AxisLabel.fit(
        strip.years.filter { !$0.isMinor }.map { label in
          var label = label
          // The last year stands at the very end.
          if label.x == .all { label.anchor = .end }
          return label
        }, in: StripLanes.narrow))
  }

  @Test func aYearIsASpanWithItsNumberInTheMiddle() throws {
    let strip = try #require(draw([event("2021-03-23"), event("2022")]))
    let year = try #require(strip.marks.first { $0.span != nil })
    #expect(year.span?.x.text == "50%")
    #expect(year.span?.width.text == "50%")
    #expect(year.x.text == "74.93%", "a whole day, the middle one")
    #expect(year.isUncertain)
  }

  @Test func marksThatWouldCoverEachOtherStepDownAndTheStripGrows() throws {
    let strip = try #require(
      draw([event("2021-03-23"), event("2021-03-24"), event("2021-03-25", .boards([])), event("2022-09-01")]))
    #expect(strip.marks.map(\.y) == [34, 58, 110, 34])
    #expect(strip.lanes.height == 156)
  }

  @Test func aDayIsAMarkOfItsVoiceWithItsNumber() throws {
    let strip = try #require(draw([event("2021-01-01"), event("2021-07-02?", .claim([]))]))
    var bytes: [UInt8] = []
    strip.print(Strip.Words(title: "<T>", description: "D", auditors: "A", boards: "B"), id: "s", into: &bytes)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(
      html.hasPrefix(
        "<svg class=\"strip\" role=\"img\" height=\"132\" aria-labelledby=\"s-t s-d\"><title id=\"s-t\">&lt;T&gt;</title>"))
    #expect(
      html.contains(
        "<svg x=\"0%\" y=\"34\"><circle class=\"mark-auditor\" r=\"11\"/><text class=\"strip-num\" y=\"4.5\">1</text></svg>"))
    #expect(
      html.contains("<circle class=\"mark-claim dash\" r=\"11\"/><text class=\"strip-num strip-num-dark\" y=\"4.5\">2</text>"))
  }
}

@Suite struct StackedBarTests {
  @Test(arguments: 1..<40)
  func thePartsLieEndToEndAndFillTheBar(_ seed: Int) {
    let bar = StackedBar((1...5).map { ("p\($0)", seed * $0 * $0 % 7) } + [("last", 1)])
    #expect(bar.segments.first?.start == Permyriad(0))
    for (a, b) in zip(bar.segments, bar.segments.dropFirst()) {
      #expect(a.start.hundredths + a.width.hundredths == b.start.hundredths)
    }
    let end = bar.segments.last.map { $0.start.hundredths + $0.width.hundredths }
    #expect(end == 10_000)
    #expect(bar.segments.allSatisfy { $0.width.hundredths > 0 })
  }

  @Test func nothingIsNoPart() { #expect(StackedBar([("a", 0)]).segments.isEmpty) }
}
