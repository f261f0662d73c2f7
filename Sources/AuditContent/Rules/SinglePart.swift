import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let singlePart = DiagnosticCode(
    "single-part", .warning,
    explanation: Wording(
      sv: "En rekommendation med en enda del räknas som delen, och helheten visas utan att räknas. Oftast har en del glömts.",
      en:
        "A recommendation with a single part counts as the part; the whole is shown and not counted. Mostly a part was forgotten."
    ))
}

extension Rule {
  /// An umbrella has at least two parts.
  static let singlePart = Rule(code: .singlePart) { content, diagnostics in
    for recommendation in content.archive.recommendations where recommendation.parts.count == 1 {
      diagnostics.append(
        Diagnostic(
          .singlePart,
          Wording(sv: "\(recommendation.shortID) har en enda del", en: "\(recommendation.shortID) has a single part"),
          at: content.place(recommendation.origin),
          cure: Wording(
            sv: "Lägg till de delar som saknas, eller skriv allt som en rekommendation.",
            en: "Add the parts that are missing, or write it all as one recommendation.")))
    }
  }
}
