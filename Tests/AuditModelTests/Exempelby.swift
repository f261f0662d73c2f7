import AuditModel

/// A tiny archive about an invented municipality, told a document at a time. Names stand for what was told last under them.
struct Exempelby {
  private var municipalities: [Municipality] = []
  private var boards: [Board] = []
  private var kinds: [BoardKind] = []
  private var topics: [Topic] = []
  private var themes: [Theme] = []
  private var audits: [Audit] = []
  private var recommendations: [Recommendation] = []
  private var replies: [Reply] = []
  private var answers: [Answer] = []
  private var measures: [Measure] = []
  private var followUps: [FollowUp] = []
  private var findings: [Finding] = []
  private var moves: [MovedDeadline] = []
  private let completeness: Completeness

  private static let nowhere = Origin(file: 0, lower: 0, upper: 0)
  private static let empty = Body(file: 0, start: 0, isEmpty: true)

  init(_ replies: Completeness = .complete) {
    self.completeness = replies
    municipality("exempelby")
  }

  // MARK: Telling

  mutating func municipality(_ id: String) {
    municipalities.append(Municipality(id: id, name: id, code: "0000", body: Self.empty, origin: Self.nowhere))
  }

  mutating func audit(
    _ id: String = "skola-2022", date: String? = "2022-09-15", auditor: String = "Exempelby revisorer", topics: [String] = [],
    asksBy due: String? = nil, from: [String]? = nil, asks: Bool? = nil, isDraft: Bool = false,
    inferred: [Inference] = [], assessments: [Assessment] = []
  ) {
    let topics = topics.map { topic($0) }
    let from = from.map { $0.map { board($0) } }
    let request = asks ?? (due != nil || from != nil) ? ReplyRequest(due: due.flatMap { EDTFDate($0) }, from: from) : nil
    audits.append(
      Audit(
        id: municipalities[municipalities.count - 1].id + "/" + id, municipality: ID(municipalities.count - 1), title: id,
        auditor: auditor, date: date.flatMap { EDTFDate($0) }, topics: topics, isDraft: isDraft, inferred: inferred,
        replyRequest: request, replies: completeness, assessments: assessments, body: Self.empty, origin: Self.nowhere))
  }

  mutating func observe(_ themes: [String], _ tone: Tone?) {
    let themes = themes.map { theme($0) }
    audits[audits.count - 1].observations.append(Observation(text: "Vi ser.", themes: themes, tone: tone))
  }

  /// A key figure in a file beside the audit; an empty value is a missing number.
  mutating func keyFigure(_ name: String, _ values: KeyValuePairs<String, String>, source: String? = nil, breakBefore: Int? = nil)
  {
    audits[audits.count - 1].keyFigures.append(
      KeyFigure(
        name: name, points: values.map { .init(period: $0.key, value: DecimalNumber($0.value), source: source) },
        breaks: breakBefore.map { [.init(before: $0, note: "Ny metod")] } ?? []))
  }

  mutating func recommend(
    _ id: String, to boards: [String] = ["fn"], with others: [String] = [], concerning: [String] = [], themes: [String] = [],
    due: String? = nil, under umbrella: String? = nil, repeats: [(String, RepetitionStrength)] = []
  ) {
    let parent = umbrella.map { self.recommendation($0) }
    let repeats = repeats.map { Repetition(of: recommendation($0.0), strength: $0.1) }
    let new = ID<Recommendation>(recommendations.count)
    if let parent { recommendations[Int(parent.index)].parts.append(new) }
    recommendations.append(
      Recommendation(
        id: audits[audits.count - 1].id + "/" + id, shortID: id, audit: ID(audits.count - 1), parent: parent,
        to: boards.map { board($0) }, with: others.map { board($0) }, concerns: concerning.map { board($0) }, text: id,
        themes: themes.map { theme($0) }, due: due.flatMap { EDTFDate($0) }, repeats: repeats, origin: Self.nowhere))
    audits[audits.count - 1].recommendations.append(new)
  }

  mutating func reply(
    by boards: [String] = ["fn"], date: String? = "2022-11-28", _ stances: KeyValuePairs<String, Stance> = [:],
    refersTo: String? = nil, cites: [(board: String, date: String)] = []
  ) {
    let by = boards.map { board($0) }
    let refersTo = refersTo.map { board($0) }
    let cites = cites.map { CitedDecision(body: board($0.board), date: EDTFDate($0.date), paragraph: "§ 32") }
    let id = ID<Reply>(replies.count)
    var own: [ID<Answer>] = []
    for (recommendation, stance) in stances {
      own.append(ID(answers.count))
      answers.append(
        Answer(
          reply: id, to: [self.recommendation(recommendation)], stance: stance, refersTo: refersTo, origin: Self.nowhere))
    }
    replies.append(
      Reply(
        id: "\(audits[audits.count - 1].id)/svar-\(replies.count)", audit: ID(audits.count - 1), by: by,
        date: date.flatMap { EDTFDate($0) }, cites: cites, answers: own, body: Self.empty, origin: Self.nowhere))
  }

  /// A measure of the last reply.
  mutating func measure(_ id: String, for targets: [String], by boards: [String] = ["fn"], due: String? = nil) {
    replies[replies.count - 1].measures.append(ID(measures.count))
    measures.append(
      Measure(
        id: audits[audits.count - 1].id + "/" + id, shortID: id, reply: ID(replies.count - 1), audit: ID(audits.count - 1),
        recommendations: targets.map { recommendation($0) }, by: boards.map { board($0) }, due: due.flatMap { EDTFDate($0) },
        text: id, origin: Self.nowhere))
  }

