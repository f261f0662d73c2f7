import AuditModel

extension Tables {
  static var replies: DataTable<ID<Reply>> {
    DataTable(
      columns: [
        Column("id", .text) { id, context in .text(context.archive[id].id) },
        Column("audit", .text, of: .audits) { id, context in .text(context.archive[context.archive[id].audit].id) },
        Column("by", .ids) { id, context in .ids(context.archive[id].by.map { context.archive[$0].id }) },
        Column("date", .date) { id, context in DataValue(context.archive[id].effectiveDate) },
        Column("decision", .text) { id, context in
          let decision = context.archive[id].decision
          let parts = [decision?.paragraph, decision?.reference].compactMap { $0 }
          return parts.isEmpty ? .empty : .text(parts.joined(separator: ", "))
        },
        Column("days_late", .number) { id, context in DataValue(expectation(of: id, context)?.state.daysLate) },
        Column("covered", .number) { id, context in .number(context.insight[id].covered.count) },
        Column("asked", .number) { id, context in .number(context.insight[id].asked.count) },
        Column("url", .page) { id, _ in .page(.reply(id)) },
        Column("uncertain", .flag) { id, context in
          expectation(of: id, context).map { $0.state.daysLate == nil ? .empty : .flag($0.isUncertain) } ?? .empty
        },
      ],
      rows: { context, row in
        for id in sorted(context.archive.replies, \.id) where isPublished(id, context) { row(id) }
      })
  }

  /// The expectation that a reply met: one of a board that gave it itself, if there is one.
  private static func expectation(of id: ID<Reply>, _ context: SiteContext) -> ReplyExpectation? {
    let all = context.insight.expectations(of: context.archive[id].audit)
    return all.first { $0.reply == id && !$0.isOnBehalf } ?? all.first { $0.reply == id }
  }

  private static func isPublished(_ id: ID<Reply>, _ context: SiteContext) -> Bool {
    let reply = context.archive[id]
    return !reply.isDraft && !context.archive[reply.audit].isDraft
  }

  static var answers: DataTable<(answer: ID<Answer>, recommendation: ID<Recommendation>)> {
    DataTable(
      columns: [
        Column("reply", .text, of: .replies) { row, context in .text(context.archive[context.archive[row.answer].reply].id) },
        Column("recommendation", .text, of: .recommendations) { row, context in .text(context.archive[row.recommendation].id) },
        Column("stance", .word(Stance.self)) { row, context in .text(context.archive[row.answer].stance.rawValue) },
        Column("refers_to", .text, of: .boards) { row, context in
          DataValue(context.archive[row.answer].refersTo.map { context.archive[$0].id })
        },
        Column("quote", .text) { row, context in DataValue(context.archive[row.answer].quote) },
      ],
      rows: { context, row in
        for reply in sorted(context.archive.replies, \.id) where isPublished(reply, context) {
          for answer in context.archive[reply].answers {
            for recommendation in context.archive[answer].to { row((answer, recommendation)) }
          }
        }
      })
  }

  static var measures: DataTable<ID<Measure>> {
    DataTable(
      columns: [
        Column("id", .text) { id, context in .text(context.archive[id].id) },
        Column("reply", .text, of: .replies) { id, context in .text(context.archive[context.archive[id].reply].id) },
        Column("for", .ids) { id, context in .ids(context.archive[id].recommendations.map { context.archive[$0].id }) },
        Column("by", .ids) { id, context in .ids(context.archive[id].by.map { context.archive[$0].id }) },
        Column("force", .word(Force.self)) { id, context in DataValue(context.archive[id].force?.rawValue) },
        Column("due", .date) { id, context in DataValue(context.insight[id].deadline.current) },
        Column("state", .text) { id, context in .text(context.insight[id].state.name) },
        Column("text", .text) { id, context in .text(context.archive[id].text) },
      ],
      rows: { context, row in
        for id in sorted(context.archive.measures, \.id) where isPublished(context.archive[id].reply, context) { row(id) }
      })
  }
}
