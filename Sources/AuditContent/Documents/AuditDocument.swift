import AuditModel

/// An audit's file as it was written.
struct AuditDocument: Shaped {
  var title = ""
  var kind: AuditKind?
  var auditor = ""
  var commissionedBy: String?
  var date: Marked<EDTFDate>?
  var reference: String?
  var topics: [Reference] = []
  var isDraft = false
  var summary: String?
  var purpose: [String] = []
  var inferred: [InferenceEntry] = []
  var reply: ReplyRequestEntry?
  var assessments: [AssessmentEntry] = []
  var observations: [ObservationEntry] = []
  var criticism: [CriticismEntry] = []
  var recommendations = RecommendationList()
  var follows: [Reference] = []
  var sources: [SourceReference] = []
  var signed: [Signatory] = []
  var formerly: [Reference] = []

  static let shape = Shape<AuditDocument>(
    "audit", sv: "granskningen", en: "the audit",
    [
      .type("audit"),
      Field("title", .text, required: true, "Granskningens titel.") { $0.title = $1 },
      Field("kind", .choice, "Vad för slags granskning det är.") { $0.kind = $1 },
      Field("auditor", .text, required: true, "Den eller de som gjorde granskningen.") { $0.auditor = $1 },
      Field("commissioned-by", .text, "Den som beställde granskningen, om det är en annan.") { $0.commissionedBy = $1 },
      Field("date", .date, "Granskningens datum, så noga som det är känt.") { $0.date = $1 },
      Field("reference", .text, "Diarienumret.") { $0.reference = $1 },
      Field("topics", .list(.reference), "Ämnen ur site.yaml.") { $0.topics = $1 },
      .draft(\.isDraft),
      Field("summary", .text, "En eller två vanliga meningar för listor och flöden.") { $0.summary = $1 },
      Field("purpose", .list(.text), "Syftet, ordagrant.") { $0.purpose = $1 },
      .inferred(\.inferred),
      Field("reply", .object(ReplyRequestEntry.self), "Vad revisorerna begär svar på.") { $0.reply = $1 },
      Field("assessments", .list(.object(AssessmentEntry.self)), "Revisorernas bedömningar.") { $0.assessments = $1 },
      Field("observations", .list(.object(ObservationEntry.self)), "Vad revisorerna såg.") { $0.observations = $1 },
      Field("criticism", .list(.object(CriticismEntry.self)), "Erinran, anmärkning eller avstyrkt ansvarsfrihet.") {
        $0.criticism = $1
      },
      Field("recommendations", .object(RecommendationList.self), "Rekommendationerna.") { $0.recommendations = $1 },
      Field("follows", .list(.reference), "Tidigare granskningar av samma sak.") { $0.follows = $1 },
      .sources(\.sources),
      .signed(\.signed),
      .formerly(\.formerly),
    ])
}

/// The auditors' request for a reply, as it was written.
struct ReplyRequestEntry: Shaped {
  var due: Marked<EDTFDate>?
  var from: [Reference]?
  var wording: String?
  var collection: Completeness?

  static let shape = Shape<ReplyRequestEntry>(
    "reply-request", sv: "reply", en: "reply",
    [
      Field("due", .date, "När svaret senast ska lämnas.") { $0.due = $1 },
      Field("from", .list(.reference), "Nämnderna som ska svara.") { $0.from = $1 },
      Field("wording", .text, "Begäran, ordagrant.") { $0.wording = $1 },
      Field("collection", .choice, "complete om ett svar som inte finns här inte har lämnats.") { $0.collection = $1 },
    ])
}

struct AssessmentEntry: Shaped {
  var of: [Reference] = []
  var aspect: String?
  var level: AssessmentLevel?
  var quote: String?

  static let shape = Shape<AssessmentEntry>(
    "assessment", sv: "bedömningen", en: "the assessment",
    [
      Field("of", .list(.reference), required: true, "Nämnderna som bedöms, eller kommunen som helhet.") { $0.of = $1 },
      Field("aspect", .text, "Vad som bedöms, till exempel styrning.") { $0.aspect = $1 },
      Field("level", .choice, "Hur långt det är som det ska vara; saknas om revisorerna inte satte något betyg.") {
        $0.level = $1
      },
      Field("quote", .text, "Bedömningen, ordagrant.") { $0.quote = $1 },
    ])
}

struct ObservationEntry: Shaped {
  var text = ""
  var themes: [Reference] = []
  var tone: Tone?

  static let shape = Shape<ObservationEntry>(
    "observation", sv: "iakttagelsen", en: "the observation",
    [
      Field("text", .text, required: true, "Iakttagelsen, ordagrant.") { $0.text = $1 },
      Field("themes", .list(.reference), "Teman ur site.yaml.") { $0.themes = $1 },
      Field("tone", .choice, "Om det är en styrka eller en brist.") { $0.tone = $1 },
    ])
}

struct CriticismEntry: Shaped {
  var level: CriticismLevel?
  var against: [Reference] = []
  var quote: String?

  static let shape = Shape<CriticismEntry>(
    "criticism", sv: "kritiken", en: "the criticism",
    [
      Field("level", .choice, required: true, "Steget på stegen.") { $0.level = $1 },
      Field("against", .list(.reference), "Nämnderna som den riktas mot.") { $0.against = $1 },
      Field("quote", .text, "Kritiken, ordagrant.") { $0.quote = $1 },
    ])
}
