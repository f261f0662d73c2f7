import Diagnostics

extension DiagnosticCode {
  static let alternativeText = DiagnosticCode(
    "alternative-text", .warning,
    explanation: Wording(
      sv:
        "Den som inte ser bilden läser dess alternativtext: ![vad bilden visar](bild.png). För en tabell ur en CSV-fil är "
        + "den tabellens rubrik.",
      en:
        "Who cannot see a picture reads its alternative text: ![what the picture shows](picture.png). For a table from a CSV "
        + "file it is the caption."
    ))
  static let vagueLink = DiagnosticCode(
    "vague-link", .warning,
    explanation: Wording(
      sv:
        "Länkar läses ofta upp för sig. Då säger ”här” och ”läs mer” ingenting. Låt länken vara orden som säger vart den leder.",
      en:
        "Links are often read out by themselves, where “here” and “read more” say nothing. Make the words that say where it "
        + "leads the link."
    ))
}

extension DocumentRule {
  /// Pictures have alternative texts.
  static let alternativeText = DocumentRule(code: .alternativeText) { text, diagnostics in
    for link in text.outline.links where link.isImage && !link.hasText {
      diagnostics.append(
        Diagnostic(
          .alternativeText, Wording(sv: "Bild utan alternativtext", en: "Picture without alternative text"),
          at: text.place(link.range),
          cure: Wording(
            sv: "Skriv vad den visar inom hakparentesen före adressen.",
            en: "Write what it shows in the brackets before the address.")))
    }
  }

  /// Links say where they lead.
  static let vagueLink = DocumentRule(code: .vagueLink) { text, diagnostics in
    for link in text.outline.links where !link.isImage && link.text.utf8.count <= 24 && link.hasText {
      var words = link.text.lowercased()
      while let last = words.last, last.isPunctuation || last.isWhitespace { words.removeLast() }
      guard vagueWords.contains(words) else { continue }
      diagnostics.append(
        Diagnostic(
          .vagueLink,
          Wording(sv: "\(link.text) säger inte vart länken leder", en: "\(link.text) does not say where the link leads"),
          at: text.place(link.range),
          cure: Wording(
            sv: "Gör orden som säger vart den leder till länk.", en: "Make the words that say where it leads the link.")))
    }
  }
}

private let vagueWords: Set = [
  "här", "hit", "där", "klicka här", "tryck här", "se här", "läs här", "läs mer", "läs mer här", "mer", "mer information", "länk",
  "länken",
  "denna länk", "den här länken", "den här sidan", "denna sida", "här kan du läsa mer", "here", "click here", "read more", "more",
  "link",
  "this link", "this page",
]
