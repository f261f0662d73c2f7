import AuditModel
import Mustache

/// All comparisons, by what is compared and by topic.
struct ComparisonsPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .comparisons }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.menuComparisons),
      description: strings.text(.comparisonsDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "comparisons",
    [
      .list("groups") { $0.groups },
      .link("topicsAddress") { $0.context.address(.topics) },
      .link("themesAddress") { $0.context.address(.themes) },
      .link("boardsAddress") { $0.context.address(.boards) },
    ])

  private var groups: [ComparisonGroup] {
    let all = insight.comparisons
    let topics = Archive.ids(archive.topics).filter { topic in all.contains { $0.topic == topic } }
    return [ComparisonGroup(context: context, topic: nil, comparisons: all.filter { $0.topic == nil })]
      + topics.map { topic in ComparisonGroup(context: context, topic: topic, comparisons: all.filter { $0.topic == topic }) }
  }
}

/// The comparisons of all audits, or of those on one topic.
struct ComparisonGroup: View {
  let context: SiteContext
  let topic: ID<Topic>?
  let comparisons: [ComparisonID]

  static let view = ViewType<ComparisonGroup>(
    "comparison-group",
    [
      .text("anchor") { group in group.topic.map { "amne-" + slug(group.context.archive[$0].id) } ?? "alla" },
      .text("name") { group in group.topic.map { group.context.archive[$0].name } ?? group.context.strings.text(.comparisonsAll)
      },
      .link("address") { group in group.topic.map { group.context.address($0) } },
      .list("comparisons") { group in
        group.comparisons.map { ComparisonEntry(context: group.context, id: $0) }
      },
    ])
}

/// A comparison in a list.
struct ComparisonEntry: View {
  let context: SiteContext
  let id: ComparisonID

  static let view = ViewType<ComparisonEntry>(
    "comparison-entry",
    [
      .text("name") { $0.context.strings.text($0.id.kind.title) },
      .text("note") { $0.context.strings.text($0.id.kind.note) },
      .link("address") { $0.context.address(.comparison($0.id)) },
    ])
}

/// One comparison table.
struct ComparisonPage: PageView {
  let context: SiteContext
  let id: ComparisonID

  private var title: String {
    let name = strings.text(id.kind.title)
    return id.topic.map { name + ": " + archive[$0].name } ?? name
  }

  var sitePage: SitePage { .comparison(id) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.comparisonPageTitle, ["name": .text(title)]), name: title,
      description: strings.text(id.kind.note),
      trail: [.start(in: context), TrailStep(name: strings.text(.menuComparisons), address: context.address(.comparisons))])
  }

  static let view = page(
    "comparison-page",
    [
      .text("title") { $0.title },
      .flag("hasCharts") { $0.id.kind == .keyFigures },
      .text("note") { $0.strings.text($0.id.kind.note) },
      .object("comparison") { ComparisonView.make($0.context, $0.id) },
      .list("others") { page in
        page.insight.comparisons.filter { $0.topic == page.id.topic && $0.kind != page.id.kind }
          .map { ComparisonEntry(context: page.context, id: $0) }
      },
    ])
}
