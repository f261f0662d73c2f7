/// The figures of the audits of one year.
public struct YearFigures: Sendable, Hashable {
  /// Nil for audits without a date.
  public var year: Int?
  public var audits: [ID<Audit>]
  public var figures: KeyFigures
}

extension Insight {
  /// How a municipality does over time: the figures of its audits year by year, the oldest first and those without a date last.
  /// Drafts are left out.
  public func figuresByYear(of municipality: ID<Municipality>) -> [YearFigures] {
    let audits = archive.links.audits[municipality].filter { !archive[$0].isDraft }
    let byYear = Dictionary(grouping: audits) { archive[$0].date.map { Int($0.year) } }
    return byYear.keys.sorted { ($0 ?? .max) < ($1 ?? .max) }.map { year in
      let audits = (byYear[year] ?? []).sorted()
      return YearFigures(year: year, audits: audits, figures: figures(counted(audits)))
    }
  }
}
