extension Insight {
  /// As many key figures as a page shows, and as many periods beside each other.
  private static let figureLimit = 200
  private static let periodLimit = 8

  /// A row a key figure and audit, with the latest periods side by side; key figures that most municipalities have stand first.
  func keyFigures(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    let shared = sharedKeyFigures(of: audits)
    let periods = Array(
      Set(shared.flatMap { $0.series.flatMap { $0.figure.points.map(\.period) } }).sorted().suffix(Self.periodLimit))
    var table = table(
      id,
      [.init("key_figure", .word(.keyFigure)), .init("audit", .word(.audit))] + periods.map { .init($0, .period($0), .decimal) })
    for (audit, figure) in shared.flatMap(\.series).prefix(Self.figureLimit) {
      let sources = figure.sources.map { table.note(.source(audit, $0)) }
      var row: [ComparisonTable.Cell] = [.init([.text(figure.label)]), .init([.audit(audit)], notes: sources)]
      for period in periods {
        var cell = ComparisonTable.Cell()
        if let place = figure.points.firstIndex(where: { $0.period == period }) {
          cell.contents = figure.points[place].value.map { [.number($0)] } ?? []
          cell.notes = figure.breaks.filter { $0.before == place }.map {
            table.note(.seriesBreak(audit, period: period, $0.note))
          }
        }
        row.append(cell)
      }
      table.rows.append(row)
    }
    return table
  }

  /// The key figures of some audits by what they are called, those of most municipalities first and then in the order of the
  /// audits.
  public func sharedKeyFigures(of audits: [ID<Audit>]) -> [SharedKeyFigure] {
    var groups: [SharedKeyFigure] = []
    var places: [String: Int] = [:]
    for audit in audits {
      for figure in archive[audit].keyFigures {
        let name = figure.label.lowercased()
        if let place = places[name] {
          groups[place].series.append((audit, figure))
        } else {
          places[name] = groups.count
          groups.append(SharedKeyFigure(label: figure.label, series: [(audit, figure)]))
        }
      }
    }
    let counts = groups.map { group in Set(group.series.map { archive[$0.audit].municipality }).count }
    return groups.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.map { groups[$0] }
  }

  /// A row a period of a key figure.
  func keyFigures(in audit: ID<Audit>, _ visit: ([ComparisonTable.Cell]) -> Void) {
    for figure in archive[audit].keyFigures {
      for (place, point) in figure.points.enumerated() {
        visit([
          .init(.municipality(archive[audit].municipality)), .init(.audit(audit)), .init(archive[audit].date.map { .date($0) }),
          .init(.text(figure.label)), .init(.text(point.period)), .init(point.value.map { .number($0) }),
          .init(point.source.map { .text($0) }),
          .init(figure.breaks.first { $0.before == place }.map { .text($0.note) }),
        ])
      }
    }
  }
}

/// A key figure that one or more audits have numbers of.
public struct SharedKeyFigure: Sendable {
  public var label: String
  public var series: [(audit: ID<Audit>, figure: KeyFigure)]
}

extension KeyFigure {
  /// Its name with its unit: `Sjukfrånvaro (procent)`.
  public var label: String { unit.map { "\(name) (\($0))" } ?? name }
}
