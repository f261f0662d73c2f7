import AuditModel
import Mustache

/// A municipality: how it stands with what its auditors asked for.
struct MunicipalityPage: PageView {
  let context: SiteContext
  let id: ID<Municipality>

  private var municipality: Municipality { archive[id] }
  private var audits: [ID<Audit>] { ListEntries.audits(of: id, in: insight) }
  private var leaves: [ID<Recommendation>] { audits.flatMap { insight.leaves(of: $0) } }

  var chrome: Chrome {
    Chrome(
      context: context, page: .municipality(id), title: municipality.name, name: municipality.shortName,
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
      .list("figures") { Figure.figures($0.insight.keyFigures(of: .municipality($0.id)), in: $0.context) },
      .list("audits") { page in page.audits.map { AuditRow(context: page.context, id: $0) } },
      .list("boards") { page in page.municipality.boards.map { BoardRow(context: page.context, id: $0) }.sortedByName },
      .list("pairs") { page in
        page.leaves.flatMap { later in page.archive[later].repeats.map { PairView(context: page.context, later: later, repetition: $0) } }
      },
      .list("timeline") { page in
        page.insight.timeline(of: page.id).suffix(50).map { EventView(context: page.context, event: $0, isAway: true) }
      },
      .flag("isTimelineCut") { page in page.insight.timeline(of: page.id).count > 50 },
      .flag("mayLackDocuments") { page in page.audits.contains { page.archive[$0].replies == .incomplete } },
      .object("text") { page in
        page.context.body(page.municipality.body, headingLevel: 3, on: .municipality(page.id)).map { DocumentText(body: $0) }
      },
      .flag("hasPairs") { page in page.leaves.contains { !page.archive[$0].repeats.isEmpty } },
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

/// A key figure with what it counts: the partial `figures`.
struct Figure: View {
  let value: String
  let label: String

  static let view = ViewType<Figure>("figure", [.text("value") { $0.value }, .text("label") { $0.label }])

  /// The figures of a part of the archive, each with its n; those that nothing is known of are left out.
  static func figures(_ figures: KeyFigures, in context: SiteContext) -> [Figure] {
    let strings = context.strings
    func figure(_ value: String, _ phrase: Phrase, _ values: KeyValuePairs<String, PhraseValue> = [:]) -> Figure {
      Figure(value: value, label: strings.text(phrase, values))
    }
    var list = [figure(String(figures.recommendations), .figureRecommendations, ["n": .number(figures.recommendations)])]
    if figures.trackingUnits != figures.recommendations {
      list.append(figure(String(figures.trackingUnits), .figureUnits, ["n": .number(figures.trackingUnits)]))
    }
    let times = figures.replyTimes
    if times.inTime + times.late + times.overdue > 0 {
      list.append(
        figure(
          strings.text(.shareOf, ["n": .number(times.inTime), "of": .number(times.inTime + times.late + times.overdue)]),
          .figureInTime, ["uncertain": .number(times.uncertain)]))
    }
    if times.overdue > 0 { list.append(figure(String(times.overdue), .figureOverdue, ["n": .number(times.overdue)])) }
    if times.notInCollection > 0 {
      list.append(figure(String(times.notInCollection), .figureNotInCollection, ["n": .number(times.notInCollection)]))
    }
    if let days = times.medianDaysLate, times.n >= 5 {
      list.append(
        figure(String(abs(days)), days < 0 ? .figureMedianEarly : .figureMedianLate, ["n": .number(times.n)]))
    }
    if figures.done.of > 0 { list.append(figure(share(figures.done, strings), .figureDone, ["of": .number(figures.done.of)])) }
    if figures.recommendations > 0 {
      list.append(figure(share(figures.neverFollowedUp, strings), .figureNeverFollowedUp, ["of": .number(figures.neverFollowedUp.of)]))
    }
    if figures.confirmed.of > 0 {
      list.append(figure(share(figures.confirmed, strings), .figureConfirmed, ["of": .number(figures.confirmed.of)]))
    }
    if let days = figures.medianTimeToDone, figures.recommendations >= 5 {
      list.append(figure(String(days), .figureTimeToDone, ["n": .number(figures.recommendations)]))
    }
    if figures.movedDeadlines > 0 { list.append(figure(String(figures.movedDeadlines), .figureMoved)) }
    if figures.recurring > 0 { list.append(figure(String(figures.recurring), .figureRecurring)) }
    return list
  }

  /// `3 av 4`, or with per cent from five on: `12 av 20 (60 %)`.
  static func share(_ share: Share, _ strings: Strings) -> String {
    let text = strings.text(.shareOf, ["n": .number(share.count), "of": .number(share.of)])
    return text
  }
}
