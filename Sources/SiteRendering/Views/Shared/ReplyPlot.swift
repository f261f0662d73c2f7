import AuditModel
import Charts
import Mustache

/// When replies came, in days from the date asked for: the partial `reply-plot-figure`. What is missing is a line without a mark.
struct ReplyPlot: View {
  let caption: String
  let count: String
  let plot: DayPlot
  let rows: [Row]

  static let view = ViewType<ReplyPlot>(
    "reply-plot",
    [
      .text("caption") { $0.caption },
      .text("count") { $0.count },
      .html("axis") { view in
        var bytes: [UInt8] = []
        view.plot.printAxis(into: &bytes)
        return bytes
      },
      .list("rows") { view in view.rows.map { PrintedRow(row: $0, plot: view.plot) } },
    ])

  /// A line of the plot, in words.
  struct Row {
    let name: String
    let address: String?
    let detail: String
    let sentence: String
    /// Nil where no date was asked for, so that there is nothing to draw.
    let marks: DayPlot.Row?
  }

  struct PrintedRow: View {
    let row: Row
    let plot: DayPlot

    static let view = ViewType<PrintedRow>(
      "plot-row",
      [
        .text("name") { $0.row.name },
        .link("address") { $0.row.address },
        .text("detail") { $0.row.detail },
        .text("sentence") { $0.row.sentence },
        .html("picture") { view in
          view.row.marks.map { marks in
            var bytes: [UInt8] = []
            view.plot.print(marks, into: &bytes)
            return bytes
          }
        },
      ])
  }

  /// As many rows as a picture shows.
  static let limit = 14

  init(_ context: SiteContext, _ rows: [Row], of expectations: [ReplyExpectation], caption: Phrase = .plotCaption) {
    self.caption = context.strings.text(caption)
    count = context.strings.text(.plotCount, ["n": .number(expectations.count { $0.state.isAnswered })])
    plot = DayPlot(rows.compactMap(\.marks), dueName: context.strings.text(.plotDue))
    self.rows = rows
  }

  /// A row an audit, or a row a municipality where there are more audits than a picture shows; nil where no reply was asked for
  /// or even these are too many. `unasked` are audits that asked for none, to be named as such.
  static func make(_ context: SiteContext, _ expectations: [ReplyExpectation], unasked: [ID<Audit>] = []) -> ReplyPlot? {
    guard !expectations.isEmpty else { return nil }
    if let rows = auditRows(context, expectations, unasked) { return ReplyPlot(context, rows, of: expectations) }
    let places = Dictionary(grouping: expectations) { context.archive[$0.audit].municipality }
    guard places.count <= limit else { return nil }
    let rows = places.keys.sorted().map { id in
      let own = places[id] ?? []
      let audits = Set(own.map(\.audit)).count
      return Row(
        name: context.archive[id].shortName, address: context.address(id),
        detail: context.strings.text(.countAudits, ["n": .number(audits)]), sentence: context.summary(of: own), marks: marks(own))
    }
    return ReplyPlot(context, rows, of: expectations)
  }

  /// How a municipality has kept to the dates it was asked for, a row a year; nil where there are not two years to compare.
  static func ofYears(_ context: SiteContext, _ years: [YearFigures]) -> ReplyPlot? {
    let asked = years.filter { year in year.audits.contains { !context.insight.expectations(of: $0).isEmpty } }
    guard asked.count > 1, asked.count <= limit * 2 else { return nil }
    let rows = asked.map { year in
      let own = year.audits.flatMap { context.insight.expectations(of: $0) }
      return Row(
        name: context.name(of: year), address: nil, detail: context.strings.text(.countAudits, ["n": .number(year.audits.count)]),
        sentence: context.summary(of: own), marks: marks(own))
    }
    return ReplyPlot(
      context, rows, of: asked.flatMap { $0.audits.flatMap { context.insight.expectations(of: $0) } }, caption: .plotYears)
  }

  private static func marks(_ expectations: [ReplyExpectation]) -> DayPlot.Row? {
    guard expectations.contains(where: { $0.due != nil }) else { return nil }
    return DayPlot.Row(
      marks: expectations.compactMap { expectation in
        expectation.state.daysLate.map { DayPlot.Mark(days: $0, isUncertain: expectation.isUncertain) }
      },
      lacksReply: expectations.contains { !$0.state.isAnswered && $0.due != nil })
  }

  /// A row an audit; boards of one audit with the same outcome share a row. Nil where there are too many.
  private static func auditRows(
    _ context: SiteContext, _ expectations: [ReplyExpectation], _ unasked: [ID<Audit>]
  ) -> [Row]? {
    var groups: [[ReplyExpectation]] = []
    for expectation in expectations {
      guard groups.count + unasked.count <= limit else { return nil }
      if let index = groups.lastIndex(where: {
        $0[0].audit == expectation.audit && $0[0].state == expectation.state && $0[0].due == expectation.due
      }) {
        groups[index].append(expectation)
      } else {
        groups.append([expectation])
      }
    }
    guard groups.count + unasked.count <= limit else { return nil }
    let asked = groups.map { group in
      Row(
        name: context.shortName(group[0].audit), address: context.address(group[0].audit),
        detail: context.names(group.compactMap(\.board)),
        sentence: ExpectationView(context: context, expectation: group[0]).sentence
          + (group[0].isUncertain ? " (" + context.strings.text(.dateUncertain) + ")" : ""),
        // They came together: one mark.
        marks: marks([group[0]]))
    }
    return asked
      + unasked.map { id in
        Row(
          name: context.shortName(id), address: context.address(id), detail: "", sentence: context.strings.text(.replyNotAsked),
          marks: nil)
      }
  }
}

extension SiteContext {
  /// How replies came, summed up: `7 av 9 i tid (78 procent), 1 försenat svar`. A median only of five or more.
  func summary(of expectations: [ReplyExpectation]) -> String {
    let times = insight.replyTimes(expectations)
    var parts: [String] = []
    let expected = Share(count: times.inTime, of: times.inTime + times.late + times.overdue)
    if expected.of > 0 { parts.append(Figure.inWords(expected, strings) + " " + strings.text(.replyShareInTime)) }
    if let days = times.medianDaysLate, times.n >= 5 {
      parts.append(
        String(abs(days)) + " "
          + strings.text(days < 0 ? .figureMedianEarly : .figureMedianLate, ["days": .number(abs(days)), "n": .number(times.n)]))
    }
    for (count, phrase) in [(times.overdue, Phrase.figureOverdue), (times.notInCollection, .figureNotInCollection)]
    where count > 0 {
      parts.append("\(count) " + strings.text(phrase, ["n": .number(count)]))
    }
    for (count, phrase) in [(times.awaited, Phrase.replyCountAwaited), (times.uncounted, .replyCountUncounted)] where count > 0 {
      parts.append(strings.text(phrase, ["n": .number(count)]))
    }
    return parts.joined(separator: ", ")
  }

  /// `2022`, or that the year is not known.
  func name(of year: YearFigures) -> String { year.year.map(String.init) ?? strings.text(.dateMissing) }
}
