import AuditModel

extension Tables {
  static var followUps: DataTable<ID<FollowUp>> {
    DataTable(
      columns: [
        Column("id", .text) { id, context in .text(context.archive[id].id) },
        Column("audit", .text, of: .audits) { id, context in .text(context.archive[context.archive[id].audit].id) },
        Column("by", .ids) { id, context in
          switch context.archive[id].voice {
          case .auditors: .ids(["auditors"])
          case .boards(let boards): .ids(boards.map { context.archive[$0].id })
          }
        },
        Column("date", .date) { id, context in DataValue(context.archive[id].date) },
        Column("url", .page) { id, _ in .page(.followUp(id)) },
      ],
      rows: { context, row in
        for id in sorted(context.archive.followUps, \.id) where isPublished(id, context) { row(id) }
      })
  }

  private static func isPublished(_ id: ID<FollowUp>, _ context: SiteContext) -> Bool {
    let followUp = context.archive[id]
    return !followUp.isDraft && !context.archive[followUp.audit].isDraft
  }

  /// What a follow-up says of one recommendation or one measure.
  struct FindingRow {
    let finding: ID<Finding>
    var recommendation: ID<Recommendation>?
    var measure: ID<Measure>?
  }

  static var findings: DataTable<FindingRow> {
    DataTable(
      columns: [
        Column("followup", .text, of: .followUps) { row, context in
          .text(context.archive[context.archive[row.finding].followUp].id)
        },
        Column("recommendation", .text, of: .recommendations) { row, context in
          DataValue(row.recommendation.map { context.archive[$0].id })
        },
        Column("measure", .text, of: .measures) { row, context in DataValue(row.measure.map { context.archive[$0].id }) },
        Column("status", .word(FindingStatus.self)) { row, context in .text(context.archive[row.finding].status.rawValue) },
        Column("reason", .text) { row, context in DataValue(context.archive[row.finding].reason) },
        Column("quote", .text) { row, context in DataValue(context.archive[row.finding].quote) },
        Column("to", .text, of: .boards) { row, context in
          DataValue(context.archive[row.finding].transferredTo.map { context.archive[$0].id })
        },
      ],
      rows: { context, row in
        for followUp in sorted(context.archive.followUps, \.id) where isPublished(followUp, context) {
          for finding in context.archive[followUp].findings {
            for id in context.archive[finding].recommendations { row(FindingRow(finding: finding, recommendation: id)) }
            for id in context.archive[finding].measures { row(FindingRow(finding: finding, measure: id)) }
          }
        }
      })
  }
}
