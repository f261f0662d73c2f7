/// How documents become events.
extension Insight {
  func audited(_ id: ID<Audit>) -> Event {
    Event(date: archive[id].date, kind: .audited, voice: .auditors, document: .audit(id))
  }

  func replyDue(_ id: ID<Audit>) -> Event? {
    archive[id].replyRequest?.due.map { Event(date: $0, kind: .replyDue, voice: .auditors, document: .audit(id)) }
  }

  func event(of id: ID<Reply>) -> Event {
    let reply = archive[id]
    return Event(
      date: reply.effectiveDate, kind: .replied(id), voice: .boards(reply.by), document: .reply(id),
      paragraph: reply.decision?.paragraph)
  }

  func event(of id: ID<Answer>) -> Event {
    var event = self.event(of: archive[id].reply)
    event.kind = .answered(id)
    return event
  }

  func event(of cited: CitedDecision, in reply: ID<Reply>) -> Event {
    Event(
      date: cited.date, kind: .cited(cited), voice: .boards([cited.body]), document: .reply(reply), paragraph: cited.paragraph)
  }

  func event(of id: ID<FollowUp>) -> Event {
    let followUp = archive[id]
    let voice: Event.Voice =
      switch followUp.voice {
      case .auditors: .auditors
      case .boards(let boards): .claim(boards)
      }
    return Event(
      date: followUp.date, kind: .followedUp(id), voice: voice, document: .followUp(id), paragraph: followUp.decision?.paragraph)
  }

  func event(of id: ID<Finding>) -> Event {
    var event = self.event(of: archive[id].followUp)
    event.kind = .found(id)
    return event
  }

  /// When measures are to be done, as first decided: those of a reply with one deadline are one event.
  func deadlines(of measures: some Collection<ID<Measure>>) -> [Event] {
    var order: [TimeLimit] = []
    var grouped: [TimeLimit: [ID<Measure>]] = [:]
    for measure in measures {
      guard let due = archive[measure].due else { continue }
      let key = TimeLimit(reply: archive[measure].reply, due: due)
      if grouped[key] == nil { order.append(key) }
      grouped[key, default: []].append(measure)
    }
    return order.map { key in
      let measures = grouped[key] ?? []
      var boards: [ID<Board>] = []
      for board in measures.flatMap({ archive[$0].by }) where !boards.contains(board) { boards.append(board) }
      return Event(date: key.due, kind: .measuresDue(measures), voice: .boards(boards), document: .reply(key.reply))
    }
  }

  /// That a deadline was moved is a decision of whoever says so, not a claim of what was done.
  func moves(of deadline: Deadline) -> [Event] {
    deadline.moves.map { move in
      let moved = archive[move.by]
      var event = self.event(of: moved.followUp)
      event.kind = .moved(move.by, move)
      if case .claim(let boards) = event.voice { event.voice = .boards(boards) }
      event.paragraph = moved.paragraph ?? event.paragraph
      return event
    }
  }
}

/// What makes the measures of a reply one event.
private struct TimeLimit: Hashable {
  let reply: ID<Reply>
  let due: EDTFDate
}
