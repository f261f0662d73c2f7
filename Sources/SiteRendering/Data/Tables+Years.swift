import AuditModel

extension Tables {
  /// A row a municipality and year of its audits: the figures behind the pictures of a municipality's page.
  static var years: DataTable<(municipality: ID<Municipality>, year: YearFigures)> {
    typealias YearColumn = DataColumn<(municipality: ID<Municipality>, year: YearFigures)>
    func figure(_ key: String, _ value: @escaping (KeyFigures) -> Int?) -> YearColumn {
      YearColumn(key, .number) { row, _ in DataValue(value(row.year.figures)) }
    }
    return DataTable(
      columns: [
        YearColumn("municipality", .text, of: .municipalities) { row, context in .text(context.archive[row.municipality].id) },
        YearColumn("year", .number) { row, _ in DataValue(row.year.year) },
        figure("audits") { $0.audits },
        figure("recommendations") { $0.recommendations },
      ]
        + RecommendationState.allCases.map { state in
          figure(String(state.rawValue.map { $0 == "-" ? "_" : $0 })) { $0.count(state) }
        } + [
          figure("followed_up") { $0.done.of },
          figure("never_followed_up") { $0.neverFollowedUp.count },
          figure("replies_in_time") { $0.replyTimes.inTime },
          figure("replies_late") { $0.replyTimes.late },
          figure("median_days_late") { $0.replyTimes.medianDaysLate },
          figure("replies_overdue") { $0.replyTimes.overdue },
          figure("replies_awaited") { $0.replyTimes.awaited },
          figure("replies_not_in_collection") { $0.replyTimes.notInCollection },
        ],
      rows: { context, row in
        for id in sorted(context.archive.municipalities, \.id) {
          for year in context.insight.figuresByYear(of: id) { row((id, year)) }
        }
      })
  }
}
