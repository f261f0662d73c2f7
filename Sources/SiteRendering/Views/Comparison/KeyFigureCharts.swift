import AuditModel
import Charts
import Mustache

/// A key figure of several municipalities as a picture: a panel each on one axis and the same periods, so that they can be
/// compared.
struct KeyFigureChart: View {
  let name: String
  let markup: [UInt8]

  static let view = ViewType<KeyFigureChart>("key-figure-chart", [.text("name") { $0.name }, .html("panels") { $0.markup }])

  /// As many municipalities and key figures as are taken in at a glance.
  private static let limit = 6

  /// The pictures of the key figures that at least two audits have.
  static func make(_ context: SiteContext, _ table: ComparisonTable) -> [KeyFigureChart] {
    let anchor = context.plan.comparisonName(table.id)
    let shared = context.insight.sharedKeyFigures(of: table.comparedAudits)
    return shared.filter { (2...limit).contains($0.series.count) }.prefix(limit).enumerated().compactMap { place, shared in
      let periods = Set(shared.series.flatMap { $0.figure.points.map(\.period) }).sorted()
      let series = shared.series.map { audit, figure in
        KeyFigure(
          name: context.shortName(audit), unit: figure.unit,
          points: periods.map { period in
            var point = figure.points.first { $0.period == period } ?? KeyFigure.Point(period: period, value: nil)
            point.source = point.source.map { context.shortName(audit) + ": " + $0 }
            return point
          },
          breaks: figure.breaks.compactMap { old in
            periods.firstIndex(of: figure.points[old.before].period).map { .init(before: $0, note: old.note) }
          })
      }
      guard var chart = Chart(.line, series) else { return nil }
      chart.hasOneAxis = true
      var markup: [UInt8] = []
      ChartHTML(context.strings.chartWords).panels(of: chart, id: "\(anchor)-diagram-\(place + 1)", into: &markup)
      return KeyFigureChart(name: shared.label, markup: markup)
    }
  }
}

extension ComparisonTable {
  /// The audits that have a row of their own, in order.
  fileprivate var comparedAudits: [ID<Audit>] {
    var audits: [ID<Audit>] = []
    for cell in rows.joined() {
      for case .audit(let id) in cell.contents where !audits.contains(id) { audits.append(id) }
    }
    return audits.sorted()
  }
}
