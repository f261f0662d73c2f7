import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let inferredField = DiagnosticCode(
    "inferred-field", .error,
    explanation: Wording(
      sv: "inferred säger vilken uppgift som har räknats ut och varför. Noten visas bredvid uppgiften, så den måste finnas.",
      en: "inferred says which fact was worked out and why. The note is shown beside the fact, so the fact must exist."))
}

extension Rule {
  /// What is called inferred is a key that the document may have.
  static let inferredField = Rule(code: .inferredField) { content, diagnostics in
    func check(_ entries: [InferenceEntry], _ keys: [String], _ path: String) {
      for entry in entries where !keys.contains(entry.field.value) {
        let near = nearMiss(of: entry.field.value, among: keys)
        let place = entry.field.place.range(in: path)
        diagnostics.append(
          Diagnostic(
            .inferredField,
            Wording(
              sv: "\(short(entry.field.value)) är ingen uppgift att räkna ut",
              en: "\(short(entry.field.value)) is no fact to infer"),
            at: place, cure: Diagnostic.choices(near: near, among: keys),
            fixIts: near.map { [Diagnostic.FixIt(replace: place, with: $0)] } ?? []))
      }
    }
    for document in content.documents {
      switch document.content {
      case .audit(let audit): check(audit.inferred, Self.auditKeys, document.path)
      case .reply(let reply): check(reply.inferred, Self.replyKeys, document.path)
      case .followUp(let followUp): check(followUp.inferred, Self.followUpKeys, document.path)
      case .site, .municipality, .page, .glossary, .unknown: continue
      }
    }
  }

  private static let auditKeys = AuditDocument.shape.fields.map(\.key) + ["municipality"]
  private static let replyKeys = ReplyDocument.shape.fields.map(\.key) + ["municipality", "audit"]
  private static let followUpKeys = FollowUpDocument.shape.fields.map(\.key) + ["municipality", "audit"]
}
