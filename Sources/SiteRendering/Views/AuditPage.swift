import AuditModel
import Mustache

/// An audit: what the auditors judged and recommended, what was answered, what came of it.
final class AuditPage: DocumentPageView {
  let context: SiteContext
  let id: ID<Audit>
  let audit: Audit

  init(context: SiteContext, id: ID<Audit>) {
    self.context = context
    self.id = id
    audit = context.archive[id]
  }

  var sources: [Source] { audit.sources }
  var signed: [Signatory] { audit.signed }
  var inferred: [Inference] { audit.inferred }
  var body: Body { audit.body }
  var subject: Subject { .audit(id) }

  var sitePage: SitePage { .audit(id) }

  var chrome: Chrome {
    let place = archive[audit.municipality].name
    let year = audit.date.map { " \($0.year)" } ?? ", " + strings.text(.dateMissing)
    return Chrome(
      context: context, page: sitePage, title: audit.title + ", " + place + year, name: audit.title,
      description: audit.summary ?? strings.text(.auditDescription, ["title": .text(audit.title), "place": .text(place)]),
      trail: [.start(in: context), .municipality(audit.municipality, in: context)], isDraft: audit.isDraft)
  }

  static let view = page(
    "audit",
    documentFields + [
      .text("title") { $0.audit.title },
      .object("municipality") { $0.context.ownNameLink($0.audit.municipality) },
      .text("summary") { $0.audit.summary },
      .text("answer") { $0.answer },
      .text("kind") { page in page.audit.kind.map { page.strings.text($0.phrase) } },
      .text("auditor") { $0.audit.auditor },
      .text("commissionedBy") { $0.audit.commissionedBy },
      .object("date") { $0.context.date($0.audit.date) },
      .text("year") { page in page.audit.date.map { String($0.year) } ?? page.strings.text(.dateMissing) },
      .text("reference") { $0.audit.reference },
      .list("topics") { page in page.audit.topics.row(page.context.link) },
      .text("municipalityReason") { $0.context.reason($0.audit.inferred, "municipality") },
      .texts("purpose") { $0.audit.purpose },
      .flag("isReplyAsked") { $0.audit.replyRequest != nil },
      .object("replyDue") { $0.context.date($0.audit.replyRequest?.due) },
      .flag("hasAskedBoards") { !($0.audit.replyRequest?.from ?? []).isEmpty },
      .list("askedBoards") { page in (page.audit.replyRequest?.from ?? []).row(page.context.link) },
      .text("replyWording") { $0.audit.replyRequest?.wording },
      .list("assessments") { page in
        let isBrief = page.audit.assessments.count > AssessmentView.scaleLimit
        return page.audit.assessments.enumerated().map { place, assessment in
          let before = place > 0 ? page.audit.assessments[place - 1].quote : nil
          return AssessmentView(
            context: page.context, assessment: assessment, isBrief: isBrief,
            isSameSentence: assessment.quote != nil && assessment.quote == before)
        }
      },
      .flag("hasGrades") { $0.audit.assessments.contains { $0.level != nil } },
      .list("observations") { page in page.audit.observations.map { ObservationView(context: page.context, observation: $0) } },
      .number("observationCount") { $0.audit.observations.count },
      .list("criticism") { page in page.audit.criticism.map { CriticismView(context: page.context, criticism: $0) } },
      .text("recommendationCount") { $0.recommendationCount },
      .number("leafCount") { $0.insight.leaves(of: $0.id).count },
      .text("addressees") { $0.addressees },
      .list("recommendations") { page in
        page.audit.recommendations.filter { page.archive[$0].parent == nil }
          .map { RecommendationRow(context: page.context, id: $0) }
      },
      .flag("isListIncomplete") { !$0.audit.recommendationsAreComplete },
      .object("bar") { $0.bar },
      .list("expectations") { page in
        page.insight.expectations(of: page.id).map { ExpectationView(context: page.context, expectation: $0) }
      },
      .list("replies") { page in page.replies.map { ReplyRow(context: page.context, id: $0) } },
      .flag("mayLackDocuments") { $0.audit.replies == .incomplete },
      .list("followUps") { page in page.followUps.map { FollowUpRow(context: page.context, id: $0) } },
      .text("verification") { $0.context.verification(.audit($0.id)) },
      .object("strip") { page in StripView.make(page.context, page.insight.timeline(of: page.id), anchor: "strip") },
      .list("timeline") { page in
        EventView.numbered(page.insight.timeline(of: page.id), in: page.context)
      },
      .list("follows") { page in page.audit.follows.row(page.context.fullLink) },
      .list("followedBy") { page in page.archive.links.followedBy[page.id].row(page.context.fullLink) },
      .flag("isAssessed") { !$0.assessed.isEmpty },
      .list("assessed") { $0.assessed },
      .flag("hasFollows") { !$0.audit.follows.isEmpty },
      .flag("hasFollowedBy") { !$0.archive.links.followedBy[$0.id].isEmpty },
      .flag("hasPurpose") { !$0.audit.purpose.isEmpty },
      .flag("hasObservations") { !$0.audit.observations.isEmpty },
      .flag("hasCriticism") { !$0.audit.criticism.isEmpty },
      .flag("hasFollowUps") { !$0.archive.links.followUps[$0.id].isEmpty },
      .flag("hasMissing") { !$0.missing.isEmpty },
      .list("missing") { page in page.missing.map { ExpectationView(context: page.context, expectation: $0) } },
      .link("csv") { _ in "data/recommendations.csv" },
      .link("json") { _ in "data/recommendations.json" },
    ])

