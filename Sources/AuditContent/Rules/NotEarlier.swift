import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let notEarlier = DiagnosticCode(
    "not-earlier", .error,
    explanation: Wording(
      sv: "follows och repeats pekar bakåt i tiden: på en tidigare granskning, inte på sig själv och inte på en senare.",
      en: "follows and repeats point back in time: at an earlier audit, not at itself and not at a later one."))
}

extension Rule {
  /// What an audit follows and what a recommendation repeats came earlier.
  static let notEarlier = Rule(code: .notEarlier) { content, diagnostics in
    let archive = content.archive
    for (index, audit) in archive.audits.enumerated() {
      guard case .audit(let document) = content.document(audit.origin) else { continue }
      for earlier in audit.follows where isNotEarlier(archive[earlier], than: audit, isSame: earlier == ID(index)) {
        // The reference that was linked to it, by its id.
        let name = archive[earlier].id
        let reference = document.follows.first { folded(name).hasSuffix(folded($0.value)) }
        diagnostics.append(
          .notEarlier(name, isSame: earlier == ID(index), at: content.place(reference?.place ?? .start, in: audit.origin)))
      }
    }
    for (index, recommendation) in archive.recommendations.enumerated() {
      let audit = archive[recommendation.audit]
      for repetition in recommendation.repeats {
        let earlier = archive[repetition.of]
        let isSame = repetition.of == ID(index)
        guard isSame || earlier.audit == recommendation.audit || isNotEarlier(archive[earlier.audit], than: audit, isSame: false)
        else { continue }
        diagnostics.append(.notEarlier(earlier.id, isSame: isSame, at: content.place(recommendation.origin)))
      }
    }
  }
}

private func isNotEarlier(_ earlier: Audit, than later: Audit, isSame: Bool) -> Bool {
  if isSame { return true }
  guard let a = later.date, let b = earlier.date else { return false }
  return certainlyBefore(a, b)
}

extension Diagnostic {
  fileprivate static func notEarlier(_ id: String, isSame: Bool, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .notEarlier,
      isSame
        ? Wording(sv: "\(id) pekar på sig själv", en: "\(id) points at itself")
        : Wording(sv: "\(id) är inte tidigare", en: "\(id) is not earlier"), at: place,
      cure: Wording(
        sv: "Peka på en tidigare granskning, eller ta bort raden.", en: "Point at an earlier audit, or delete the line."))
  }
}
