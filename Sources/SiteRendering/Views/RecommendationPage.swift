import AuditModel
import Mustache

/// A recommendation: what was asked of whom, the three voices side by side, what came of it and where it came back.
final class RecommendationPage: PageView {
  let context: SiteContext
  let id: ID<Recommendation>
  private let recommendation: Recommendation
  private let audit: Audit
  private let standing: Standing
  /// What each voice said, the latest of each speaker apart.
  private let answers: (latest: [ID<Answer>], earlier: [ID<Answer>])
  private let claims: (latest: [ID<Finding>], earlier: [ID<Finding>])
  private let verdicts: (latest: [ID<Finding>], earlier: [ID<Finding>])
  /// Each repetition of the chain that it belongs to, the earliest first.
  private let pairs: [PairView]
  /// Boards asked to reply, and that it is laid on, that have not replied.
  private let unanswered: [ReplyExpectation]

  init(context: SiteContext, id: ID<Recommendation>) {
    self.context = context
    self.id = id
    let (archive, insight) = (context.archive, context.insight)
    recommendation = archive[id]
    audit = archive[recommendation.audit]
    standing = insight[id]
    answers = context.split(standing.answers) { archive[archive[$0].reply].by }
    claims = context.split(standing.claims, by: context.speaker)
    verdicts = context.split(standing.verdicts, by: context.speaker)
    pairs = RecommendationPage.pairs(around: id, in: context)
    unanswered = standing.answers.isEmpty ? RecommendationPage.unanswered(recommendation, in: insight) : []
  }

  var sitePage: SitePage { .recommendation(id) }

  var chrome: Chrome {
    let place = archive[audit.municipality].shortName
    return Chrome(
      context: context, page: sitePage,
      title: strings.text(
        .recommendationTitle, ["id": .text(recommendation.shortID), "audit": .text(audit.title), "place": .text(place)]),
      name: recommendation.shortID, description: recommendation.text,
      trail: context.summary(of: recommendation.audit).trail,
      isDraft: audit.isDraft)
  }

  static let view = page(
    "recommendation",
    [
      .text("number") { $0.recommendation.shortID },
      .text("leadIn") { $0.recommendation.leadIn },
      .text("text") { $0.recommendation.text },
      .flag("isLong") { $0.recommendation.text.utf8.count > 220 },
      .object("municipality") { $0.context.ownNameLink($0.audit.municipality) },
      .object("audit") { $0.context.link($0.recommendation.audit) },
      .text("year") { page in page.audit.date.map { String($0.year) } ?? page.strings.text(.dateMissing) },
      .text("auditor") { $0.audit.auditor },
      .flag("isUmbrella") { $0.recommendation.isUmbrella },
      .object("chip") { $0.recommendation.isCounted ? $0.context.chip($0.standing.state) : nil },
      .list("flags") { $0.context.flags($0.standing) },
      .text("answer") { $0.answerSentence },
      .list("to") { page in page.recommendation.to.row(page.context.link) },
      .list("with") { page in page.recommendation.with.row(page.context.link) },
      .list("concerns") { page in page.recommendation.concerns.row(page.context.link) },
      .object("promise") { $0.standing.deadline.current == nil ? $0.promise : nil },
      .object("deadline") { DeadlineView(context: $0.context, deadline: $0.standing.deadline) },
      .list("themes") { page in page.recommendation.themes.row(page.context.link) },
      .list("topics") { page in page.audit.topics.row(page.context.link) },
      .object("parent") { page in
        page.recommendation.parent.map { RecommendationRow(context: page.context, id: $0, isAlone: true) }
      },
      .list("parts") { page in page.recommendation.parts.map { RecommendationRow(context: page.context, id: $0) } },
      .object("companionOf") { page in page.recommendation.companionOf.map { RecommendationRow(context: page.context, id: $0) } },
      .list("companions") { page in
        page.archive.links.companions[page.id].map { RecommendationRow(context: page.context, id: $0) }
      },
      .list("answers") { page in
        page.answers.latest.map {
          AnswerView(context: page.context, id: $0, isInherited: page.standing.answersAreInherited)
        }
      },
      .flag("hasEarlierAnswers") { !$0.answers.earlier.isEmpty },
      .list("earlierAnswers") { page in page.answers.earlier.map { EarlierLine($0, in: page.context) } },
      .list("unanswered") { page in
        page.unanswered.map { ExpectationView(context: page.context, expectation: $0) }
      },
      .text("noAnswer") { $0.noAnswer },
      .list("claims") { page in
        page.claims.latest.map { FindingView(context: page.context, id: $0, recommendation: page.id) }
      },
      .list("countedClaims") { $0.followUpsThatOnlyCount(isVerdict: false) },
      .flag("hasEarlierClaims") { !$0.claims.earlier.isEmpty },
      .list("earlierClaims") { page in page.claims.earlier.map { EarlierLine($0, in: page.context) } },
      .list("verdicts") { page in page.verdicts.latest.map { FindingView(context: page.context, id: $0) } },
      .list("countedVerdicts") { $0.followUpsThatOnlyCount(isVerdict: true) },
      .flag("hasEarlierVerdicts") { !$0.verdicts.earlier.isEmpty },
      .list("earlierVerdicts") { page in page.verdicts.earlier.map { EarlierLine($0, in: page.context) } },
      .flag("mayLackDocuments") { $0.audit.replies == .incomplete },
      .list("measures") { page in page.archive.links.measuresFor[page.id].map { MeasureRow(context: page.context, id: $0) } },
      .list("timeline") { page in
        page.insight.history(of: page.id).map { EventView(context: page.context, event: $0, recommendation: page.id) }
      },
      .flag("hasWith") { !$0.recommendation.with.isEmpty },
      .flag("hasConcerns") { !$0.recommendation.concerns.isEmpty },
      .flag("hasTopics") { !$0.audit.topics.isEmpty },
      .flag("hasAnswers") { !$0.standing.answers.isEmpty },
      .flag("hasMeasures") { !$0.archive.links.measuresFor[$0.id].isEmpty },
      .flag("hasCompanions") { $0.recommendation.companionOf != nil || !$0.archive.links.companions[$0.id].isEmpty },
      .flag("hasMentions") { page in page.archive.links.mentionedBy[.recommendation(page.id)] != nil },
      .flag("hasLineage") { !$0.pairs.isEmpty },
      .list("pairs") { $0.pairs },
      .list("mentions") { $0.context.mentions(of: .recommendation($0.id)) },
      .object("bar") { $0.context.summary(of: $0.recommendation.audit).bar },
      .object("citation") { $0.context.citation(of: $0.id) },
      .object("changes") { $0.context.changes(of: .recommendation($0.id), in: $0.recommendation.audit) },
      .text("verification") { $0.context.summary(of: $0.recommendation.audit).verification },
      .object("previous") { $0.neighbour(-1) },
      .object("next") { $0.neighbour(1) },
    ])

