import AuditModel
public import Diagnostics

/// What can be wrong with a register of changes.
public enum ChangeCodes {
  public static let line = DiagnosticCode(
    "change-line", .error,
    explanation: Wording(
      sv: """
        En rad i en kommuns changes.txt går inte att läsa. Missiv skriver raderna själv. En rad med = säger vad en sida säger nu, \
        de andra vad som har ändrats och när. Ska en notering bort tas hela dess rad bort, och den kommer inte tillbaka. Har filen \
        skadats hämtas den ur versionshanteringen eller en säkerhetskopia, eller så tas raden bort.
        """,
      en: """
        A line of a municipality's changes.txt cannot be read. Missiv writes the lines itself. A line with = says what a page says \
        now, the others what changed and when. To take an entry away, remove its whole line; it does not come back. If the file was \
        damaged, get it from version control or a copy, or remove the line.
        """))

  public static let later = DiagnosticCode(
    "change-later", .warning,
    explanation: Wording(
      sv: """
        En ändring är noterad på en senare dag än den som webbplatsen byggs för. Så länge det är så noteras inga ändringar, för de \
        skulle komma i fel ordning. Byggs webbplatsen som den var en tidigare dag är det som det ska. Har datorns klocka gått fel \
        när raden skrevs, rätta dagen på den.
        """,
      en: """
        A change is noted on a later day than the site is built for. As long as that is so no changes are noted, since they would \
        come in the wrong order. Where the site is built as it was on an earlier day, all is well. If the computer's clock was wrong \
        when the line was written, put its day right.
        """))

  public static let all = [line, later]
}

extension Diagnostic {
  static func changeLine(_ place: SourceRange) -> Diagnostic {
    Diagnostic(
      ChangeCodes.line, Wording(sv: "raden går inte att läsa", en: "the line cannot be read"), at: place,
      cure: Wording(
        sv: "Ta bort raden eller hämta tillbaka filen som den var.", en: "Remove the line, or get the file back as it was."))
  }

  static func changeLater(_ day: Day, than asOf: Day, _ place: SourceRange) -> Diagnostic {
    let (day, asOf) = (EDTFDate(day).description, EDTFDate(asOf).description)
    return Diagnostic(
      ChangeCodes.later,
      Wording(
        sv: "\(day) är senare än \(asOf), som webbplatsen byggs för, så ändringar noteras inte",
        en: "\(day) is later than \(asOf), which the site is built for, so no changes are noted"),
      at: place,
      cure: Wording(
        sv: "Har klockan gått fel, rätta dagen på raden. Annars behöver inget göras.",
        en: "If the clock was wrong, put the day of the line right. Else nothing needs to be done."))
  }
}
