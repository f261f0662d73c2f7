import AuditModel
import Mustache

/// How a municipality does over time: its recommendations by state and its replies, audit year by audit year, as pictures and as
/// a table: the partial `years`.
struct YearsView: View {
  let context: SiteContext
  let years: [YearFigures]

  /// As many years as are told apart at a glance; the table has them all.
  private static let limit = 12

  static let view = ViewType<YearsView>(
    "years",
    [
      .list("bars") { view in view.drawn.map { YearBar(context: view.context, year: $0) } },
      .object("key") { $0.key },
      .object("plot") { ReplyPlot.ofYears($0.context, $0.years) },
      .list("rows") { view in view.years.map { YearRow(context: view.context, year: $0) } },
      .link("csv") { _ in "data/years.csv" },
    ])

  /// Nil where there are not two years to compare.
  init?(_ context: SiteContext, _ municipality: ID<Municipality>) {
    let years = context.insight.figuresByYear(of: municipality)
    guard years.count > 1 else { return nil }
    self.context = context
    self.years = years
  }

  private var drawn: ArraySlice<YearFigures> {
    years.filter { $0.figures.recommendations > 0 }.suffix(YearsView.limit)
  }

  private var key: StateBar? {
    let states = RecommendationState.allCases.compactMap { state in
      let count = drawn.reduce(0) { $0 + $1.figures.count(state) }
      return count > 0 ? KeyFigures.StateCount(state: state, count: count) : nil
    }
    return states.isEmpty ? nil : StateBar(context: context, anchor: "ar-alla", title: "", states: states)
  }
}

/// A year as a bar.
struct YearBar: View {
  let context: SiteContext
  let year: YearFigures

  private var strings: Strings { context.strings }

  static let view = ViewType<YearBar>(
    "year-bar",
    [
      .text("year") { $0.context.name(of: $0.year) },
      .text("count") { view in
        view.strings.text(.countRecommendations, ["n": .number(view.year.figures.recommendations)])
      },
      .object("bar") { view in
        let name = view.context.name(of: view.year)
        return StateBar(
          context: view.context, anchor: "ar-\(view.year.year.map(String.init) ?? "okant")",
          title: view.strings.text(.barOfYear, ["year": .text(name)]), states: view.year.figures.states)
      },
      .text("followedUp") { $0.followedUp },
    ])

  /// What nobody has followed up is said beside what is done of the rest: neither hides in the other.
  private var followedUp: String {
    let figures = year.figures
    var parts: [String] = []
    if figures.done.of > 0 { parts.append(Figure.inWords(figures.done, strings) + " " + strings.text(.figureDone)) }
    parts.append(Figure.inWords(figures.neverFollowedUp, strings) + " " + strings.text(.figureNeverFollowedUp))
    return parts.joined(separator: "; ") + "."
  }
}

/// A year in the table.
struct YearRow: View {
  let context: SiteContext
  let year: YearFigures

  static let view = ViewType<YearRow>(
    "year-row",
    [
      .text("year") { $0.context.name(of: $0.year) },
      .number("audits") { $0.year.figures.audits },
      .number("recommendations") { $0.year.figures.recommendations },
      .text("done") { view in
        view.year.figures.done.of > 0 ? Figure.share(view.year.figures.done, view.context.strings) : nil
      },
      .number("never") { $0.year.figures.neverFollowedUp.count },
      .number("inTime") { $0.year.figures.replyTimes.inTime },
      .number("late") { $0.year.figures.replyTimes.late },
      .number("overdue") { $0.year.figures.replyTimes.overdue },
      .number("missing") { $0.year.figures.replyTimes.notInCollection },
    ])
}
