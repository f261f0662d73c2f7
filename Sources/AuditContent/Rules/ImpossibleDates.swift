import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let dateInFuture = DiagnosticCode(
    "date-in-future", .error,
    explanation: Wording(
      sv:
        "Ett dokument kan inte vara från en dag som inte har varit. Det är as-of i site.yaml som säger vilken dag det är, "
        + "annars den dag "
        + "då webbplatsen byggs.",
      en:
        "A document cannot be of a day that has not been. It is as-of in site.yaml that says which day it is, else the day "
        + "of the build."
    ))
  static let dateTooEarly = DiagnosticCode(
    "date-too-early", .error,
    explanation: Wording(
      sv: "Året är före 1900. Oftast har en siffra blivit fel när datumet skrevs av.",
      en: "The year is before 1900. Mostly a digit went wrong when the date was copied."))
  static let dueBeforeDocument = DiagnosticCode(
    "due-before-document", .warning,
    explanation: Wording(
      sv: "En tidsfrist som har gått ut redan när dokumentet skrevs är oftast ett skrivfel.",
      en: "A deadline that had passed when the document was written is mostly a slip."))
}

extension Rule {
  /// Documents are of today or earlier.
  static let dateInFuture = Rule(code: .dateInFuture) { content, diagnostics in
    guard let asOf = content.asOf else { return }
    let today = EDTFDate(asOf)
    for document in content.documents {
      for date in document.content.dates where certainlyBefore(today, date.value) {
        diagnostics.append(
          Diagnostic(
            .dateInFuture, Wording(sv: "\(date.value) har inte varit än", en: "\(date.value) has not been yet"),
            at: date.place.range(in: document.path),
            cure: Wording(
              sv: "Rätta datumet, eller as-of i site.yaml: nu är det \(today).",
              en: "Correct the date, or as-of in site.yaml: it is \(today) now.")))
      }
    }
  }
}

extension DocumentRule {
  /// No date is before 1900.
  static let dateTooEarly = DocumentRule(code: .dateTooEarly) { text, diagnostics in
    for date in text.content.dates + text.content.deadlines where date.value.year < 1900 {
      diagnostics.append(
        Diagnostic(
          .dateTooEarly, Wording(sv: "\(date.value) är före 1900", en: "\(date.value) is before 1900"),
          at: date.place.range(in: text.file.path), cure: Wording(sv: "Rätta året.", en: "Correct the year.")))
    }
  }

  /// What is to be done is to be done later than it is written.
  static let dueBeforeDocument = DocumentRule(code: .dueBeforeDocument) { text, diagnostics in
    guard let written = text.content.dates.first?.value else { return }
    for due in text.content.deadlines where certainlyBefore(due.value, written) && due.value.year >= 1900 {
      diagnostics.append(
        Diagnostic(
          .dueBeforeDocument,
          Wording(sv: "\(due.value) är före dokumentet, \(written)", en: "\(due.value) is before the document, \(written)"),
          at: due.place.range(in: text.file.path),
          cure: Wording(sv: "Rätta tidsfristen eller dokumentets datum.", en: "Correct the deadline or the document's date.")))
    }
  }
}

extension DocumentContent {
  /// When the document was made and decided on, the first its own; of decisions that it cites too.
  var dates: [Marked<EDTFDate>] {
    switch self {
    case .audit(let audit): audit.date.map { [$0] } ?? []
    case .reply(let reply): [reply.date, reply.decision?.date].compactMap { $0 } + reply.cites.compactMap(\.date)
    case .followUp(let followUp): [followUp.date, followUp.decision?.date].compactMap { $0 }
    case .site, .municipality, .page, .glossary, .unknown: []
    }
  }

  /// When things are to be done.
  var deadlines: [Marked<EDTFDate>] {
    switch self {
    case .audit(let audit):
      [audit.reply?.due].compactMap { $0 } + audit.recommendations.items.flatMap { [$0] + $0.parts }.compactMap(\.due)
    case .reply(let reply): reply.measures.compactMap(\.due)
    case .followUp(let followUp): followUp.deadlines.compactMap(\.due)
    case .site, .municipality, .page, .glossary, .unknown: []
    }
  }
}