  /// A verdict of the auditors, on recommendations or measures (`M1`).
  mutating func verdict(_ date: String?, _ statuses: KeyValuePairs<String, FindingStatus>) {
    followUp(.auditors, date, statuses)
  }

  /// A verdict that says how many, but not which.
  mutating func count(_ date: String?, _ status: FindingStatus, _ count: Int) {
    followUp(.auditors, date, [:])
    followUps[followUps.count - 1].counts.append(StatusCount(status: status, count: count))
  }

  /// A claim of boards.
  mutating func claim(_ date: String?, by boards: [String] = ["fn"], _ statuses: KeyValuePairs<String, FindingStatus>) {
    let boards = boards.map { board($0) }
    followUp(.boards(boards), date, statuses)
  }

  /// A board's decision to move deadlines.
  mutating func move(_ targets: [String], to due: String, on date: String) {
    followUp(.boards([board("fn")]), date, [:])
    followUps[followUps.count - 1].deadlines.append(ID(moves.count))
    moves.append(
      MovedDeadline(
        followUp: ID(followUps.count - 1), recommendations: targets.filter { !isMeasure($0) }.map { recommendation($0) },
        measures: targets.filter { isMeasure($0) }.map { measure($0) }, due: EDTFDate(due) ?? EDTFDate(Day(number: 0)),
        paragraph: "§ \(moves.count + 1)", origin: Self.nowhere))
  }

  private mutating func followUp(_ voice: FollowUpVoice, _ date: String?, _ statuses: KeyValuePairs<String, FindingStatus>) {
    let id = ID<FollowUp>(followUps.count)
    var own: [ID<Finding>] = []
    for (target, status) in statuses {
      own.append(ID(findings.count))
      findings.append(
        Finding(
          followUp: id, recommendations: isMeasure(target) ? [] : [recommendation(target)],
          measures: isMeasure(target) ? [measure(target)] : [], status: status, origin: Self.nowhere))
    }
    followUps.append(
      FollowUp(
        id: "\(audits[audits.count - 1].id)/uppf-\(followUps.count)", audit: ID(audits.count - 1), voice: voice,
        date: date.flatMap { EDTFDate($0) }, findings: own, body: Self.empty, origin: Self.nowhere))
  }

  // MARK: Names

  private func isMeasure(_ name: String) -> Bool { name.hasPrefix("M") }

  func recommendation(_ name: String) -> ID<Recommendation> {
    guard let index = recommendations.lastIndex(where: { $0.shortID == name || $0.id.hasSuffix("/" + name) }) else {
      preconditionFailure("no recommendation \(name)")
    }
    return ID(index)
  }

  func measure(_ name: String) -> ID<Measure> {
    guard let index = measures.lastIndex(where: { $0.shortID == name }) else { preconditionFailure("no measure \(name)") }
    return ID(index)
  }

  func audit(_ name: String) -> ID<Audit> {
    guard let index = audits.firstIndex(where: { $0.id == name || $0.id.hasSuffix("/" + name) }) else {
      preconditionFailure("no audit \(name)")
    }
    return ID(index)
  }

  /// A board of the municipality told of last, which is made where it is new; its kind has its name.
  mutating func board(_ name: String) -> ID<Board> {
    let id = municipalities[municipalities.count - 1].id + "/" + name
    if let index = boards.firstIndex(where: { $0.id == id }) { return ID(index) }
    if !kinds.contains(where: { $0.id == name }) { kinds.append(BoardKind(id: name, name: name)) }
    let kind = ID<BoardKind>(kinds.firstIndex { $0.id == name } ?? 0)
    boards.append(
      Board(id: id, shortID: name, municipality: ID(municipalities.count - 1), name: name, kind: kind, origin: Self.nowhere))
    municipalities[municipalities.count - 1].boards.append(ID(boards.count - 1))
    return ID(boards.count - 1)
  }

  mutating func theme(_ name: String) -> ID<Theme> {
    if let index = themes.firstIndex(where: { $0.id == name }) { return ID(index) }
    themes.append(Theme(id: name, name: name))
    return ID(themes.count - 1)
  }

  mutating func topic(_ name: String) -> ID<Topic> {
    if let index = topics.firstIndex(where: { $0.id == name }) { return ID(index) }
    topics.append(Topic(id: name, name: name))
    return ID(topics.count - 1)
  }

  // MARK: Asking

  var archive: Archive {
    Archive(
      site: Site(title: "Exempelby", baseURL: "https://exempelby.example/", replies: completeness), topics: topics,
      themes: themes, boardKinds: kinds, municipalities: municipalities, boards: boards, audits: audits,
      recommendations: recommendations, replies: replies, answers: answers, measures: measures, followUps: followUps,
      findings: findings, movedDeadlines: moves)
  }

  func insight(_ asOf: String = "2026-11-21") -> Insight { compare(archive, asOf: day(asOf)) }

  func standing(_ name: String, _ asOf: String = "2026-11-21") -> Standing { insight(asOf)[recommendation(name)] }
  func state(_ name: String, _ asOf: String = "2026-11-21") -> RecommendationState { standing(name, asOf).state }
  func flags(_ name: String) -> [String] { standing(name).flags.names }
  func commitment(_ name: String, _ asOf: String = "2026-11-21") -> Commitment { insight(asOf)[measure(name)] }
}

func day(_ text: String) -> Day { EDTFDate(text)?.lastDay ?? Day(number: 0) }
