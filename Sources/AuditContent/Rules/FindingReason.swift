import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let reasonMissing = DiagnosticCode(
    "reason-missing", .error,
    explanation: Wording(
      sv: "Den som läser att något inte längre gäller, har flyttats eller inte ska göras måste få veta varför.",
      en: "Who reads that something no longer holds, has moved or will not be done must be told why."))
  static let transferredWithoutBoard = DiagnosticCode(
    "transferred-without-board", .error,
    explanation: Wording(
      sv: "Har en rekommendation gått över till en annan nämnd ska det stå till vilken, annars tappas den bort.",
      en: "Where a recommendation has passed to another board it must be said to which, or it gets lost."))
}

extension Rule {
  /// Obsolete, transferred and will-not have a reason.
  static let reasonMissing = Rule(code: .reasonMissing) { content, diagnostics in
    for finding in content.archive.findings
    where [.obsolete, .transferred, .willNot].contains(finding.status) && finding.reason == nil {
      let word = finding.status.rawValue
      diagnostics.append(
        Diagnostic(
          .reasonMissing, Wording(sv: "reason saknas för \(word)", en: "reason is missing for \(word)"),
          at: content.place(finding.origin),
          cure: Wording(
            sv: "Lägg till reason: med dokumentets skäl.", en: "Add reason: with the document's reason.")))
    }
  }

  /// Transferred says to which board.
  static let transferredWithoutBoard = Rule(code: .transferredWithoutBoard) { content, diagnostics in
    for (index, finding) in content.archive.findings.enumerated()
    where finding.status == .transferred && finding.transferredTo == nil && !content.namesBoard(ofFinding: index) {
      diagnostics.append(
        Diagnostic(
          .transferredWithoutBoard, Wording(sv: "to saknas för transferred", en: "to is missing for transferred"),
          at: content.place(finding.origin),
          cure: Wording(
            sv: "Lägg till to: med nämnden som har rekommendationen nu.",
            en: "Add to: with the board that has the recommendation now.")))
    }
  }
}

extension CheckedContent {
  /// Whether a finding names a board, though one that could not be found; that is reported where it is named.
  fileprivate func namesBoard(ofFinding index: Int) -> Bool {
    let origin = archive.findings[index].origin
    guard case .followUp(let document) = document(origin) else { return false }
    return document.findings?.contains { $0.for.first?.place.lower == origin.lower && $0.to != nil } ?? false
  }
}
