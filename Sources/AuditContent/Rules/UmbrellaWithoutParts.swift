import Diagnostics

extension DiagnosticCode {
  static let umbrellaWithoutParts = DiagnosticCode(
    "umbrella-without-parts", .warning,
    explanation: Wording(
      sv:
        "En rekommendation som slutar med kolon, eller har parts utan innehåll, leder till punkter som inte finns här. Lägg till dem under parts.",
      en: "A recommendation that ends in a colon, or has empty parts, leads to points that are not here. Add them under parts."))
}

extension DocumentRule {
  /// What leads to points has points.
  static let umbrellaWithoutParts = DocumentRule(code: .umbrellaWithoutParts) { text, diagnostics in
    guard case .audit(let audit) = text.content else { return }
    func check(_ entries: [RecommendationEntry]) {
      for entry in entries {
        check(entry.parts)
        guard let id = entry.id, entry.parts.isEmpty, entry.hasParts || endsInColon(entry.text) else { continue }
        diagnostics.append(
          Diagnostic(
            .umbrellaWithoutParts, Wording(sv: "\(id.value) har inga delar", en: "\(id.value) has no parts"),
            at: id.place.range(in: text.file.path),
            cure: Wording(
              sv: "Lägg till punkterna under parts, eller skriv hela rekommendationen i text.",
              en: "Add the points under parts, or write the whole recommendation in text.")))
      }
    }
    check(audit.recommendations.items)
  }
}

private func endsInColon(_ text: String?) -> Bool {
  text?.utf8.last { $0 > 0x20 } == UInt8(ascii: ":")
}
