extension Insight {
  /// As many replies as a page shows one by one.
  private static let replyLimit = 60

  /// A row a reply that was asked for; summed up by municipality where there are too many.
  func replyTimes(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    let count = audits.reduce(0) { $0 + expectations(of: $1).count }
    guard count <= Insight.replyLimit else { return replyTimeSums(id, audits) }
    var table = table(
      id,
      [
        .init("audit", .word(.audit)), .init("board", .word(.board)), .init("due", .word(.due), .date),
        .init("replied", .word(.replied), .date), .init("state", .word(.replyState)),
        .init("days_late", .word(.daysLate), .number),
      ])
    for audit in audits {
      for expectation in expectations(of: audit) {
        table.rows.append([
          .init(.audit(audit)), .init(expectation.board.map { .board($0) }), .init(expectation.due.map { .date($0) }),
          .init(expectation.reply.flatMap { archive[$0].effectiveDate }.map { .date($0) }),
          .init(.replyState(expectation.state)),
          .init(expectation.state.daysLate.map { .days($0, isUncertain: expectation.isUncertain) }),
        ])
      }
      if expectations(of: audit).isEmpty {
        table.rows.append([.init(.audit(audit)), .init(), .init(), .init(), .init(.replyState(.notAsked)), .init()])
      }
    }
    return table
  }

  private func replyTimeSums(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    var table = table(
      id,
      [
        .init("municipality", .word(.municipality)), .init("n", .word(.n), .number),
        .init("median_days_late", .word(.medianDaysLate), .number), .init("in_time", .word(.inTime), .number),
        .init("late", .word(.late), .number), .init("overdue", .word(.overdue), .number),
        .init("awaited", .word(.awaited), .number), .init("not_in_collection", .word(.notInCollection), .number),
      ])
    for (municipality, audits) in byMunicipality(audits) {
      let times = replyTimes(audits.flatMap { expectations(of: $0) })
      table.rows.append([
        .init(.municipality(municipality)), .init(.count(times.n)),
        .init(times.medianDaysLate.map { .days($0, isUncertain: times.uncertain > 0) }), .init(.count(times.inTime)),
        .init(.count(times.late)), .init(.count(times.overdue)), .init(.count(times.awaited)),
        .init(.count(times.notInCollection)),
      ])
    }
    return table
  }
}
