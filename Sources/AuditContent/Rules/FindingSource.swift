import Diagnostics

extension DiagnosticCode {
  static let findingSource = DiagnosticCode(
    "finding-source", .warning,
    explanation: Wording(
      sv:
        "Det som en uppföljning kommer fram till ska gå att kontrollera: ange source eller quote för varje status, eller "
        + "dokumentet under sources.",
      en: "What a follow-up found must be possible to check: give source or quote for each status, or the document under sources."
    ))
}

extension DocumentRule {
  /// Every finding says where it stands.
  static let findingSource = DocumentRule(code: .findingSource) { text, diagnostics in
    guard case .followUp(let followUp) = text.content, followUp.sources.isEmpty else { return }
    for finding in followUp.findings ?? [] where finding.source == nil && finding.quote == nil {
      guard let first = finding.for.first else { continue }
      diagnostics.append(
        Diagnostic(
          .findingSource, Wording(sv: "Källa saknas för \(first.value)", en: "Source is missing for \(first.value)"),
          at: first.place.range(in: text.file.path),
          cure: Wording(
            sv: "Lägg till source: med sidan, eller quote: med dokumentets ord.",
            en: "Add source: with the page, or quote: with the document's words.")))
    }
  }
}
