import AuditModel
import Mustache

/// How many recommendations are in each state, as a bar with its key: the partials `state-bar` and `state-key`.
struct StateBar: View {
  let context: SiteContext
  /// Unique on its page.
  let anchor: String
  let title: String
  let states: [KeyFigures.StateCount]

  private var total: Int { states.reduce(0) { $0 + $1.count } }

  static let view = ViewType<StateBar>(
    "state-bar",
    [
      .text("anchor") { $0.anchor },
      .text("title") { $0.title },
      .text("description") { bar in
        bar.context.strings.list(bar.segments.map(\.label)) + "."
      },
      .list("segments") { $0.segments },
    ])

  /// What has come furthest stands first, and what nobody has answered last.
  private static let order: [RecommendationState] = [
    .done, .partlyDone, .reportedDone, .underWay, .remaining, .answered, .rejected, .transferred, .obsolete, .awaitingReply,
    .replyOverdue, .notInCollection, .unasked,
  ]

  private var segments: [Segment] {
    var from = 0
    return StateBar.order.compactMap { state in states.first { $0.state == state } }.map { state in
      defer { from += state.count }
      return Segment(
        symbol: state.state.symbol, count: state.count,
        label: context.strings.text(state.state.countPhrase, ["n": .number(state.count)]),
        start: percent(from, of: total), width: percent(state.count, of: total))
    }
  }

  /// One state's part of the bar.
  struct Segment: View {
    let symbol: String
    let count: Int
    let label: String
    let start: String
    let width: String

    static let view = ViewType<Segment>(
      "state-segment",
      [
        .text("symbol") { $0.symbol },
        .number("count") { $0.count },
        .text("label") { $0.label },
        .text("start") { $0.start },
        .text("width") { $0.width },
      ])
  }
}

/// A share in per cent with two decimals, for the geometry of charts.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "0%" }
  let hundredths = (part * 20_000 + whole) / (whole * 2)
  let fraction = hundredths % 100
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
}
