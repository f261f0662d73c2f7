/// A key figure over time, from a CSV file beside an audit: absence due to illness, urgent faults, places in preschool.
public struct KeyFigure: Sendable, Hashable {
  /// As the file names it, without its unit.
  public var name: String
  /// `procent`, `kronor`; nil where the file does not say.
  public var unit: String?
  /// In the order of the file.
  public var points: [Point]
  /// Where numbers before and after cannot be compared.
  public var breaks: [SeriesBreak]
  /// The file's path in the content folder; empty where that does not matter.
  public var file: String

  public struct Point: Sendable, Hashable {
    /// A year or another period, as the file has it.
    public var period: String
    /// Nil where the file has none: never zero.
    public var value: DecimalNumber?
    /// Where the number comes from, and of what date it is.
    public var source: String?

    public init(period: String, value: DecimalNumber?, source: String? = nil) {
      self.period = period
      self.value = value
      self.source = source
    }
  }

  public struct SeriesBreak: Sendable, Hashable {
    /// The place in `points` of the first number after the break.
    public var before: Int
    /// What changed.
    public var note: String

    public init(before: Int, note: String) {
      self.before = before
      self.note = note
    }
  }

  public init(name: String, unit: String? = nil, points: [Point], breaks: [SeriesBreak] = [], file: String = "") {
    self.name = name
    self.unit = unit
    self.points = points
    self.breaks = breaks
    self.file = file
  }

  /// Where the numbers come from, each source once and in the order of the file.
  public var sources: [String] {
    var sources: [String] = []
    for case let source? in points.map(\.source) where !sources.contains(source) { sources.append(source) }
    return sources
  }
}
