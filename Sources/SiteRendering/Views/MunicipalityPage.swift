import AuditModel
import Mustache

/// A municipality: how it stands with what its auditors asked for.
struct MunicipalityPage: PageView {
  let context: SiteContext
  let id: ID<Municipality>

  private var municipality: Municipality { archive[id] }
  private var audits: [ID<Audit>] { ListEntries.audits(of: id, in: insight) }
  private var leaves: [ID<Recommendation>] { audits.flatMap { insight.leaves(of: $0) } }

  private static let pairLimit = 5

  /// What its audits say again, the newest audit first.
  private var pairs: [(later: ID<Recommendation>, repetition: Repetition)] {
    leaves.flatMap { later in archive[later].repeats.map { (later, $0) } }
  }

  var sitePage: SitePage { .municipality(id) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: municipality.name, name: municipality.shortName,
      description: strings.text(.municipalityDescription, ["name": .text(municipality.name)]), trail: [.start(in: context)])
  }

  static let view = page(
    "municipality",
    [
      .text("title") { $0.municipality.name },
      .text("answer") { $0.answer },
      .text("code") { $0.municipality.code },
      .text("county") { $0.municipality.county },
      .link("website") { $0.municipality.website },
      .object("bar") { StateBar.ofMunicipality($0.id, in: $0.context, anchor: "lage") },
      .object("years") { YearsView($0.context, $0.id) },
      .list("figures") { Figure.figures($0.insight.keyFigures(of: .municipality($0.id)), in: $0.context) },
      .list("audits") { page in page.audits.prefix(SitePlan.sheetSize).map { AuditRow(context: page.context, id: $0) } },
      .link("auditsAddress") { page in
        page.audits.count > SitePlan.sheetSize
          ? page.context.address(.audits(sheet: ListEntries.sheet(of: page.id, in: page.insight))) : nil
      },
      .list("boards") { page in page.municipality.boards.map { BoardRow(context: page.context, id: $0) }.sortedByName },
      .list("pairs") { page in
        page.pairs.prefix(MunicipalityPage.pairLimit).map {
          PairView(context: page.context, later: $0.later, repetition: $0.repetition)
        }
      },
      .list("timeline") { page in
        page.insight.timeline(of: page.id).suffix(EventView.limit).map {
          EventView(context: page.context, event: $0, isAway: true)
        }
      },
      .flag("isTimelineCut") { page in page.insight.timeline(of: page.id).count > EventView.limit },
      .flag("mayLackDocuments") { page in page.audits.contains { page.archive[$0].replies == .incomplete } },
      .object("text") { page in
        page.context.body(page.municipality.body, headingLevel: 3, on: .municipality(page.id)).map { DocumentText(body: $0) }
      },
      .flag("hasCharts") { $0.context.mayHaveCharts($0.municipality.body) },
      .flag("hasPairs") { !$0.pairs.isEmpty },
      .flag("hasMorePairs") { $0.pairs.count > MunicipalityPage.pairLimit },
      .link("recurringAddress") { $0.context.address(.recurring(sheet: 1)) },
      .flag("hasTimeline") { !$0.audits.isEmpty },
      .flag("hasMentions") { page in page.archive.links.mentionedBy[.municipality(page.id)] != nil },
      .list("mentions") { $0.context.mentions(of: .municipality($0.id)) },
    ])

  private var answer: String {
    let leaves = leaves
    guard !leaves.isEmpty else { return strings.text(.municipalityAnswerNone) }
    let count = strings.text(.municipalityAnswer, ["n": .number(leaves.count), "audits": .number(audits.count)])
    let mayLack = audits.contains { archive[$0].replies == .incomplete }
    let isAsked = audits.contains { archive[$0].replyRequest != nil }
    return count + " " + context.standing(of: leaves, in: audits.count, mayLackDocuments: mayLack, isAsked: isAsked)
  }
}
