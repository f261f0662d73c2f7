/// The figures of a part of the archive, each with its n (DOMAIN: measures).
public struct KeyFigures: Sendable, Hashable {
  public var audits = 0
  /// Counted recommendations: leaves, not umbrellas.
  public var recommendations = 0
  /// Recommendations counted once for each board addressed (tracking units).
  public var trackingUnits = 0
  public var replies = 0
  public var followUps = 0
  /// How many recommendations are in each state, in the order of the states; states that none is in are left out.
  public var states: [StateCount] = []
  public var replyTimes = ReplyTimes()
  /// Of the recommendations in audits with a reply, how many a reply touches.
  public var covered = Share(count: 0, of: 0)
  /// Of the recommendations that were followed up, how many the auditors found done.
  public var done = Share(count: 0, of: 0)
  /// Recommendations that nobody followed up, of all.
  public var neverFollowedUp = Share(count: 0, of: 0)
  /// Of the recommendations that boards say are done and the auditors have looked at, how many the auditors found done.
  public var confirmed = Share(count: 0, of: 0)
  public var open = 0
  /// Days from the audit's date to the day of the figures, over the open ones whose audit has a date.
  public var medianAgeOfOpen: Int?
  /// Days until half were done, with those still open counted as not done yet (Kaplan and Meier); nil where half never were.
  public var medianTimeToDone: Int?
  public var movedDeadlines = 0
  /// Recommendations that say again what an earlier one said.
  public var recurring = 0

  public struct StateCount: Sendable, Hashable {
    public var state: RecommendationState
    public var count: Int
  }

  /// How boards kept to the dates they were asked for.
  public struct ReplyTimes: Sendable, Hashable {
    /// Replies whose days can be counted.
    public var n = 0
    /// Days after the date asked for; negative before it.
    public var medianDaysLate: Int?
    public var inTime = 0
    public var late = 0
    /// Of `late` and `inTime`, those counted from an uncertain date.
    public var uncertain = 0
    public var overdue = 0
    public var awaited = 0
    public var notInCollection = 0
    /// Replies without a date, or to which no date was asked.
    public var uncounted = 0
  }

  public func count(_ state: RecommendationState) -> Int { states.first { $0.state == state }?.count ?? 0 }
}

/// A part of the archive that figures are made of.
public enum Scope: Sendable, Hashable {
  case all
  case municipality(ID<Municipality>)
  case audit(ID<Audit>)
  case board(ID<Board>)
  case boardKind(ID<BoardKind>)
  case topic(ID<Topic>)
  case theme(ID<Theme>)
  case auditor(String)
}

extension Insight {
  /// The figures of a part of the archive. Linear in the size of that part.
  public func keyFigures(of scope: Scope) -> KeyFigures {
    let links = archive.links
    let audits: [ID<Audit>]
    let leaves: [ID<Recommendation>]
    var expectations: [ReplyExpectation]
    func allLeaves(_ audits: [ID<Audit>]) -> [ID<Recommendation>] { audits.flatMap { self.leaves(of: $0) } }
    func allExpectations(_ audits: [ID<Audit>]) -> [ReplyExpectation] { audits.flatMap { self.expectations(of: $0) } }
    switch scope {
    case .all: audits = Archive.ids(archive.audits)
    case .municipality(let id): audits = Array(links.audits[id])
    case .audit(let id): audits = [id]
    case .topic(let id): audits = Array(links.auditsOnTopic[id])
    case .auditor(let name): audits = Archive.ids(archive.audits).filter { archive[$0].auditor == name }
    case .board(let id): audits = auditsConcerning([id])
    case .boardKind(let id): audits = auditsConcerning(Array(links.boardsOfKind[id]))
    case .theme(let id): audits = archive.audits(of: links.recommendationsOnTheme[id])
    }
    switch scope {
    case .board(let id):
      leaves = links.addressed[id].filter { archive[$0].isCounted }
      expectations = allExpectations(audits).filter { $0.board == id }
    case .boardKind(let kind):
      let boards = links.boardsOfKind[kind]
      leaves = Set(boards.flatMap { links.addressed[$0] }).filter { archive[$0].isCounted }.sorted()
      expectations = allExpectations(audits).filter { $0.board.map { archive[$0].kind == kind } ?? false }
    case .theme(let id):
      leaves = links.recommendationsOnTheme[id].filter { archive[$0].isCounted }
      expectations = []
    default:
      leaves = allLeaves(audits)
      expectations = allExpectations(audits)
    }
    return figures(audits: audits, leaves: leaves, expectations: expectations)
  }

  private func auditsConcerning(_ boards: [ID<Board>]) -> [ID<Audit>] {
    let links = archive.links
    var audits = Set(boards.flatMap { links.addressed[$0] }.map { archive[$0].audit })
    for board in boards {
      audits.formUnion(links.askedBy[board])
      audits.formUnion(links.assessedIn[board])
      audits.formUnion(links.repliesBy[board].map { archive[$0].audit })
    }
    return audits.sorted()
  }

