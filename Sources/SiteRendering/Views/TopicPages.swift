import AuditModel
import Mustache

/// All topics.
struct TopicsPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .topics }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.topics),
      description: strings.text(.topicsDescription), trail: [.start(in: context), .comparisons(in: context)])
  }

  static let view = page(
    "topics",
    [
      .list("topics") { page in
        Archive.ids(page.archive.topics).map { id in
          NamedEntry(
            name: page.archive[id].name, address: page.context.address(id), description: page.archive[id].description,
            count: page.strings.text(.countAudits, ["n": .number(page.context.lists[id].audits)]))
        }
      }
    ])
}

/// A name with what it stands for and how much of it there is: the partial `named-entry`.
struct NamedEntry: View {
  let name: String
  let address: String
  let description: String?
  let count: String

  static let view = ViewType<NamedEntry>(
    "named-entry",
    [
      .text("name") { $0.name },
      .link("address") { $0.address },
      .text("description") { $0.description },
      .text("count") { $0.count },
    ])
}

/// A topic: the same subject in several municipalities.
struct TopicPage: PageView {
  let context: SiteContext
  let id: ID<Topic>
  let sheet: Int

  private var topic: Topic { archive[id] }
  private var audits: ArraySlice<ID<Audit>> { archive.links.auditsOnTopic[id] }

  var sitePage: SitePage { .topic(id, sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.topicTitle, ["name": .text(topic.name)]),
      name: topic.name, description: topic.description ?? answer,
      trail: [
        .start(in: context), .comparisons(in: context), TrailStep(name: strings.text(.topics), address: context.address(.topics)),
      ])
  }

  static let view = page(
    "topic",
    [
      .text("name") { $0.topic.name },
      .text("description") { $0.topic.description },
      .text("answer") { $0.answer },
      .text("shared") { $0.shared },
      .flag("isFirst") { $0.sheet == 1 },
      .list("pictures") { page in page.comparisons.compactMap { ComparisonPicture.make(page.context, $0) } },
      // What a picture shows leads to its table itself.
      .list("comparisons") { page in
        page.comparisons.filter { ComparisonPicture.make(page.context, $0) == nil }.map {
          ComparisonEntry(context: page.context, id: $0)
        }
      },
      .list("audits") { page in ListEntries.sheet(page.sheet, of: page.audits).map { AuditRow(context: page.context, id: $0) } },
      .object("pager") { page in
        let id = page.id
        return Pager.make(page.context, sheet: page.sheet, entries: page.audits.count) { .topic(id, sheet: $0) }
      },
      .list("mentions") { $0.context.mentions(of: .topic($0.id)) },
    ])

  /// The topic's tables, which only the first sheet leads to.
  private var comparisons: [ComparisonID] {
    guard sheet == 1 else { return [] }
    let all = insight.comparisons.filter { $0.topic == id }
    return ComparisonKind.inReadingOrder.filter { kind in all.contains { $0.kind == kind } }.map { ComparisonID($0, topic: id) }
  }

  private var answer: String {
    let count = context.lists[id]
    if count.audits == 0 { return strings.text(.topicAnswerNone) }
    return strings.text(
      .topicAnswer,
      [
        "n": .number(count.recommendations), "audits": .number(count.audits), "places": .number(count.municipalities.count),
      ])
  }

  /// As many municipalities as a sentence compares.
  private static let comparedLimit = 12

  /// The themes that are recommended on in every municipality, where there are several.
  private var shared: String? {
    let places = context.lists[id].municipalities
    guard sheet == 1, (2...TopicPage.comparedLimit).contains(places.count) else { return nil }
    var seen: [ID<Theme>: Set<ID<Municipality>>] = [:]
    for audit in audits where !archive[audit].isDraft {
      for recommendation in archive[audit].recommendations {
        for theme in archive[recommendation].themes { seen[theme, default: []].insert(archive[audit].municipality) }
      }
    }
    let themes = Archive.ids(archive.themes).filter { seen[$0]?.count == places.count }
    let n = PhraseValue.number(places.count)
    guard !themes.isEmpty else { return strings.text(.topicSharesNone, ["places": n]) }
    return strings.text(
      .topicShares,
      [
        "n": .number(themes.count), "places": n,
        "themes": .text(strings.list(themes.map { archive[$0].name.lowercasedFirst })),
      ])
  }
}

/// All themes, with how many recommendations have each.
struct ThemesPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .themes }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.themes),
      description: strings.text(.themesDescription), trail: [.start(in: context), .comparisons(in: context)])
  }

  static let view = page(
    "themes",
    [
      .list("themes") { page in
        Archive.ids(page.archive.themes).map { id in
          let count = page.context.lists[id].all
          return NamedEntry(
            name: page.archive[id].name, address: page.context.address(id), description: page.archive[id].description,
            count: page.strings.text(.countRecommendations, ["n": .number(count)]))
        }
      }
    ])
}

/// A theme: every recommendation on it, across municipalities.
struct ThemePage: PageView {
  let context: SiteContext
  let id: ID<Theme>
  let sheet: Int
  /// Audits that saw the theme and recommended nothing on it; told on the first sheet.
  private let observedOnly: [ID<Audit>]

  init(context: SiteContext, id: ID<Theme>, sheet: Int) {
    self.context = context
    self.id = id
    self.sheet = sheet
    let archive = context.archive
    guard sheet == 1 else {
      observedOnly = []
      return
    }
    let recommended = Set(archive.links.recommendationsOnTheme[id].map { archive[$0].audit })
    observedOnly = archive.links.auditsObservingTheme[id].filter { !recommended.contains($0) }
  }

  private var theme: Theme { archive[id] }
  private var all: ArraySlice<ID<Recommendation>> { archive.links.recommendationsOnTheme[id] }

  var sitePage: SitePage { .theme(id, sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.themeTitle, ["name": .text(theme.name)]),
      name: theme.name, description: theme.description ?? answer,
      trail: [
        .start(in: context), .comparisons(in: context), TrailStep(name: strings.text(.themes), address: context.address(.themes)),
      ])
  }

  static let view = page(
    "theme",
    [
      .text("name") { $0.theme.name },
      .text("description") { $0.theme.description },
      .text("answer") { $0.answer },
      .object("bar") { $0.bar },
      .list("recommendations") { page in
        ListEntries.sheet(page.sheet, of: page.all)
          .map { RecommendationRow(context: page.context, id: $0, isAway: true, isAlone: true) }
      },
      .flag("hasObserved") { !$0.observedOnly.isEmpty },
      .list("observed") { page in
        page.observedOnly.prefix(observedLimit).map(page.context.fullLink)
      },
      .text("otherObserved") { page in page.context.more(of: page.observedOnly.count, than: observedLimit) },
      .object("pager") { page in
        let id = page.id
        return Pager.make(page.context, sheet: page.sheet, entries: page.all.count) { .theme(id, sheet: $0) }
      },
      .list("mentions") { $0.context.mentions(of: .theme($0.id)) },
    ])

  private var bar: StateBar? {
    guard sheet == 1 else { return nil }
    let states = insight.keyFigures(of: .theme(id)).states
    guard !states.isEmpty else { return nil }
    return StateBar(
      context: context, anchor: "lage", title: strings.text(.barOfPlace, ["name": .text(theme.name)]), states: states)
  }

  private static let observedLimit = 100

  private var answer: String {
    let count = context.lists[id]
    return strings.text(
      count.all == 0 ? .themeAnswerNone : .themeAnswer, ["n": .number(count.all), "primary": .number(count.primary)])
  }
}
