import AuditModel
import Mustache

/// A follow-up in a list.
struct FollowUpRow: View {
  let context: SiteContext
  let id: ID<FollowUp>

  private var followUp: FollowUp { context.archive[id] }

  static let view = ViewType<FollowUpRow>(
    "follow-up-row",
    [
      .html("titleMark") { $0.context.titleMark($0.id) },
      .text("title") { $0.context.followUpTitle($0.id) },
      .link("address") { $0.context.address($0.id) },
      .flag("isVerdict") { $0.followUp.voice.isVerdict },
      .text("voice") { $0.context.strings.text($0.followUp.voice.isVerdict ? .voiceVerdict : .voiceClaim) },
      .object("date") { $0.context.date($0.followUp.date) },
      .text("paragraph") { $0.followUp.decision?.paragraph },
      .text("counts") { row in row.context.counts(of: row.id) },
    ])
}

extension SiteContext {
  /// What a follow-up found, counted by status: from its findings on recommendations, or as its document counts.
  func counts(of id: ID<FollowUp>) -> String? {
    let followUp = archive[id]
    var counts = followUp.counts
    if counts.isEmpty {
      var byStatus: [FindingStatus: Int] = [:]
      for finding in followUp.findings {
        let count = archive[finding].recommendations.count
        if count > 0 { byStatus[archive[finding].status, default: 0] += count }
      }
      counts = FindingStatus.allCases.compactMap { status in byStatus[status].map { StatusCount(status: status, count: $0) } }
    }
    guard !counts.isEmpty else { return nil }
    let total = counts.reduce(0) { $0 + $1.count }
    let list = strings.list(counts.map { strings.text($0.status.countPhrase, ["n": .number($0.count)]) })
    switch followUp.voice {
    case .auditors: return strings.text(.countsVerdict, ["n": .number(total), "counts": .text(list)])
    case .boards(let boards):
      return strings.text(.countsClaim, ["n": .number(total), "counts": .text(list), "boards": .text(names(boards))])
    }
  }
}
