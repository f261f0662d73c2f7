import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let findingsMissing = DiagnosticCode(
    "findings-missing", .error,
    explanation: Wording(
      sv: "En uppföljning säger hur det har gått: för varje rekommendation i findings, eller som antal i counts.",
      en: "A follow-up says how things went: for each recommendation in findings, or as numbers in counts."))
}

extension Rule {
  /// A follow-up has findings or counts.
  static let findingsMissing = Rule(code: .findingsMissing) { content, diagnostics in
    for followUp in content.archive.followUps {
      guard case .followUp(let document) = content.document(followUp.origin), document.findings == nil, document.counts == nil,
        content.documents[Int(followUp.origin.file)].isWhole
      else { continue }
      diagnostics.append(
        Diagnostic(
          .findingsMissing,
          Wording(sv: "findings saknas i uppföljningen", en: "findings are missing in the follow-up"),
          at: content.place(followUp.origin),
          cure: Wording(
            sv: "Lägg till findings: med for: och status: för varje rekommendation, eller counts: om det bara finns antal.",
            en: "Add findings: with for: and status: for each recommendation, or counts: where there are only numbers.")))
    }
  }
}
