/// An audit (*granskning*): what the auditors looked at, judged and recommended.
public struct Audit: Sendable {
  /// The path of its folder: `boras/integration-2021`.
  public var id: String
  public var municipality: ID<Municipality>
  public var title: String
  public var kind: AuditKind?
  /// Who did the work: an office or a firm, in words.
  public var auditor: String
  /// Who asked for it, where that is another.
  public var commissionedBy: String?
  public var date: EDTFDate?
  /// Registration number (*diarienummer*).
  public var reference: String?
  public var topics: [ID<Topic>]
  public var isDraft: Bool
  public var summary: String?
  /// The purpose in the auditors' words; several sentences from several places are several texts.
  public var purpose: [String]
  public var inferred: [Inference]
  public var replyRequest: ReplyRequest?
  /// Whether a reply that is not here was not given.
  public var replies: Completeness
  public var assessments: [Assessment]
  public var observations: [Observation]
  public var criticism: [Criticism]
  /// All of them, umbrellas and parts, in the order of the document (an umbrella before its parts).
  public var recommendations: [ID<Recommendation>]
  /// Whether the list of recommendations is known to be whole.
  public var recommendationsAreComplete: Bool
  /// Earlier audits of the same subject.
  public var follows: [ID<Audit>]
  public var sources: [Source]
  public var signed: [Signatory]
  /// From CSV files beside it.
  public var keyFigures: [KeyFigure] = []
  public var formerly: [String]
  public var body: Body
  public var origin: Origin

  public init(
    id: String, municipality: ID<Municipality>, title: String, kind: AuditKind? = nil, auditor: String,
    commissionedBy: String? = nil, date: EDTFDate? = nil, reference: String? = nil, topics: [ID<Topic>] = [],
    isDraft: Bool = false, summary: String? = nil, purpose: [String] = [], inferred: [Inference] = [],
    replyRequest: ReplyRequest? = nil, replies: Completeness = .complete, assessments: [Assessment] = [],
    observations: [Observation] = [], criticism: [Criticism] = [], recommendations: [ID<Recommendation>] = [],
    recommendationsAreComplete: Bool = true, follows: [ID<Audit>] = [], sources: [Source] = [], signed: [Signatory] = [],
    formerly: [String] = [], body: Body, origin: Origin
  ) {
    self.id = id
    self.municipality = municipality
    self.title = title
    self.kind = kind
    self.auditor = auditor
    self.commissionedBy = commissionedBy
    self.date = date
    self.reference = reference
    self.topics = topics
    self.isDraft = isDraft
    self.summary = summary
    self.purpose = purpose
    self.inferred = inferred
    self.replyRequest = replyRequest
    self.replies = replies
    self.assessments = assessments
    self.observations = observations
    self.criticism = criticism
    self.recommendations = recommendations
    self.recommendationsAreComplete = recommendationsAreComplete
    self.follows = follows
    self.sources = sources
    self.signed = signed
    self.formerly = formerly
    self.body = body
    self.origin = origin
  }
}

/// What sort of audit it is.
public enum AuditKind: String, Sendable, Hashable, CaseIterable {
  case basic
  case inDepth = "in-depth"
  case followUp = "follow-up"
  case preStudy = "pre-study"
  case annual
  case other
}

/// A fact that was worked out and not read, with the reason; shown as such.
public struct Inference: Sendable, Hashable {
  /// The field of the front matter it is about: `date`.
  public var field: String
  public var reason: String

  public init(field: String, reason: String) {
    self.field = field
    self.reason = reason
  }
}

/// The auditors' request for a reply.
public struct ReplyRequest: Sendable, Hashable {
  public var due: EDTFDate?
  /// The boards asked; nil: asked, but it is not said which.
  public var from: [ID<Board>]?
  /// The request in the document's words.
  public var wording: String?

  public init(due: EDTFDate? = nil, from: [ID<Board>]? = nil, wording: String? = nil) {
    self.due = due
    self.from = from
    self.wording = wording
  }
}

/// Whom an assessment is of: a board, or the municipality as a whole.
public enum AssessedBody: Sendable, Hashable {
  case board(ID<Board>)
  case municipality(ID<Municipality>)
}

/// What the auditors found of one or several bodies, in their words and as the site's level.
public struct Assessment: Sendable, Hashable {
  public var of: [AssessedBody]
  public var aspect: String?
  /// Nil where the auditors gave no grade.
  public var level: AssessmentLevel?
  public var quote: String?

  public init(of: [AssessedBody], aspect: String? = nil, level: AssessmentLevel? = nil, quote: String? = nil) {
    self.of = of
    self.aspect = aspect
    self.level = level
    self.quote = quote
  }
}

/// How far the auditors found that something is as it should be. The scale is the site's, made to compare.
public enum AssessmentLevel: String, Sendable, Hashable, CaseIterable {
  case fully, largely, partly, insufficiently, not
  case notAssessable = "not-assessable"

  /// 4 for fully down to 0 for not; nil where it could not be assessed.
  public var rank: Int? {
    switch self {
    case .fully: 4
    case .largely: 3
    case .partly: 2
    case .insufficiently: 1
    case .not: 0
    case .notAssessable: nil
    }
  }
}

/// Something the auditors saw, with or without a recommendation.
public struct Observation: Sendable, Hashable {
  public var text: String
  public var themes: [ID<Theme>]
  public var tone: Tone?

  public init(text: String, themes: [ID<Theme>] = [], tone: Tone? = nil) {
    self.text = text
    self.themes = themes
    self.tone = tone
  }
}

public enum Tone: String, Sendable, Hashable, CaseIterable {
  case positive, negative, mixed
}

/// A step on the ladder of formal criticism in the auditors' report to the council; another scale than an assessment.
public struct Criticism: Sendable, Hashable {
  public var level: CriticismLevel
  public var against: [ID<Board>]
  public var quote: String?

  public init(level: CriticismLevel, against: [ID<Board>] = [], quote: String? = nil) {
    self.level = level
    self.against = against
    self.quote = quote
  }
}

/// Kommunallagen (2017:725) chapter 12; the words are the law's and the profession's own.
public enum CriticismLevel: String, Sendable, Hashable, CaseIterable {
  case erinran
  case anmarkning = "anmärkning"
  case dischargeRefused = "avstyrkt ansvarsfrihet"
}

/// A document that a page stands on.
public struct Source: Sendable, Hashable {
  public var title: String
  /// A file beside the page, as a path of the content folder.
  public var file: String?
  public var url: String?
  public var transcription: Transcription?
  public var pages: String?

  public init(
    title: String, file: String? = nil, url: String? = nil, transcription: Transcription? = nil, pages: String? = nil
  ) {
    self.title = title
    self.file = file
    self.url = url
    self.transcription = transcription
    self.pages = pages
  }
}

/// How a document's text came to stand here.
public enum Transcription: String, Sendable, Hashable, CaseIterable {
  case verbatim
  case ocrCorrected = "ocr-corrected"
  case excerpt
}

/// Somebody who signed a document.
public struct Signatory: Sendable, Hashable {
  public var name: String
  public var role: String?

  public init(name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}
