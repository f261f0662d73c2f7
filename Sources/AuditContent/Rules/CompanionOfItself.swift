import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let companionOfItself = DiagnosticCode(
    "companion-of-itself", .error,
    explanation: Wording(
      sv: "companion-of pekar på rekommendationen till en annan nämnd, som den här nämnden ska se till att den följer.",
      en: "companion-of points at the recommendation to another board that this board is to see fulfilled."))
}

extension Rule {
  /// A companion duty goes with another recommendation.
  static let companionOfItself = Rule(code: .companionOfItself) { content, diagnostics in
    for (index, recommendation) in content.archive.recommendations.enumerated() where recommendation.companionOf == ID(index) {
      diagnostics.append(
        Diagnostic(
          .companionOfItself,
          Wording(
            sv: "\(recommendation.shortID) är companion-of sig själv", en: "\(recommendation.shortID) is companion-of itself"),
          at: content.place(recommendation.origin),
          cure: Wording(
            sv: "Skriv den andra nämndens rekommendation efter companion-of, eller ta bort raden.",
            en: "Write the other board's recommendation after companion-of, or delete the line.")))
    }
  }
}
