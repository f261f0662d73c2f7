/// A comparison for those who want to count for themselves: every fact a row, never summed up.
///
/// Rows are made as they are visited, so that a large archive's need not all be in memory.
public struct ComparisonRecords: Sendable {
  public let id: ComparisonID
  public let columns: [ComparisonTable.Column]
  private let insight: Insight

  init(_ id: ComparisonID, of insight: Insight) {
    self.id = id
    self.insight = insight
    self.columns = ComparisonRecords.columns(of: id.kind)
  }

  /// Visits the rows by municipality and date of the audit, each with as many cells as there are columns.
  public func forEach(_ visit: ([ComparisonTable.Cell]) -> Void) {
    for audit in insight.audits(of: id) {
      switch id.kind {
      case .assessments: insight.assessments(in: audit, visit)
      case .themes: insight.themes(in: audit, visit)
      case .states: insight.states(in: audit, visit)
      case .replyTimes: insight.replyTimes(in: audit, visit)
      case .boardKinds: insight.boardKinds(in: audit, visit)
      case .keyFigures: insight.keyFigures(in: audit, visit)
      }
    }
  }

  private static func columns(of kind: ComparisonKind) -> [ComparisonTable.Column] {
    let audit: [ComparisonTable.Column] = [
      .init("municipality", .word(.municipality)), .init("audit", .word(.audit)), .init("date", .word(.date), .date),
    ]
    return switch kind {
    case .assessments:
      audit + [
        .init("of", .word(.of)), .init("kind", .word(.kind)), .init("aspect", .word(.aspect)), .init("level", .word(.level)),
        .init("quote", .word(.quote)),
      ]
    case .themes:
      audit + [
        .init("theme", .word(.theme)), .init("role", .word(.role)), .init("recommendation", .word(.recommendation)),
        .init("counted", .word(.counted)), .init("tone", .word(.tone)),
      ]
    case .states:
      audit + [
        .init("recommendation", .word(.recommendation)), .init("state", .word(.state)), .init("flags", .word(.flags)),
        .init("reply_state", .word(.replyState)),
      ]
    case .replyTimes:
      audit + [
        .init("board", .word(.board)), .init("due", .word(.due), .date), .init("replied", .word(.replied), .date),
        .init("reply_state", .word(.replyState)), .init("days_late", .word(.daysLate), .number),
        .init("uncertain", .word(.uncertain)), .init("on_behalf", .word(.onBehalf)),
      ]
    case .keyFigures:
      audit + [
        .init("key_figure", .word(.keyFigure)), .init("period", .word(.period)), .init("value", .word(.value), .decimal),
        .init("source", .word(.source)), .init("series_break", .word(.seriesBreak)),
      ]
    case .boardKinds:
      [.init("kind", .word(.kind)), .init("board", .word(.board))] + audit + [
        .init("recommendation", .word(.recommendation)), .init("state", .word(.state)),
        .init("followed_up", .word(.followedUp)),
      ]
    }
  }
}

extension Insight {
  public func records(of id: ComparisonID) -> ComparisonRecords { ComparisonRecords(id, of: self) }
}
