/// Replies in days before and after the date asked for: a row of marks for each audit, municipality or year, on one axis.
///
/// What stands in words beside a row is the page's; this is the picture of it.
public struct DayPlot: Sendable, Equatable {
  public let rows: [Row]
  let axis: DayAxis
  let labels: [AxisLabel]

  public struct Row: Sendable, Equatable {
    public var marks: [Mark]
    /// Whether a reply is missing: shown as a dotted line from the date on, never as a day.
    public var lacksReply: Bool

    public init(marks: [Mark], lacksReply: Bool) {
      self.marks = marks.sorted { $0.days < $1.days }
      self.lacksReply = lacksReply
    }
  }

  /// A reply.
  public struct Mark: Sendable, Equatable {
    /// After the date asked for; negative before it.
    public var days: Int
    public var isUncertain: Bool

    public init(days: Int, isUncertain: Bool) {
      self.days = days
      self.isUncertain = isUncertain
    }
  }

  /// The widths in CSS pixels that the axis at least has; `.plot-row` in the style sheet keeps to them.
  static let narrow = 180
  static let wide = 360

  /// `dueName` stands at the date asked for.
  public init(_ rows: [Row], dueName: String) {
    self.rows = rows
    axis = DayAxis(rows.flatMap { $0.marks.map(\.days) })
    labels = axis.labels(dueName: dueName)
  }

  /// The names along the axis.
  public func printAxis(into bytes: inout [UInt8]) {
    var html = MarkupBytes(bytes: bytes)
    bytes = []
    html.markup("<svg aria-hidden=\"true\" focusable=\"false\">")
    for label in labels { html.label(label, y: "15") }
    html.markup("</svg>")
    bytes = html.bytes
  }

  public func print(_ row: Row, into bytes: inout [UInt8]) {
    var html = MarkupBytes(bytes: bytes)
    bytes = []
    let (due, middle) = (axis.place(0), Permyriad(5_000))
    html.markup("<svg aria-hidden=\"true\" focusable=\"false\">")
    html.line("line-base", Permyriad(0), middle, row.lacksReply ? due : .all, middle)
    if row.lacksReply { html.line("line-unknown", due, middle, .all, middle) }
    html.line("line-due", due, Permyriad(1_000), due, Permyriad(9_000))
    let isAlone = row.marks.count == 1
    for (mark, lane) in zip(row.marks, lanes(of: row)) {
      let x = axis.place(mark.days)
      if isAlone { html.line(mark.days > 0 ? "line-late" : "line-early", due, middle, x, middle) }
      html.markup(mark.days > 0 ? "<circle class=\"dot-open" : "<circle class=\"dot-cited")
      html.markup(mark.isUncertain ? " dash\"" : "\"")
      html.attribute("cx", x)
      html.attribute("cy", Permyriad(lane))
      html.markup(isAlone ? " r=\"7\"/>" : " r=\"5\"/>")
    }
    html.markup("</svg>")
    bytes = html.bytes
  }

  /// Where the marks of a row stand from top to bottom: those close together beside each other, as far as there is room.
  func lanes(of row: Row) -> [Int] {
    let heights = [5_000, 2_000, 8_000]
    var taken = [Int?](repeating: nil, count: heights.count)
    return row.marks.map { mark in
      let x = axis.place(mark.days).hundredths
      let lane = taken.indices.first { place in taken[place].map { x - $0 >= 500 } ?? true } ?? 0
      taken[lane] = x
      return heights[lane]
    }
  }
}

/// An axis of days that has the date asked for on it.
struct DayAxis: Equatable {
  let low: Int
  let high: Int
  let step: Int

  init(_ days: [Int]) {
    let (least, most) = (min(0, days.min() ?? 0), max(0, days.max() ?? 0))
    step = max(30, (max(-least, most, 60) / 4 + 29) / 30 * 30)
    low = -max(1, (-least + step - 1) / step) * step
    high = max(2, (most + step - 1) / step) * step
  }

  func place(_ days: Int) -> Permyriad { Permyriad((days - low) * 10_000 / (high - low)) }

  /// The date's own name, and the days on both sides of it that have room beside it.
  func labels(dueName: String) -> [AxisLabel] {
    func label(_ days: Int) -> AxisLabel {
      AxisLabel(
        text: days == 0 ? dueName : days < 0 ? "−\(-days)" : "+\(days)", x: place(days),
        anchor: days == low ? .start : days == high ? .end : .middle)
    }
    // Near an edge the name begins or ends at its line; where it has no room at all, the number stands for it.
    let named = [AxisLabel.Anchor.middle, .start, .end].map { AxisLabel(text: dueName, x: place(0), anchor: $0) }
    let due = named.first { name in [DayPlot.narrow, DayPlot.wide].allSatisfy { AxisLabel.fit([name], in: $0) } }
    var kept = [due ?? AxisLabel(text: "0", x: place(0))]
    let others = stride(from: low, through: high, by: step).filter { $0 != 0 }.map(label)
    // The ends of the axis first: they say most.
    for (width, isMinor) in [(DayPlot.narrow, false), (DayPlot.wide, true)] {
      for var other in [others.last, others.first].compactMap({ $0 }) + others.dropFirst().dropLast()
      where !kept.contains(where: { $0.x == other.x }) {
        other.isMinor = isMinor
        let row = (kept + [other]).sorted { $0.x < $1.x }
        if AxisLabel.fit(row, in: width) { kept = row }
      }
    }
    return kept
  }
}
