import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let untouched = DiagnosticCode(
    "untouched", .note,
    explanation: Wording(
      sv:
        "Ingenting har hänt med granskningen på länge, och minst en rekommendation är inte avslutad. Gränsen är 24 månader "
        + "om inte limit "
        + "för untouched under rules i site.yaml säger annat. Leta efter svar och uppföljningar som saknas.",
      en:
        "Nothing has happened to the audit for long, and at least one recommendation is not closed. The limit is 24 months "
        + "unless limit "
        + "for untouched under rules in site.yaml says otherwise. Look for replies and follow-ups that are missing."))
}

extension Rule {
  /// What is open is looked at now and then.
  static let untouched = Rule(code: .untouched, limit: 24) { content, diagnostics in
    let archive = content.archive
    guard let asOf = content.asOf else { return }
    let months = content.limit(.untouched)
    let (year, month, day) = asOf.components
    let number = year * 12 + month - 1 - months
    guard number >= 12, let limit = Day(year: number / 12, month: number % 12 + 1, day: min(day, 28)) else { return }
    let closing: [FindingStatus] = [.implemented, .obsolete, .transferred, .willNot]
    for (index, audit) in archive.audits.enumerated() where !audit.isDraft {
      guard let date = audit.date, date.lastDay < limit else { continue }
      var latest = date
      for other in archive.links.replies[ID(index)].compactMap({ archive[$0].effectiveDate }) where other.lastDay > latest.lastDay
      {
        latest = other
      }
      for other in archive.links.followUps[ID(index)].compactMap({ archive[$0].date }) where other.lastDay > latest.lastDay {
        latest = other
      }
      let isOpen = audit.recommendations.contains { id in
        archive[id].isCounted && !archive.links.findings[id].contains { closing.contains(archive[$0].status) }
      }
      guard isOpen, latest.lastDay < limit else { continue }
      diagnostics.append(
        Diagnostic(
          .untouched,
          Wording(sv: "Inget nyare än \(latest) finns här", en: "Nothing newer than \(latest) is here"),
          at: content.place(audit.origin),
          cure: Wording(
            sv: "Lägg till svar och uppföljningar som har kommit sedan dess.",
            en: "Add replies and follow-ups that came since then.")))
    }
  }
}
