import AuditModel
import Mustache

/// A line of a timeline: the partial `timeline`.
struct EventView: View {
  /// As many events, the latest, as a page shows that is not of one audit.
  static let limit = 10

  let context: SiteContext
  let event: Event
  /// Its number where the same events stand in a picture.
  var number: Int?
  /// The recommendation whose history it is; nil in the timeline of an audit, a board or a municipality.
  var recommendation: ID<Recommendation>?
  /// Whether it stands outside of its audit's page and must say which audit it is about.
  var isAway = false

  static let view = ViewType<EventView>(
    "event",
    [
      .number("number") { $0.number },
      .text("voice") { $0.lane },
      .flag("isUncertain") { $0.event.isUncertain },
      .object("date") { $0.context.date($0.event.date) },
      .text("what") { $0.what },
      .text("reason") { $0.reason },
      .object("from") { $0.context.date($0.move?.from) },
      .object("to") { $0.context.date($0.move?.to) },
      .object("finding") { $0.finding },
      .text("quote") { $0.quote },
      .text("who") { $0.who },
      .text("paragraph") { $0.event.paragraph },
      .object("document") { $0.document },
    ])

  private var archive: Archive { context.archive }
  private var strings: Strings { context.strings }

  /// Events with their places as numbers.
  static func numbered(_ events: [Event], in context: SiteContext) -> [EventView] {
    events.enumerated().map { EventView(context: context, event: $1, number: $0 + 1) }
  }

  private var move: Deadline.Move? {
    if case .moved(_, let move) = event.kind { move } else { nil }
  }

  private var finding: Chip? {
    if case .found(let id) = event.kind { context.chip(ofFinding: id) } else { nil }
  }

  /// `auditors`, `board` or `claim`: the class of the line.
  private var lane: String {
    switch event.voice {
    case .auditors: "auditors"
    case .boards: "board"
    case .claim: "claim"
    }
  }

  var who: String {
    switch event.voice {
    case .auditors:
      switch event.document {
      case .audit(let id): archive[id].auditor
      case .followUp(let id): archive[archive[id].audit].auditor
      default: strings.text(.auditors)
      }
    case .boards(let boards), .claim(let boards): context.names(boards)
    }
  }

  private var document: Link? {
    switch event.document {
    case .audit(let id): context.link(id)
    case .reply(let id): context.link(id)
    case .followUp(let id): context.link(id)
    default: nil
    }
  }

  var what: String {
    let place = isAway ? " (" + auditName + ")" : ""
    return text + place
  }

  private var auditName: String {
    switch event.document {
    case .audit(let id): context.shortName(id)
    case .reply(let id): context.shortName(archive[id].audit)
    case .followUp(let id): context.shortName(archive[id].audit)
    default: ""
    }
  }

  private var text: String {
    switch event.kind {
    case .audited:
      guard case .audit(let id) = event.document else { return "" }
      if recommendation != nil { return strings.text(.eventRecommended) }
      let count = context.insight.leaves(of: id).count
      return strings.text(count == 0 ? .eventAuditedNone : .eventAudited, ["n": .number(count)])
    case .replyDue: return strings.text(.eventReplyDue)
    case .replied(let id):
      let coverage = context.insight[id]
      let count = archive[id].measures.count
      let measures = strings.text(count == 0 ? .eventWithoutMeasures : .eventWithMeasures, ["n": .number(count)])
      return strings.text(
        coverage.asked.isEmpty ? .eventRepliedNone : .eventReplied,
        [
          "covered": .number(coverage.covered.count), "of": .number(coverage.asked.count), "measures": .text(measures),
        ])
    case .answered(let id): return strings.text(.eventAnswered, ["stance": .text(strings.text(archive[id].stance.phrase))])
    case .cited(let cited):
      return strings.text(.eventCited, ["board": .text(archive[cited.body].name)])
    case .measuresDue(let measures):
      return strings.text(
        .eventMeasuresDue, ["n": .number(measures.count), "measures": .text(strings.list(measures.map { archive[$0].shortID }))])
    case .due: return strings.text(.eventDue)
    case .moved(let id, let move):
      let names = archive[id].recommendations.map { archive[$0].shortID } + archive[id].measures.map { archive[$0].shortID }
      guard let days = move.days else { return strings.text(.eventDeadlineSet, ["of": .text(strings.list(names))]) }
      return strings.text(
        days < 0 ? .eventMovedEarlier : .eventMoved, ["of": .text(strings.list(names)), "days": .number(abs(days))])
    case .followedUp(let id):
      return followedUp(archive[id])
    case .found(let id):
      return strings.text(archive[archive[id].followUp].voice.isVerdict ? .eventVerdict : .eventClaim)
    case .repeated(let id):
      return strings.text(
        .eventRepeated, ["audit": .text(context.shortName(archive[id].audit)), "id": .text(archive[id].shortID)])
    case .repeats(let id):
      return strings.text(
        .eventRepeats, ["audit": .text(context.shortName(archive[id].audit)), "id": .text(archive[id].shortID)])
    }
  }

  /// How many recommendations a follow-up tells of, or how many measures where it is of these only, or that it is of deadlines.
  private func followedUp(_ followUp: FollowUp) -> String {
    let isVerdict = followUp.voice.isVerdict
    let findings = followUp.findings.map { archive[$0] }
    let recommendations =
      followUp.onlyCounts ? followUp.counts.reduce(0) { $0 + $1.count } : Set(findings.flatMap(\.recommendations)).count
    let measures = Set(findings.flatMap(\.measures)).count
    if recommendations + measures == 0, !followUp.deadlines.isEmpty {
      return strings.text(.eventDeadlines, ["n": .number(followUp.deadlines.count)])
    }
    if recommendations == 0, measures > 0 {
      return strings.text(isVerdict ? .eventJudgedMeasures : .eventClaimedMeasures, ["n": .number(measures)])
    }
    return strings.text(isVerdict ? .eventJudged : .eventClaimed, ["n": .number(recommendations)])
  }

  var reason: String? {
    guard case .moved(let id, _) = event.kind else { return nil }
    return archive[id].reason ?? strings.text(.noReason)
  }

  private var quote: String? {
    switch event.kind {
    case .found(let id): archive[id].quote
    case .cited(let cited): cited.quote
    default: nil
    }
  }
}

extension SiteContext {
  /// What a finding says, as a chip in its own voice.
  func chip(ofFinding id: ID<Finding>) -> Chip {
    let finding = archive[id]
    let isVerdict = archive[finding.followUp].voice.isVerdict
    let state = isVerdict ? RecommendationState(verdict: finding.status) : RecommendationState(claim: finding.status)
    return Chip(
      symbol: state?.symbol ?? "unasked",
      name: strings.text(isVerdict || finding.status != .implemented ? finding.status.phrase : .statusReported))
  }
}

extension FindingStatus {
  var phrase: Phrase {
    switch self {
    case .implemented: .statusImplemented
    case .largely: .statusLargely
    case .partly: .statusPartly
    case .inProgress: .statusInProgress
    case .planned: .statusPlanned
    case .notStarted: .statusNotStarted
    case .remaining: .statusRemaining
    case .willNot: .statusWillNot
    case .notFollowedUp: .statusNotFollowedUp
    case .obsolete: .statusObsolete
    case .transferred: .statusTransferred
    case .undetermined: .statusUndetermined
    }
  }
}
