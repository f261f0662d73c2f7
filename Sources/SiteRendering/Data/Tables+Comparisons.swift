import AuditModel

extension Tables {
  /// A comparison as data: the words that a page has become stable names.
  ///
  /// | on the page | in the data |
  /// | --- | --- |
  /// | a municipality, an audit, a board, a kind of boards, a theme | its id |
  /// | recommendations on a theme | `primary:R1a secondary:R5`, in the audit of the column |
  /// | how many recommendations on a theme | `primary:3 secondary:1` |
  /// | observed without a recommendation | `observed:negative`, `observed` where no tone is given |
  /// | a level, a state of a reply | its stable name |
  /// | so many of so many | the first number; the other stands in a column before |
  /// | a date | EDTF |
  /// | a number | with a decimal point |
  static func comparison(_ table: ComparisonTable) -> DataTable<[ComparisonTable.Cell]> {
    DataTable(
      columns: table.columns.enumerated().map { place, column in
        DataColumn(column.key, column.dataType) { row, context in
          column.holdsSeveral
            ? .ids(row[place].contents.flatMap { context.tokens($0) }) : row[place].contents.first.map(context.value) ?? .empty
        }
      },
      rows: { _, row in
        for cells in table.rows { row(cells) }
      })
  }
}

extension ComparisonTable.Column {
  fileprivate var dataType: DataType {
    if holdsSeveral { return .ids }
    return switch type {
    case .text: .text
    case .number: .number
    case .decimal: .decimal
    case .date: .date
    }
  }

  /// Whether its cells are lists, whatever stands in one of them.
  fileprivate var holdsSeveral: Bool {
    switch heading {
    case .audit, .theme, .word(.of): true
    case .word(.boards): type == .text
    default: false
    }
  }
}

extension SiteContext {
  fileprivate func value(_ content: ComparisonTable.Content) -> DataValue {
    switch content {
    case .verbatim(let text), .text(let text): .text(text)
    case .level(let level): .text(level.rawValue)
    case .count(let count): .number(count)
    case .share(let share): .number(share.count)
    case .days(let days, _): .number(days)
    case .date(let date): .date(date)
    case .replyState(let state): .text(state.name)
    case .number(let number): .decimal(number)
    case .municipality, .audit, .board, .boardKind, .theme, .recommendations, .themed, .observed: DataValue(tokens(content).first)
    }
  }

  fileprivate func tokens(_ content: ComparisonTable.Content) -> [String] {
    switch content {
    case .municipality(let id): [archive[id].id]
    case .audit(let id): [archive[id].id]
    case .board(let id): [archive[id].id]
    case .boardKind(let id): [archive[id].id]
    case .theme(let id): [archive[id].id]
    case .recommendations(let ids, let isPrimary):
      ids.map { (isPrimary ? "primary:" : "secondary:") + archive[$0].shortID }
    case .themed(let primary, let secondary):
      (primary > 0 ? ["primary:\(primary)"] : []) + (secondary > 0 ? ["secondary:\(secondary)"] : [])
    case .observed(let tone): [tone.map { "observed:" + $0.rawValue } ?? "observed"]
    case .verbatim(let text), .text(let text): [text]
    case .level(let level): [level.rawValue]
    case .count(let count): [String(count)]
    case .share(let share): [String(share.count)]
    case .days(let days, _): [String(days)]
    case .date(let date): [date.description]
    case .replyState(let state): [state.name]
    case .number(let number): [number.description]
    }
  }
}
