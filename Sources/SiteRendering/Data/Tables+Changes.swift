import AuditModel

extension Tables {
  /// A row a change: what it is about is told apart from its audit, so that all that became of an audit can be found.
  static var changes: DataTable<Change> {
    DataTable(
      columns: [
        Column("date", .date) { change, _ in .date(EDTFDate(change.entry.day)) },
        Column("kind", .words(["event", "correction"])) { change, _ in .text(change.entry.isCorrection ? "correction" : "event")
        },
        Column("audit", .text, of: .audits) { change, context in .text(context.archive[change.audit].id) },
        Column("of", .text) { change, context in
          switch change.subject {
          case .audit(let id): .text(context.archive[id].id)
          case .recommendation(let id): .text(context.archive[id].id)
          case .reply(let id): .text(context.archive[id].id)
          case .followUp(let id): .text(context.archive[id].id)
          }
        },
        Column("fact", .word(Fact.self)) { change, _ in .text(change.entry.name.fact.rawValue) },
        Column("about", .text) { change, _ in DataValue(change.entry.name.subject.isEmpty ? nil : change.entry.name.subject) },
        Column("was", .text) { change, _ in DataValue(change.entry.was.isEmpty ? nil : change.entry.was) },
        Column("now", .text) { change, _ in DataValue(change.entry.now.isEmpty ? nil : change.entry.now) },
        Column("because", .text) { change, context in
          switch change.entry.cause {
          case .document(let key): .text(context.archive[context.archive[change.audit].municipality].id + "/" + key)
          case .passed(let day): .text(day)
          case nil: .empty
          }
        },
        Column("url", .page) { change, context in .page(context.page(of: change.subject)) },
      ],
      rows: { context, row in
        for id in published(context) {
          for change in context.log[id] { row(change) }
        }
      })
  }
}
