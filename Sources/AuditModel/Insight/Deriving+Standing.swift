extension Deriving {
  /// The standings of all recommendations, derived by so many threads.
  func standings(jobs: Int) -> [Standing] {
    let all = archive.recommendations.indices
    let jobs = min(jobs, all.count / 1000)
    guard jobs > 1 else { return standings(of: all) }
    // A thread has whole audits, and so umbrellas with all their parts.
    let starts = (0..<jobs).map { job in
      var start = all.count / jobs * job
      while start > 0, start < all.count, archive.recommendations[start].audit == archive.recommendations[start - 1].audit {
        start += 1
      }
      return start
    }
    return inParallel(jobs, jobs: jobs) { job in
      standings(of: starts[job]..<(job + 1 < jobs ? starts[job + 1] : all.count))
    }.flatMap { $0 }
  }

  /// The standings of recommendations that stand one after the other, umbrellas with all their parts: these last, since those of
  /// which nothing is said follow their parts.
  func standings(of range: Range<Int>) -> [Standing] {
    var standings = range.map { standing(of: ID($0)) }
    for index in standings.indices.reversed() where archive.recommendations[range.lowerBound + index].isUmbrella {
      let parts = archive.recommendations[range.lowerBound + index].parts.map { standings[Int($0.index) - range.lowerBound] }
      if parts.contains(where: \.isFollowedUp) {
        standings[index].flags.subtract([.neverFollowedUp, .noFollowUpInCollection])
      }
      guard standings[index].answers.isEmpty, !standings[index].isFollowedUp else { continue }
      let slowest = RecommendationState.fromLeastFar.first { state in parts.contains { $0.state == state } }
      if let slowest { standings[index].state = slowest }
    }
    return standings
  }

  private func standing(of id: ID<Recommendation>) -> Standing {
    let audit = archive[id].audit
    let (answers, answersAreInherited) = effectiveAnswers(to: id)
    let (claims, verdicts) = effectiveFindings(on: id)
    let progress = progress(claims: claims, verdicts: verdicts)
    let isFollowedUp = (claims + verdicts).contains { archive[$0].status != .notFollowedUp }
    let deadline = deadline(archive[id].due, moves: effectiveMoves(of: id))
    let (promise, promiseIsMoved) = promise(for: id)
    let wasAsked = archive[audit].replyRequest.map { isAsked(id, $0) } ?? false
    let reply = replyState(audit, answers.first.map { archive[$0].reply }, isAsked: wasAsked)

    var flags: RecommendationFlags = []
    if !archive[id].repeats.isEmpty { flags.insert(.recurring) }
    if deadline.isMoved || promiseIsMoved { flags.insert(.deadlineMoved) }
    if deadline.current == nil { flags.insert(.noDeadline) }
    let isOnlyCounted = !isFollowedUp && followUpOnlyCounts(audit)
    if !isFollowedUp, !isOnlyCounted {
      flags.insert(archive[audit].replies == .complete ? .neverFollowedUp : .noFollowUpInCollection)
    }

    return Standing(
      state: progress ?? stateBeforeFollowUp(reply.state, latestAnswer: answers.last), flags: flags, replyState: reply.state,
      replyIsUncertain: reply.isUncertain, answers: answers, answersAreInherited: answersAreInherited, claims: claims,
      verdicts: verdicts, isFollowedUp: isFollowedUp, isOnlyCounted: isOnlyCounted, deadline: deadline, promise: promise)
  }

  private func stateBeforeFollowUp(_ reply: ReplyState, latestAnswer: ID<Answer>?) -> RecommendationState {
    if let latestAnswer, archive[latestAnswer].stance == .rejects { return .rejected }
    return switch reply {
    case .inTime, .late, .answered: .answered
    case .notAsked: .unasked
    case .notInCollection: .notInCollection
    case .awaited: .awaitingReply
    case .overdue: .replyOverdue
    }
  }

  /// Whether a follow-up of the audit tells how many recommendations are done, but not which.
  private func followUpOnlyCounts(_ audit: ID<Audit>) -> Bool {
    links.followUps[audit].contains { archive[$0].onlyCounts }
  }

  /// Whether a board that the recommendation is laid on was asked; where either is not said, it counts as asked.
  private func isAsked(_ id: ID<Recommendation>, _ request: ReplyRequest) -> Bool {
    guard let from = request.from, !archive[id].to.isEmpty else { return true }
    return (archive[id].to + archive[id].with).contains { from.contains($0) }
  }

  /// The answers to a recommendation or, where it has none, to the nearest umbrella over it that has some; the latest last.
  func effectiveAnswers(to id: ID<Recommendation>) -> (answers: [ID<Answer>], areInherited: Bool) {
    let answers = nearest(id) { Array(links.answers[$0]) }
    return (inOrder(answers.found) { archive[archive[$0].reply].effectiveDate }, answers.isInherited)
  }

  /// Findings by voice. As with answers, what is found of an umbrella covers the parts of which the same voice says nothing.
  private func effectiveFindings(on id: ID<Recommendation>) -> (claims: [ID<Finding>], verdicts: [ID<Finding>]) {
    let own = voices(links.findings[id])
    guard archive[id].parent != nil else { return own }
    let claims = own.claims.isEmpty ? nearest(id) { voices(links.findings[$0]).claims }.found : own.claims
    let verdicts = own.verdicts.isEmpty ? nearest(id) { voices(links.findings[$0]).verdicts }.found : own.verdicts
    return (claims, verdicts)
  }

  /// The moves of a deadline; a date that a part has from its umbrella moves with the umbrella's.
  private func effectiveMoves(of id: ID<Recommendation>) -> [ID<MovedDeadline>] {
    var moves = Array(links.movedDeadlines[id])
    var next = archive[id].parent
    while let parent = next, archive[parent].due == archive[id].due {
      moves += links.movedDeadlines[parent].filter { !moves.contains($0) }
      next = archive[parent].parent
    }
    return moves
  }

  /// Of the measures for a recommendation, the one due last; and whether the deadline of any of them was moved.
  private func promise(for id: ID<Recommendation>) -> (promise: Promise?, isMoved: Bool) {
    var latest: Promise?
    var isMoved = false
    for measure in links.measuresFor[id] {
      let deadline = deadline(archive[measure].due, moves: links.movedDeadlinesOfMeasure[measure])
      if deadline.isMoved { isMoved = true }
      guard deadline.current != nil, comesBefore(latest?.deadline.current, deadline.current) else { continue }
      latest = Promise(measure: measure, deadline: deadline)
    }
    return (latest, isMoved)
  }

  /// What `found` finds for a recommendation, or else for the nearest umbrella over it for which it finds anything.
  private func nearest<Found>(
    _ id: ID<Recommendation>, _ found: (ID<Recommendation>) -> [Found]
  ) -> (found: [Found], isInherited: Bool) {
    var here = id
    while true {
      let elements = found(here)
      if !elements.isEmpty { return (elements, here != id) }
      guard let parent = archive[here].parent else { return ([], false) }
      here = parent
    }
  }
}
