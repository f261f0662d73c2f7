import Diagnostics

extension DiagnosticCode {
  static let assessmentEmpty = DiagnosticCode(
    "assessment-empty", .warning,
    explanation: Wording(
      sv:
        "En bedömning utan level och quote visas som att revisorerna inte gav någon samlad bedömning. Den ska ha minst ett av dem.",
      en:
        "An assessment without level and quote is shown as if the auditors had given no overall assessment. It needs one of them."
    ))
}

extension DocumentRule {
  /// An assessment says what the auditors found, in their words or as a level.
  static let assessmentEmpty = DocumentRule(code: .assessmentEmpty) { text, diagnostics in
    guard case .audit(let audit) = text.content else { return }
    for assessment in audit.assessments where assessment.level == nil && assessment.quote == nil {
      guard let first = assessment.of.first else { continue }
      diagnostics.append(
        Diagnostic(
          .assessmentEmpty, Wording(sv: "Bedömningen av \(first.value) är tom", en: "The assessment of \(first.value) is empty"),
          at: first.place.range(in: text.file.path),
          cure: Wording(
            sv: "Lägg till quote: med revisorernas ord eller level: med nivån, eller ta bort bedömningen.",
            en: "Add quote: with the auditors' words or level: with the level, or remove the assessment.")))
    }
  }
}
