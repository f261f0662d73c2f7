import AuditModel
import Mustache

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
      .html("titleMark") { $0.context.titleMark(of: $0.document) },
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
      let count = context.insight.leaves(of: id).count
      return archive[id].auditor + ", " + strings.text(.countRecommendations, ["n": .number(count)])
    case .reply(let id):
      return context.names(archive[id].by) + ", " + context.coverage(of: id).lowercasedFirst
    case .followUp(let id): return context.counts(of: id) ?? context.shortName(archive[id].audit)
    default: return ""
    }
  }
}
