import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let answerFromOtherBoard = DiagnosticCode(
    "answer-from-other-board", .note,
    explanation: Wording(
      sv: "En nämnd svarar på en rekommendation som riktas till en annan. Det händer, men kan också vara fel id.",
      en: "A board answers a recommendation that is addressed to another. That happens, but may also be a wrong id."))
}

extension Rule {
  /// A board mostly answers what is addressed to it.
  static let answerFromOtherBoard = Rule(code: .answerFromOtherBoard) { content, diagnostics in
    let archive = content.archive
    for answer in archive.answers {
      let by = archive[answer.reply].by
      for id in answer.to {
        let recommendation = archive[id]
        let concerned = recommendation.to + recommendation.with
        guard !by.isEmpty, !recommendation.to.isEmpty, !concerned.contains(where: { by.contains($0) }) else { continue }
        let names = recommendation.to.map { archive[$0].name }.joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            .answerFromOtherBoard,
            Wording(
              sv: "\(recommendation.shortID) är riktad till \(names)", en: "\(recommendation.shortID) is addressed to \(names)"),
            at: content.place(answer.origin),
            cure: Wording(
              sv: "Se efter att id:t stämmer. Svarar nämnden för en annan: gör ingenting.",
              en: "See that the id is right. If the board answers for another: do nothing.")))
      }
    }
  }
}
