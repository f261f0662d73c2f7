public import AuditModel

extension CSVTable {
  /// The key figures of a file whose first column is a period: a series for each column of numbers.
  ///
  /// A unit stands in brackets after a column's name. `Källa` says where a row's numbers come from; `Seriebrott` says what
  /// changed before them, in every series or, as `Seriebrott: Akuta fel`, in one.
  public func keyFigures(file: String = "") -> [KeyFigure] {
    let roles = header.map(Role.init)
    guard header.count > 1, roles[0] == .series, !rows.isEmpty else { return [] }
    return header.indices.dropFirst().filter { roles[$0] == .series && isNumeric(column: $0) }.compactMap { column in
      let (name, unit) = Self.nameAndUnit(header[column])
      let cells = rows.map { $0.indices.contains(column) ? $0[column] : "" }
      let points = zip(rows, cells).map { row, cell in
        KeyFigure.Point(
          period: row[0], value: DecimalNumber(cell),
          source: header.indices.first { roles[$0] == .source && !row[$0].isEmpty }.map { row[$0] })
      }
      // A number that cannot be reckoned with is no missing number: such a column is a table's only.
      guard zip(points, cells).allSatisfy({ $0.value != nil || $1.isEmpty }) else { return nil }
      let breaks = rows.indices.dropFirst().flatMap { place in
        header.indices.filter { roles[$0].breaks(header[column]) && !rows[place][$0].isEmpty }.map {
          KeyFigure.SeriesBreak(before: place, note: rows[place][$0])
        }
      }
      let isPercent = unit == nil && cells.allSatisfy { $0.isEmpty || $0.hasSuffix("%") }
      return KeyFigure(name: name, unit: isPercent ? "%" : unit, points: points, breaks: breaks, file: file)
    }
  }

  /// Whether the first column is of years or other periods, as its heading says.
  public var isOverTime: Bool {
    ["år", "year", "period", "läsår", "månad", "month", "kvartal", "quarter", "datum", "date"].contains(
      folded(header.first ?? ""))
  }

  /// What a column holds, by its heading.
  private enum Role: Equatable {
    case series
    case source
    /// Of one series by its heading, or of all.
    case seriesBreak(of: String?)

    init(_ heading: String) {
      let text = folded(heading)
      if text == "källa" || text == "source" {
        self = .source
        return
      }
      for word in ["seriebrott", "series break"] {
        if text == word {
          self = .seriesBreak(of: nil)
          return
        }
        if text.hasPrefix(word + ":") {
          self = .seriesBreak(of: String(text.dropFirst(word.count + 1).drop { $0 == " " }))
          return
        }
      }
      self = .series
    }

    func breaks(_ heading: String) -> Bool {
      guard case .seriesBreak(let of) = self else { return false }
      return of == nil || of == folded(heading) || of == folded(CSVTable.nameAndUnit(heading).name)
    }
  }

  /// `Sjukfrånvaro (procent)` as its two parts.
  private static func nameAndUnit(_ heading: String) -> (name: String, unit: String?) {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else { return (heading, nil) }
    var name = heading[..<open]
    while name.last == " " { name.removeLast() }
    let unit = heading[heading.index(after: open)...].dropLast()
    return name.isEmpty || unit.isEmpty ? (heading, nil) : (String(name), String(unit))
  }
}
