import Diagnostics

extension DiagnosticCode {
  static let transcriptionMissing = DiagnosticCode(
    "transcription-missing", .warning,
    explanation: Wording(
      sv:
        "Läsaren behöver veta hur texten har återgetts: verbatim (ordagrant), ocr-corrected (maskinläst och rättad) eller "
        + "excerpt (utdrag). "
        + "Det skrivs efter transcription för källan.",
      en:
        "Readers need to know how the text came here: verbatim, ocr-corrected or excerpt. It is written after transcription "
        + "for the source."
    ))
}

extension DocumentRule {
  /// A text that is copied from a document says how.
  static let transcriptionMissing = DocumentRule(code: .transcriptionMissing) { text, diagnostics in
    let sources = text.content.sources
    guard !text.outline.blocks.isEmpty, let first = sources.first, sources.allSatisfy({ $0.transcription == nil }) else { return }
    diagnostics.append(
      Diagnostic(
        .transcriptionMissing,
        Wording(sv: "transcription saknas för källan", en: "transcription is missing for the source"),
        at: (first.place ?? .start).range(in: text.file.path),
        cure: Wording(
          sv: "Lägg till transcription: och verbatim, ocr-corrected eller excerpt.",
          en: "Add transcription: and verbatim, ocr-corrected or excerpt.")))
  }
}

extension DocumentContent {
  /// The documents that it stands on.
  var sources: [SourceReference] {
    switch self {
    case .audit(let audit): audit.sources
    case .reply(let reply): reply.sources
    case .followUp(let followUp): followUp.sources
    case .site, .municipality, .page, .glossary, .unknown: []
    }
  }
}
