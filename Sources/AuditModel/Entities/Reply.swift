/// A board's reply (*svar*, *yttrande*) to an audit.
public struct Reply: Sendable {
  /// The path of its file without its extension: `boras/integration-2021/svar-ks`.
  public var id: String
  public var audit: ID<Audit>
  /// The boards that reply.
  public var by: [ID<Board>]
  public var title: String?
  public var date: EDTFDate?
  public var decision: Decision?
  public var cites: [CitedDecision]
  public var inferred: [Inference]
  public var answers: [ID<Answer>]
  public var measures: [ID<Measure>]
  public var sources: [Source]
  public var signed: [Signatory]
  public var formerly: [String]
  public var isDraft: Bool
  public var body: Body
  public var origin: Origin

  public init(
    id: String, audit: ID<Audit>, by: [ID<Board>], title: String? = nil, date: EDTFDate? = nil, decision: Decision? = nil,
    cites: [CitedDecision] = [], inferred: [Inference] = [], answers: [ID<Answer>] = [], measures: [ID<Measure>] = [],
    sources: [Source] = [], signed: [Signatory] = [], formerly: [String] = [], isDraft: Bool = false, body: Body,
    origin: Origin
  ) {
    self.id = id
    self.audit = audit
    self.by = by
    self.title = title
    self.date = date
    self.decision = decision
    self.cites = cites
    self.inferred = inferred
    self.answers = answers
    self.measures = measures
    self.sources = sources
    self.signed = signed
    self.formerly = formerly
    self.isDraft = isDraft
    self.body = body
    self.origin = origin
  }

  /// The day the reply was decided, or else dated.
  public var effectiveDate: EDTFDate? { date ?? decision?.date }
}

/// A decision of a board: who, when, under which paragraph and registration number.
public struct Decision: Sendable, Hashable {
  public var body: ID<Board>?
  public var date: EDTFDate?
  public var paragraph: String?
  public var reference: String?

  public init(body: ID<Board>? = nil, date: EDTFDate? = nil, paragraph: String? = nil, reference: String? = nil) {
    self.body = body
    self.date = date
    self.paragraph = paragraph
    self.reference = reference
  }
}

/// A decision of another board that a reply names. It is not itself in the collection.
public struct CitedDecision: Sendable, Hashable {
  public var body: ID<Board>
  public var date: EDTFDate?
  public var paragraph: String?
  public var quote: String?

  public init(body: ID<Board>, date: EDTFDate? = nil, paragraph: String? = nil, quote: String? = nil) {
    self.body = body
    self.date = date
    self.paragraph = paragraph
    self.quote = quote
  }
}

/// What a reply says to one or several recommendations: does the board agree?
public struct Answer: Sendable {
  public var reply: ID<Reply>
  public var to: [ID<Recommendation>]
  public var stance: Stance
  public var refersTo: ID<Board>?
  public var quote: String?
  /// The reader's own remark, not the board's.
  public var note: String?
  public var origin: Origin

  public init(
    reply: ID<Reply>, to: [ID<Recommendation>], stance: Stance, refersTo: ID<Board>? = nil, quote: String? = nil,
    note: String? = nil, origin: Origin
  ) {
    self.reply = reply
    self.to = to
    self.stance = stance
    self.refersTo = refersTo
    self.quote = quote
    self.note = note
    self.origin = origin
  }
}

public enum Stance: String, Sendable, Hashable, CaseIterable {
  case accepts
  case acceptsLater = "accepts-later"
  case partlyAccepts = "partly-accepts"
  case considersMet = "considers-met"
  case refers, rejects
  case noPosition = "no-position"
}

/// A measure (*åtgärd*) that a reply decides on, often laid on another board.
public struct Measure: Sendable {
  /// `boras/integration-2021/M1`.
  public var id: String
  /// `M1`, unique within the audit.
  public var shortID: String
  public var reply: ID<Reply>
  public var audit: ID<Audit>
  /// The recommendations it is for.
  public var recommendations: [ID<Recommendation>]
  /// The boards that are to do it.
  public var by: [ID<Board>]
  public var force: Force?
  public var due: EDTFDate?
  public var dueWording: String?
  public var text: String
  public var origin: Origin

  public init(
    id: String, shortID: String, reply: ID<Reply>, audit: ID<Audit>, recommendations: [ID<Recommendation>] = [],
    by: [ID<Board>], force: Force? = nil, due: EDTFDate? = nil, dueWording: String? = nil, text: String, origin: Origin
  ) {
    self.id = id
    self.shortID = shortID
    self.reply = reply
    self.audit = audit
    self.recommendations = recommendations
    self.by = by
    self.force = force
    self.due = due
    self.dueWording = dueWording
    self.text = text
    self.origin = origin
  }
}

/// How strongly a measure is laid on a board.
public enum Force: String, Sendable, Hashable, CaseIterable {
  case shall, urged, intends
}
