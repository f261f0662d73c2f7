import AuditModel
import Mustache

/// A timeline as a picture in two lanes, auditors and boards, numbered as the list under it: the partial `strip`.
struct Strip: View {
  let anchor: String
  let title: String
  let ticks: [Tick]
  let marks: [Mark]

  static let view = ViewType<Strip>(
    "strip",
    [
      .text("anchor") { $0.anchor },
      .text("title") { $0.title },
      .list("ticks") { $0.ticks },
      .list("marks") { $0.marks },
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

  /// An event: a mark in its voice's lane, or a span where only the year or month is known.
  struct Mark: View {
    let number: Int
    let x: String
    let width: String?
    let lane: Int
    let voice: String
    let isUncertain: Bool

    static let view = ViewType<Mark>(
      "strip-mark",
      [
        .number("number") { $0.number },
        .text("x") { $0.x },
        .text("width") { $0.width },
        .flag("isAuditors") { $0.voice == "auditors" },
        .flag("isClaim") { $0.voice == "claim" },
        .flag("isUncertain") { $0.isUncertain },
        .number("y") { $0.lane },
        .number("textY") { $0.lane + 5 },
      ])
  }

  /// Nil where fewer than two events are dated, or where more would stand than can be told apart.
  static func make(_ context: SiteContext, _ events: [Event], anchor: String) -> Strip? {
    let dated = events.enumerated().filter { $0.element.date != nil }
    guard dated.count >= 2, dated.count <= 12 else { return nil }
    let years = dated.compactMap { $0.element.date?.year }
    guard let first = years.min(), let last = years.max(), let start = Day(year: Int(first), month: 1, day: 1),
      let end = Day(year: Int(last) + 1, month: 1, day: 1)
    else { return nil }
    let span = end.days(since: start)
    func place(_ day: Day) -> String { percent(day.days(since: start), of: span) }
    let count = Int(last) - Int(first) + 1
    let step = count <= 4 ? 1 : (count + 3) / 4
    var ticks: [Tick] = []
    for year in stride(from: Int(first), through: Int(last) + 1, by: step) {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      let anchor = year == Int(first) ? "start" : year == Int(last) + 1 ? "end" : "middle"
      ticks.append(Tick(year: String(year), x: place(day), anchor: anchor, isMinor: ticks.count % 2 == 1 && count > 2))
    }
    // Marks of a lane that would cover each other step down.
    var taken: [[Int]] = [[], []]
    let marks = dated.map { index, event in
      let date = event.date ?? EDTFDate(start)
      let lane = if case .auditors = event.voice { 0 } else { 1 }
      let voice = switch event.voice {
      case .auditors: "auditors"
      case .boards: "board"
      case .claim: "claim"
      }
      let day = date.day == nil ? date.firstDay : date.lastDay
      let from = day.days(since: start)
      let near = taken[lane].filter { abs($0 - from) * 100 < span * 5 }.count
      taken[lane].append(from)
      let isSpan = date.day == nil
      let width = isSpan ? percent(date.lastDay.days(since: date.firstDay) + 1, of: span) : nil
      return Mark(
        number: index + 1, x: place(day), width: width, lane: 34 + lane * 50 + near % 2 * 22, voice: voice,
        isUncertain: !date.isExact)
    }
    return Strip(anchor: anchor, title: context.strings.text(.stripTitle, ["from": .text(String(first)), "to": .text(String(last))]), ticks: ticks, marks: marks)
  }
}