  private func figures(
    audits: [ID<Audit>], leaves: [ID<Recommendation>], expectations: [ReplyExpectation]
  ) -> KeyFigures {
    let links = archive.links
    var figures = KeyFigures()
    figures.audits = audits.count
    figures.recommendations = leaves.count
    figures.replies = audits.reduce(0) { $0 + links.replies[$1].count }
    figures.followUps = audits.reduce(0) { $0 + links.followUps[$1].count }
    var states: [RecommendationState: Int] = [:]
    var ages: [Int] = []
    var times: [(days: Int, isDone: Bool)] = []
    var (followedUp, done, claimedAndJudged, confirmed, inAuditsWithReply, touched) = (0, 0, 0, 0, 0, 0)
    for id in leaves {
      let recommendation = archive[id]
      let standing = self[id]
      figures.trackingUnits += max(1, recommendation.to.count)
      states[standing.state, default: 0] += 1
      if standing.isFollowedUp {
        followedUp += 1
        if standing.state == .done { done += 1 }
      }
      if standing.verdict != nil, standing.claims.contains(where: { archive[$0].status == .implemented }) {
        claimedAndJudged += 1
        if standing.state == .done { confirmed += 1 }
      }
      if !links.replies[recommendation.audit].isEmpty {
        inAuditsWithReply += 1
        if !standing.answers.isEmpty { touched += 1 }
      }
      if !recommendation.repeats.isEmpty { figures.recurring += 1 }
      if standing.flags.contains(.deadlineMoved) { figures.movedDeadlines += 1 }
      if !standing.state.isClosed { figures.open += 1 }
      guard let from = archive[recommendation.audit].date else { continue }
      if !standing.state.isClosed { ages.append(asOf.days(since: from.lastDay)) }
      if let doneOn = dateDone(standing) {
        times.append((max(0, doneOn.lastDay.days(since: from.lastDay)), true))
      } else {
        times.append((max(0, asOf.days(since: from.lastDay)), false))
      }
    }
    figures.states = RecommendationState.allCases.compactMap { state in
      states[state].map { KeyFigures.StateCount(state: state, count: $0) }
    }
    figures.covered = Share(count: touched, of: inAuditsWithReply)
    figures.done = Share(count: done, of: followedUp)
    figures.neverFollowedUp = Share(count: leaves.count - followedUp, of: leaves.count)
    figures.confirmed = Share(count: confirmed, of: claimedAndJudged)
    figures.medianAgeOfOpen = median(ages)
    figures.medianTimeToDone = kaplanMeierMedian(times)
    figures.replyTimes = replyTimes(expectations)
    return figures
  }

  /// The date of the first verdict that found it done, where it is done.
  private func dateDone(_ standing: Standing) -> EDTFDate? {
    guard standing.state == .done else { return nil }
    return standing.verdicts.first { archive[$0].status == .implemented }.flatMap { archive[archive[$0].followUp].date }
  }

  func replyTimes(_ expectations: [ReplyExpectation]) -> KeyFigures.ReplyTimes {
    var times = KeyFigures.ReplyTimes()
    var days: [Int] = []
    for expectation in expectations {
      switch expectation.state {
      case .inTime(let before):
        times.inTime += 1
        days.append(-before)
      case .late(let after):
        times.late += 1
        days.append(after)
      case .overdue: times.overdue += 1
      case .awaited: times.awaited += 1
      case .notInCollection: times.notInCollection += 1
      case .answered: times.uncounted += 1
      case .notAsked: break
      }
      if expectation.state.daysLate != nil, expectation.isUncertain { times.uncertain += 1 }
    }
    times.n = days.count
    times.medianDaysLate = median(days)
    return times
  }
}

extension Archive {
  /// The audits of some recommendations, each once, in order.
  func audits(of recommendations: some Sequence<ID<Recommendation>>) -> [ID<Audit>] {
    Set(recommendations.map { self[$0].audit }).sorted()
  }
}

/// The time after which half were done, by the product-limit estimator of Kaplan and Meier; nil where the estimate stays above half.
///
/// At each time at which some were done, the share still not done falls by those done of those still followed then; what is not
/// done yet counts as followed up to its own time.
func kaplanMeierMedian(_ times: [(days: Int, isDone: Bool)]) -> Int? {
  let sorted = times.sorted { $0.days < $1.days }
  var atRisk = sorted.count
  var survival = 1.0
  var index = 0
  while index < sorted.count {
    let day = sorted[index].days
    var (done, left) = (0, 0)
    while index < sorted.count, sorted[index].days == day {
      if sorted[index].isDone { done += 1 }
      left += 1
      index += 1
    }
    if done > 0 {
      survival *= 1 - Double(done) / Double(atRisk)
      if survival <= 0.5 + 1e-9 { return day }
    }
    atRisk -= left
  }
  return nil
}
