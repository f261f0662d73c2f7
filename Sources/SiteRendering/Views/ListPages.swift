import AuditModel
import Mustache

/// All counted recommendations, by audit.
struct RecommendationsPage: PageView {
  let context: SiteContext
  let sheet: Int

  var sitePage: SitePage { .recommendations(sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.menuRecommendations), description: lead, trail: [.start(in: context)]
    )
  }

  private var lead: String {
    strings.text(
      .recommendationsLead,
      ["n": .number(context.allFigures.recommendations), "units": .number(context.allFigures.trackingUnits)])
  }

  static let view = page(
    "recommendations",
    [
      .text("lead") { $0.lead },
      .list("groups") { $0.groups },
      .link("overdueAddress") { $0.context.address(.overdue(sheet: 1)) },
      .link("recurringAddress") { $0.context.address(.recurring(sheet: 1)) },
      .link("csv") { _ in "data/recommendations.csv" },
      .object("pager") { page in
        Pager.make(page.context, sheet: page.sheet, entries: page.context.lists.recommendations.count) {
          .recommendations(sheet: $0)
        }
      },
    ])

  private var groups: [Group] {
    var groups: [Group] = []
    for id in ListEntries.sheet(sheet, of: context.lists.recommendations) {
      let audit = archive[id].audit
      if groups.last?.audit == audit {
        groups[groups.count - 1].rows.append(RecommendationRow(context: context, id: id, isAlone: true))
      } else {
        groups.append(Group(context: context, audit: audit, rows: [RecommendationRow(context: context, id: id, isAlone: true)]))
      }
    }
    return groups
  }

  /// The recommendations of one audit on the sheet.
  struct Group: View {
    let context: SiteContext
    let audit: ID<Audit>
    var rows: [RecommendationRow]

    static let view = ViewType<Group>(
      "recommendation-group",
      [
        .text("anchor") { "g" + String($0.audit.index + 1) },
        .text("name") { $0.context.shortName($0.audit) },
        .object("audit") { $0.context.link($0.audit) },
        .list("recommendations") { $0.rows },
      ])
  }
}

/// What is late: replies that should have come and measures past their deadlines.
struct OverduePage: PageView {
  let context: SiteContext
  let sheet: Int

  var sitePage: SitePage { .overdue(sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.overdueTitle),
      description: strings.text(.overdueDescription),
      trail: [
        .start(in: context),
        TrailStep(name: strings.text(.menuRecommendations), address: context.address(.recommendations(sheet: 1))),
      ])
  }

  private var all: [ListEntries.Overdue] { context.lists.overdue }

  static let view = page(
    "overdue",
    [
      .text("answer") { $0.answer },
      .flag("isEmpty") { $0.all.isEmpty },
      .flag("mayLackDocuments") { $0.context.lists.mayLackDocuments },
      .list("entries") { page in
        ListEntries.sheet(page.sheet, of: page.all).map { OverdueEntry(context: page.context, entry: $0) }
      },
      .flag("hasMissing") { !$0.missing.isEmpty },
      .list("missing") { page in
        page.missing.prefix(SitePlan.sheetSize).map { OverdueEntry(context: page.context, entry: $0) }
      },
      .text("otherMissing") { page in page.context.more(of: page.missing.count, than: SitePlan.sheetSize) },
      .link("data") { $0.context.address(.data) },
      .object("pager") { page in
        Pager.make(page.context, sheet: page.sheet, entries: page.all.count) { .overdue(sheet: $0) }
      },
    ])

  /// What should be here and may exist elsewhere: replies, then measures.
  private var missing: [ListEntries.Overdue] {
    guard sheet == 1 else { return [] }
    return context.lists.missingReplies.map { .reply($0) } + context.lists.missingMeasures.map { .measure($0) }
  }

  /// How many replies and measures are late, and how many may be elsewhere.
  private var answer: String {
    let lists = context.lists
    // What is missing of a measure is the report on it, not the measure.
    func counted(_ replies: Int, _ measures: Int, _ measurePhrase: Phrase) -> String {
      var parts: [String] = []
      if replies > 0 { parts.append(strings.text(.countReplies, ["n": .number(replies)])) }
      if measures > 0 { parts.append(strings.text(measurePhrase, ["n": .number(measures)])) }
      return strings.list(parts)
    }
    let late = lists.overdue.count
    let what = counted(lists.overdueReplies.count, lists.overdueMeasures.count, .countMeasures)
    let phrase: Phrase = lists.overdueReplies.isEmpty ? .overdueAnswerMeasures : .overdueAnswer
    var sentences = [strings.text(late == 0 ? .overdueNothing : phrase, ["what": .text(what), "n": .number(late)])]
    let missing = lists.missingReplies.count + lists.missingMeasures.count
    if missing > 0 {
      let what = counted(lists.missingReplies.count, lists.missingMeasures.count, .countReports)
      sentences.append(strings.text(.overdueMissing, ["what": .text(what), "n": .number(missing)]).capitalisedFirst)
    }
    return sentences.joined(separator: " ")
  }
}

