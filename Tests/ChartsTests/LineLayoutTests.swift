import AuditModel
import Testing

@testable import Charts

@Suite struct LineLayoutTests {
  /// Numbers that look random and are the same every time.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  static func series(_ seed: Int) -> KeyFigure {
    var numbers = Numbers(state: UInt64(seed) &* 7_919)
    let count = Int.random(in: 1...40, using: &numbers)
    let reach = [1, 10, 1_000, DecimalNumber.limit].randomElement(using: &numbers) ?? 1
    let length = Int.random(in: 1...10, using: &numbers)
    let points = (0..<count).map { place in
      KeyFigure.Point(
        period: String(String(repeating: "å", count: length).prefix(max(1, length - place % 3))),
        value: place % 7 == seed % 9 ? nil : DecimalNumber(Int.random(in: -reach...reach, using: &numbers), decimals: seed % 4))
    }
    return KeyFigure(name: "Tal", points: points, breaks: count > 2 ? [.init(before: count / 2, note: "Nytt")] : [])
  }

  static func layout(_ series: KeyFigure) -> LineLayout? {
    series.digits.map { digits in
      LineLayout(series, on: ChartAxis(digits.compactMap { $0 }, decimals: series.decimals))
    }
  }

  @Test(arguments: 0..<300)
  func labelsNeverOverlapNorLeaveThePicture(_ seed: Int) throws {
    let layout = try #require(Self.layout(Self.series(seed)))
    for (width, labels) in [
      (LineLayout.narrow, layout.periods.filter { !$0.isMinor }), (LineLayout.wide, layout.periods), (1_100, layout.periods),
    ] {
      let boxes = labels.map { $0.box(in: width) }
      #expect(boxes.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= width })
      #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
    #expect(layout.periods.first.map { !$0.isMinor } ?? false)
  }

  @Test(arguments: 0..<300)
  func everythingDrawnStandsInThePicture(_ seed: Int) throws {
    let series = Self.series(seed)
    let layout = try #require(Self.layout(series))
    let inside = Permyriad(0)...Permyriad.all
    #expect(layout.points.compactMap { $0 }.allSatisfy { inside.contains($0.x) && inside.contains($0.y) })
    #expect((layout.breaks + layout.gaps).allSatisfy(inside.contains))
    #expect(layout.points.count { $0 == nil } == layout.gaps.count)
    #expect(layout.axis.low <= 0 && layout.axis.high >= 0)
    #expect(layout.axis.ticks.count <= 6 && layout.axis.ticks.contains(0))
  }

  @Test func aLineStopsWhereTheSeriesBreaksAndWhereANumberIsMissing() throws {
    let points = ["1", "2", "", "4", "5", "6"].enumerated().map { KeyFigure.Point(period: "202\($0)", value: DecimalNumber($1)) }
    let series = KeyFigure(name: "Fel", points: points, breaks: [.init(before: 5, note: "Nytt sätt att räkna")])
    let layout = try #require(Self.layout(series))
    #expect(layout.segments == [0..<1, 3..<4])
    #expect(layout.points[2] == nil)
    let (before, after) = try (#require(layout.points[4]), #require(layout.points[5]))
    #expect(before.x < layout.breaks[0] && layout.breaks[0] < after.x)
  }

  @Test func yearsFitUnderTheNarrowestLine() throws {
    let points = (2019...2025).map { KeyFigure.Point(period: String($0), value: DecimalNumber($0)) }
    let layout = try #require(Self.layout(KeyFigure(name: "Fel", points: points)))
    #expect(layout.periods.filter { !$0.isMinor }.map(\.text) == ["2019", "2021", "2023", "2025"])
    #expect(layout.periods.count == 7)
  }
}

@Suite struct ChartAxisTests {
  @Test(arguments: [
    ([3, 14, 9], 0, ["0", "5", "10", "15"]), ([0], 0, ["0", "1"]), ([-7, 12], 0, ["−10", "0", "10", "20"]),
    ([-3, -20], 0, ["−20", "−10", "0"]), ([61, 74], 1, ["0", "5", "10"]), ([5, 7], 1, ["0,0", "0,5", "1,0"]),
    ([12_345], 0, ["0", "5 000", "10 000", "15 000"]),
  ])
  func beginsAtZeroAndCountsInRoundNumbers(_ digits: [Int], _ decimals: Int, _ names: [String]) {
    let axis = ChartAxis(digits, decimals: decimals)
    #expect(axis.ticks.map { axis.text($0, NumberStyle(group: " ", decimalMark: ",")) } == names)
  }

  @Test func writesPlacesWithoutNeedlessZeros() {
    #expect([0, 5, 50, 1_250, 1_205, 10_000].map { Permyriad($0).text } == ["0%", "0.05%", "0.5%", "12.5%", "12.05%", "100%"])
  }
}
