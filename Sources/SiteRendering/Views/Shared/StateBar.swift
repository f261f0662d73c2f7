import AuditModel
import Charts
import Mustache

/// How many recommendations are in each state, as a bar with its key: the partials `state-bar` and `state-key`.
struct StateBar: View {
  let context: SiteContext
  /// Unique on its page.
  let anchor: String
  let title: String
  let states: [KeyFigures.StateCount]

  static let view = ViewType<StateBar>(
    "state-bar",
    [
      .text("title") { $0.title },
      .html("picture") { bar in
        var picture: [UInt8] = []
        StackedBar(bar.segments.map { ($0.symbol, $0.count) }).print(
          title: bar.title, description: bar.context.strings.list(bar.segments.map(\.label)) + ".", id: bar.anchor,
          into: &picture)
        return picture
      },
      .list("segments") { $0.segments },
    ])

  /// What has come furthest stands first, and what nobody has answered last.
  private static let order: [RecommendationState] = [
    .done, .partlyDone, .reportedDone, .underWay, .remaining, .answered, .rejected, .transferred, .obsolete, .awaitingReply,
    .replyOverdue, .notInCollection, .unasked,
  ]

  private var segments: [Segment] {
    StateBar.order.compactMap { state in states.first { $0.state == state } }.map { state in
      Segment(
        symbol: state.state.symbol, count: state.count,
        label: context.strings.text(state.state.countPhrase, ["n": .number(state.count)]))
    }
  }

  /// One state's part of the bar.
  struct Segment: View {
    let symbol: String
    let count: Int
    let label: String

    static let view = ViewType<Segment>(
      "state-segment",
      [
        .text("symbol") { $0.symbol },
        .number("count") { $0.count },
        .text("label") { $0.label },
      ])
  }
}
