import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let deadlinePassed = DiagnosticCode(
    "deadline-passed", .note,
    explanation: Wording(
      sv:
        "En tidsfrist har gått ut, och det finns ingen uppföljning från tiden efter den. Leta efter ett dokument som säger "
        + "hur det gick. "
        + "Finns inget: gör ingenting, webbplatsen visar att tiden har gått ut.",
      en:
        "A deadline has passed, and there is no follow-up from after it. Look for a document that says how things went. If "
        + "there is none: "
        + "do nothing, the site shows that the time is up."))
}

extension Rule {
  /// When a deadline has passed, somebody follows up.
  static let deadlinePassed = Rule(code: .deadlinePassed) { content, diagnostics in
    let archive = content.archive
    guard let asOf = content.asOf else { return }
    func check(_ due: EDTFDate?, _ audit: ID<Audit>, _ id: String, at origin: Origin) {
      guard let due, due.lastDay < asOf, !archive[audit].isDraft else { return }
      for followUp in archive.links.followUps[audit] {
        guard let date = archive[followUp].date, certainlyBefore(date, due) else { return }
      }
      diagnostics.append(
        Diagnostic(
          .deadlinePassed,
          Wording(
            sv: "\(id) skulle vara klar \(due) och är inte uppföljd", en: "\(id) was due \(due) and has not been followed up"),
          at: content.place(origin),
          cure: Wording(
            sv: "Lägg till uppföljningen, om det finns någon.", en: "Add the follow-up, if there is one.")))
    }
    for (index, recommendation) in archive.recommendations.enumerated() where recommendation.isCounted {
      let moved = archive.links.movedDeadlines[ID(index)].map { archive[$0].due }.max { $0.lastDay < $1.lastDay }
      check(moved ?? recommendation.due, recommendation.audit, recommendation.shortID, at: recommendation.origin)
    }
    for (index, measure) in archive.measures.enumerated() {
      let moved = archive.links.movedDeadlinesOfMeasure[ID(index)].map { archive[$0].due }.max { $0.lastDay < $1.lastDay }
      check(moved ?? measure.due, measure.audit, measure.shortID, at: measure.origin)
    }
  }
}
