import Diagnostics

/// What may be wrong with a text in Markdown.
extension DiagnosticCode {
  static let rawHTML = DiagnosticCode(
    "raw-html", .warning,
    explanation: Wording(
      sv: "HTML-koder i en text tas bort, så att en sida aldrig kan visa eller hämta något som ingen har granskat.",
      en: "HTML tags in a text are left out, so that a page can never show or load what nobody has checked."))
  static let dangerousAddress = DiagnosticCode(
    "dangerous-address", .error,
    explanation: Wording(
      sv:
        "Länkar får börja med https:, http:, mailto: eller tel:. Andra slag kan köra program hos den som klickar.",
      en: "Links may begin with https:, http:, mailto: or tel:. Other kinds may run programs where somebody clicks."
    ))
  static let tableExtraCells = DiagnosticCode(
    "table-extra-cells", .warning,
    explanation: Wording(
      sv: "En tabellrad har fler celler än tabellens rubrikrad. Cellerna utan rubrik kommer inte med på sidan.",
      en: "A table row has more cells than the table's header row. Cells without a header do not come onto the page."))
  static let tableColumns = DiagnosticCode(
    "table-columns", .warning,
    explanation: Wording(
      sv: "En tabell känns igen på raden med bindestreck, som ska ha lika många celler som rubrikraden ovanför.",
      en: "A table is known by its line of hyphens, which must have as many cells as the header row above it."))
  static let csvColumns = DiagnosticCode(
    "csv-columns", .error,
    explanation: Wording(
      sv: "Alla rader i en CSV-fil ska ha lika många värden som den första, som har kolumnernas namn.",
      en: "Every row of a CSV file must have as many values as the first, which names the columns."))
  static let csvQuote = DiagnosticCode(
    "csv-quote", .error,
    explanation: Wording(
      sv: "Ett värde inom citattecken i en CSV-fil slutar med ett citattecken, följt av skiljetecken eller ny rad.",
      en: "A value in quotation marks in a CSV file ends with a quotation mark, followed by a separator or a new line."))
  static let csvEmpty = DiagnosticCode(
    "csv-empty", .error,
    explanation: Wording(
      sv: "En CSV-fil som ska visas som tabell behöver minst en rad med kolumnernas namn.",
      en: "A CSV file that is to be shown as a table needs at least a row that names the columns."))

  static let markdownCodes = [rawHTML, dangerousAddress, tableExtraCells, tableColumns, csvColumns, csvQuote, csvEmpty]
}

extension Diagnostic {
  static func rawHTML(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    let tag = String(file.text(in: range).prefix(40))
    return Diagnostic(
      .rawHTML, Wording(sv: "\(tag) tas bort", en: "\(tag) is left out"), at: file.place(range),
      cure: Wording(
        sv: "Skriv med Markdown i stället: **fet**, *kursiv*, [text](adress). Ska tecknet < synas: skriv \\<.",
        en: "Write it in Markdown: **bold**, *italic*, [text](address). If the character < is to be seen: write \\<."))
  }

  static func dangerousAddress(_ address: String, in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    let address = String(address.prefix(40))
    return Diagnostic(
      .dangerousAddress, Wording(sv: "\(address) är ingen adress att länka till", en: "\(address) is no address to link to"),
      at: file.place(range),
      cure: Wording(
        sv: "Länka till en webbadress (https:), en e-postadress (mailto:) eller något på webbplatsen.",
        en: "Link to a web address (https:), a mail address (mailto:) or something on the site."))
  }

  static func tableExtraCells(in file: SourceFile, at range: Range<Int>, found: Int, expected: Int) -> Diagnostic {
    Diagnostic(
      .tableExtraCells,
      Wording(
        sv: "\(count(found, "cell", "celler")) i en rad under \(count(expected, "rubrik", "rubriker"))",
        en: "\(count(found, "cell", "cells")) in a row under \(count(expected, "header", "headers"))"),
      at: file.place(range),
      cure: Wording(
        sv: "Ge tabellen en rubrik till, eller skriv \\| om strecket hör till texten.",
        en: "Give the table another header, or write \\| if the stroke belongs to the text."))
  }

  static func tableColumns(in file: SourceFile, at range: Range<Int>, found: Int, expected: Int) -> Diagnostic {
    Diagnostic(
      .tableColumns,
      Wording(
        sv: "\(count(found, "kolumn", "kolumner")) i strecken under \(count(expected, "rubrik", "rubriker"))",
        en: "\(count(found, "column", "columns")) in the strokes under \(count(expected, "header", "headers"))"),
      at: file.place(range),
      cure: Wording(
        sv: "Skriv lika många --- som det finns rubriker, med | emellan.",
        en: "Write as many --- as there are headers, with | between."))
  }

  static func csvColumns(in file: SourceFile, at range: Range<Int>, found: Int, expected: Int) -> Diagnostic {
    Diagnostic(
      .csvColumns,
      Wording(
        sv: "\(count(found, "värde", "värden")) i en rad under \(count(expected, "kolumn", "kolumner"))",
        en: "\(count(found, "value", "values")) in a row under \(count(expected, "column", "columns"))"),
      at: file.place(range),
      cure: Wording(
        sv: "Skriv citattecken omkring värden som har skiljetecken i sig, och lämna tomma värden tomma.",
        en: "Put quotation marks around values that have a separator in them, and leave empty values empty."))
  }

  static func csvUnclosedQuote(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .csvQuote, Wording(sv: "Citattecken som inte avslutas", en: "Quotation mark that is not closed"), at: file.place(range),
      cure: Wording(sv: "Skriv ett citattecken där värdet slutar.", en: "Write a quotation mark where the value ends."))
  }

  static func csvTextAfterQuote(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .csvQuote, Wording(sv: "Text efter det avslutande citattecknet", en: "Text after the closing quotation mark"),
      at: file.place(range),
      cure: Wording(sv: "Skriv citattecken inne i ett värde två gånger.", en: "Write quotation marks inside a value twice."))
  }

  static func csvEmpty(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .csvEmpty, Wording(sv: "Tom CSV-fil", en: "Empty CSV file"), at: .start(of: file.path),
      cure: Wording(
        sv: "Skriv en rad med kolumnernas namn och sedan en rad per post.",
        en: "Write a row with the columns' names and then a row for each entry."))
  }
}

/// `1 cell`, `2 cells`.
private func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
