import Diagnostics

extension DiagnosticCode {
  static let otherWords = DiagnosticCode(
    "other-words", .warning,
    explanation: Wording(
      sv:
        "En rekommendation står nästan likadant i texten som i uppgifterna överst, men inte ordagrant. Ett citat ska vara "
        + "lika överallt. Rätta "
        + "det ställe som skiljer sig från originalet.",
      en:
        "A recommendation stands in the text nearly as in the facts at the top, but not word for word. A quotation must be "
        + "the same "
        + "everywhere. Correct the place that differs from the original."))
}

extension DocumentRule {
  /// An audit's text has its recommendations in their own words, where it has them.
  static let otherWords = DocumentRule(code: .otherWords) { text, diagnostics in
    guard case .audit(let audit) = text.content, text.words.words.count >= 8 else { return }
    var body = QuotedWords(text.words.words)
    let quotations = flattened(audit.recommendations.items).compactMap { entry in
      entry.text.map { (entry, BodyWords($0).words) }
    }
    let exact = quotations.map { body.exactly($0.1) }
    for (index, (entry, words)) in quotations.enumerated() where exact[index] == nil {
      guard let id = entry.id, let near = body.nearly(words) else { continue }
      // Another recommendation, much like this one, stands there as it should.
      if exact.contains(where: { $0?.overlaps(near) ?? false }) { continue }
      let start = text.words.words[near.lowerBound].range.lowerBound
      let end = text.words.words[near.upperBound - 1].range.upperBound
      diagnostics.append(
        Diagnostic(
          .otherWords,
          Wording(
            sv: "\(id.value) står här med andra ord än överst", en: "\(id.value) stands here in other words than at the top"),
          at: text.place(start..<end),
          cure: Wording(
            sv: "Jämför med originalet och skriv likadant på båda ställena.",
            en: "Compare with the original and write both alike."),
          notes: [
            Diagnostic.Note(
              Wording(sv: "Så står den överst", en: "This is how it stands at the top"), at: id.place.range(in: text.file.path))
          ]))
    }
  }
}

private func flattened(_ entries: [RecommendationEntry]) -> [RecommendationEntry] {
  entries.flatMap { [$0] + flattened($0.parts) }
}
