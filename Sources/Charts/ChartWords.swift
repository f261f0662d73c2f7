public import AuditModel

/// The words of a language that a chart needs beside those of its numbers.
public struct ChartWords: Sendable, Equatable {
  public var numbers: NumberStyle
  /// Said of a period without a number.
  public var missing: String
  /// Before what a source is called: `Källa:`.
  public var source: String
  /// Before the period from which a series cannot be compared with what was before: `Seriebrott 2023:`.
  public var seriesBreak: String
  public var asTable: String
  public var asCSV: String
  /// What a table in running text is called where nothing else names it.
  public var table: String

  public init(
    numbers: NumberStyle = .swedish, missing: String = "uppgift saknas", source: String = "Källa:",
    seriesBreak: String = "Seriebrott", asTable: String = "Siffrorna som tabell", asCSV: String = "Siffrorna som CSV",
    table: String = "Tabell"
  ) {
    self.numbers = numbers
    self.missing = missing
    self.source = source
    self.seriesBreak = seriesBreak
    self.asTable = asTable
    self.asCSV = asCSV
    self.table = table
  }
}