/// A late reply or measure: a row of the list.
struct OverdueEntry: View {
  let context: SiteContext
  let entry: ListEntries.Overdue

  private var archive: Archive { context.archive }

  static let view = ViewType<OverdueEntry>(
    "overdue-entry",
    [
      .text("kind") { entry in
        if case .reply = entry.entry {
          entry.context.strings.text(.documentReply)
        } else {
          entry.context.strings.text(.measureWord)
        }
      },
      .object("audit") { entry in entry.context.fullLink(entry.audit) },
      .object("subject") { entry in
        if case .measure(let id) = entry.entry { entry.context.link(id) } else { nil }
      },
      .text("text") { entry in
        if case .measure(let id) = entry.entry { entry.archive[id].text } else { nil }
      },
      .list("boards") { $0.boards },
      .object("due") { entry in
        switch entry.entry {
        case .reply(let expectation): entry.context.date(expectation.due)
        case .measure(let id): entry.context.date(entry.context.insight[id].deadline.current)
        }
      },
      .text("days") { entry in
        entry.days.map { entry.context.strings.text(.measureOverdue, ["days": .number($0)]) }
      },
      .text("dueWord") { entry in
        if case .reply = entry.entry {
          entry.context.strings.text(.debtReplyDue)
        } else {
          entry.context.strings.text(.debtRecommendationDue)
        }
      },
    ])

  private var audit: ID<Audit> {
    switch entry {
    case .reply(let expectation): expectation.audit
    case .measure(let id): archive[id].audit
    }
  }

  private var boards: [Link] {
    switch entry {
    case .reply(let expectation): expectation.board.map { [context.link($0)] } ?? []
    case .measure(let id): archive[id].by.row(context.link)
    }
  }

  /// Nil where it may have been settled elsewhere.
  private var days: Int? {
    switch entry {
    case .reply(let expectation): if case .overdue(let days) = expectation.state { days } else { nil }
    case .measure(let id): context.insight[id].daysOverdue
    }
  }
}

/// Recommendations that say again what an earlier one said, each beside it.
struct RecurringPage: PageView {
  let context: SiteContext
  let sheet: Int

  var sitePage: SitePage { .recurring(sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.recurringTitle),
      description: strings.text(.recurringDescription),
      trail: [
        .start(in: context),
        TrailStep(name: strings.text(.menuRecommendations), address: context.address(.recommendations(sheet: 1))),
      ])
  }

  private var all: [ID<Recommendation>] { context.lists.recurring }

  static let view = page(
    "recurring",
    [
      .text("answer") { page in
        page.all.isEmpty
          ? page.strings.text(.recurringNone)
          : page.strings.text(
            .startRecurring,
            ["n": .number(page.context.allFigures.recurring), "of": .number(page.context.allFigures.recommendations)])
      },
      .list("pairs") { page in
        ListEntries.sheet(page.sheet, of: page.all).flatMap { later in
          page.archive[later].repeats.map { PairView(context: page.context, later: later, repetition: $0) }
        }
      },
      .object("pager") { page in
        Pager.make(page.context, sheet: page.sheet, entries: page.all.count) { .recurring(sheet: $0) }
      },
    ])
}
