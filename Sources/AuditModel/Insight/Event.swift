/// Something that happened, or was to happen, on a date: a line of a history or a timeline.
public struct Event: Sendable, Hashable {
  public var date: EDTFDate?
  public var kind: Kind
  public var voice: Voice
  /// The document that says so.
  public var document: Subject
  public var paragraph: String?

  /// Who speaks.
  public enum Voice: Sendable, Hashable {
    case auditors
    case boards([ID<Board>])
    /// What boards say of what they did, which nobody has verified.
    case claim([ID<Board>])
  }

  public enum Kind: Sendable, Hashable {
    /// The audit was made, with its recommendations.
    case audited
    /// The day by which a reply was asked for.
    case replyDue
    case replied(ID<Reply>)
    case answered(ID<Answer>)
    /// A reply names a decision that is not itself in the collection.
    case cited(CitedDecision)
    /// The day by which a measure is to be done.
    case measuresDue([ID<Measure>])
    /// The day by which the recommendation is to be done.
    case due
    case moved(ID<MovedDeadline>, Deadline.Move)
    /// A follow-up of the audit as a whole.
    case followedUp(ID<FollowUp>)
    case found(ID<Finding>)
    /// A later audit says it again.
    case repeated(ID<Recommendation>)
    /// An earlier audit said it before.
    case repeats(ID<Recommendation>)
  }

  /// Audits come first where dates do not tell, since all else follows from them.
  fileprivate var rank: Int {
    switch kind {
    case .repeats: 0
    case .audited: 1
    case .replyDue: 2
    case .cited: 3
    case .replied, .answered: 4
    case .due, .measuresDue: 5
    case .moved: 6
    case .followedUp, .found: 7
    case .repeated: 8
    }
  }
}

extension [Event] {
  /// By date, what has none first. An audit that is dated by its year stands before what came of it, although a year counts
  /// as its last day.
  fileprivate func inOrder(starting audit: Event? = nil) -> [Event] {
    let rest = enumerated().sorted { a, b in
      if comesBefore(a.element.date, b.element.date) { return true }
      if comesBefore(b.element.date, a.element.date) { return false }
      return (a.element.rank, a.offset) < (b.element.rank, b.offset)
    }.map(\.element)
    return (audit.map { [$0] } ?? []) + rest
  }
}

extension Insight {
  /// Every dated event of a recommendation in order, each with its voice, document and paragraph.
  public func history(of id: ID<Recommendation>) -> [Event] {
    let recommendation = archive[id]
    let audit = recommendation.audit
    let standing = self[id]
    let links = archive.links
    var before: [Event] = []
    for repetition in recommendation.repeats {
      let earlier = archive[repetition.of]
      before.append(
        Event(
          date: archive[earlier.audit].date, kind: .repeats(repetition.of), voice: .auditors, document: .audit(earlier.audit)))
    }
    var events: [Event] = []
    if let request = archive[audit].replyRequest, let due = request.due, standing.state != .unasked {
      events.append(Event(date: due, kind: .replyDue, voice: .auditors, document: .audit(audit)))
    }
    for answer in standing.answers { events.append(event(of: answer)) }
    let measures = links.measuresFor[id]
    for due in Set(measures.compactMap { self[$0].deadline.original }).sorted(by: { comesBefore($0, $1) }) {
      let those = measures.filter { self[$0].deadline.original == due }
      events.append(measuresDue(those, due))
    }
    if let due = standing.deadline.original {
      events.append(Event(date: due, kind: .due, voice: .auditors, document: .audit(audit)))
    }
    events += moves(of: standing.deadline)
    for measure in measures { events += moves(of: self[measure].deadline) }
    for finding in standing.claims + standing.verdicts { events.append(event(of: finding)) }
    for later in links.repeatedBy[id] {
      let other = archive[later]
      events.append(
        Event(date: archive[other.audit].date, kind: .repeated(later), voice: .auditors, document: .audit(other.audit)))
    }
    return before.inOrder() + events.withoutRepeatedMoves.inOrder(starting: audited(audit))
  }

  /// What happened in an audit: its replies, the decisions they cite, deadlines, follow-ups.
  public func timeline(of id: ID<Audit>) -> [Event] {
    let links = archive.links
    var events: [Event] = []
    if let due = archive[id].replyRequest?.due {
      events.append(Event(date: due, kind: .replyDue, voice: .auditors, document: .audit(id)))
    }
    for reply in links.replies[id] { events += self.events(of: reply) }
    let measures = links.measures[id]
    for due in Set(measures.compactMap { self[$0].deadline.original }).sorted(by: { comesBefore($0, $1) }) {
      events.append(measuresDue(measures.filter { self[$0].deadline.original == due }, due))
    }
    for measure in measures { events += moves(of: self[measure].deadline) }
    for leaf in archive[id].recommendations { events += moves(of: self[leaf].deadline) }
    for followUp in links.followUps[id] { events.append(event(of: followUp)) }
    return events.withoutRepeatedMoves.inOrder(starting: audited(id))
  }

