import AuditModel
import Mustache

/// When replies came, in days from the date asked for: the partial `reply-plot`. Marks are placed by per cent, words are text.
struct ReplyPlot: View {
  let context: SiteContext
  let count: String
  let ticks: [Tick]
  let rows: [Row]

  static let view = ViewType<ReplyPlot>(
    "reply-plot",
    [.text("count") { $0.count }, .list("ticks") { $0.ticks }, .list("rows") { $0.rows }])

  struct Tick: View {
    let x: String
    let name: String
    let anchor: String
    let isMinor: Bool

    static let view = ViewType<Tick>(
      "plot-tick",
      [.text("x") { $0.x }, .text("name") { $0.name }, .text("textAnchor") { $0.anchor }, .flag("isMinor") { $0.isMinor }])
  }

  struct Row: View {
    let audit: Link
    let boards: String
    let sentence: String
    let due: String?
    let mark: String?
    let isLate: Bool
    let isUncertain: Bool
    let isUnknown: Bool

    static let view = ViewType<Row>(
      "plot-row",
      [
        .object("audit") { $0.audit },
        .text("boards") { $0.boards },
        .text("sentence") { $0.sentence },
        .text("due") { $0.due },
        .text("mark") { $0.mark },
        .flag("isLate") { $0.isLate },
        .flag("isUncertain") { $0.isUncertain },
        .flag("isUnknown") { $0.isUnknown },
      ])
  }

  /// As many as a picture shows.
  private static let limit = 14

  /// Nil where no reply was asked for, or more than a picture shows. `unasked` are audits that asked for none, to be named as such.
  static func make(_ context: SiteContext, _ expectations: [ReplyExpectation], unasked: [ID<Audit>] = []) -> ReplyPlot? {
    // Boards of one audit with the same outcome share a line.
    var groups: [(first: ReplyExpectation, boards: [ID<Board>])] = []
    for expectation in expectations {
      guard groups.count <= limit else { return nil }
      if let index = groups.lastIndex(where: {
        $0.first.audit == expectation.audit && $0.first.state == expectation.state && $0.first.due == expectation.due
      }) {
        groups[index].boards += expectation.board.map { [$0] } ?? []
      } else {
        groups.append((expectation, expectation.board.map { [$0] } ?? []))
      }
    }
    guard !groups.isEmpty, groups.count + unasked.count <= limit else { return nil }
    let days =
      expectations.compactMap(\.state.daysLate)
      + expectations.compactMap { if case .overdue(let days) = $0.state { days } else { nil } }
    let step = max(30, ((days.map(abs).max() ?? 60) / 4 + 29) / 30 * 30)
    let low = -max(1, ((days.min() ?? 0) < 0 ? (-(days.min() ?? 0) + step - 1) / step : 1))
    let high = max(2, ((days.max() ?? 0) + step - 1) / step)
    func x(_ days: Int) -> String { percent(days - low * step, of: (high - low) * step) }
    let ticks = (low...high).map { place in
      let name = place == 0 ? context.strings.text(.plotDue) : place < 0 ? "−\(-place * step)" : "+\(place * step)"
      let anchor = place == low ? "start" : place == high ? "end" : "middle"
      return Tick(x: x(place * step), name: name, anchor: anchor, isMinor: place != 0 && place != high && place % 2 != 0)
    }
    let rows = groups.map { expectation, boards in
      let late: Int? =
        if case .overdue(let days) = expectation.state { days } else { expectation.state.daysLate }
      return Row(
        audit: Link(name: context.shortName(expectation.audit), address: context.address(expectation.audit)),
        boards: context.names(boards),
        sentence: ExpectationView(context: context, expectation: expectation).sentence
          + (expectation.isUncertain ? " (" + context.strings.text(.dateUncertain) + ")" : ""),
        due: expectation.due == nil ? nil : x(0), mark: expectation.state.isAnswered ? late.map { x($0) } : nil,
        isLate: (late ?? 0) > 0, isUncertain: expectation.isUncertain,
        isUnknown: !expectation.state.isAnswered && expectation.due != nil)
    }
    let others = unasked.map { id in
      Row(
        audit: Link(name: context.shortName(id), address: context.address(id)), boards: "",
        sentence: context.strings.text(.replyNotAsked), due: nil, mark: nil, isLate: false, isUncertain: false, isUnknown: false)
    }
    let answered = expectations.count { $0.state.isAnswered }
    return ReplyPlot(
      context: context, count: context.strings.text(.plotCount, ["n": .number(answered)]), ticks: ticks,
      rows: rows + others)
  }
}
