import Diagnostics

extension DiagnosticCode {
  static let emptySection = DiagnosticCode(
    "empty-section", .warning,
    explanation: Wording(
      sv:
        "En rubrik utan text under sig lovar något som inte kommer. Oftast har texten tappats bort, eller är rubriken kvar "
        + "av misstag.",
      en: "A heading with no text below it promises what does not come. Mostly the text was lost, or the heading left by mistake."
    ))
}

extension DocumentRule {
  /// Below every heading there is text, or a heading further down.
  static let emptySection = DocumentRule(code: .emptySection) { text, diagnostics in
    let blocks = text.outline.blocks
    for (index, block) in blocks.enumerated() {
      guard case .heading(let level) = block.kind else { continue }
      if index + 1 < blocks.count {
        guard case .heading(let next) = blocks[index + 1].kind, next <= level else { continue }
      }
      diagnostics.append(
        Diagnostic(
          .emptySection, Wording(sv: "Rubrik utan text under sig", en: "Heading with no text below it"),
          at: text.place(block.range),
          cure: Wording(sv: "Skriv texten, eller ta bort rubriken.", en: "Write the text, or delete the heading.")))
    }
  }
}
