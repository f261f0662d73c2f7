import AuditModel

/// Where everything stands in a panel with a line: by per cent, so that nothing scales and no text is distorted.
struct LineLayout: Equatable {
  let axis: ChartAxis
  /// A place for each period; nil where there is no number.
  let points: [Point?]
  let periods: [AxisLabel]
  /// Neighbours that a line joins: both have numbers, and no break stands between them.
  let segments: [Range<Int>]
  /// The places of the series breaks, in the order of the series.
  let breaks: [Permyriad]
  /// The places of periods without a number.
  let gaps: [Permyriad]

  struct Point: Equatable {
    let x: Permyriad
    let y: Permyriad
  }

  /// The widths in CSS pixels that a plot at least has: on the narrowest screen, and where minor labels show. The style sheet's
  /// block “Charts” keeps to them.
  static let narrow = 200
  static let wide = 400
  /// Longer ones cannot stand under a line: such a series is drawn as bars.
  static let longestLabel = 10

  /// Short labels stand in the middle under their points, which stand so far in that there is room for half a label.
  private static func inset(_ texts: [String]) -> Int {
    let longest = [texts.first, texts.last].compactMap { $0?.unicodeScalars.count }.max() ?? 0
    return longest <= shortLabel ? max(250, (longest + 1) * AxisLabel.characterWidth * 10_000 / (2 * narrow)) : 250
  }

  private static let shortLabel = 5

  init(_ series: KeyFigure, on axis: ChartAxis) {
    self.axis = axis
    let count = series.points.count
    let texts = series.points.map(\.period)
    let inset = Self.inset(texts)
    let x = (0..<count).map { place in
      count < 2 ? Permyriad(5_000) : Permyriad(inset + place * (10_000 - 2 * inset) / (count - 1))
    }
    points = series.points.enumerated().map { place, point in
      point.value?.digits(decimals: axis.decimals).map { digits in
        Point(x: x[place], y: Permyriad(10_000 - axis.place(digits).hundredths))
      }
    }
    let points = points
    let broken = Set(series.breaks.map(\.before))
    segments = (1..<max(1, count)).filter { points[$0] != nil && points[$0 - 1] != nil && !broken.contains($0) }.map {
      $0 - 1..<$0
    }
    breaks = series.breaks.map { place in
      place.before == 0 ? Permyriad(0) : Permyriad((x[place.before - 1].hundredths + x[place.before].hundredths) / 2)
    }
    gaps = points.indices.filter { points[$0] == nil }.map { x[$0] }
    periods = Self.labels(texts, x, isCentred: inset > 250)
  }

  /// The labels that fit: every n-th of them where there is little room, and those between only where there is more.
  private static func labels(_ texts: [String], _ x: [Permyriad], isCentred: Bool) -> [AxisLabel] {
    let labels = texts.enumerated().map { place, text in
      let anchor: AxisLabel.Anchor =
        isCentred || texts.count == 1 ? .middle : place == 0 ? .start : place == texts.count - 1 ? .end : .middle
      return AxisLabel(text: text, x: x[place], anchor: anchor)
    }
    func fits(_ step: Int, _ width: Int) -> Bool {
      AxisLabel.fit(stride(from: 0, to: labels.count, by: step).map { labels[$0] }, in: width)
    }
    guard !labels.isEmpty else { return [] }
    let wideStep = (1..<labels.count).first { fits($0, wide) } ?? labels.count
    let narrowStep = stride(from: wideStep, to: labels.count, by: wideStep).first { fits($0, narrow) } ?? labels.count
    return stride(from: 0, to: labels.count, by: wideStep).map { place in
      var label = labels[place]
      label.isMinor = place % narrowStep != 0
      return label
    }
  }
}