  private static func pairs(around id: ID<Recommendation>, in context: SiteContext) -> [PairView] {
    let lineage = context.insight.lineage(of: id)
    if lineage.earlier.isEmpty, lineage.later.isEmpty { return [] }
    let chain = lineage.earlier.reversed().map(\.recommendation) + [id] + lineage.later.map(\.recommendation)
    let members = Set(chain)
    return chain.flatMap { later in
      context.archive[later].repeats.filter { members.contains($0.of) }.map {
        PairView(context: context, later: later, repetition: $0)
      }
    }
  }

  /// What boards said of when, where the auditors did not.
  private var promise: PromiseView? { standing.promise.map { PromiseView(context: context, promise: $0) } }

  private static func unanswered(_ recommendation: Recommendation, in insight: Insight) -> [ReplyExpectation] {
    insight.expectations(of: recommendation.audit).filter { expectation in
      guard expectation.isAsked, !expectation.state.isAnswered else { return false }
      guard let board = expectation.board else { return true }
      return recommendation.to.isEmpty || recommendation.to.contains(board) || recommendation.with.contains(board)
    }
  }

  /// The page's answer in a sentence or two, from the latest of each voice.
  private var answerSentence: String {
    if recommendation.isUmbrella { return strings.text(.umbrellaSentence, ["n": .number(recommendation.parts.count)]) }
    // Who says that it was not followed up says nothing of how it stands.
    let tells = { (id: ID<Finding>) in self.archive[id].status != .notFollowedUp }
    switch (standing.verdicts.last(where: tells), standing.claims.last(where: tells)) {
    case (let verdict?, let claim?):
      let claimIsLater = comesBefore(archive[archive[verdict].followUp].date, archive[archive[claim].followUp].date)
      let sentences = [context.sentence(of: claim), context.sentence(of: verdict)]
      guard claimIsLater else { return sentences.joined(separator: " ") }
      return sentences.reversed().joined(separator: " ") + " " + strings.text(.sentenceNotCheckedSince)
    case (let verdict?, nil): return context.sentence(of: verdict)
    case (nil, let claim?): return context.sentence(of: claim) + " " + strings.text(.sentenceNotChecked)
    case (nil, nil): break
    }
    let followUp = strings.text(
      standing.isOnlyCounted
        ? .standingOnlyCounted
        : !standing.verdicts.isEmpty
          ? .sentenceNotLookedAt : audit.replies == .incomplete ? .standingNoFollowUpHere : .sentenceNeverFollowedUp)
    if !standing.answers.isEmpty {
      return (answers.latest.reversed().map(context.sentence(of:)) + [followUp]).joined(separator: " ")
    }
    if let expectation = unanswered.first {
      return ExpectationView(context: context, expectation: expectation).wholeSentence + " " + followUp
    }
    return [noAnswer, followUp].compactMap { $0 }.joined(separator: " ")
  }

  /// Why nothing stands under the reply, where no board that was asked still owes one: nobody was asked, others were, or those
  /// who replied leave it out.
  private var noAnswer: String? {
    guard standing.answers.isEmpty, unanswered.isEmpty else { return nil }
    guard standing.replyState == .notAsked else { return strings.text(.sentenceLeftOut) }
    guard audit.replyRequest != nil else { return strings.text(.standingUnasked, ["n": 1]) }
    return strings.text(.sentenceOthersAsked, ["boards": .text(context.names(recommendation.to))])
  }

  /// Follow-ups of the audit that say how many are done and not which, where this voice says nothing of the recommendation.
  private func followUpsThatOnlyCount(isVerdict: Bool) -> [Link] {
    guard (isVerdict ? standing.verdicts : standing.claims).isEmpty else { return [] }
    return archive.links.followUps[recommendation.audit].filter {
      archive[$0].onlyCounts && archive[$0].voice.isVerdict == isVerdict
    }.map(context.link)
  }

  private func neighbour(_ step: Int) -> Link? {
    let all = audit.recommendations
    guard let place = all.firstIndex(of: id), all.indices.contains(place + step) else { return nil }
    return context.link(all[place + step])
  }
}
