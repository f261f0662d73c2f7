extension Insight {
  /// What happened in an audit: its replies, the decisions they cite, deadlines and their moves, follow-ups.
  public func timeline(of id: ID<Audit>) -> [Event] {
    let links = archive.links
    var events = replyDue(id).map { [$0] } ?? []
    for reply in links.replies[id] {
      events.append(event(of: reply))
      events += archive[reply].cites.map { event(of: $0, in: reply) }
    }
    let measures = links.measures[id]
    events += deadlines(of: measures)
    for recommendation in archive[id].recommendations { events += moves(of: self[recommendation].deadline) }
    for measure in measures { events += moves(of: self[measure].deadline) }
    for followUp in links.followUps[id] { events.append(event(of: followUp)) }
    return events.withoutRepeatedMoves.inOrder(after: audited(id))
  }

  /// What happened in a municipality: its audits, the replies to them and the follow-ups.
  public func timeline(of id: ID<Municipality>) -> [Event] {
    archive.links.audits[id].map { audit in
      let replies = archive.links.replies[audit].map { event(of: $0) }
      let followUps = archive.links.followUps[audit].map { event(of: $0) }
      return (replies + followUps).inOrder(after: audited(audit))
    }.merged()
  }

  /// What a board was asked for and did: the audits that address, assess, criticise or ask it, when its reply was due, its
  /// replies and those of others that answer for it or lay measures on it, decisions of its that replies cite, the deadlines of
  /// its measures and their moves, and what it and the auditors say became of all that.
  public func timeline(of id: ID<Board>) -> [Event] {
    let links = archive.links
    var replies = Set(links.repliesBy[id])
    var followUps = Set(links.claimsBy[id])
    var audits = Set(links.askedBy[id]).union(links.assessedIn[id]).union(links.criticisedIn[id])
    let addressing = Set(links.addressed[id].map { archive[$0].audit })
    audits.formUnion(addressing)
    for recommendation in links.addressed[id] {
      let standing = self[recommendation]
      for answer in standing.answers { replies.insert(archive[answer].reply) }
      for verdict in standing.verdicts { followUps.insert(archive[verdict].followUp) }
    }
    let measures = links.measuresBy[id]
    for measure in measures {
      replies.insert(archive[measure].reply)
      for finding in links.findingsOnMeasure[measure] { followUps.insert(archive[finding].followUp) }
    }
    audits.formUnion(replies.map { archive[$0].audit })
    audits.formUnion(followUps.map { archive[$0].audit })

    var events: [ID<Audit>: [Event]] = [:]
    for audit in audits {
      // Where it is not said which boards were asked, those that something is addressed to were.
      let isAsked = archive[audit].replyRequest?.from?.contains(id) ?? addressing.contains(audit)
      if isAsked, let due = replyDue(audit) { events[audit, default: []].append(due) }
    }
    for reply in replies.sorted() { events[archive[reply].audit, default: []].append(event(of: reply)) }
    for reply in links.citedIn[id] {
      for cited in archive[reply].cites where cited.body == id {
        audits.insert(archive[reply].audit)
        events[archive[reply].audit, default: []].append(event(of: cited, in: reply))
      }
    }
    for deadline in deadlines(of: measures) {
      if case .reply(let reply) = deadline.document { events[archive[reply].audit, default: []].append(deadline) }
    }
    for recommendation in links.addressed[id] where archive[recommendation].isCounted {
      events[archive[recommendation].audit, default: []] += moves(of: self[recommendation].deadline)
    }
    for measure in measures { events[archive[measure].audit, default: []] += moves(of: self[measure].deadline) }
    for followUp in followUps.sorted() { events[archive[followUp].audit, default: []].append(event(of: followUp)) }
    return audits.sorted().map { (events[$0] ?? []).withoutRepeatedMoves.inOrder(after: audited($0)) }.merged()
  }
}
