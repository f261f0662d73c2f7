public import AuditModel

/// Numbers over time as a picture: a panel a series, so that what has different units never shares an axis.
///
/// A value; `ChartHTML` prints it as a figure with its table, and a CSV printer needs nothing but `series`.
public struct Chart: Sendable, Equatable {
  public var kind: Kind
  public var series: [KeyFigure]
  /// Whether all series are of one thing and stand on one axis, with or without a unit.
  public var hasOneAxis = false

  /// The word in the title of a picture of a CSV file.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    case bar, line
  }

  /// Nil where there is no number to draw, or one out of all measure.
  public init?(_ kind: Kind, _ series: [KeyFigure]) {
    let drawn = series.filter { $0.points.contains { $0.value != nil } }
    guard !drawn.isEmpty, drawn.allSatisfy({ $0.digits != nil }) else { return nil }
    self.kind = kind
    self.series = drawn
  }

  /// Series with the same unit are drawn on the same axis, so that their panels can be compared; others each on their own.
  func axis(of series: KeyFigure) -> ChartAxis {
    let together = hasOneAxis ? self.series : series.unit == nil ? [series] : self.series.filter { $0.unit == series.unit }
    let decimals = together.map(\.decimals).max() ?? 0
    let digits = together.flatMap { $0.points.compactMap { $0.value?.digits(decimals: decimals) } }
    return kind == .line && series.canBeLine
      ? ChartAxis(digits, decimals: decimals) : ChartAxis(exactly: digits, decimals: decimals)
  }
}

extension KeyFigure {
  /// As many as the number with most has.
  var decimals: Int { points.compactMap { $0.value?.decimals }.max() ?? 0 }

  /// The numbers in whole units of the last decimal; nil where one is out of all measure.
  var digits: [Int?]? {
    var digits: [Int?] = []
    for point in points {
      guard let value = point.value else {
        digits.append(nil)
        continue
      }
      guard let whole = value.digits(decimals: decimals) else { return nil }
      digits.append(whole)
    }
    return digits
  }
}
