import Diagnostics

extension DiagnosticCode {
  static let personalNumber = DiagnosticCode(
    "personal-number", .error,
    explanation: Wording(
      sv: "Personnummer och samordningsnummer ska inte stå på webbplatsen. De får användas bara när det är klart motiverat "
        + "(dataskyddslagen, 2018:218, 3 kap. 10 §), och det är det inte här. Det gäller även i tabeller, bilagor och filnamn. "
        + "Regeln kan inte stängas av. Missiv känner igen ett nummer på datumet och kontrollsiffran och visar det aldrig helt.",
      en: "Personal and co-ordination numbers are not to be on the site. They may be used only where there is a clear reason "
        + "(Sweden's data protection act, 2018:218, chapter 3 section 10), and there is none here. That holds in tables, "
        + "attachments and file names too. The rule cannot be turned off. Missiv knows a number by its date and check digit and "
        + "never shows it whole."))
}

extension DocumentRule {
  /// No text has a personal number in it.
  static let personalNumber = DocumentRule(code: .personalNumber) { text, diagnostics in
    for range in text.personalNumbers { diagnostics.append(.personalNumber(in: text.file, at: range)) }
  }
}

extension Diagnostic {
  static func personalNumber(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    let place = SourceRange(path: file.path, range)
    let shown = PersonalNumbers.conceal(file.text(in: range)).split(whereSeparator: \.isNewline).joined()
    return Diagnostic(
      .personalNumber, Wording(sv: "\(shown) är ett personnummer", en: "\(shown) is a personal number"), at: place,
      cure: Wording(
        sv: "Ta bort numret. Behöver läsaren veta att något är borttaget: skriv (personnummer borttaget).",
        en: "Delete the number. If readers need to know that something was left out: write (personnummer borttaget)."),
      fixIts: [FixIt(replace: place, with: "(personnummer borttaget)")])
  }

  /// In the name of a file or a folder.
  static func personalNumber(inNameOf path: String) -> Diagnostic {
    Diagnostic(
      .personalNumber,
      Wording(sv: "Personnummer i filens eller mappens namn", en: "Personal number in the name of the file or folder"),
      at: .start(of: path),
      cure: Wording(sv: "Döp om filen eller mappen utan numret.", en: "Rename the file or folder without the number."))
  }
}

/// Whether a path, of whatever kind of file, has a personal number in it.
func hasPersonalNumber(_ path: String) -> Bool {
  var path = path
  return path.withUTF8 { bytes in
    var isFound = false
    PersonalNumberScan(bytes: bytes).each { _ in isFound = true }
    return isFound
  }
}
