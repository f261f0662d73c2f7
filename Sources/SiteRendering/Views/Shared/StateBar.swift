import AuditModel
import Charts
import Mustache

/// How many recommendations are in each state, as a bar with its key: the partials `state-bar` and `state-key`.
struct StateBar: View {
  let title: String
  private let segments: [Segment]
  private let picture: [UInt8]

  /// - Parameter anchor: unique on its page.
  init(context: SiteContext, anchor: String, title: String, states: [KeyFigures.StateCount]) {
    let segments = StateBar.order.compactMap { state in states.first { $0.state == state } }.map { state in
      Segment(
        symbol: state.state.symbol, count: state.count,
        label: context.strings.text(state.state.countPhrase, ["n": .number(state.count)]))
    }
    var picture: [UInt8] = []
    StackedBar(segments.map { ($0.symbol, $0.count) }).print(
      title: title, description: context.strings.list(segments.map(\.label)) + ".", id: anchor, into: &picture)
    self.title = title
    self.segments = segments
    self.picture = picture
  }

  static let view = ViewType<StateBar>(
    "state-bar",
    [
      .text("title") { $0.title },
      .html("picture") { $0.picture },
      .list("segments") { $0.segments },
    ])

  /// What has come furthest stands first, and what nobody has answered last.
  private static let order: [RecommendationState] = [
    .done, .partlyDone, .reportedDone, .underWay, .remaining, .answered, .rejected, .transferred, .obsolete, .awaitingReply,
    .replyOverdue, .notInCollection, .unasked,
  ]

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

extension StateBar {
  static func ofAudit(_ id: ID<Audit>, in context: SiteContext, anchor: String, states: [KeyFigures.StateCount]) -> StateBar {
    let count = states.reduce(0) { $0 + $1.count }
    return StateBar(
      context: context, anchor: anchor, title: context.strings.text(.barOfAudit, ["n": .number(count)]), states: states)
  }

  static func ofMunicipality(_ id: ID<Municipality>, in context: SiteContext, anchor: String) -> StateBar? {
    let states = context.insight.keyFigures(of: .municipality(id)).states
    guard !states.isEmpty else { return nil }
    return StateBar(
      context: context, anchor: anchor, title: context.strings.text(.barOfPlace, ["name": .text(context.archive[id].name)]),
      states: states)
  }
}
