import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let countsDisagree = DiagnosticCode(
    "counts-disagree", .error,
    explanation: Wording(
      sv: "Där en uppföljning både anger antal och går igenom rekommendationerna ska de stämma med varandra.",
      en: "Where a follow-up gives counts and also goes through the recommendations, the two must agree."))
}

extension Rule {
  /// Counts say what the findings say.
  static let countsDisagree = Rule(code: .countsDisagree) { content, diagnostics in
    for followUp in content.archive.followUps where !followUp.counts.isEmpty && !followUp.findings.isEmpty {
      guard case .followUp(let document) = content.document(followUp.origin), let counts = document.counts else { continue }
      var found: [FindingStatus: Int] = [:]
      for finding in followUp.findings.map({ content.archive[$0] }) {
        found[finding.status, default: 0] += finding.recommendations.count
      }
      for entry in counts where found[entry.status.value, default: 0] != entry.count {
        let number = found[entry.status.value, default: 0]
        let word = entry.status.value.rawValue
        diagnostics.append(
          Diagnostic(
            .countsDisagree,
            Wording(
              sv: "\(word) är \(entry.count) i counts men \(number) i findings",
              en: "\(word) is \(entry.count) in counts but \(number) in findings"),
            at: content.place(entry.status.place, in: followUp.origin),
            cure: Wording(
              sv: "Rätta antalet, eller lägg till det som saknas i findings.",
              en: "Correct the count, or add what findings lacks.")))
      }
      let missing = FindingStatus.allCases.filter { status in
        found[status, default: 0] > 0 && !counts.contains { $0.status.value == status }
      }
      if let status = missing.first, let first = counts.first {
        diagnostics.append(
          Diagnostic(
            .countsDisagree,
            Wording(
              sv: "\(status.rawValue) finns i findings men inte i counts",
              en: "\(status.rawValue) is in findings but not in counts"),
            at: content.place(first.status.place, in: followUp.origin),
            cure: Wording(sv: "Lägg till antalet i counts.", en: "Add the count to counts.")))
      }
    }
  }
}
