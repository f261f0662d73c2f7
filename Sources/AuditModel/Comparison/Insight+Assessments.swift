extension Insight {
  /// As many assessments as a page shows one by one.
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
      // What is inferred of the audit stands on its first row only.
      var onAudit = inferences(of: audit, ["municipality", "date", "follows"], in: &table)
      for assessment in archive[audit].assessments {
        let onLevel = notes(on: assessment, of: audit, in: &table)
        table.rows.append([
          .init([.audit(audit)], notes: onAudit), .init(assessment.of.map(content)),
          .init(assessment.aspect.map { .text($0) }), .init(assessment.quote.map { .verbatim($0) }),
          .init(assessment.level.map { [.level($0)] } ?? [], notes: onLevel),
        ])
        onAudit = []
      }
    }
    return table
  }

  /// What the audit's page says of its assessments; where it says nothing, what a reader should know of this one.
  private func notes(on assessment: Assessment, of audit: ID<Audit>, in table: inout ComparisonTable) -> [Int] {
    var notes = inferences(of: audit, ["assessments"], in: &table)
    guard notes.isEmpty else { return notes }
    if let quote = assessment.quote, archive[audit].assessments.count(where: { $0.quote == quote }) > 1 {
      notes.append(table.note(.oneSentence(audit)))
    }
    if assessment.level == .fully {
      for case .board(let board) in assessment.of
      where archive[audit].recommendations.contains(where: { archive[$0].to.contains(board) }) {
        notes.append(table.note(.fullyYetRecommended(audit, board)))
      }
    }
    return notes
  }

  func content(_ body: AssessedBody) -> ComparisonTable.Content {
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
      var counts = [AssessmentLevel?: Int]()
      var all = 0
      for audit in audits {
        for assessment in archive[audit].assessments {
          counts[assessment.level, default: 0] += 1
          all += 1
        }
      }
      guard all > 0 else { continue }
      let levels: [AssessmentLevel?] = AssessmentLevel.allCases + [nil]
      table.rows.append(
        [.init(.municipality(municipality)), .init(.count(all))] + levels.map { .init(.count(counts[$0] ?? 0)) })
    }
    return table
  }
}
