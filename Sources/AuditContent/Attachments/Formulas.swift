import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let csvFormula = DiagnosticCode(
    "csv-formula", .error,
    explanation: Wording(
      sv: """
        Ett kalkylprogram som öppnar en csv-fil räknar ut värden som börjar med =, +, - eller @, och kan då köra program. Filen läggs ut \
        som den är, så sådana värden får inte stå i den. Tal och ensamma streck går bra.
        """,
      en: """
        A spreadsheet that opens a csv file works out values that begin with =, +, - or @, and may run programs then. The file is \
        published as it is, so that such values may not stand in it. Numbers and lone dashes are fine.
        """))
}

extension Diagnostic {
  fileprivate static func csvFormula(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .csvFormula,
      Wording(sv: "\(file.text(in: range.prefix(40))) är en formel", en: "\(file.text(in: range.prefix(40))) is a formula"),
      at: file.place(range),
      cure: Wording(
        sv: "Skriv värdet i stället för formeln, eller sätt ett annat tecken först.",
        en: "Write the value in place of the formula, or put another character first."))
  }
}

/// The cells of a table that a spreadsheet would take for formulas, at most a hundred.
func formulas(in file: SourceFile) -> [Diagnostic] {
  let bytes = file.bytes
  // Swedish spreadsheets write semicolons, and the comma in numbers.
  let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") }
  let separator = firstLine.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
  func endsCell(_ byte: UInt8) -> Bool { byte == separator || [0x09, 0x0A, 0x0D].contains(byte) }
  var found: [Diagnostic] = []
  var isCellStart = true
  var isQuoted = false
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while index < bytes.count, found.count < 100 {
    let byte = bytes[index]
    if endsCell(byte) {
      (isCellStart, isQuoted) = (true, false)
    } else if isCellStart, byte == UInt8(ascii: "\"") {
      isQuoted = true
    } else if byte != UInt8(ascii: " ") {
      let cell = isCellStart ? bytes[index...].prefix { isQuoted ? $0 != UInt8(ascii: "\"") : !endsCell($0) } : []
      if isSpreadsheetFormula(cell) { found.append(.csvFormula(in: file, at: cell.indices)) }
      isCellStart = false
    }
    index += 1
  }
  return found
}
