import AuditModel

/// A reply's file as it was written.
struct ReplyDocument: Shaped {
  var by: [Reference] = []
  var title: String?
  var date: Marked<EDTFDate>?
  var decision: DecisionEntry?
  var cites: [CitedDecisionEntry] = []
  var inferred: [InferenceEntry] = []
  var answers: [AnswerEntry] = []
  var measures: [MeasureEntry] = []
  var sources: [SourceReference] = []
  var signed: [Signatory] = []
  var formerly: [Reference] = []
  var isDraft = false

  static let shape = Shape<ReplyDocument>(
    "reply", sv: "svaret", en: "the reply",
    [
      .type("reply"),
      Field("by", .list(.reference), required: true, "Nämnden eller nämnderna som svarar.") { $0.by = $1 },
      Field("title", .text, "Svarets titel.") { $0.title = $1 },
      Field("date", .date, "Svarets datum, så noga som det är känt.") { $0.date = $1 },
      Field("decision", .object(DecisionEntry.self), "Beslutet om svaret.") { $0.decision = $1 },
      Field("cites", .list(.object(CitedDecisionEntry.self)), "Andra nämnders beslut som svaret nämner.") { $0.cites = $1 },
      .inferred(\.inferred),
      Field("answers", .list(.object(AnswerEntry.self)), "Vad svaret säger om rekommendationerna.") { $0.answers = $1 },
      Field("measures", .list(.object(MeasureEntry.self)), "Åtgärder som beslutas.") { $0.measures = $1 },
      .sources(\.sources),
      .signed(\.signed),
      .draft(\.isDraft),
      .formerly(\.formerly),
    ])
}

struct CitedDecisionEntry: Shaped {
  var body: Reference?
  var date: Marked<EDTFDate>?
  var paragraph: String?
  var quote: String?

  static let shape = Shape<CitedDecisionEntry>(
    "cited-decision", sv: "cites", en: "cites",
    [
      Field("body", .reference, required: true, "Nämnden som beslutade.") { $0.body = $1 },
      Field("date", .date, "När den beslutade.") { $0.date = $1 },
      Field("paragraph", .text, "Paragrafen i protokollet, till exempel § 12.") { $0.paragraph = $1 },
      Field("quote", .text, "Vad svaret säger om beslutet, ordagrant.") { $0.quote = $1 },
    ])
}

struct AnswerEntry: Shaped {
  var to: [Reference] = []
  var stance: Stance?
  var refersTo: Reference?
  var quote: String?
  var note: String?

  static let shape = Shape<AnswerEntry>(
    "answer", sv: "answers", en: "answers",
    [
      Field("to", .list(.reference), required: true, "Rekommendationerna som besvaras.") { $0.to = $1 },
      Field("stance", .choice, required: true, "Om nämnden håller med.") { $0.stance = $1 },
      Field("refers-to", .reference, "Nämnden som svaret hänvisar till.") { $0.refersTo = $1 },
      Field("quote", .text, "Svaret, ordagrant.") { $0.quote = $1 },
      Field("note", .text, "Läsarens egen anmärkning.") { $0.note = $1 },
    ])
}

struct MeasureEntry: Shaped {
  var id: Reference?
  var `for`: [Reference] = []
  var by: [Reference] = []
  var force: Force?
  var due: Marked<EDTFDate>?
  var dueWording: String?
  var text: String?

  static let shape = Shape<MeasureEntry>(
    "measure", sv: "åtgärden", en: "the measure",
    [
      Field("id", .id, required: true, "Ett kort namn, till exempel M1.") { $0.id = $1 },
      Field("for", .list(.reference), "Rekommendationerna som åtgärden gäller.") { $0.for = $1 },
      Field("by", .list(.reference), required: true, "Nämnderna som ska göra det.") { $0.by = $1 },
      Field("force", .choice, "Hur starkt det sägs: ska, uppmanas eller avser.") { $0.force = $1 },
      Field("due", .date, "När det ska vara gjort.") { $0.due = $1 },
      Field("due-wording", .text, "Tidsfristen, ordagrant.") { $0.dueWording = $1 },
      Field("text", .text, required: true, "Åtgärden, ordagrant.") { $0.text = $1 },
    ])
}
