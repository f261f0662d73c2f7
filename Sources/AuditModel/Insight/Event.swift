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
    /// The day by which measures are to be done, as first decided.
    case measuresDue([ID<Measure>])
    /// The day by which the recommendation is to be done, as first stated.
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

  /// Whether it did not happen on one day for certain: its date is missing, uncertain, approximate, a month or a year.
  public var isUncertain: Bool { date.map { !$0.isExact } ?? true }

  /// What comes first where dates do not tell: the audit, since all else follows from it.
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
  /// By date, what has none first; ties by what follows from what, and else as they stand.
  func inOrder() -> [Event] {
    guard count > 1 else { return self }
    // What is compared stands in numbers: events are large, and most lists have a few.
    let keys = enumerated().map { place, event in
      SortKey(date: placeInOrder(event.date), rank: event.rank, place: place)
    }
    return keys.sorted().map { self[$0.place] }
  }

  private struct SortKey: Comparable {
    let date: Int64
    let rank: Int
    let place: Int

    static func < (a: SortKey, b: SortKey) -> Bool { (a.date, a.rank, a.place) < (b.date, b.rank, b.place) }
  }

  /// What came of an audit, in order, after the audit itself. Only what is dated before the first day that the audit can be of
  /// stands before it: one that is dated by its year comes before its replies of that year, although a year counts as its last
  /// day.
  func inOrder(after audit: Event) -> [Event] {
    var ordered = inOrder()
    guard let first = audit.date?.firstDay else { return [audit] + ordered }
    let isBefore = { (event: Event) in event.date.map { $0.lastDay < first } ?? false }
    // Those without a date stand first and are not before it, so that what is before it need not stand together.
    let before = ordered.contains(where: isBefore) ? ordered.filter(isBefore) : []
    if !before.isEmpty { ordered.removeAll(where: isBefore) }
    return before + [audit] + ordered
  }

  /// One move of several deadlines at once is one event: the first that knows the date before, or else the first.
  var withoutRepeatedMoves: [Event] {
    guard contains(where: { if case .moved = $0.kind { true } else { false } }) else { return self }
    var known: Set<ID<MovedDeadline>> = []
    for event in self { if case .moved(let id, let move) = event.kind, move.from != nil { known.insert(id) } }
    var seen: Set<ID<MovedDeadline>> = []
    return filter { event in
      guard case .moved(let id, let move) = event.kind else { return true }
      return (move.from != nil || !known.contains(id)) && seen.insert(id).inserted
    }
  }
}

extension [[Event]] {
  /// Several audits' events, each audit's own in order, as one: by date, each audit no later than the first of what came of it.
  func merged() -> [Event] {
    var all: [(event: Event, day: Day?)] = []
    for events in self {
      // From the last to the first, so that an audit knows the day of what follows it.
      var own: [(event: Event, day: Day?)] = []
      var next: Day?
      for event in events.reversed() {
        var day = event.date?.lastDay
        if case .audited = event.kind, let last = day, let following = next { day = Swift.min(last, following) }
        if let day { next = day }
        own.append((event, day))
      }
      all += own.reversed()
    }
    return all.enumerated().sorted { a, b in
      switch (a.element.day, b.element.day) {
      case (let x?, let y?) where x != y: x < y
      case (nil, _?): true
      case (_?, nil): false
      default: (a.element.event.rank, a.offset) < (b.element.event.rank, b.offset)
      }
    }.map(\.element.event)
  }
}
