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
    return count + " " + context.standing(of: leaves, mayLackDocuments: mayLack, isAsked: isAsked)
  }
}

/// A board in a list, with what it was asked for: the partial `board-row`.
struct BoardRow: View {
  let context: SiteContext
  let id: ID<Board>

  private var board: Board { context.archive[id] }

  static let view = ViewType<BoardRow>(
    "board-row",
    [
      .text("name") { $0.board.name },
      .link("address") { $0.context.address($0.id) },
      .text("place") { $0.context.archive[$0.board.municipality].shortName },
      .object("kind") { $0.context.link($0.board.kind) },
      .text("addressed") { row in
        let count = ListEntries.board(row.id, in: row.context.insight).count
        return row.context.strings.text(.countRecommendations, ["n": .number(count)])
      },
      .text("owed") { row in
        let debts = row.context.insight.owed(by: row.id)
        guard !debts.isEmpty else { return nil }
        let mayBeSettled = debts.allSatisfy(\.isMissingFromCollection)
        return row.context.strings.text(mayBeSettled ? .countMissing : .countOwed, ["n": .number(debts.count)])
      },
      .text("existed") { BoardRow.existed($0.board, $0.context.strings) },
    ])

  fileprivate var sortKey: [UInt8] { swedishOrder(board.name) }
}

extension [BoardRow] {
  var sortedByName: [BoardRow] {
    map { ($0.sortKey, $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}

/// A key that sorts names as Swedish does: without regard to case, å, ä and ö last in that order.
func swedishOrder(_ name: String) -> [UInt8] {
  var key: [UInt8] = []
  for scalar in name.unicodeScalars {
    switch scalar {
    case "å", "Å": key.append(UInt8(ascii: "{"))
    case "ä", "Ä": key.append(UInt8(ascii: "|"))
    case "ö", "Ö": key.append(UInt8(ascii: "}"))
    case "é", "É": key.append(UInt8(ascii: "e"))
    default: key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
  return key
}

/// A recommendation beside the earlier one that it repeats: the partial `then-and-now`.
struct PairView: View {
  let context: SiteContext
  let later: ID<Recommendation>
  let repetition: Repetition

  private var then: Recommendation { context.archive[repetition.of] }
  private var now: Recommendation { context.archive[later] }

  static let view = ViewType<PairView>(
    "pair",
    [
      .text("then") { $0.context.shortName($0.then.audit) },
      .text("thenAuditor") { $0.context.archive[$0.then.audit].auditor },
      .text("thenNumber") { $0.then.shortID },
      .text("thenText") { $0.then.text },
      .link("thenAddress") { $0.context.address($0.repetition.of) },
      .text("now") { $0.context.shortName($0.now.audit) },
      .text("nowAuditor") { $0.context.archive[$0.now.audit].auditor },
      .text("nowNumber") { $0.now.shortID },
      .text("nowText") { $0.now.text },
      .link("nowAddress") { $0.context.address($0.later) },
      .flag("isPartial") { $0.repetition.strength == .partial },
      .text("strength") { $0.context.strings.text($0.repetition.strength == .partial ? .repeatsPartly : .repeatsClearly) },
      .text("note") { $0.repetition.note },
    ])
}
