import AuditModel
public import Charts

extension Strings {
  /// How the language writes numbers.
  var numbers: NumberStyle { NumberStyle(group: text(.numberGroup), decimalMark: text(.numberDecimal)) }

  /// What stands on charts.
  public var chartWords: ChartWords {
    ChartWords(
      numbers: numbers, missing: text(.chartMissing), source: text(.chartSource), seriesBreak: text(.chartBreak),
      asTable: text(.chartTable), asCSV: text(.chartCSV), table: text(.textTable))
  }
}
