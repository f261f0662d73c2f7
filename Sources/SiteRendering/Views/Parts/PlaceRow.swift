import AuditModel
import Mustache

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

  /// As many years as are named one by one.
  private static let yearLimit = 4

  private var audits: String {
    let audits = context.archive.links.audits[id]
    let strings = context.strings
    if audits.isEmpty { return strings.text(.placeNoAudits) }
    var years = audits.compactMap { context.archive[$0].date.map { String($0.year) } }.uniqued().sorted()
    if years.count > PlaceRow.yearLimit {
      years = [strings.text(.placeYears, ["from": .text(years[0]), "to": .text(years[years.count - 1])])]
    }
    if audits.contains(where: { context.archive[$0].date == nil }) {
      years.append(strings.text(years.isEmpty ? .dateMissing : .placeUndated))
    }
    return strings.text(.placeAudits, ["n": .number(audits.count), "years": .text(strings.list(years))])
  }

  private var summary: String {
    let leaves = context.archive.links.audits[id].flatMap { context.insight.leaves(of: $0) }
    guard !leaves.isEmpty else { return context.strings.text(.municipalityAnswerNone) }
    let audits = context.archive.links.audits[id]
    let mayLack = audits.contains { context.archive[$0].replies == .incomplete }
    let isAsked = audits.contains { context.archive[$0].replyRequest != nil }
    return context.standing(of: leaves, in: audits.count, mayLackDocuments: mayLack, isAsked: isAsked)
  }
}
