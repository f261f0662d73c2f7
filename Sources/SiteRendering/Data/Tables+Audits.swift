import AuditModel

extension Tables {
  static var audits: DataTable<ID<Audit>> {
    DataTable(
      columns: [
        Column("id", .text) { id, context in .text(context.archive[id].id) },
        Column("municipality", .text, of: .municipalities) { id, context in
          .text(context.archive[context.archive[id].municipality].id)
        },
        Column("title", .text) { id, context in .text(context.archive[id].title) },
        Column("kind", .word(AuditKind.self)) { id, context in DataValue(context.archive[id].kind?.rawValue) },
        Column("auditor", .text) { id, context in .text(context.archive[id].auditor) },
        Column("date", .date) { id, context in DataValue(context.archive[id].date) },
        Column("topics", .ids) { id, context in .ids(context.archive[id].topics.map { context.archive[$0].id }) },
        Column("reply_due", .date) { id, context in DataValue(context.archive[id].replyRequest?.due) },
        Column("assessments", .number) { id, context in .number(context.archive[id].assessments.count) },
        Column("recommendations", .number) { id, context in .number(context.insight.leaves(of: id).count) },
        Column("url", .page) { id, _ in .page(.audit(id)) },
        Column("citation_code", .text) { id, context in .text(context.code(id)) },
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
        Column("audit", .text, of: .audits) { row, context in .text(context.archive[row.audit].id) },
        Column("of", .ids) { row, context in
          .ids(
            row.assessment.of.map {
              switch $0 {
              case .board(let id): context.archive[id].id
              case .municipality(let id): context.archive[id].id
              }
            })
        },
        Column("aspect", .text) { row, _ in DataValue(row.assessment.aspect) },
        Column("level", .word(AssessmentLevel.self)) { row, _ in DataValue(row.assessment.level?.rawValue) },
        Column("quote", .text) { row, _ in DataValue(row.assessment.quote) },
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
        Column("id", .text) { id, context in .text(context.archive[id].id) },
        Column("audit", .text, of: .audits) { id, context in .text(context.archive[context.archive[id].audit].id) },
        Column("municipality", .text, of: .municipalities) { id, context in
          .text(context.archive[context.archive[context.archive[id].audit].municipality].id)
        },
        Column("parent", .text, of: .recommendations) { id, context in
          DataValue(context.archive[id].parent.map { context.archive[$0].id })
        },
        Column("counted", .flag) { id, context in .flag(context.archive[id].isCounted) },
        Column("to", .ids) { id, context in .ids(context.archive[id].to.map { context.archive[$0].id }) },
        Column("with", .ids) { id, context in .ids(context.archive[id].with.map { context.archive[$0].id }) },
        Column("text", .text) { id, context in .text(context.archive[id].text) },
        Column("themes", .ids) { id, context in .ids(context.archive[id].themes.map { context.archive[$0].id }) },
        Column("due", .date) { id, context in DataValue(context.insight[id].deadline.current) },
        Column("state", .word(RecommendationState.self)) { id, context in .text(context.insight[id].state.rawValue) },
        Column("flags", .ids) { id, context in .ids(context.insight[id].flags.names) },
        Column("url", .page) { id, _ in .page(.recommendation(id)) },
        Column("citation_code", .text) { id, context in .text(context.code(id)) },
      ],
      rows: { context, row in
        for id in sorted(context.archive.recommendations, \.id) where !context.archive[context.archive[id].audit].isDraft {
          row(id)
        }
      })
  }
}
