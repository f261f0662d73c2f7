/// Something that happened on a day and that those who follow along want to know: an entry of a feed.
public struct Notice: Sendable, Hashable {
  public let event: Event
  /// The audit that it came of.
  public let audit: ID<Audit>
  /// The day it is filed under: the last day of a deadline, and else the first day that the date can mean on which the audit
  /// can have been made. A date of which only the month or the year is known is so never in the future, and what came of an
  /// audit never stands before it.
  public let day: Day
  /// A name that stays, whatever the site's address or titles become: `1490/integration-2021/svar-ks`. It is the municipality's
  /// code and the document's id; of a document that was moved, the first of its earlier addresses.
  public let name: String
}

extension Insight {
  /// What happened in audits up to the day of the insight, the newest first, at most `limit`.
  ///
  /// Only what is dated, and nothing that a draft says: audits, replies, follow-ups, deadlines moved, and deadlines that went
  /// by without what they were set for. No notice says how long ago something was, so that the same documents give the same
  /// notices on any day on which no deadline went by.
  public func news(of audits: some Sequence<ID<Audit>>, limit: Int) -> [Notice] {
    var newest: [Notice] = []
    for audit in audits {
      newest += news(of: audit)
      if newest.count > 32 * limit { newest = newest.newestFirst(limit) }
    }
    return newest.newestFirst(limit)
  }

  /// What happened to a board, the newest first, at most `limit`: the notices of the audits in its timeline that concern it.
  public func news(of board: ID<Board>, limit: Int) -> [Notice] {
    var names: Set<String> = []
    var audits: Set<ID<Audit>> = []
    for event in timeline(of: board) {
      if let name = name(of: event) { names.insert(name) }
      if let audit = audit(of: event) { audits.insert(audit) }
    }
    return audits.sorted().flatMap { audit in
      news(of: audit).filter { notice in
        guard names.contains(notice.name) else { return false }
        guard case .replyDue = notice.event.kind else { return true }
        return missing(in: audit, on: notice.day).contains { $0.board == nil || $0.board == board }
      }
    }.newestFirst(limit)
  }

  /// The day of the latest that happened or, where it is later, of the latest deadline that went by; nil where nothing has a
  /// date. What a draft says does not count.
  public func latestDay(in events: [Event]) -> Day? {
    events.compactMap { event in
      guard let date = event.date, !isDraft(event) else { return nil }
      switch event.kind {
      case .due, .replyDue, .measuresDue: return date.isPast(asOf: asOf) ? date.lastDay : nil
      default: return date.firstDay <= asOf ? date.firstDay : nil
      }
    }.max()
  }

  /// The replies that an audit asked for and that were not there on a day, as far as the documents tell.
  public func missing(in audit: ID<Audit>, on day: Day) -> [ReplyExpectation] {
    expectations(of: audit).filter { expectation in
      guard expectation.isAsked else { return false }
      guard let reply = expectation.reply else { return true }
      return archive[reply].effectiveDate.map { $0.firstDay > day } ?? false
    }
  }

  private func news(of audit: ID<Audit>) -> [Notice] {
    guard !archive[audit].isDraft else { return [] }
    let start = archive[audit].date?.firstDay
    return timeline(of: audit).compactMap { event in
      guard !isDraft(event), let name = name(of: event), let day = day(of: event, since: start), day <= asOf,
        isNews(event, on: day, in: audit)
      else { return nil }
      return Notice(event: event, audit: audit, day: day, name: name)
    }
  }

  private func day(of event: Event, since start: Day?) -> Day? {
    guard let date = event.date else { return nil }
    switch event.kind {
    case .replyDue, .measuresDue: return date.lastDay
    default:
      guard let start, date.firstDay < start, start <= date.lastDay else { return date.firstDay }
      return start
    }
  }

  /// A deadline is news where it went by and nothing had settled or moved it until then.
  private func isNews(_ event: Event, on day: Day, in audit: ID<Audit>) -> Bool {
    switch event.kind {
    case .replyDue: day < asOf && !missing(in: audit, on: day).isEmpty
    case .measuresDue(let measures): day < asOf && measures.contains { isOpen($0, on: day) }
    default: true
    }
  }

  /// Whether no document of a day or earlier says that a measure has another date or is no longer to be done.
  private func isOpen(_ measure: ID<Measure>, on day: Day) -> Bool {
    let isMoved = self[measure].deadline.moves.contains { move in
      archive[archive[move.by].followUp].date.map { $0.firstDay <= day } ?? false
    }
    let isSettled = archive.links.findingsOnMeasure[measure].contains { finding in
      guard archive[archive[finding].followUp].date.map({ $0.firstDay <= day }) ?? false else { return false }
      switch archive[finding].status {
      case .implemented, .willNot, .obsolete, .transferred: return true
      default: return false
      }
    }
    return !isMoved && !isSettled
  }

  private func isDraft(_ event: Event) -> Bool {
    switch event.document {
    case .reply(let id): archive[id].isDraft
    case .followUp(let id): archive[id].isDraft
    default: false
    }
  }

  private func audit(of event: Event) -> ID<Audit>? {
    switch event.document {
    case .audit(let id): id
    case .reply(let id): archive[id].audit
    case .followUp(let id): archive[id].audit
    default: nil
    }
  }

  /// Nil for events that are told of by others.
  private func name(of event: Event) -> String? {
    guard let audit = audit(of: event) else { return nil }
    let code = archive[archive[audit].municipality].code
    func name(_ id: String, _ formerly: [String]) -> String {
      // An id is a path without superfluous slashes; what was written of earlier addresses may have some.
      if formerly.isEmpty, let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")) { return code + id[slash...] }
      let path = (formerly.first ?? id).utf8.drop { $0 == UInt8(ascii: "/") }
      let parts = path.split(separator: UInt8(ascii: "/")).dropFirst()
      return code + "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
    }
    func name(_ id: ID<Reply>) -> String { name(archive[id].id, archive[id].formerly) }
    func name(_ id: ID<FollowUp>) -> String { name(archive[id].id, archive[id].formerly) }
    switch event.kind {
    case .audited: return name(archive[audit].id, archive[audit].formerly)
    case .replyDue: return name(archive[audit].id, archive[audit].formerly) + "#reply-due"
    case .replied(let id): return name(id)
    case .followedUp(let id): return name(id)
    case .moved(let id, _):
      let moved = archive[id].recommendations.map { archive[$0].shortID } + archive[id].measures.map { archive[$0].shortID }
      return name(archive[id].followUp) + "#moved-" + moved.joined(separator: "-")
    case .measuresDue(let measures):
      guard let measure = measures.first, let due = event.date else { return nil }
      return name(archive[measure].reply) + "#due-" + due.description
    case .answered, .cited, .due, .found, .repeated, .repeats: return nil
    }
  }
}

extension [Notice] {
  /// What stands later in an audit's own order comes first where days are the same.
  fileprivate func newestFirst(_ limit: Int) -> [Notice] {
    let ordered = enumerated().sorted { a, b in (b.element.day, b.offset) < (a.element.day, a.offset) }
    return ordered.prefix(limit).map(\.element)
  }
}
