import AuditModel
import Mustache

/// A timeline as a picture in two lanes, auditors and boards, numbered as the list under it: the partial `strip`.
struct Strip: View {
  let anchor: String
  let title: String
  let ticks: [Tick]
  let marks: [Mark]
  let geometry: StripGeometry

  static let view = ViewType<Strip>(
    "strip",
    [
      .text("anchor") { $0.anchor },
      .text("title") { $0.title },
      .list("ticks") { $0.ticks },
      .list("marks") { $0.marks },
      .number("extraRows") { $0.geometry.extraRows },
      .number("boardsNameY") { $0.geometry.boardsY - 20 },
      .number("boardsY") { $0.geometry.boardsY },
      .number("tickEnd") { $0.geometry.tickEnd },
      .number("yearY") { $0.geometry.tickEnd + 18 },
    ])

  /// The beginning of a year.
  struct Tick: View {
    let year: String
    let x: String
    let anchor: String
    let isMinor: Bool

    static let view = ViewType<Tick>(
      "strip-tick",
      [.text("year") { $0.year }, .text("x") { $0.x }, .text("textAnchor") { $0.anchor }, .flag("isMinor") { $0.isMinor }])
  }

  /// An event: a mark in its voice's lane, or a span with its number where only the year or month is known.
  struct Mark: View {
    let number: Int
    /// Where its number stands.
    let x: String
    let span: (x: String, width: String)?
    let y: Int
    let voice: Event.Voice
    let isUncertain: Bool

    static let view = ViewType<Mark>(
      "strip-mark",
      [
        .number("number") { $0.number },
        .text("x") { $0.x },
        .flag("isSpan") { $0.span != nil },
        .text("spanX") { $0.span?.x },
        .text("width") { $0.span?.width },
        .flag("isAuditors") { $0.voice == .auditors },
        .flag("isClaim") { if case .claim = $0.voice { true } else { false } },
        .flag("isUncertain") { $0.isUncertain },
        .number("y") { $0.y },
        .number("spanY") { $0.y - 11 },
      ])
  }

  /// More marks than these cannot be told apart.
  private static let limit = 14

  /// Nil where fewer than two events are dated, or where more would stand than can be told apart.
  static func make(_ context: SiteContext, _ events: [Event], anchor: String) -> Strip? {
    let dated = events.enumerated().compactMap { place, event in event.date.map { (number: place + 1, event: event, date: $0) } }
    guard dated.count >= 2, dated.count <= limit, let first = dated.map(\.date.year).min(),
      let last = dated.map(\.date.year).max(), let axis = StripAxis(from: Int(first), through: Int(last))
    else { return nil }
    var geometry = StripGeometry(axis)
    let placed = dated.map { number, event, date in
      let from = axis.place(date.firstDay)
      let to = date.day == nil ? axis.place(date.lastDay) + 1 : from
      let lane = if case .auditors = event.voice { 0 } else { 1 }
      return (number, event, date, from, to, lane, geometry.row(at: (from + to) / 2, lane: lane))
    }
    let marks = placed.map { number, event, date, from, to, lane, row in
      Mark(
        number: number, x: percent((from + to) / 2, of: axis.length),
        span: date.day == nil ? (percent(from, of: axis.length), percent(to - from, of: axis.length)) : nil,
        y: geometry.y(lane: lane, row: row), voice: event.voice, isUncertain: !date.isExact)
    }
    let title = context.strings.text(.stripTitle, ["from": .text(String(first)), "to": .text(String(last))])
    // Spans first, so that marks lie on them and not under.
    return Strip(
      anchor: anchor, title: title, ticks: axis.ticks, marks: marks.filter { $0.span != nil } + marks.filter { $0.span == nil },
      geometry: geometry)
  }
}

/// The years that a strip covers, counted in days.
struct StripAxis {
  let start: Day
  let length: Int
  let ticks: [Strip.Tick]

  /// Nil where the calendar ends.
  init?(from first: Int, through last: Int) {
    guard let start = Day(year: first, month: 1, day: 1), let end = Day(year: last + 1, month: 1, day: 1) else { return nil }
    self.start = start
    let length = end.days(since: start)
    self.length = length
    let step = (last - first + 1 + 5) / 6
    ticks = stride(from: first, through: last + 1, by: step).compactMap { year in
      guard let day = Day(year: year, month: 1, day: 1) else { return nil }
      let anchor = year == first ? "start" : year == last + 1 ? "end" : "middle"
      return Strip.Tick(
        year: String(year), x: percent(day.days(since: start), of: length), anchor: anchor,
        isMinor: (year - first) / step % 2 == 1 && last - first >= 2)
    }
  }

  func place(_ day: Day) -> Int { day.days(since: start) }
}

/// Where marks stand in the two lanes: those that would cover each other step down a row.
struct StripGeometry {
  private let length: Int
  /// The places taken, by lane and row.
  private var rows: [[[Int]]] = [[[]], [[]]]

  private static let rowHeight = 24

  init(_ axis: StripAxis) {
    length = axis.length
  }

  /// The first row of a lane with room at a place: about a mark's width on a narrow screen.
  mutating func row(at place: Int, lane: Int) -> Int {
    let free = rows[lane].firstIndex { row in row.allSatisfy { abs($0 - place) * 1000 >= length * 65 } }
    let row = free ?? rows[lane].count
    if free == nil { rows[lane].append([]) }
    rows[lane][row].append(place)
    return row
  }

  func y(lane: Int, row: Int) -> Int { (lane == 0 ? 34 : boardsY) + row * StripGeometry.rowHeight }

  /// Rows beyond the first of each lane.
  var extraRows: Int { rows[0].count + rows[1].count - 2 }
  var boardsY: Int { 86 + (rows[0].count - 1) * StripGeometry.rowHeight }
  var tickEnd: Int { 108 + extraRows * StripGeometry.rowHeight }
}
