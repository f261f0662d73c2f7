import AuditModel

/// A follow-up's file as it was written.
struct FollowUpDocument: Shaped {
  var by: WordOr<[Reference]>?
  var title: String?
  var date: Marked<EDTFDate>?
  var decision: DecisionEntry?
  var inferred: [InferenceEntry] = []
  var findings: [FindingEntry]?
  var deadlines: [MovedDeadlineEntry] = []
  var counts: [CountEntry]?
  var sources: [SourceReference] = []
  var signed: [Signatory] = []
  var formerly: [Reference] = []
  var isDraft = false

  static let shape = Shape<FollowUpDocument>(
    "follow-up", sv: "uppföljningen", en: "the follow-up",
    [
      .type("follow-up"),
      Field("by", .word("auditors", or: .list(.reference)), required: true, "auditors, eller nämnderna som redovisar.") {
        $0.by = $1
      },
      Field("title", .text, "Uppföljningens titel.") { $0.title = $1 },
      Field("date", .date, "Uppföljningens datum, så noga som det är känt.") { $0.date = $1 },
      Field("decision", .object(DecisionEntry.self), "Beslutet om redovisningen.") { $0.decision = $1 },
      .inferred(\.inferred),
      Field("findings", .list(.object(FindingEntry.self)), "Hur det har gått, för varje rekommendation eller åtgärd.") {
        $0.findings = $1
      },
      Field("deadlines", .list(.object(MovedDeadlineEntry.self)), "Tidsfrister som har flyttats.") { $0.deadlines = $1 },
      Field("counts", .entries(keys: FindingStatus.allCases.map(\.rawValue), .count), "Antal, om dokumentet bara ger antal.") {
        followUp, entries in
        followUp.counts = entries.compactMap { key, count in
          FindingStatus(rawValue: key.value).map { CountEntry(status: Marked($0, key.place), count: count) }
        }
      },
      .sources(\.sources),
      .signed(\.signed),
      .draft(\.isDraft),
      .formerly(\.formerly),
    ])
}

struct CountEntry: Sendable, Equatable {
  var status: Marked<FindingStatus>
  var count: Int
}

struct FindingEntry: Shaped {
  var `for`: [Reference] = []
  var status: FindingStatus?
  var to: Reference?
  var reason: String?
  var quote: String?
  var source: String?

  static let shape = Shape<FindingEntry>(
    "finding", sv: "findings", en: "findings",
    [
      Field("for", .list(.reference), required: true, "Rekommendationerna eller åtgärderna.") { $0.for = $1 },
      Field("status", .choice, required: true, "Hur det har gått.") { $0.status = $1 },
      Field("to", .reference, "För transferred: nämnden som har den nu.") { $0.to = $1 },
      Field("reason", .text, "Skälet; behövs för obsolete, transferred och will-not.") { $0.reason = $1 },
      Field("quote", .text, "Vad dokumentet säger, ordagrant.") { $0.quote = $1 },
      Field("source", .text, "Var det står.") { $0.source = $1 },
    ])
}

struct MovedDeadlineEntry: Shaped {
  var `for`: [Reference] = []
  var due: Marked<EDTFDate>?
  var reason: String?
  var paragraph: String?

  static let shape = Shape<MovedDeadlineEntry>(
    "moved-deadline", sv: "deadlines", en: "deadlines",
    [
      Field("for", .list(.reference), required: true, "Rekommendationerna eller åtgärderna.") { $0.for = $1 },
      Field("due", .date, required: true, "Den nya tidsfristen.") { $0.due = $1 },
      Field("reason", .text, "Skälet.") { $0.reason = $1 },
      Field("paragraph", .text, "Paragrafen i protokollet, till exempel § 12.") { $0.paragraph = $1 },
    ])
}
