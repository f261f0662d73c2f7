extension Archive {
  /// Which municipalities have to do with each other: a number for each in the order of the archive, the same for two where a
  /// document of one names something of the other, or both are named by documents of a third.
  ///
  /// What follows from the documents of a municipality shows on the pages of its neighbourhood, and otherwise only on those about
  /// several municipalities.
  public var neighbourhoods: [Int] {
    var joining = Neighbourhoods(municipalities.count)
    for (place, municipality) in municipalities.enumerated() { join(place, municipality.boards, [], [], &joining) }
    for board in boards { join(Int(board.municipality.index), board.successor.map { [$0] } ?? [], [], [], &joining) }
    for audit in audits {
      let place = Int(audit.municipality.index)
      join(place, audit.replyRequest?.from ?? [], audit.follows, audit.recommendations, &joining)
      for criticism in audit.criticism { join(place, criticism.against, [], [], &joining) }
      for body in audit.assessments.flatMap(\.of) {
        switch body {
        case .board(let id): join(place, [id], [], [], &joining)
        case .municipality(let id): joining.join(place, Int(id.index))
        }
      }
    }
    for recommendation in recommendations {
      let boards = recommendation.to + recommendation.with + recommendation.concerns
      let others =
        recommendation.parts + recommendation.repeats.map(\.of)
        + [recommendation.parent, recommendation.companionOf].compactMap { $0 }
      join(place(of: recommendation.audit), boards, [], others, &joining)
    }
    for reply in replies {
      let boards = reply.by + [reply.decision?.body].compactMap { $0 } + reply.cites.map(\.body)
      join(place(of: reply.audit), boards, [], [], &joining)
    }
    for answer in answers {
      join(place(of: self[answer.reply].audit), [answer.refersTo].compactMap { $0 }, [], answer.to, &joining)
    }
    for measure in measures {
      join(place(of: measure.audit), measure.by, [self[measure.reply].audit], measure.recommendations, &joining)
    }
    for followUp in followUps {
      var boards = [followUp.decision?.body].compactMap { $0 }
      if case .boards(let by) = followUp.voice { boards += by }
      join(place(of: followUp.audit), boards, [], [], &joining)
    }
    for finding in findings {
      let audits = finding.measures.map { self[$0].audit }
      join(
        place(of: self[finding.followUp].audit), [finding.transferredTo].compactMap { $0 }, audits, finding.recommendations,
        &joining)
    }
    for deadline in movedDeadlines {
      let audits = deadline.measures.map { self[$0].audit }
      join(place(of: self[deadline.followUp].audit), [], audits, deadline.recommendations, &joining)
    }
    for mention in mentions {
      if let from = place(of: mention.from), let to = place(of: mention.to) { joining.join(from, to) }
    }
    return municipalities.indices.map { joining.first(of: $0) }
  }

  private func join(
    _ place: Int, _ boards: [ID<Board>], _ audits: [ID<Audit>], _ recommendations: [ID<Recommendation>],
    _ joining: inout Neighbourhoods
  ) {
    for board in boards { joining.join(place, Int(self[board].municipality.index)) }
    for audit in audits { joining.join(place, self.place(of: audit)) }
    for recommendation in recommendations { joining.join(place, self.place(of: self[recommendation].audit)) }
  }

  private func place(of audit: ID<Audit>) -> Int { Int(self[audit].municipality.index) }

  /// Of the municipality that something belongs to; nil for what belongs to none.
  private func place(of subject: Subject) -> Int? {
    switch subject {
    case .municipality(let id): Int(id.index)
    case .board(let id): Int(self[id].municipality.index)
    case .audit(let id): place(of: id)
    case .recommendation(let id): place(of: self[id].audit)
    case .reply(let id): place(of: self[id].audit)
    case .measure(let id): place(of: self[id].audit)
    case .followUp(let id): place(of: self[id].audit)
    case .topic, .theme, .boardKind, .page, .glossary: nil
    }
  }
}

/// Sets that are joined, each known by its first member.
private struct Neighbourhoods {
  private var towards: [Int]

  init(_ count: Int) { towards = Array(0..<count) }

  mutating func first(of place: Int) -> Int {
    var place = place
    while towards[place] != place {
      towards[place] = towards[towards[place]]
      place = towards[place]
    }
    return place
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (first(of: a), first(of: b))
    towards[max(a, b)] = min(a, b)
  }
}
