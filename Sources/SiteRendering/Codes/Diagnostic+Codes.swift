public import Diagnostics

/// What can be wrong with the register of short codes.
public enum CitationCodeCodes {
  public static let line = DiagnosticCode(
    "code-line", .error,
    explanation: Wording(
      sv: """
        En rad i codes.txt är ingen kod med sin adress. Koden är den som andra skriver när de citerar en granskning, och den ska \
        betyda samma sak för alltid. Missiv skriver raderna själv: 1490-integration-2021 /boras/integration-2021/. Hämta tillbaka \
        filen ur en säkerhetskopia eller ur versionshanteringen om den har skadats.
        """,
      en: """
        A line of codes.txt is no code with its address. The code is what others write when they cite an audit, and is to mean the \
        same for ever. Missiv writes the lines itself: 1490-integration-2021 /boras/integration-2021/. If the file was damaged, get \
        it back from a copy or from version control.
        """))

  public static let twice = DiagnosticCode(
    "code-twice", .error,
    explanation: Wording(
      sv: """
        En kod i codes.txt leder till två granskningar. Det händer när två som har arbetat var för sig slår ihop sina ändringar. \
        Behåll den rad vars kod redan kan vara citerad och ta bort den andra; den granskningen får en egen kod av nästa bygge.
        """,
      en: """
        A code of codes.txt leads to two audits. It happens when two who worked apart merge what they did. Keep the line whose code \
        may already be cited and remove the other; the next build gives that audit a code of its own.
        """))

  public static let all = [line, twice]
}

extension Diagnostic {
  static func codeLine(_ place: SourceRange) -> Diagnostic {
    Diagnostic(
      CitationCodeCodes.line, Wording(sv: "raden är ingen kod med sin adress", en: "the line is no code with its address"),
      at: place,
      cure: Wording(
        sv: "Skriv den som 1490-integration-2021 /boras/integration-2021/, eller hämta tillbaka filen.",
        en: "Write it as 1490-integration-2021 /boras/integration-2021/, or get the file back."))
  }

  static func codeTwice(_ code: String, _ one: String, _ other: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      CitationCodeCodes.twice,
      Wording(sv: "\(code) leder både till /\(one) och till /\(other)", en: "\(code) leads both to /\(one) and to /\(other)"),
      at: place,
      cure: Wording(
        sv: "Ta bort den av de två raderna vars kod ingen kan ha citerat. Den granskningen får en ny kod.",
        en: "Remove the one of the two lines whose code nobody can have cited. That audit is given a new code."))
  }
}