  /// The page's answer in a sentence or two, from what is known.
  private var answer: String {
    let leaves = insight.leaves(of: id)
    let isWhole = audit.recommendationsAreComplete
    guard !leaves.isEmpty else { return strings.text(isWhole ? .auditAnswerNone : .auditAnswerNoneHere) }
    var sentences = [strings.text(isWhole ? .auditAnswerCount : .auditAnswerCountIncomplete, ["n": .number(leaves.count)])]
    sentences.append(
      context.standing(of: leaves, mayLackDocuments: audit.replies == .incomplete, isAsked: audit.replyRequest != nil))
    return sentences.joined(separator: " ")
  }

  /// Whom the audit judged: boards, or the municipality as a whole.
  private var assessed: [Link] { audit.assessments.flatMap(\.of).uniqued().row { context.link($0) } }

  /// The documents that came of it, by date.
  private var replies: [ID<Reply>] {
    archive.links.replies[id].sorted { comesBefore(archive[$0].effectiveDate, archive[$1].effectiveDate) }
  }
  private var followUps: [ID<FollowUp>] {
    archive.links.followUps[id].sorted { comesBefore(archive[$0].date, archive[$1].date) }
  }

  /// Replies that were asked for and are not here.
  private var missing: [ReplyExpectation] { insight.expectations(of: id).filter { !$0.state.isAnswered } }

  var citation: Citation? { context.citation(of: id) }
  var changes: ChangesView? { context.changes(of: id) }

  /// Nil where all recommendations are in the same state.
  private var bar: StateBar? {
    let states = insight.keyFigures(of: .audit(id)).states
    return states.count > 1 ? .ofAudit(id, in: context, anchor: "lage", states: states) : nil
  }

  /// How many are addressed to each board: `5 till Kommunstyrelsen och 1 till Arbetslivsnämnden`.
  private var addressees: String? {
    var order: [ID<Board>?] = []
    var counts: [ID<Board>?: Int] = [:]
    for leaf in insight.leaves(of: id) {
      for board in archive[leaf].to.isEmpty ? [nil] : archive[leaf].to.map({ $0 as ID<Board>? }) {
        if counts[board] == nil { order.append(board) }
        counts[board, default: 0] += 1
      }
    }
    if order.count == 1 {
      let n = PhraseValue.number(counts[order[0]] ?? 0)
      guard let board = order[0] else { return strings.text(.countAllToNobody, ["n": n]) }
      return strings.text(.countAllTo, ["n": n, "board": .text(archive[board].name)])
    }
    if order.isEmpty { return nil }
    return strings.list(
      order.map { board in
        let n = PhraseValue.number(counts[board] ?? 0)
        guard let board else { return strings.text(.countToNobody, ["n": n]) }
        return strings.text(.countTo, ["n": n, "board": .text(archive[board].name)])
      })
  }

  private var recommendationCount: String {
    let leaves = insight.leaves(of: id)
    let units = leaves.reduce(0) { $0 + max(1, archive[$1].to.count) }
    let umbrellas = audit.recommendations.filter { archive[$0].isUmbrella }.map { archive[$0].shortID }
    var text = strings.text(.countRecommendations, ["n": .number(leaves.count)]) + "."
    if units != leaves.count { text += " " + strings.text(.countUnits, ["n": .number(units), "of": .number(leaves.count)]) }
    if !umbrellas.isEmpty {
      text +=
        " " + strings.text(.umbrellaNotCounted, ["n": .number(umbrellas.count), "ids": .text(strings.list(umbrellas))])
    }
    return text
  }
}

extension AuditKind {
  var phrase: Phrase {
    switch self {
    case .basic: .kindBasic
    case .inDepth: .kindInDepth
    case .followUp: .kindFollowUp
    case .preStudy: .kindPreStudy
    case .annual: .kindAnnual
    case .other: .kindOther
    }
  }
}
