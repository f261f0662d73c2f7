extension Insight {
  private static let rowLimit = 200

  /// A row an assessment, in the auditors' words beside the level; by municipality and level where there are too many.
  func assessments(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    let count = audits.reduce(0) { $0 + archive[$1].assessments.count }
    guard count <= Insight.rowLimit else { return assessmentCounts(id, audits) }
    var table = table(
      id,
      [
        .init("audit", .word(.audit)), .init("of", .word(.of)), .init("aspect", .word(.aspect)), .init("quote", .word(.quote)),
        .init("level", .word(.level)),
      ])
    for audit in audits {
      let assessments = archive[audit].assessments
      for assessment in assessments {
        var notes: [Int] = []
        if let quote = assessment.quote, assessments.filter({ $0.quote == quote }).count > 1 {
          notes.append(table.note(.oneSentence(audit)))
        }
        if assessment.level == .fully {
          for case .board(let board) in assessment.of
          where archive[audit].recommendations.contains(where: { archive[$0].to.contains(board) }) {
            notes.append(table.note(.fullyYetRecommended(audit, board)))
          }
        }
        for inference in archive[audit].inferred where inference.field.hasPrefix("assessments") {
          notes.append(table.note(.inference(audit, inference)))
        }
        table.rows.append([
          .init(.audit(audit)), .init(assessment.of.map(content)), .init(assessment.aspect.map { .text($0) }),
          .init(assessment.quote.map { .verbatim($0) }), .init(assessment.level.map { [.level($0)] } ?? [], notes: notes),
        ])
      }
    }
    return table
  }

  private func content(_ body: AssessedBody) -> ComparisonTable.Content {
    switch body {
    case .board(let id): .board(id)
    case .municipality(let id): .municipality(id)
    }
  }

  private func assessmentCounts(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    var columns: [ComparisonTable.Column] = [
      .init("municipality", .word(.municipality)), .init("assessments", .word(.assessments), .number),
    ]
    columns += AssessmentLevel.allCases.map { .init($0.rawValue, .level($0), .number) }
    columns.append(.init("ungraded", .word(.ungraded), .number))
    var table = table(id, columns)
    for (municipality, audits) in byMunicipality(audits) {
      let assessments = audits.flatMap { archive[$0].assessments }
      guard !assessments.isEmpty else { continue }
      var row: [ComparisonTable.Cell] = [.init(.municipality(municipality)), .init(.count(assessments.count))]
      for level in AssessmentLevel.allCases { row.append(.init(.count(assessments.count { $0.level == level }))) }
      row.append(.init(.count(assessments.count { $0.level == nil })))
      table.rows.append(row)
    }
    return table
  }
}
