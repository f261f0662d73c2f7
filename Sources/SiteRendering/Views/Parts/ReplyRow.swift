import AuditModel
import Mustache

/// A reply in a list.
struct ReplyRow: View {
  let context: SiteContext
  let id: ID<Reply>

  private var reply: Reply { context.archive[id] }

  /// As many measures as stand on an audit's page; more of them stand with each reply.
  private static let measureLimit = 4

  private var areMeasuresElsewhere: Bool {
    !reply.measures.isEmpty
      && context.archive.links.replies[reply.audit].reduce(0) { $0 + context.archive[$1].measures.count }
        > Self.measureLimit
  }

  static let view = ViewType<ReplyRow>(
    "reply-row",
    [
      .html("titleMark") { $0.context.titleMark($0.id) },
      .text("title") { $0.context.replyTitle($0.id) },
      .link("address") { $0.context.address($0.id) },
      .text("anchor") { slug(lastPart(ofID: $0.reply.id)) },
      .list("by") { row in row.reply.by.row(row.context.link) },
      .object("date") { $0.context.date($0.reply.effectiveDate) },
      .text("dateReason") { $0.context.reason($0.reply.inferred, "date") },
      .text("paragraph") { $0.reply.decision?.paragraph },
      .text("reference") { $0.reply.decision?.reference },
      .texts("lateness") { row in
        row.context.insight.expectations(of: row.reply.audit).filter { $0.reply == row.id }
          .map { ExpectationView(context: row.context, expectation: $0).sentence }
          .uniqued()
      },
      .flag("isUncertain") { row in
        row.context.insight.expectations(of: row.reply.audit).contains { $0.reply == row.id && $0.isUncertain }
      },
      .text("coverage") { $0.context.coverage(of: $0.id) },
      .flag("hasWithoutMeasure") { !$0.context.insight[$0.id].withoutMeasure.isEmpty },
      .list("withoutMeasure") { row in row.context.insight[row.id].withoutMeasure.row(row.context.link) },
      .flag("hasMeasures") { !$0.reply.measures.isEmpty },
      .flag("areMeasuresElsewhere") { $0.areMeasuresElsewhere },
      .text("measureCount") { $0.context.strings.text(.countMeasures, ["n": .number($0.reply.measures.count)]) },
      .list("measures") { row in row.reply.measures.map { MeasureRow(context: row.context, id: $0) } },
      .text("measuresBy") { $0.measuresBy },
      .list("cites") { row in row.reply.cites.map { CitedView(context: row.context, cited: $0) } },
      .text("signed") { row in
        row.reply.signed.isEmpty ? nil : row.context.strings.list(row.reply.signed.map(\.name))
      },
    ])

  /// Says so where all measures were laid on others than the board that replied.
  private var measuresBy: String? {
    let boards = reply.measures.flatMap { context.archive[$0].by }
    guard let first = boards.first, boards.allSatisfy({ $0 == first }), !reply.by.contains(first) else { return nil }
    return context.strings.text(
      .measuresLaidOn, ["n": .number(reply.measures.count), "board": .text(context.archive[first].name)])
  }
}

extension SiteContext {
  /// How many of the recommendations that concern whoever replies a reply touches, where there are any.
  func coverage(of id: ID<Reply>) -> String {
    let coverage = insight[id]
    if coverage.asked.isEmpty { return strings.text(.replyCoverageNone) }
    return strings.text(.replyCoverage, ["n": .number(coverage.covered.count), "of": .number(coverage.asked.count)])
  }
}

/// A decision that a reply names.
struct CitedView: View {
  let context: SiteContext
  let cited: CitedDecision

  static let view = ViewType<CitedView>(
    "cited",
    [
      .object("board") { $0.context.link($0.cited.body) },
      .object("date") { $0.context.date($0.cited.date) },
      .text("paragraph") { $0.cited.paragraph },
      .text("quote") { $0.cited.quote },
    ])
}
