/// The cross links of an archive, in both directions, each made once from the entities.
public struct Links: Sendable {
  public let audits: Lookup<Municipality, Audit>
  public let boardsOfKind: Lookup<BoardKind, Board>
  public let auditsOnTopic: Lookup<Topic, Audit>
  /// Leaves and umbrellas that carry the theme, as primary or secondary one.
  public let recommendationsOnTheme: Lookup<Theme, Recommendation>
  /// Audits with an observation on the theme.
  public let auditsObservingTheme: Lookup<Theme, Audit>

  public let replies: Lookup<Audit, Reply>
  public let followUps: Lookup<Audit, FollowUp>
  public let measures: Lookup<Audit, Measure>
  public let followedBy: Lookup<Audit, Audit>

  /// Addressed to the board (umbrellas too).
  public let addressed: Lookup<Board, Recommendation>
  public let sharedBy: Lookup<Board, Recommendation>
  public let concerning: Lookup<Board, Recommendation>
  public let repliesBy: Lookup<Board, Reply>
  public let measuresBy: Lookup<Board, Measure>
  public let claimsBy: Lookup<Board, FollowUp>
  /// Audits that asked the board by name for a reply.
  public let askedBy: Lookup<Board, Audit>
  public let assessedIn: Lookup<Board, Audit>
  public let criticisedIn: Lookup<Board, Audit>
  /// Replies of others that cite a decision of the board.
  public let citedIn: Lookup<Board, Reply>
  public let predecessors: Lookup<Board, Board>

  /// Direct answers only; an answer to an umbrella covers the parts that have none of their own.
  public let answers: Lookup<Recommendation, Answer>
  public let measuresFor: Lookup<Recommendation, Measure>
  public let findings: Lookup<Recommendation, Finding>
  public let movedDeadlines: Lookup<Recommendation, MovedDeadline>
  public let repeatedBy: Lookup<Recommendation, Recommendation>
  public let companions: Lookup<Recommendation, Recommendation>

  public let findingsOnMeasure: Lookup<Measure, Finding>
  public let movedDeadlinesOfMeasure: Lookup<Measure, MovedDeadline>

  /// What links to a subject in its running text ("refereras av"); the archive enters it.
  public internal(set) var mentionedBy: [Subject: [Subject]] = [:]

  package init(
    topics: Int, themes: Int, boardKinds: Int, municipalities: Int, boards: [Board], audits: [Audit],
    recommendations: [Recommendation], replies: [Reply], answers: [Answer], measures: [Measure], followUps: [FollowUp],
    findings: [Finding], movedDeadlines: [MovedDeadline]
  ) {
    /// An index from each element to the keys that `keys` reads off it, each key once an element.
    func lookup<Key, Element>(
      _ count: Int, _ elements: [Element], _ keys: (UnsafePointer<Element>) -> [ID<Key>]
    ) -> Lookup<Key, Element> {
      var pairs: [(ID<Key>, ID<Element>)] = []
      pairs.reserveCapacity(elements.count)
      // In place: a copy of an entity counts every text and list in it.
      elements.withUnsafeBufferPointer { elements in
        guard let first = elements.baseAddress else { return }
        for index in elements.indices {
          let keys = keys(first + index)
          for (place, key) in keys.enumerated() where !keys[..<place].contains(key) { pairs.append((key, ID(index))) }
        }
      }
      return Lookup(keys: count, pairs: pairs)
    }
    self.audits = lookup(municipalities, audits) { [$0.pointee.municipality] }
    self.boardsOfKind = lookup(boardKinds, boards) { [$0.pointee.kind] }
    self.auditsOnTopic = lookup(topics, audits) { $0.pointee.topics }
    self.recommendationsOnTheme = lookup(themes, recommendations) { $0.pointee.themes }
    self.auditsObservingTheme = lookup(themes, audits) { $0.pointee.observations.flatMap(\.themes) }
    self.replies = lookup(audits.count, replies) { [$0.pointee.audit] }
    self.followUps = lookup(audits.count, followUps) { [$0.pointee.audit] }
    self.measures = lookup(audits.count, measures) { [$0.pointee.audit] }
    self.followedBy = lookup(audits.count, audits) { $0.pointee.follows }
    self.addressed = lookup(boards.count, recommendations) { $0.pointee.to }
    self.sharedBy = lookup(boards.count, recommendations) { $0.pointee.with }
    self.concerning = lookup(boards.count, recommendations) { $0.pointee.concerns }
    self.repliesBy = lookup(boards.count, replies) { $0.pointee.by }
    self.measuresBy = lookup(boards.count, measures) { $0.pointee.by }
    self.claimsBy = lookup(boards.count, followUps) { if case .boards(let boards) = $0.pointee.voice { boards } else { [] } }
    self.askedBy = lookup(boards.count, audits) { $0.pointee.replyRequest?.from ?? [] }
    self.assessedIn = lookup(boards.count, audits) { audit in
      audit.pointee.assessments.flatMap { $0.of.compactMap { if case .board(let board) = $0 { board } else { nil } } }
    }
    self.criticisedIn = lookup(boards.count, audits) { $0.pointee.criticism.flatMap(\.against) }
    self.citedIn = lookup(boards.count, replies) { $0.pointee.cites.map(\.body) }
    self.predecessors = lookup(boards.count, boards) { $0.pointee.successor.map { [$0] } ?? [] }
    self.answers = lookup(recommendations.count, answers) { $0.pointee.to }
    self.measuresFor = lookup(recommendations.count, measures) { $0.pointee.recommendations }
    self.findings = lookup(recommendations.count, findings) { $0.pointee.recommendations }
    self.movedDeadlines = lookup(recommendations.count, movedDeadlines) { $0.pointee.recommendations }
    self.repeatedBy = lookup(recommendations.count, recommendations) { $0.pointee.repeats.map(\.of) }
    self.companions = lookup(recommendations.count, recommendations) { $0.pointee.companionOf.map { [$0] } ?? [] }
    self.findingsOnMeasure = lookup(measures.count, findings) { $0.pointee.measures }
    self.movedDeadlinesOfMeasure = lookup(measures.count, movedDeadlines) { $0.pointee.measures }
  }
}
