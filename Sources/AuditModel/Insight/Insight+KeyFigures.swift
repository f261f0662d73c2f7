extension Insight {
  func figures(_ counted: Counted) -> KeyFigures {
    var figures = KeyFigures()
    figures.audits = counted.audits.count
    figures.recommendations = counted.leaves.count
    figures.replies = counted.replies
    figures.followUps = counted.followUps
    var states = [Int](repeating: 0, count: RecommendationState.allCases.count)
    var ages: [Int] = []
    var times: [(days: Int, isDone: Bool)] = []
    // Field by field: a whole recommendation would be copied with every text and list in it.
    for id in counted.leaves {
      let standing = self[id]
      let (audit, to) = (archive[id].audit, archive[id].to)
      figures.trackingUnits += counted.boards.map { boards in to.count { boards.contains($0) } } ?? to.count
      states[standing.state.place] += 1
      figures.done.add(standing.state == .done, if: standing.isFollowedUp)
      figures.neverFollowedUp.add(!standing.isFollowedUp && !standing.isOnlyCounted)
      if standing.isOnlyCounted { figures.onlyCounted += 1 }
      if standing.flags.contains(.noFollowUpInCollection) { figures.noFollowUpInCollection += 1 }
      figures.covered.add(!standing.answers.isEmpty, if: !archive.links.replies[audit].isEmpty)
      count(standing, into: &figures)
      if !archive[id].repeats.isEmpty { figures.recurring += 1 }
      if standing.flags.contains(.deadlineMoved) { figures.movedDeadlines += 1 }
      if !standing.state.isClosed { figures.open += 1 }
      guard let from = archive[audit].date?.lastDay else { continue }
      if !standing.state.isClosed { ages.append(max(0, asOf.days(since: from))) }
      if let end = end(of: standing) { times.append((max(0, end.day.days(since: from)), end.isDone)) }
    }
    figures.states = RecommendationState.allCases.filter { states[$0.place] > 0 }.map {
      KeyFigures.StateCount(state: $0, count: states[$0.place])
    }
    figures.medianAgeOfOpen = median(ages)
    figures.openWithDate = ages.count
    figures.medianTimeToDone = kaplanMeierMedian(times)
    figures.timed = times.count
    figures.replyTimes = replyTimes(counted.expectations)
    return figures
  }

  /// Counts what boards say is done, and what became of it when the auditors looked. A verdict from before the claim has not
  /// looked at it, unless it found it done already.
  private func count(_ standing: Standing, into figures: inout KeyFigures) {
    guard let claim = standing.claims.last(where: { archive[$0].status == .implemented }) else { return }
    figures.claimed += 1
    let verdict = standing.verdicts.last { RecommendationState(verdict: archive[$0].status) != nil }
    guard let verdict else { return }
    let isSince = !comesBefore(archive[archive[verdict].followUp].date, archive[archive[claim].followUp].date)
    figures.confirmed.add(standing.state == .done, if: isSince || standing.state == .done)
  }

  /// The day on which waiting for a recommendation to be done ended, and whether it was since it was done.
  ///
  /// What is obsolete or transferred is followed to the day of that finding; what is not done, rejected or not, to the day of the
  /// figures. Nil where it is done but nobody says when.
  private func end(of standing: Standing) -> (day: Day, isDone: Bool)? {
    switch standing.state {
    case .done: firstDone(standing).map { ($0.lastDay, true) }
    case .obsolete, .transferred:
      ((standing.verdicts + standing.claims).compactMap { archive[archive[$0].followUp].date?.lastDay }.max() ?? asOf, false)
    case .unasked, .notInCollection, .awaitingReply, .replyOverdue, .answered, .rejected, .underWay, .reportedDone, .partlyDone,
      .remaining:
      (asOf, false)
    }
  }

  /// The date of the verdict that found it done, after the last one that found something else.
  private func firstDone(_ standing: Standing) -> EDTFDate? {
    var first: ID<Finding>?
    for verdict in standing.verdicts.reversed() {
      guard let state = RecommendationState(verdict: archive[verdict].status) else { continue }
      guard state == .done else { break }
      first = verdict
    }
    return first.flatMap { archive[archive[$0].followUp].date }
  }

  /// How some boards kept to the dates they were asked for.
  public func replyTimes(_ expectations: [ReplyExpectation]) -> KeyFigures.ReplyTimes {
    var times = KeyFigures.ReplyTimes()
    var days: [Int] = []
    for expectation in expectations {
      switch expectation.state {
      case .inTime(let before):
        times.inTime += 1
        days.append(-before)
      case .late(let after):
        times.late += 1
        days.append(after)
      case .overdue: times.overdue += 1
      case .awaited: times.awaited += 1
      case .notInCollection: times.notInCollection += 1
      case .answered: times.uncounted += 1
      case .notAsked: break
      }
      if expectation.state.daysLate != nil, expectation.isUncertain { times.uncertain += 1 }
    }
    times.n = days.count
    times.medianDaysLate = median(days)
    return times
  }
}

extension Share {
  /// Counts one more, where it belongs among those that are counted.
  fileprivate mutating func add(_ counts: Bool, if belongs: Bool = true) {
    guard belongs else { return }
    of += 1
    if counts { count += 1 }
  }
}

extension RecommendationState {
  private static let order = allCases
  /// Its place in the order of the states.
  fileprivate var place: Int { Self.order.firstIndex(of: self) ?? 0 }
}
