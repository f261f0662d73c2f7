import AuditModel
import Mustache

/// The start page: did they do what the auditors asked?
struct StartPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .start }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.startTitle, ["site": .text(archive.site.title)]),
      name: archive.site.title,
      description: archive.site.description ?? strings.text(.startDescription))
  }

  private static let placeLimit = 30
  private static let pairLimit = 4
  private static let unaskedLimit = 8

  static let view = page(
    "start",
    [
      .text("answer") { $0.answer },
      .list("figures") { $0.figures },
      .object("bar") { $0.bar },
      .flag("mayLackDocuments") { page in page.context.lists.mayLackDocuments },
      .list("places") { page in
        Archive.ids(page.archive.municipalities).prefix(StartPage.placeLimit).map { PlaceRow(context: page.context, id: $0) }
      },
      .list("otherPlaces") { page in
        Archive.ids(page.archive.municipalities).dropFirst(StartPage.placeLimit).map(page.context.link)
      },
      .flag("hasOtherPlaces") { $0.archive.municipalities.count > StartPage.placeLimit },
      .object("plot") { page in ReplyPlot.make(page.context, page.context.expectations, unasked: page.unasked) },
      .flag("hasLate") { !$0.late.isEmpty },
      .list("late") { $0.late },
      .link("overdueAddress") { $0.context.address(.overdue(sheet: 1)) },
      .text("recurring") { $0.recurring },
      .list("pairs") { $0.pairs },
      .link("recurringAddress") { $0.context.address(.recurring(sheet: 1)) },
      .list("themes") { page in ThemeBar.bars(page.context) },
      .link("themesAddress") { $0.context.address(.themes) },
      .list("topics") { page in
        Archive.ids(page.archive.topics).filter { !page.archive.links.auditsOnTopic[$0].isEmpty }.map(page.context.link)
      },
      .list("latest") { page in page.latest },
      .link("auditsAddress") { $0.context.address(.audits(sheet: 1)) },
      .link("recommendationsAddress") { $0.context.address(.recommendations(sheet: 1)) },
      .link("comparisonsAddress") { $0.context.address(.comparisons) },
      .link("replyTimesAddress") { _ in "data/comparisons/reply-times.csv" },
    ])

  private var bar: StateBar? {
    let all = context.allFigures
    guard !all.states.isEmpty else { return nil }
    return StateBar(
      context: context, anchor: "alla", title: strings.text(.barOfAll, ["n": .number(all.recommendations)]), states: all.states)
  }

  /// The first clear repetitions, each of another earlier recommendation.
  private var pairs: [PairView] {
    var pairs: [PairView] = []
    var seen: Set<ID<Recommendation>> = []
    for later in archive.recommendations.indices where pairs.count < StartPage.pairLimit {
      let repetition = archive.recommendations[later].repeats.first { $0.strength == .strong && seen.insert($0.of).inserted }
      guard let repetition else { continue }
      pairs.append(PairView(context: context, later: ID(later), repetition: repetition))
    }
    return pairs
  }

  /// The site's answer, as far as it can be given.
  private var answer: String {
    let all = context.allFigures
    guard all.recommendations > 0 else { return strings.text(.startAnswerNone) }
    let given = strings.text(
      .startAnswerCount, ["n": .number(all.recommendations), "places": .number(archive.municipalities.count)])
    var sentences: [String] = []
    if all.done.of == 0 {
      let answered = Archive.ids(archive.recommendations).count { archive[$0].isCounted && !insight[$0].answers.isEmpty }
      sentences = [
        strings.text(.startAnswerUnknown), given,
        strings.text(answered == 0 ? .startNoneAnswered : .startAnswered, ["n": .number(answered)]),
        strings.text(all.onlyCounted > 0 ? .standingOnlyCounted : .startNoFollowUp),
      ]
    } else {
      let followedUp: Phrase = all.done.count == 0 ? .startNoneDone : .startFollowedUp
      sentences = [given, strings.text(followedUp, ["n": .number(all.done.of), "done": .number(all.done.count)])]
      if let verification = context.verification(all) { sentences.append(verification) }
    }
    return sentences.joined(separator: " ")
  }

  private var figures: [Figure] {
    let all = context.allFigures
    func figure(_ n: Int, _ phrase: Phrase) -> Figure { Figure(n, phrase, strings) }
    return [
      figure(all.recommendations, .figureRecommendations), figure(archive.municipalities.count, .figurePlaces),
      figure(all.audits, .figureAudits), figure(all.replies, .figureReplies), figure(all.followUps, .figureFollowUps),
    ]
  }

  /// Audits that asked for no reply, where there are so few that the plot has room for them.
  private var unasked: [ID<Audit>] {
    guard archive.audits.count <= StartPage.unaskedLimit else { return [] }
    return Archive.ids(archive.audits).filter { archive[$0].replyRequest == nil && !insight.leaves(of: $0).isEmpty }
  }

  /// What is late or past its day without word, in sentences with a link to the case where there are few.
  private var late: [LateLine] {
    let overdueReplies = ListEntries.overdueReplies(in: insight).count
    let missingReplies = context.expectations.count { $0.state == .notInCollection }
    var lines: [LateLine] = []
    if overdueReplies > 0 { lines.append(LateLine(text: strings.text(.lateReplies, ["n": .number(overdueReplies)]))) }
    if missingReplies > 0 { lines.append(LateLine(text: strings.text(.missingReplies, ["n": .number(missingReplies)]))) }
    let measures = Archive.ids(archive.measures)
    lines += LateLine.lines(
      measures.filter { insight[$0].daysOverdue != nil }, of: .lateMeasuresOf, all: .lateMeasures, in: context)
    lines += LateLine.lines(
      measures.filter { insight[$0].isMissingFromCollection }, of: .missingMeasuresOf, all: .missingMeasures, in: context)
    return lines
  }

  private var recurring: String? {
    let all = context.allFigures
    guard all.recurring > 0 else { return nil }
    return strings.text(.startRecurring, ["n": .number(all.recurring), "of": .number(all.recommendations)])
  }

  /// The newest documents of the collection. An audit that is dated by its year alone is no newer than what came of it.
  private var latest: [LatestRow] {
    var rows: [(day: Day?, row: LatestRow)] = []
    for id in Archive.ids(archive.followUps) {
      rows.append((archive[id].date?.lastDay, LatestRow(context: context, document: .followUp(id))))
    }
    for id in Archive.ids(archive.replies) {
      rows.append((archive[id].effectiveDate?.lastDay, LatestRow(context: context, document: .reply(id))))
    }
    for id in Archive.ids(archive.audits) {
      let links = archive.links
      let after =
        links.replies[id].compactMap { archive[$0].effectiveDate?.lastDay }
        + links.followUps[id].compactMap { archive[$0].date?.lastDay }
      let day = archive[id].date.map { date in after.reduce(date.lastDay, min) }
      rows.append((day, LatestRow(context: context, document: .audit(id))))
    }
    return rows.enumerated().sorted { a, b in
      switch (a.element.day, b.element.day) {
      case (let x?, let y?) where x != y: x > y
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }.prefix(6).map(\.element.row)
  }
}
