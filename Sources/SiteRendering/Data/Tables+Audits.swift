import AuditModel

extension Tables {
  static var audits: DataTable<ID<Audit>> {
    DataTable(
      columns: [
        Column("id") { id, context in .text(context.archive[id].id) },
        Column("municipality") { id, context in .text(context.archive[context.archive[id].municipality].id) },
        Column("title") { id, context in .text(context.archive[id].title) },
        Column("kind") { id, context in DataValue(context.archive[id].kind?.rawValue) },
        Column("auditor") { id, context in .text(context.archive[id].auditor) },
        Column("date") { id, context in DataValue(context.archive[id].date) },
        Column("topics") { id, context in .ids(context.archive[id].topics.map { context.archive[$0].id }) },
        Column("reply_due") { id, context in DataValue(context.archive[id].replyRequest?.due) },
        Column("assessments") { id, context in .number(context.archive[id].assessments.count) },
        Column("recommendations") { id, context in .number(context.insight.leaves(of: id).count) },
        Column("url") { id, _ in .page(.audit(id)) },
      ],
      rows: { context, row in
        for id in published(context) { row(id) }
      })
  }

  static func published(_ context: SiteContext) -> [ID<Audit>] {
    sorted(context.archive.audits, \.id).filter { !context.archive[$0].isDraft }
  }

  static var assessments: DataTable<(audit: ID<Audit>, assessment: Assessment)> {
    DataTable(
      columns: [
        Column("audit") { row, context in .text(context.archive[row.audit].id) },
        Column("of") { row, context in
          .ids(
            row.assessment.of.map {
              switch $0 {
              case .board(let id): context.archive[id].id
              case .municipality(let id): context.archive[id].id
              }
            })
        },
        Column("aspect") { row, _ in DataValue(row.assessment.aspect) },
        Column("level") { row, _ in DataValue(row.assessment.level?.rawValue) },
        Column("quote") { row, _ in DataValue(row.assessment.quote) },
      ],
      rows: { context, row in
        for id in published(context) {
          for assessment in context.archive[id].assessments { row((id, assessment)) }
        }
      })
  }

  static var recommendations: DataTable<ID<Recommendation>> {
    DataTable(
      columns: [
        Column("id") { id, context in .text(context.archive[id].id) },
        Column("audit") { id, context in .text(context.archive[context.archive[id].audit].id) },
        Column("municipality") { id, context in
          .text(context.archive[context.archive[context.archive[id].audit].municipality].id)
        },
        Column("parent") { id, context in DataValue(context.archive[id].parent.map { context.archive[$0].id }) },
        Column("counted") { id, context in .flag(context.archive[id].isCounted) },
        Column("to") { id, context in .ids(context.archive[id].to.map { context.archive[$0].id }) },
        Column("with") { id, context in .ids(context.archive[id].with.map { context.archive[$0].id }) },
        Column("text") { id, context in .text(context.archive[id].text) },
        Column("themes") { id, context in .ids(context.archive[id].themes.map { context.archive[$0].id }) },
        Column("due") { id, context in DataValue(context.insight[id].deadline.current) },
        Column("state") { id, context in .text(context.insight[id].state.rawValue) },
        Column("flags") { id, context in .ids(context.insight[id].flags.names) },
        Column("url") { id, _ in .page(.recommendation(id)) },
      ],
      rows: { context, row in
        for id in sorted(context.archive.recommendations, \.id) where !context.archive[context.archive[id].audit].isDraft {
          row(id)
        }
      })
  }
}
