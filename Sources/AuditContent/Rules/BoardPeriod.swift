import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let boardPeriod = DiagnosticCode(
    "board-period", .error,
    explanation: Wording(
      sv: "En nämnd kan inte upphöra innan den inrättas.", en: "A board cannot end before it begins."))
}

extension Rule {
  /// A board begins before it ends.
  static let boardPeriod = Rule(code: .boardPeriod) { content, diagnostics in
    for board in content.archive.boards {
      guard let from = board.from, let to = board.to, certainlyBefore(to, from),
        case .municipality(let document) = content.document(board.origin),
        let place = document.boards.first(where: { $0.id?.value == board.shortID })?.to?.place
      else { continue }
      diagnostics.append(
        Diagnostic(
          .boardPeriod, Wording(sv: "\(to) är före from, \(from)", en: "\(to) is before from, \(from)"),
          at: content.place(place, in: board.origin),
          cure: Wording(sv: "Rätta from eller to.", en: "Correct from or to.")))
    }
  }
}
