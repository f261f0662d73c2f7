/// The rows of each comparison's records, one audit at a time.
extension Insight {
  typealias Cell = ComparisonTable.Cell

  private func start(_ audit: ID<Audit>) -> [Cell] {
    [.init(.municipality(archive[audit].municipality)), .init(.audit(audit)), .init(archive[audit].date.map { .date($0) })]
  }

  private func cell(_ value: Bool) -> Cell { .init(.text(value ? "true" : "false")) }

  private func cell(_ id: ID<Recommendation>) -> Cell { .init(.text(archive[id].id)) }

  /// A row an assessed body.
  func assessments(in audit: ID<Audit>, _ visit: ([Cell]) -> Void) {
    for assessment in archive[audit].assessments {
      for body in assessment.of {
        let kind: ComparisonTable.Content? =
          switch body {
          case .board(let board): .boardKind(archive[board].kind)
          case .municipality: nil
          }
        visit(
          start(audit) + [
            .init(content(body)), .init(kind), .init(assessment.aspect.map { .text($0) }),
            .init(assessment.level.map { .level($0) }), .init(assessment.quote.map { .verbatim($0) }),
          ])
      }
    }
  }

  /// A row a theme of a recommendation, and a row a theme of an observation.
  func themes(in audit: ID<Audit>, _ visit: ([Cell]) -> Void) {
    for id in archive[audit].recommendations {
      for (place, theme) in archive[id].themes.enumerated() {
        visit(
          start(audit) + [
            .init(.theme(theme)), .init(.text(place == 0 ? "primary" : "secondary")),
            cell(id), cell(archive[id].isCounted), .init(),
          ])
      }
    }
    for observation in archive[audit].observations {
      for theme in observation.themes {
        visit(
          start(audit) + [
            .init(.theme(theme)), .init(.text("observed")), .init(), .init(), .init(observation.tone.map { .text($0.rawValue) }),
          ])
      }
    }
  }

  /// A row a counted recommendation.
  func states(in audit: ID<Audit>, _ visit: ([Cell]) -> Void) {
    for id in leaves(of: audit) {
      let standing = self[id]
      visit(
        start(audit) + [
          cell(id), .init(.text(standing.state.rawValue)),
          .init(standing.flags.names.map { .text($0) }), .init(.replyState(standing.replyState)),
        ])
    }
  }

  /// A row a board asked, or that replied; a row an audit that asked for no reply and got none.
  func replyTimes(in audit: ID<Audit>, _ visit: ([Cell]) -> Void) {
    if expectations(of: audit).isEmpty {
      visit(start(audit) + [.init(), .init(), .init(), .init(.replyState(.notAsked)), .init(), .init(), .init()])
    }
    for expectation in expectations(of: audit) {
      visit(
        start(audit) + [
          .init(expectation.board.map { .board($0) }), .init(expectation.due.map { .date($0) }),
          .init(expectation.reply.flatMap { archive[$0].effectiveDate }.map { .date($0) }),
          .init(.replyState(expectation.state)),
          .init(expectation.state.daysLate.map { .days($0, isUncertain: expectation.isUncertain) }),
          cell(expectation.isUncertain), cell(expectation.isOnBehalf),
        ])
    }
  }

  /// A row a tracking unit: a counted recommendation and a board that it is addressed to.
  func boardKinds(in audit: ID<Audit>, _ visit: ([Cell]) -> Void) {
    for id in leaves(of: audit) {
      for board in archive[id].to {
        visit(
          [.init(.boardKind(archive[board].kind)), .init(.board(board))] + start(audit) + [
            cell(id), .init(.text(self[id].state.rawValue)), cell(self[id].isFollowedUp),
          ])
      }
    }
  }
}
