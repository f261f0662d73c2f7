import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let datedBeforeAudit = DiagnosticCode(
    "dated-before-audit", .error,
    explanation: Wording(
      sv:
        "Ett svar eller en uppföljning kan inte vara äldre än granskningen. Det sägs bara när datumen inte lämnar något tvivel.",
      en: "A reply or a follow-up cannot be older than its audit. This is only said where the dates leave no doubt."))
}

extension Rule {
  /// Replies and follow-ups come after their audit.
  static let datedBeforeAudit = Rule(code: .datedBeforeAudit) { content, diagnostics in
    func check(_ dates: [Marked<EDTFDate>?], _ audit: ID<Audit>, _ origin: Origin, _ what: Wording) {
      let audit = content.archive[audit]
      guard let auditDate = audit.date, case .audit(let document) = content.document(audit.origin) else { return }
      for date in dates.compactMap({ $0 }) where certainlyBefore(date.value, auditDate) {
        let note = document.date.map {
          Diagnostic.Note(
            Wording(sv: "Granskningen är daterad \($0.value)", en: "The audit is dated \($0.value)"),
            at: content.place($0.place, in: audit.origin))
        }
        diagnostics.append(
          Diagnostic(
            .datedBeforeAudit,
            Wording(
              sv: "\(date.value) är före granskningen, \(auditDate)", en: "\(date.value) is before the audit, \(auditDate)"),
            at: content.place(date.place, in: origin),
            cure: Wording(
              sv: "Rätta \(what.sv) datum eller granskningens.", en: "Correct the date of the \(what.en) or of the audit."),
            notes: note.map { [$0] } ?? []))
      }
    }
    for reply in content.archive.replies {
      guard case .reply(let document) = content.document(reply.origin) else { continue }
      check([document.date, document.decision?.date], reply.audit, reply.origin, Wording(sv: "svarets", en: "reply"))
    }
    for followUp in content.archive.followUps {
      guard case .followUp(let document) = content.document(followUp.origin) else { continue }
      check(
        [document.date, document.decision?.date], followUp.audit, followUp.origin, Wording(sv: "uppföljningens", en: "follow-up"))
    }
  }
}

/// Whether every day that `a` can mean comes before every day that `b` can mean. What is uncertain or approximate is never
/// certain.
func certainlyBefore(_ a: EDTFDate, _ b: EDTFDate) -> Bool {
  guard !a.isUncertain, !a.isApproximate, !b.isUncertain, !b.isApproximate else { return false }
  return a.lastDay < b.firstDay
}
