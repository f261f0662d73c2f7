import AuditModel

/// Prints charts as HTML with inline SVG: a panel a series, words in HTML wherever they might run into each other.
public struct ChartHTML: Sendable {
  private let words: ChartWords

  public init(_ words: ChartWords) { self.words = words }

  /// The panels of a chart. `id` begins the ids of its titles and must be unique on the page.
  public func panels(of chart: Chart, id: String, into bytes: inout [UInt8]) {
    var html = MarkupBytes(bytes: bytes)
    bytes = []
    html.markup("<div class=\"chart-panels\">\n")
    for (place, series) in chart.series.enumerated() {
      html.markup("<div class=\"chart-panel\"><p class=\"chart-name\">")
      html.text(series.name)
      if let unit = series.unit {
        html.markup(" <span class=\"quiet\">(")
        html.text(unit)
        html.markup(")</span>")
      }
      html.markup("</p>\n")
      let axis = chart.axis(of: series)
      if chart.kind == .line, series.canBeLine {
        line(LineLayout(series, on: axis), series, id: "\(id)-\(place + 1)", &html)
      } else {
        bars(series, on: axis, &html)
      }
      html.markup("</div>\n")
    }
    html.markup("</div>\n")
    sources(of: chart, &html)
    bytes = html.bytes
  }

  /// A value with its unit where that is a sign: `45 %`.
  func text(_ value: DecimalNumber, of series: KeyFigure) -> String {
    words.numbers.text(value) + (series.unit == "%" ? "\u{A0}%" : "")
  }

  // MARK: Bars

  /// A row a period; the bar begins at zero and its number is written out.
  private func bars(_ series: KeyFigure, on axis: ChartAxis, _ html: inout MarkupBytes) {
    let zero = axis.place(0)
    html.markup("<ul class=\"chart-bars\">\n")
    for (place, point) in series.points.enumerated() {
      for broken in series.breaks where broken.before == place { breakRow(broken, series, &html) }
      html.markup("<li><span class=\"chart-period\">")
      html.text(point.period)
      html.markup("</span><svg aria-hidden=\"true\" focusable=\"false\">")
      if let value = point.value, let digits = value.digits(decimals: axis.decimals) {
        let end = axis.place(digits)
        html.markup("<rect class=\"chart-bar\"")
        html.attribute("x", min(zero, end))
        html.attribute("width", Permyriad(abs(end.hundredths - zero.hundredths)))
        html.markup(" height=\"100%\"/>")
      } else {
        html.line("chart-missing", Permyriad(0), Permyriad(5_000), .all, Permyriad(5_000))
      }
      html.line("chart-zero", zero, Permyriad(0), zero, .all)
      html.markup("</svg><span class=\"chart-value\">")
      html.text(point.value.map { text($0, of: series) } ?? words.missing)
      html.markup("</span></li>\n")
    }
    html.markup("</ul>\n")
  }

  private func breakRow(_ broken: KeyFigure.SeriesBreak, _ series: KeyFigure, _ html: inout MarkupBytes) {
    html.markup("<li class=\"chart-break-row\">")
    html.text(sentence(broken, in: series))
    html.markup("</li>\n")
  }

  // MARK: Lines

  private func line(_ layout: LineLayout, _ series: KeyFigure, id: String, _ html: inout MarkupBytes) {
    let axis = layout.axis
    let names = axis.ticks.map { axis.text($0, words.numbers) }
    let gutter = min(6, max(2, ((names.map(\.unicodeScalars.count).max() ?? 0) + 1) / 2))
    html.markup("<div class=\"chart-plot chart-gutter-")
    html.text(String(gutter))
    html.markup("\" dir=\"ltr\"><svg role=\"img\"")
    html.attribute("aria-labelledby", "\(id)-t \(id)-d")
    html.markup("><title")
    html.attribute("id", id + "-t")
    html.markup(">")
    html.text(series.name)
    html.markup("</title><desc")
    html.attribute("id", id + "-d")
    html.markup(">")
    html.text(description(of: series))
    html.markup("</desc>\n")
    for (tick, name) in zip(axis.ticks, names) {
      let y = Permyriad(10_000 - axis.place(tick).hundredths)
      html.line(tick == 0 ? "chart-zero" : "chart-grid", Permyriad(0), y, .all, y)
      html.markup("<svg x=\"0\"")
      html.attribute("y", y)
      html.markup("><text class=\"axis-text\" x=\"-7\" y=\"4.5\" text-anchor=\"end\">")
      html.text(name)
      html.markup("</text></svg>")
    }
    html.markup("\n")
    for x in layout.gaps { html.line("chart-missing", x, Permyriad(0), x, .all) }
    for x in layout.breaks { html.line("chart-break", x, Permyriad(0), x, .all) }
    for segment in layout.segments {
      if let from = layout.points[segment.lowerBound], let to = layout.points[segment.upperBound] {
        html.line("chart-line", from.x, from.y, to.x, to.y)
      }
    }
    for case let point? in layout.points {
      html.markup("<circle class=\"chart-dot\"")
      html.attribute("cx", point.x)
      html.attribute("cy", point.y)
      html.markup(" r=\"4\"/>")
    }
    html.markup("\n<svg y=\"100%\">")
    for label in layout.periods { html.label(label, y: "19") }
    html.markup("</svg></svg></div>\n")
    for broken in series.breaks {
      html.markup("<p class=\"chart-note\"><svg class=\"chart-sign\" aria-hidden=\"true\" focusable=\"false\">")
      html.line("chart-break", Permyriad(5_000), Permyriad(0), Permyriad(5_000), .all)
      html.markup("</svg>")
      html.text(sentence(broken, in: series))
      html.markup("</p>\n")
    }
    let missing = series.points.filter { $0.value == nil }.map(\.period)
    if !missing.isEmpty {
      html.markup("<p class=\"chart-note\"><svg class=\"chart-sign\" aria-hidden=\"true\" focusable=\"false\">")
      html.line("chart-missing", Permyriad(5_000), Permyriad(0), Permyriad(5_000), .all)
      html.markup("</svg>")
      html.text(missing.joined(separator: ", ") + ": " + words.missing)
      html.markup("</p>\n")
    }
  }

  /// Every number in the order of the series, for those who do not see the picture.
  private func description(of series: KeyFigure) -> String {
    var parts: [String] = []
    for (place, point) in series.points.enumerated() {
      for broken in series.breaks where broken.before == place { parts.append(sentence(broken, in: series)) }
      parts.append(point.period + ": " + (point.value.map { text($0, of: series) } ?? words.missing))
    }
    return parts.joined(separator: "; ")
  }

  // MARK: Sources

  private func sources(of chart: Chart, _ html: inout MarkupBytes) {
    for source in chart.sources {
      html.markup("<p class=\"chart-source\">")
      html.text(words.source + " " + source)
      html.markup("</p>\n")
    }
  }

  /// `Seriebrott 2023: …`
  private func sentence(_ broken: KeyFigure.SeriesBreak, in series: KeyFigure) -> String {
    words.seriesBreak + " " + series.points[broken.before].period + ": " + broken.note
  }
}

extension Chart {
  /// Where the numbers of all series come from, each source once.
  var sources: [String] {
    var sources: [String] = []
    for source in series.flatMap(\.sources) where !sources.contains(source) { sources.append(source) }
    return sources
  }
}

extension KeyFigure {
  /// A line joins at least two periods whose names have room under it.
  var canBeLine: Bool {
    points.count { $0.value != nil } >= 2 && points.allSatisfy { $0.period.unicodeScalars.count <= LineLayout.longestLabel }
  }
}
