/// A follow-up (*uppföljning*) in one voice: the auditors' verdict or boards' claim.
public struct FollowUp: Sendable {
  /// The path of its file without its extension: `exempelby/skolbyggnader-2022/uppf-2025`.
  public var id: String
  public var audit: ID<Audit>
  public var voice: FollowUpVoice
  public var title: String?
  public var date: EDTFDate?
  public var decision: Decision?
  public var inferred: [Inference]
  public var findings: [ID<Finding>]
  public var deadlines: [ID<MovedDeadline>]
  /// Where the document only gives counts.
  public var counts: [StatusCount]
  public var sources: [Source]
  public var signed: [Signatory]
  public var formerly: [String]
  public var isDraft: Bool
  public var body: Body
  public var origin: Origin

  public init(
    id: String, audit: ID<Audit>, voice: FollowUpVoice, title: String? = nil, date: EDTFDate? = nil, decision: Decision? = nil,
    inferred: [Inference] = [], findings: [ID<Finding>] = [], deadlines: [ID<MovedDeadline>] = [], counts: [StatusCount] = [],
    sources: [Source] = [], signed: [Signatory] = [], formerly: [String] = [], isDraft: Bool = false, body: Body,
    origin: Origin
  ) {
    self.id = id
    self.audit = audit
    self.voice = voice
    self.title = title
    self.date = date
    self.decision = decision
    self.inferred = inferred
    self.findings = findings
    self.deadlines = deadlines
    self.counts = counts
    self.sources = sources
    self.signed = signed
    self.formerly = formerly
    self.isDraft = isDraft
    self.body = body
    self.origin = origin
  }

  /// Whether it only tells how many recommendations are done, and of none which.
  public var onlyCounts: Bool { !counts.isEmpty && findings.isEmpty }
}

/// Who speaks in a follow-up. The two are never mixed.
public enum FollowUpVoice: Sendable, Hashable {
  /// A verdict: what the auditors found.
  case auditors
  /// A claim: what the boards say they did.
  case boards([ID<Board>])

  public var isVerdict: Bool { self == .auditors }
}

/// What a follow-up says of one or several recommendations or measures.
public struct Finding: Sendable {
  public var followUp: ID<FollowUp>
  public var recommendations: [ID<Recommendation>]
  public var measures: [ID<Measure>]
  public var status: FindingStatus
  /// For `transferred`: the board that has it now.
  public var transferredTo: ID<Board>?
  public var reason: String?
  public var quote: String?
  public var source: String?
  public var origin: Origin

  public init(
    followUp: ID<FollowUp>, recommendations: [ID<Recommendation>] = [], measures: [ID<Measure>] = [], status: FindingStatus,
    transferredTo: ID<Board>? = nil, reason: String? = nil, quote: String? = nil, source: String? = nil, origin: Origin
  ) {
    self.followUp = followUp
    self.recommendations = recommendations
    self.measures = measures
    self.status = status
    self.transferredTo = transferredTo
    self.reason = reason
    self.quote = quote
    self.source = source
    self.origin = origin
  }
}

public enum FindingStatus: String, Sendable, Hashable, CaseIterable {
  case implemented, largely, partly
  case inProgress = "in-progress"
  case planned
  case notStarted = "not-started"
  case remaining
  case willNot = "will-not"
  case notFollowedUp = "not-followed-up"
  case obsolete, transferred, undetermined
}

/// A count in a document that does not name the recommendations: so many are `implemented`.
public struct StatusCount: Sendable, Hashable {
  public var status: FindingStatus
  public var count: Int

  public init(status: FindingStatus, count: Int) {
    self.status = status
    self.count = count
  }
}

/// That a deadline was moved. Nothing is overwritten: each move is kept.
public struct MovedDeadline: Sendable {
  public var followUp: ID<FollowUp>
  public var recommendations: [ID<Recommendation>]
  public var measures: [ID<Measure>]
  /// The new date.
  public var due: EDTFDate
  public var reason: String?
  public var paragraph: String?
  public var origin: Origin

  public init(
    followUp: ID<FollowUp>, recommendations: [ID<Recommendation>] = [], measures: [ID<Measure>] = [], due: EDTFDate,
    reason: String? = nil, paragraph: String? = nil, origin: Origin
  ) {
    self.followUp = followUp
    self.recommendations = recommendations
    self.measures = measures
    self.due = due
    self.reason = reason
    self.paragraph = paragraph
    self.origin = origin
  }
}
