public import AuditModel

/// A timeline to scale in two lanes, auditors and boards. Events have the numbers of the list under it, which says what they are.
public struct Strip: Sendable, Equatable {
  /// Each year that has a line of its own.
  let years: [AxisLabel]
  let marks: [Mark]
  let lanes: StripLanes

  /// An event with the number it has in the list.
  public struct Event: Sendable {
    public var number: Int
    public var date: EDTFDate
    public var voice: AuditModel.Event.Voice

    public init(number: Int, date: EDTFDate, voice: AuditModel.Event.Voice) {
      self.number = number
      self.date = date
      self.voice = voice
    }
  }

  /// A mark in its voice's lane, or a span with its number where only the year or month is known.
  struct Mark: Equatable {
    let number: Int
    /// Where its number stands.
    let x: Permyriad
    let span: (x: Permyriad, width: Permyriad)?
    let y: Int
    let voice: AuditModel.Event.Voice
    let isUncertain: Bool

    static func == (a: Mark, b: Mark) -> Bool {
      a.number == b.number && a.x == b.x && a.span?.x == b.span?.x && a.span?.width == b.span?.width && a.y == b.y
    }
  }

  /// What stands on the picture: its title, what it shows, and whose each lane is.
  public struct Words: Sendable {
    public var title: String
    public var description: String
    public var auditors: String
    public var boards: String

    public init(title: String, description: String, auditors: String, boards: String) {
      self.title = title
      self.description = description
      self.auditors = auditors
      self.boards = boards
    }
  }

  /// Nil where there are fewer than two events, or the calendar ends.
  public init?(_ events: [Event]) {
    guard events.count >= 2, let first = events.map(\.date.year).min(), let last = events.map(\.date.year).max(),
      let start = Day(year: Int(first), month: 1, day: 1), let end = Day(year: Int(last) + 1, month: 1, day: 1)
    else { return nil }
    let length = end.days(since: start)
    func place(_ days: Int) -> Permyriad { Permyriad(days * 10_000 / length) }
    var lanes = StripLanes()
    let marks = events.map { event in
      let from = event.date.firstDay.days(since: start)
      let isSpan = event.date.day == nil
      let to = isSpan ? event.date.lastDay.days(since: start) + 1 : from
      let lane = if case .auditors = event.voice { 0 } else { 1 }
      let x = place((from + to) / 2)
      let row = lanes.row(at: x, lane: lane)
      return (event, x, isSpan ? (place(from), Permyriad(place(to).hundredths - place(from).hundredths)) : nil, lane, row)
    }
    let placed = marks.map { event, x, span, lane, row in
      Mark(
        number: event.number, x: x, span: span, y: lanes.y(lane: lane, row: row), voice: event.voice,
        isUncertain: !event.date.isExact)
    }
    // Spans first, so that marks lie on them and not under.
    self.marks = placed.filter { $0.span != nil } + placed.filter { $0.span == nil }
    self.lanes = lanes
    years = Strip.years(Int(first), through: Int(last)) { year in
      Day(year: year, month: 1, day: 1).map { place($0.days(since: start)) }
    }
  }

  private static func years(_ first: Int, through last: Int, _ place: (Int) -> Permyriad?) -> [AxisLabel] {
    let step = (last - first + 1 + 5) / 6
    return stride(from: first, through: last + 1, by: step).compactMap { year in
      guard let x = place(year) else { return nil }
      return AxisLabel(
        text: String(year), x: x, anchor: year == first ? .start : year == last + 1 ? .end : .middle,
        isMinor: (year - first) / step % 2 == 1 && last - first >= 2)
    }
  }
}

/// Where marks stand in the two lanes, in CSS pixels: those that would cover each other step down a row.
struct StripLanes: Equatable {
  /// The places taken, by lane and row.
  private var rows: [[[Permyriad]]] = [[[]], [[]]]

  /// The narrowest strip, the width of a mark, and the height of a row, in CSS pixels.
  static let narrow = 280
  static let markWidth = 24
  static let rowHeight = 24

  /// The first row of a lane with room at a place.
  mutating func row(at place: Permyriad, lane: Int) -> Int {
    let free = rows[lane].firstIndex { row in
      row.allSatisfy { abs($0.hundredths - place.hundredths) * Self.narrow >= Self.markWidth * 10_000 }
    }
    let row = free ?? rows[lane].count
    if free == nil { rows[lane].append([]) }
    rows[lane][row].append(place)
    return row
  }

  func y(lane: Int, row: Int) -> Int { (lane == 0 ? 34 : boardsY) + row * Self.rowHeight }

  var boardsY: Int { 86 + (rows[0].count - 1) * Self.rowHeight }
  var tickEnd: Int { 108 + (rows[0].count + rows[1].count - 2) * Self.rowHeight }
  /// Of the whole picture, with the years under it.
  var height: Int { tickEnd + 24 }
}
