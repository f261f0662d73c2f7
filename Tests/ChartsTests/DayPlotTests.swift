import Testing

@testable import Charts

@Suite struct DayPlotTests {
  private func plot(_ days: [[Int]], dueName: String = "begärt datum") -> DayPlot {
    DayPlot(
      days.map { DayPlot.Row(marks: $0.map { .init(days: $0, isUncertain: false) }, lacksReply: $0.isEmpty) }, dueName: dueName)
  }

  @Test(arguments: 0..<300)
  func namesOnTheAxisNeverOverlapAndMarksStandInThePicture(_ seed: Int) {
    var numbers = LineLayoutTests.Numbers(state: UInt64(seed))
    let reach = [5, 60, 400, 5_000].randomElement(using: &numbers) ?? 5
    let days = (0..<9).map { _ in Int.random(in: -reach...reach, using: &numbers) }
    let plot = plot([days, []], dueName: String(repeating: "å", count: Int.random(in: 1...20, using: &numbers)))
    for (width, labels) in [
      (DayPlot.narrow, plot.labels.filter { !$0.isMinor }), (DayPlot.wide, plot.labels), (1_000, plot.labels),
    ] {
      #expect(AxisLabel.fit(labels, in: width))
    }
    #expect(plot.labels.contains { $0.x == plot.axis.place(0) && !$0.isMinor })
    #expect(days.map(plot.axis.place).allSatisfy { (Permyriad(0)...Permyriad.all).contains($0) })
  }

  @Test func aRowIsALineFromTheDateToTheReply() {
    let plot = plot([[30]])
    var bytes: [UInt8] = []
    plot.print(plot.rows[0], into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <svg aria-hidden="true" focusable="false"><line class="line-base" x1="0%" y1="50%" x2="100%" y2="50%"/>\
        <line class="line-due" x1="33.33%" y1="10%" x2="33.33%" y2="90%"/>\
        <line class="line-late" x1="33.33%" y1="50%" x2="66.66%" y2="50%"/>\
        <circle class="dot-open" cx="66.66%" cy="50%" r="7"/></svg>
        """)
  }

  @Test func repliesOfTheSameDayStandBesideEachOther() {
    let plot = plot([[1, 1, 1, 60]])
    #expect(plot.lanes(of: plot.rows[0]) == [5_000, 2_000, 8_000, 5_000])
  }

  @Test func hostileNamesStayText() {
    var bytes: [UInt8] = []
    plot([[1]], dueName: "<script>\"&").printAxis(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).contains("&lt;script&gt;&quot;&amp;"))
  }
}