  /// What a board did and was asked for: audits that asked it, its replies, decisions of its that others cite, its claims.
  public func timeline(of id: ID<Board>) -> [Event] {
    let links = archive.links
    var events: [Event] = []
    for reply in links.repliesBy[id] {
      events.append(self.events(of: reply)[0])
    }
    for reply in links.citedIn[id] {
      for cited in archive[reply].cites where cited.body == id { events.append(event(of: cited, in: reply)) }
    }
    // A reply of others that answers for the board or lays measures on it.
    var others: Set<ID<Reply>> = []
    for recommendation in links.addressed[id] {
      for answer in self[recommendation].answers { others.insert(archive[answer].reply) }
    }
    for measure in links.measuresBy[id] { others.insert(archive[measure].reply) }
    for reply in others.sorted() where !archive[reply].by.contains(id) { events.append(self.events(of: reply)[0]) }
    for claim in links.claimsBy[id] { events.append(event(of: claim)) }
    return events.inOrder()
  }

  /// What happened in a municipality: its audits, the replies to them and the follow-ups.
  public func timeline(of id: ID<Municipality>) -> [Event] {
    var events: [Event] = []
    for audit in archive.links.audits[id] {
      events.append(audited(audit))
      for reply in archive.links.replies[audit] { events.append(self.events(of: reply)[0]) }
      for followUp in archive.links.followUps[audit] { events.append(event(of: followUp)) }
    }
    return events.inOrder()
  }

  private func audited(_ id: ID<Audit>) -> Event {
    Event(date: archive[id].date, kind: .audited, voice: .auditors, document: .audit(id))
  }

  /// The reply itself, then the decisions it cites.
  private func events(of id: ID<Reply>) -> [Event] {
    let reply = archive[id]
    let event = Event(
      date: reply.effectiveDate, kind: .replied(id), voice: .boards(reply.by), document: .reply(id),
      paragraph: reply.decision?.paragraph)
    return [event] + reply.cites.map { self.event(of: $0, in: id) }
  }

  private func event(of cited: CitedDecision, in reply: ID<Reply>) -> Event {
    Event(
      date: cited.date, kind: .cited(cited), voice: .boards([cited.body]), document: .reply(reply), paragraph: cited.paragraph)
  }

  private func event(of id: ID<Answer>) -> Event {
    let reply = archive[archive[id].reply]
    return Event(
      date: reply.effectiveDate, kind: .answered(id), voice: .boards(reply.by), document: .reply(archive[id].reply),
      paragraph: reply.decision?.paragraph)
  }

  private func event(of id: ID<FollowUp>) -> Event {
    let followUp = archive[id]
    return Event(
      date: followUp.date, kind: .followedUp(id), voice: voice(followUp), document: .followUp(id),
      paragraph: followUp.decision?.paragraph)
  }

  private func event(of id: ID<Finding>) -> Event {
    var event = self.event(of: archive[id].followUp)
    event.kind = .found(id)
    return event
  }

  private func measuresDue(_ measures: some Sequence<ID<Measure>>, _ due: EDTFDate) -> Event {
    let measures = Array(measures)
    var boards: [ID<Board>] = []
    for measure in measures { for board in archive[measure].by where !boards.contains(board) { boards.append(board) } }
    let reply = archive[measures[0]].reply
    return Event(date: due, kind: .measuresDue(measures), voice: .boards(boards), document: .reply(reply))
  }

  private func moves(of deadline: Deadline) -> [Event] {
    deadline.moves.map { move in
      let moved = archive[move.by]
      let followUp = archive[moved.followUp]
      return Event(
        date: followUp.date, kind: .moved(move.by, move), voice: voice(followUp), document: .followUp(moved.followUp),
        paragraph: moved.paragraph ?? followUp.decision?.paragraph)
    }
  }

  private func voice(_ followUp: FollowUp) -> Event.Voice {
    switch followUp.voice {
    case .auditors: .auditors
    case .boards(let boards): .claim(boards)
    }
  }
}

extension [Event] {
  /// One move of several deadlines at once is one event.
  fileprivate var withoutRepeatedMoves: [Event] {
    var seen: Set<ID<MovedDeadline>> = []
    return filter { if case .moved(let id, _) = $0.kind { seen.insert(id).inserted } else { true } }
  }
}
