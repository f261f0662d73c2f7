import AuditModel
import Mustache

/// All audits, newest first in each municipality.
struct AuditsPage: PageView {
  let context: SiteContext
  let sheet: Int

  var sitePage: SitePage { .audits(sheet: sheet) }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.menuAudits),
      description: strings.text(.auditsDescription, ["n": .number(archive.audits.count)]), trail: [.start(in: context)])
  }

  static let view = page(
    "audits",
    [
      .text("count") { $0.strings.text(.auditsDescription, ["n": .number($0.archive.audits.count)]) },
      .list("groups") { page in
        AuditGroup.groups(ListEntries.audits(onSheet: page.sheet, in: page.insight), in: page.context)
      },
      .object("pager") { page in
        Pager.make(page.context, sheet: page.sheet, entries: page.archive.audits.count) { .audits(sheet: $0) }
      },
    ])
}

/// The audits of one municipality in a list.
struct AuditGroup: View {
  let context: SiteContext
  let municipality: ID<Municipality>
  private(set) var audits: [ID<Audit>]

  static let view = ViewType<AuditGroup>(
    "audit-group",
    [
      .object("municipality") { $0.context.ownNameLink($0.municipality) },
      .text("anchor") { slug($0.context.archive[$0.municipality].id) },
      .list("audits") { group in group.audits.map { AuditRow(context: group.context, id: $0) } },
    ])

  static func groups(_ audits: [ID<Audit>], in context: SiteContext) -> [AuditGroup] {
    var groups: [AuditGroup] = []
    for id in audits {
      let municipality = context.archive[id].municipality
      if groups.last?.municipality == municipality {
        groups[groups.count - 1].audits.append(id)
      } else {
        groups.append(AuditGroup(context: context, municipality: municipality, audits: [id]))
      }
    }
    return groups
  }
}

/// An audit in a list: the partial `audit-row`.
struct AuditRow: View {
  let context: SiteContext
  let id: ID<Audit>

  private var audit: Audit { context.archive[id] }

  static let view = ViewType<AuditRow>(
    "audit-row",
    [
      .text("title") { $0.audit.title },
      .text("kind") { row in row.context.strings.text(row.audit.kind?.phrase ?? .documentAudit) },
      .link("address") { $0.context.address($0.id) },
      .text("place") { $0.context.archive[$0.audit.municipality].shortName },
      .text("year") { row in row.audit.date.map { String($0.year) } ?? row.context.strings.text(.dateMissing) },
      .text("auditor") { $0.audit.auditor },
      .text("summary") { $0.audit.summary },
      .text("recommendations") { row in
        row.context.strings.text(.countRecommendations, ["n": .number(row.context.insight.leaves(of: row.id).count)])
      },
      .list("levels") { row in
        row.audit.assessments.compactMap(\.level).uniqued().map(row.context.level)
      },
      .flag("isDraft") { $0.audit.isDraft },
    ])
}

extension ListEntries {
  /// One sheet of all audits by municipality, the newest first, what has no date last. Only the municipalities on it are sorted.
  static func audits(onSheet sheet: Int, in insight: Insight) -> [ID<Audit>] {
    var skipped = (sheet - 1) * SitePlan.sheetSize
    var entries: [ID<Audit>] = []
    for municipality in Archive.ids(insight.archive.municipalities) {
      let count = insight.archive.links.audits[municipality].count
      if skipped >= count {
        skipped -= count
        continue
      }
      entries += audits(of: municipality, in: insight).dropFirst(skipped).prefix(SitePlan.sheetSize - entries.count)
      skipped = 0
      if entries.count == SitePlan.sheetSize { break }
    }
    return entries
  }

  /// The sheet of all audits on which those of a municipality begin.
  static func sheet(of municipality: ID<Municipality>, in insight: Insight) -> Int {
    let before = Archive.ids(insight.archive.municipalities).prefix { $0 != municipality }
    return before.reduce(0) { $0 + insight.archive.links.audits[$1].count } / SitePlan.sheetSize + 1
  }

  static func audits(of municipality: ID<Municipality>, in insight: Insight) -> [ID<Audit>] {
    let archive = insight.archive
    return archive.links.audits[municipality].sorted { a, b in
      let (x, y) = (archive[a].date, archive[b].date)
      if comesBefore(y, x) { return true }
      if comesBefore(x, y) { return false }
      return a < b
    }
  }
}
