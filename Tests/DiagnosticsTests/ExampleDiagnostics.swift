import Diagnostics

/// A file with two mistakes in it, and what is said about them.
enum Example {
  static let unknownKey = DiagnosticCode(
    "unknown-key", .error,
    explanation: Wording(sv: "Nyckeln finns inte. Den kan vara felstavad.", en: "The key does not exist. It may be misspelt."))
  static let oddDate = DiagnosticCode(
    "odd-date", .warning, explanation: Wording(sv: "Datumet är ovanligt.", en: "The date is unusual."))

  static let file = SourceFile(
    path: "exempelby/å 1.md", text: "---\ntilte: Granskning\ndate: 1821-03-04\n---\n")

  static func range(_ text: String) -> SourceRange {
    let bytes = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: bytes) } ?? 0
    return SourceRange(path: file.path, start..<start + bytes.count)
  }

  static let error = Diagnostic(
    unknownKey, Wording(sv: "”tilte” är ingen nyckel", en: "“tilte” is no key"), at: range("tilte"),
    cure: Wording(sv: "Skriv title.", en: "Write title."),
    notes: [.init(Wording(sv: "filen börjar här", en: "the file begins here"), at: .start(of: file.path))],
    fixIts: [.init(replace: range("tilte"), with: "title")])

  static let warning = Diagnostic(
    oddDate, Wording(sv: "1821 är före kommunallagarna: 100 % fel, eller?", en: "1821 is before the Municipal Acts"),
    at: range("1821-03-04"))

  static func printer(_ language: Language = .english, color: Bool = false) -> DiagnosticPrinter {
    DiagnosticPrinter(language: language, color: color, sources: { $0 == file.path ? file : nil })
  }
}
