import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let duplicateRecommendation = DiagnosticCode(
    "duplicate-recommendation", .warning,
    explanation: Wording(
      sv: "Två rekommendationer i samma granskning till samma nämnd säger nästan samma sak. Oftast har en kopierats av misstag.",
      en: "Two recommendations of one audit to the same board say nearly the same. Mostly one was copied by mistake."))
  static let repeatsMissing = DiagnosticCode(
    "repeats-missing", .warning,
    explanation: Wording(
      sv:
        "En rekommendation säger nästan samma sak som en tidigare till samma nämnd i samma ämne. Skriv den tidigare under "
        + "repeats, så visar "
        + "webbplatsen att den återkommer. Är det en tillfällighet: stäng av regeln för filen under rules i site.yaml och "
        + "skriv varför.",
      en:
        "A recommendation says nearly the same as an earlier one to the same board on the same topic. Write the earlier one "
        + "under repeats, "
        + "and the site shows that it comes back. If it is by chance: turn the rule off for the file under rules in "
        + "site.yaml and say why."
    ))
}

extension Rule {
  /// One audit says a thing once to each board.
  static let duplicateRecommendation = Rule(code: .duplicateRecommendation) { content, diagnostics in
    let archive = content.archive
    for (id, earlier) in NearDuplicates(archive, inOneAudit: true).pairs {
      let (recommendation, other) = (archive[id], archive[earlier])
      guard recommendation.to.contains(where: other.to.contains) || recommendation.to.isEmpty && other.to.isEmpty else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateRecommendation,
          Wording(
            sv: "\(recommendation.shortID) säger nästan samma som \(other.shortID)",
            en: "\(recommendation.shortID) says nearly the same as \(other.shortID)"), at: content.place(recommendation.origin),
          cure: Wording(sv: "Ta bort den ena, eller rätta texten.", en: "Delete one of them, or correct the text."),
          notes: [Diagnostic.Note(Wording(sv: "Den första", en: "The first"), at: content.place(other.origin))]))
    }
  }

  /// What comes back says so.
  static let repeatsMissing = Rule(code: .repeatsMissing) { content, diagnostics in
    let archive = content.archive
    for (id, earlier) in NearDuplicates(archive, inOneAudit: false).pairs {
      let (recommendation, other) = (archive[id], archive[earlier])
      let (audit, before) = (archive[recommendation.audit], archive[other.audit])
      guard recommendation.to.contains(where: other.to.contains), recommendation.repeats.isEmpty, other.repeats.isEmpty,
        audit.topics.contains(where: before.topics.contains) || audit.follows.contains(other.audit)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .repeatsMissing,
          Wording(
            sv: "\(recommendation.shortID) säger nästan samma som \(other.id)",
            en: "\(recommendation.shortID) says nearly the same as \(other.id)"), at: content.place(recommendation.origin),
          cure: Wording(
            sv: "Lägg till repeats: med of: \(other.id).", en: "Add repeats: with of: \(other.id)."),
          notes: [Diagnostic.Note(Wording(sv: "Den tidigare", en: "The earlier one"), at: content.place(other.origin))]))
    }
  }
}
