import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let scanningLeftover = DiagnosticCode(
    "scanning-leftover", .warning,
    explanation: Wording(
      sv:
        "En skannad text har ofta rester kvar: prickar som har fallit bort (namnd), fel bokstav (fér), siffror i ord, "
        + "avstavningar och sidhuvuden "
        + "mitt i texten. Missiv jämför varje ord med hur det annars skrivs i samma text. Står det så i dokumentet: stäng av "
        + "regeln för filen "
        + "under rules i site.yaml och skriv varför.",
      en:
        "A scanned text often has leftovers: dots that were lost (namnd), a wrong letter (fér), digits in words, hyphenation "
        + "and page headers "
        + "inside the text. Missiv compares every word with how the same text writes it elsewhere. If the document has it "
        + "so: turn the rule "
        + "off for the file under rules in site.yaml and say why."))
}

extension DocumentRule {
  /// A text that was scanned was read again by somebody.
  static let scanningLeftover = DocumentRule(code: .scanningLeftover) { text, diagnostics in
    guard !text.outline.blocks.isEmpty else { return }
    switch text.content {
    case .audit, .reply, .followUp: break
    case .site, .municipality, .page, .glossary, .unknown: return
    }
    var found = LostAccents(text).diagnostics
    text.file.bytes.withUnsafeBufferPointer { bytes in
      var leftovers = ScanningMarks(text, bytes)
      leftovers.scan()
      found += leftovers.diagnostics
    }
    // What is said to be word for word may have the slip from its original: nothing is corrected there but by somebody who looks.
    let isVerbatim = text.content.sources.contains { $0.transcription == .verbatim }
    diagnostics += isVerbatim ? found.map { Diagnostic($0.code, $0.message, at: $0.location, cure: $0.cure) } : found
  }
}

extension Diagnostic {
  static func scanningLeftover(_ message: Wording, meant: String?, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .scanningLeftover, message, at: place,
      cure: meant.map {
        Wording(sv: "Menade du \($0)? Jämför med originalet.", en: "Did you mean \($0)? Compare with the original.")
      }
        ?? Wording(sv: "Jämför med originalet och rätta texten.", en: "Compare with the original and correct the text."),
      fixIts: meant.map { [FixIt(replace: place, with: $0)] } ?? [])
  }
}
