import AuditModel
import Mustache

/// The start page: did they do what the auditors asked?
struct StartPage: PageView {
  let context: SiteContext

  var chrome: Chrome {
    Chrome(
      context: context, page: .start, title: strings.text(.startTitle, ["site": .text(archive.site.title)]),
      name: archive.site.title,
      description: archive.site.description ?? strings.text(.startDescription))
  }

  private static let placeLimit = 30
  private static let pairLimit = 4

  static let view = page(
    "start",
    [
      .text("answer") { $0.answer },
      .list("figures") { $0.figures },
      .object("bar") { $0.bar },
      .flag("mayLackDocuments") { page in page.archive.audits.contains { $0.replies == .incomplete } },
      .list("places") { page in
        Archive.ids(page.archive.municipalities).prefix(StartPage.placeLimit).map { PlaceRow(context: page.context, id: $0) }
      },
      .list("otherPlaces") { page in
        Archive.ids(page.archive.municipalities).dropFirst(StartPage.placeLimit).map(page.context.link)
      },
      .flag("hasOtherPlaces") { $0.archive.municipalities.count > StartPage.placeLimit },
      .object("plot") { page in ReplyPlot.make(page.context, page.context.expectations) },
      .flag("hasLate") { !$0.late.isEmpty },
      .list("late") { $0.late },
      .link("overdueAddress") { $0.context.address(.overdue(sheet: 1)) },
      .text("recurring") { $0.recurring },
      .list("pairs") { $0.pairs },
      .link("recurringAddress") { $0.context.address(.recurring(sheet: 1)) },
      .list("themes") { page in ThemeBar.bars(page.context) },
      .link("themesAddress") { $0.context.address(.themes) },
      .list("topics") { page in Archive.ids(page.archive.topics).filter { !page.archive.links.auditsOnTopic[$0].isEmpty }.map(page.context.link) },
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
    let count = strings.text(
      .startAnswerCount, ["n": .number(all.recommendations), "places": .number(archive.municipalities.count)])
    let answered = Archive.ids(archive.recommendations).count { archive[$0].isCounted && !insight[$0].answers.isEmpty }
    if all.done.of == 0 {
      return strings.text(.startAnswerUnknown) + " " + count + " "
        + strings.text(answered == 0 ? .startNoneAnswered : .startAnswered, ["n": .number(answered)]) + " " + strings.text(.startNoFollowUp)
    }
    return count + " "
      + strings.text(all.done.count == 0 ? .startNoneDone : .startFollowedUp, ["n": .number(all.done.of), "done": .number(all.done.count)])
      + (all.confirmed.of > 0
        ? " " + strings.text(.verification, ["claimed": .number(all.confirmed.of), "confirmed": .number(all.confirmed.count)]) : "")
  }

  private var figures: [Figure] {
    let all = context.allFigures
    func figure(_ n: Int, _ phrase: Phrase) -> Figure { Figure(n, phrase, strings) }
    return [
      figure(all.recommendations, .figureRecommendations), figure(archive.municipalities.count, .figurePlaces),
      figure(all.audits, .figureAudits), figure(all.replies, .figureReplies), figure(all.followUps, .figureFollowUps),
    ]
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
    let count = context.allFigures.recurring
    return count == 0 ? nil : strings.text(.startRecurring, ["n": .number(count), "of": .number(context.allFigures.recommendations)])
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

/// What is late, in a sentence, and where to read of it.
struct LateLine: View {
  let text: String
  var link: Link?

  static let view = ViewType<LateLine>("late-line", [.text("text") { $0.text }, .object("link") { $0.link }])

  /// As many cases as are told one by one.
  private static let limit = 5

  /// Measures past their day, those of one reply and day in one line; all in one line where there are many.
  static func lines(_ measures: [ID<Measure>], of one: Phrase, all: Phrase, in context: SiteContext) -> [LateLine] {
    struct Case: Hashable {
      let reply: ID<Reply>
      let due: EDTFDate?
    }
    var order: [Case] = []
    var counts: [Case: Int] = [:]
    for id in measures {
      let key = Case(reply: context.archive[id].reply, due: context.insight[id].deadline.current)
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
    }
    if order.isEmpty { return [] }
    if order.count > limit { return [LateLine(text: context.strings.text(all, ["n": .number(measures.count)]))] }
    return order.map { key in
      let due = key.due.map(context.strings.dayInSentence) ?? ""
      let audit = context.shortName(context.archive[key.reply].audit)
      return LateLine(
        text: context.strings.text(one, ["n": .number(counts[key] ?? 0), "due": .text(due), "audit": .text(audit)]),
        link: context.link(key.reply))
    }
  }
}

/// A municipality on the start page, with its bar: the partial `place`.
struct PlaceRow: View {
  let context: SiteContext
  let id: ID<Municipality>

  private var municipality: Municipality { context.archive[id] }

  static let view = ViewType<PlaceRow>(
    "place",
    [
      .text("name") { $0.municipality.name },
      .link("address") { $0.context.address($0.id) },
      .text("audits") { $0.audits },
      .object("bar") { StateBar.ofMunicipality($0.id, in: $0.context, anchor: "lage-" + slug($0.municipality.id)) },
      .text("summary") { $0.summary },
    ])

  private var audits: String {
    let audits = context.archive.links.audits[id]
    let years = audits.compactMap { context.archive[$0].date.map { String($0.year) } }.uniqued().sorted()
    let missing = audits.contains { context.archive[$0].date == nil } ? [context.strings.text(.dateMissing)] : []
    return context.strings.text(
      .placeAudits, ["n": .number(audits.count), "years": .text(context.strings.list(years.suffix(4) + missing))])
  }

  private var summary: String {
    let leaves = context.archive.links.audits[id].flatMap { context.insight.leaves(of: $0) }
    let audits = context.archive.links.audits[id]
    let mayLack = audits.contains { context.archive[$0].replies == .incomplete }
    return context.standing(of: leaves, mayLackDocuments: mayLack, isAsked: audits.contains { context.archive[$0].replyRequest != nil })
  }
}

/// A document in the list of what is newest: the partial `latest`.
struct LatestRow: View {
  let context: SiteContext
  let document: Subject

  private var archive: Archive { context.archive }

  static let view = ViewType<LatestRow>(
    "latest",
    [
      .text("kind") { $0.context.strings.text($0.kind) },
      .text("place") { $0.archive[$0.archive[$0.audit].municipality].shortName },
      .object("date") { $0.context.date($0.date) },
      .text("undated") { $0.date == nil ? $0.context.strings.text(.dateMissing) : nil },
      .text("title") { $0.context.title(of: $0.document) },
      .link("address") { $0.context.plan.path(to: $0.document, in: $0.archive) },
      .text("summary") { $0.summary },
      .list("levels") { $0.levels },
    ])

  private var levels: [LevelView] {
    guard case .audit(let id) = document else { return [] }
    return archive[id].assessments.compactMap(\.level).uniqued().map(context.level)
  }

  private var kind: Phrase {
    switch document {
    case .reply: .documentReply
    case .followUp(let id): archive[id].voice.isVerdict ? .documentVerdict : .documentClaim
    default: .documentAudit
    }
  }

  private var audit: ID<Audit> {
    switch document {
    case .audit(let id): id
    case .reply(let id): archive[id].audit
    case .followUp(let id): archive[id].audit
    default: ID(0)
    }
  }

  private var date: EDTFDate? {
    switch document {
    case .audit(let id): archive[id].date
    case .reply(let id): archive[id].effectiveDate
    case .followUp(let id): archive[id].date
    default: nil
    }
  }

  private var summary: String {
    let strings = context.strings
    switch document {
    case .audit(let id):
      return archive[id].auditor + ", " + strings.text(.countRecommendations, ["n": .number(context.insight.leaves(of: id).count)])
    case .reply(let id):
      let coverage = context.insight[id]
      return context.names(archive[id].by) + ", "
        + strings.text(.replyCoverage, ["n": .number(coverage.covered.count), "of": .number(coverage.asked.count)]).lowercasedFirst
    case .followUp(let id): return context.counts(of: id) ?? context.shortName(archive[id].audit)
    default: return ""
    }
  }
}

/// How many recommendations have a theme as their primary one: the partial `theme-bars`.
struct ThemeBar: View {
  let link: Link
  let count: Int
  let width: String

  static let view = ViewType<ThemeBar>(
    "theme-bar",
    [
      .text("name") { $0.link.name },
      .link("address") { $0.link.address },
      .number("count") { $0.count },
      .text("width") { $0.width },
    ])

  static func bars(_ context: SiteContext) -> [ThemeBar] {
    var counts = [Int](repeating: 0, count: context.archive.themes.count)
    for recommendation in context.archive.recommendations where recommendation.isCounted {
      if let theme = recommendation.themes.first { counts[Int(theme.index)] += 1 }
    }
    let most = counts.max() ?? 0
    return counts.enumerated().filter { $0.element > 0 }.sorted { (-$0.element, $0.offset) < (-$1.element, $1.offset) }
      .map { ThemeBar(link: context.link(ID<Theme>($0.offset)), count: $0.element, width: percent($0.element, of: most)) }
  }
}
