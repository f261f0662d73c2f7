import AuditModel
import Testing

@testable import Charts

@Suite struct ChartHTMLTests {
  private func html(_ kind: Chart.Kind, _ series: [KeyFigure]) -> String {
    var bytes = Array("<p>".utf8)
    guard let chart = Chart(kind, series) else { return "" }
    ChartHTML(ChartWords()).panels(of: chart, id: "d", into: &bytes)
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  private func series(_ values: KeyValuePairs<String, String>, unit: String? = nil, breaks: [KeyFigure.SeriesBreak] = [])
    -> KeyFigure
  {
    KeyFigure(
      name: "Akuta fel", unit: unit,
      points: values.map { .init(period: $0.key, value: DecimalNumber($0.value), source: "Årsredovisning") }, breaks: breaks)
  }

  @Test func barsBeginAtZeroAndSayTheirNumber() {
    let bars = html(.bar, [series(["2022": "30", "2023": "", "2024": "−10"], breaks: [.init(before: 2, note: "Ny metod")])])
    #expect(
      bars == """
        <div class="chart-panels">
        <div class="chart-panel"><p class="chart-name">Akuta fel</p>
        <ul class="chart-bars">
        <li><span class="chart-period">2022</span><svg aria-hidden="true" focusable="false">\
        <rect class="chart-bar" x="25%" width="75%" height="100%"/>\
        <line class="chart-zero" x1="25%" y1="0%" x2="25%" y2="100%"/></svg><span class="chart-value">30</span></li>
        <li><span class="chart-period">2023</span><svg aria-hidden="true" focusable="false">\
        <line class="chart-missing" x1="0%" y1="50%" x2="100%" y2="50%"/>\
        <line class="chart-zero" x1="25%" y1="0%" x2="25%" y2="100%"/></svg><span class="chart-value">uppgift saknas</span></li>
        <li class="chart-break-row">Seriebrott 2024: Ny metod</li>
        <li><span class="chart-period">2024</span><svg aria-hidden="true" focusable="false">\
        <rect class="chart-bar" x="0%" width="25%" height="100%"/>\
        <line class="chart-zero" x1="25%" y1="0%" x2="25%" y2="100%"/></svg><span class="chart-value">−10</span></li>
        </ul>
        </div>
        </div>
        <p class="chart-source">Källa: Årsredovisning</p>

        """)
  }

  @Test func aLineSaysAllItsNumbersToThoseWhoDoNotSeeIt() {
    let line = html(.line, [series(["2022": "1234,5", "2023": "", "2024": "3"], breaks: [.init(before: 2, note: "Ny metod")])])
    #expect(line.contains("role=\"img\" aria-labelledby=\"d-1-t d-1-d\"><title id=\"d-1-t\">Akuta fel</title>"))
    #expect(line.contains(">2022: 1\u{A0}234,5; 2023: uppgift saknas; Seriebrott 2024: Ny metod; 2024: 3</desc>"))
    #expect(line.contains("class=\"chart-break\"") && line.contains("class=\"chart-missing\""))
    #expect(!line.contains("class=\"chart-line\""))
  }

  @Test func seriesWithOneUnitShareAnAxisAndOthersDoNot() throws {
    let (a, b, c) = (series(["2022": "10"], unit: "procent"), series(["2022": "40"], unit: "procent"), series(["2022": "5"]))
    let chart = try #require(Chart(.bar, [a, b, c]))
    #expect(chart.axis(of: a) == chart.axis(of: b))
    #expect(chart.axis(of: a).high == 40 && chart.axis(of: c).high == 5)
  }

  @Test func longPeriodsAndSingleNumbersAreBars() {
    #expect(html(.line, [series(["första halvåret 2022": "1", "andra halvåret 2022": "2"])]).contains("chart-bars"))
    #expect(html(.line, [series(["2022": "1", "2023": ""])]).contains("chart-bars"))
  }

  @Test func withoutNumbersThereIsNoChart() {
    #expect(Chart(.bar, [series(["2022": ""])]) == nil)
    #expect(Chart(.line, []) == nil)
  }

  @Test(arguments: Chart.Kind.allCases)
  func hostileTextStaysText(_ kind: Chart.Kind) {
    let bad = "\"><script>&\u{1}"
    let evil = KeyFigure(
      name: bad, unit: bad,
      points: [.init(period: "\"><b>", value: DecimalNumber(1), source: bad), .init(period: "2", value: DecimalNumber(2))],
      breaks: [.init(before: 1, note: bad)])
    let text = html(kind, [evil])
    #expect(!text.contains("<script") && !text.contains("<b>") && !text.contains("\u{1}"))
    #expect(text.contains("&quot;&gt;&lt;script&gt;&amp;"))
  }
}
