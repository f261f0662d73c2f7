import AuditModel
import Mustache

/// Municipalities' recommendations by state, a bar each, with one key: the partial `state-bars`.
struct StateBars: View {
  let context: SiteContext
  let places: [Place]
  /// All of them together, for the key.
  let key: StateBar

  static let view = ViewType<StateBars>("state-bars", [.list("places") { $0.places }, .object("key") { $0.key }])

  /// As many municipalities as are told apart at a glance.
  private static let limit = 30

  struct Place: View {
    let link: Link
    let count: String
    let bar: StateBar

    static let view = ViewType<Place>(
      "state-bars-place",
      [
        .text("name") { $0.link.name },
        .link("address") { $0.link.address },
        .text("count") { $0.count },
        .object("bar") { $0.bar },
      ])
  }

  /// Nil where there are none, or too many.
  static func make(_ context: SiteContext, _ table: ComparisonTable) -> StateBars? {
    guard !table.rows.isEmpty, table.rows.count <= limit else { return nil }
    let anchor = context.plan.comparisonName(table.id)
    var totals: [RecommendationState: Int] = [:]
    let places = table.rows.enumerated().compactMap { place, cells -> Place? in
      guard case .municipality(let id) = cells.first?.contents.first else { return nil }
      var states: [KeyFigures.StateCount] = []
      for (column, cell) in zip(table.columns, cells) {
        guard case .state(let state) = column.heading, case .count(let count) = cell.contents.first, count > 0 else { continue }
        states.append(KeyFigures.StateCount(state: state, count: count))
        totals[state, default: 0] += count
      }
      let n = states.reduce(0) { $0 + $1.count }
      let link = context.link(id)
      return Place(
        link: link, count: context.strings.text(.countRecommendations, ["n": .number(n)]),
        bar: StateBar(
          context: context, anchor: "\(anchor)-stapel-\(place + 1)",
          title: context.strings.text(.barOfPlace, ["name": .text(link.name)]), states: states))
    }
    let all = RecommendationState.allCases.compactMap { state in
      totals[state].map { KeyFigures.StateCount(state: state, count: $0) }
    }
    return StateBars(
      context: context, places: places,
      key: StateBar(context: context, anchor: anchor + "-alla", title: "", states: all))
  }
}

extension ReplyPlot {
  /// The plot of a comparison of reply times; nil where it is summed up.
  static func make(_ context: SiteContext, _ table: ComparisonTable) -> ReplyPlot? {
    var audits: [ID<Audit>] = []
    for cells in table.rows {
      guard case .audit(let id) = cells.first?.contents.first else { return nil }
      if audits.last != id { audits.append(id) }
    }
    return make(
      context, audits.flatMap { context.insight.expectations(of: $0) },
      unasked: audits.filter { context.insight.expectations(of: $0).isEmpty })
  }
}

/// A comparison as far as a picture shows it, with the way to its table: the partial `comparison-picture`.
struct ComparisonPicture: View {
  let context: SiteContext
  let id: ComparisonID
  let bars: StateBars?
  let plot: ReplyPlot?

  static let view = ViewType<ComparisonPicture>(
    "comparison-picture",
    [
      .text("anchor") { $0.context.plan.comparisonName($0.id) },
      .text("title") { $0.context.strings.text($0.id.kind.title) },
      .text("note") { $0.context.strings.text($0.id.kind.note) },
      .object("bars") { $0.bars },
      .object("plot") { $0.plot },
      .link("address") { $0.context.address(.comparison($0.id)) },
    ])

  /// Nil where there is no picture of it.
  static func make(_ context: SiteContext, _ id: ComparisonID) -> ComparisonPicture? {
    guard id.kind == .states || id.kind == .replyTimes else { return nil }
    let table = context.comparison(id)
    let bars = id.kind == .states ? StateBars.make(context, table) : nil
    let plot = id.kind == .replyTimes ? ReplyPlot.make(context, table) : nil
    return bars == nil && plot == nil ? nil : ComparisonPicture(context: context, id: id, bars: bars, plot: plot)
  }
}
