import AuditModel

/// What a page is about whose changes are noted.
enum ChangeSubject: Sendable, Hashable {
  case audit(ID<Audit>)
  case recommendation(ID<Recommendation>)
  case reply(ID<Reply>)
  case followUp(ID<FollowUp>)
}

/// What a page says now, as a register has it.
struct FactSheet {
  let subject: ChangeSubject
  let audit: ID<Audit>
  /// `integration-2021/R1a`
  let key: String
  /// `state=answered due=2024-12-31 text=9f3a01c27d55`; empty where nothing is to be compared.
  let facts: String
}

/// Takes down what the pages of a municipality's audits say.
///
/// What stands here is compared with what earlier versions of the program took down: a fact that comes to be made of something
/// else needs another name, or every page would seem to have changed.
struct FactSheets {
  let insight: Insight
  let haveFacts: Bool
  private var archive: Archive { insight.archive }

  /// - Parameter withFacts: not where no changes are noted, since taking them down costs more than all else that a preview plans.
  init(_ insight: Insight, withFacts: Bool) {
    self.insight = insight
    haveFacts = withFacts
  }

  /// An audit's own sheet first, then those of what belongs to it.
  func sheets(of id: ID<Audit>) -> [FactSheet] {
    let audit = archive[id]
    let key = key(of: audit.id)
    func sheet(_ subject: ChangeSubject, _ key: String, _ facts: @autoclosure () -> String) -> FactSheet {
      FactSheet(subject: subject, audit: id, key: key, facts: haveFacts ? facts() : "")
    }
    return [sheet(.audit(id), key, facts(audit))]
      + audit.recommendations.map { sheet(.recommendation($0), key + "/" + archive[$0].shortID, facts($0)) }
      + archive.links.replies[id].filter { !archive[$0].isDraft }.map { reply in
        sheet(.reply(reply), self.key(of: archive[reply].id), facts(archive[reply]))
      }
      + archive.links.followUps[id].filter { !archive[$0].isDraft }.map { followUp in
        sheet(.followUp(followUp), self.key(of: archive[followUp].id), facts(archive[followUp]))
      }
  }

  /// An id without its municipality: `integration-2021/svar-ks`.
  func key(of id: String) -> String {
    guard let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")) else { return id }
    return String(id[id.utf8.index(after: slash)...])
  }

  /// The replies and follow-ups that what is said of a recommendation follows from, the weightiest first.
  func documents(behind id: ID<Recommendation>) -> [String] {
    let standing = insight[id]
    return (standing.verdicts.reversed() + standing.claims.reversed()).map { key(of: archive[archive[$0].followUp].id) }
      + standing.answers.reversed().map { key(of: archive[archive[$0].reply].id) }
      + standing.deadline.moves.reversed().map { key(of: archive[archive[$0.by].followUp].id) }
  }

  /// The follow-ups that moved the deadlines of a reply's measures.
  func documents(behind id: ID<Reply>) -> [String] {
    archive[id].measures.flatMap { insight[$0].deadline.moves }.map { key(of: archive[archive[$0.by].followUp].id) }
  }

  // MARK: The facts of each kind

  private func facts(_ audit: Audit) -> String {
    var line = FactLine()
    line.add(.date, audit.date)
    line.add(.replyDue, audit.replyRequest?.due)
    for assessment in audit.assessments {
      let boards = assessment.of.compactMap { if case .board(let id) = $0 { archive[id].shortID } else { nil } }
      line.addNumbered(.level, boards, assessment.level?.rawValue ?? "")
    }
    for criticism in audit.criticism {
      line.addNumbered(.criticism, criticism.against.map { archive[$0].shortID }, criticism.level.rawValue)
    }
    line.add(.title, [audit.title])
    line.add(
      .text,
      [audit.auditor, audit.summary, audit.replyRequest?.wording] + audit.purpose + audit.observations.map(\.text)
        + audit.assessments.map(\.quote) + audit.criticism.map(\.quote), body: audit.body)
    return line.text
  }

  private func facts(_ id: ID<Recommendation>) -> String {
    let recommendation = archive[id]
    let standing = insight[id]
    var line = FactLine()
    line.add(.state, standing.state.rawValue)
    line.add(.to, boards(recommendation.to))
    line.add(.due, standing.deadline.current)
    line.add(.stance, standing.answer.map { archive[$0].stance.rawValue })
    line.add(.claim, standing.claim.map { archive[$0].status.rawValue })
    line.add(.verdict, standing.verdict.map { archive[$0].status.rawValue })
    line.add(.text, [recommendation.leadIn, recommendation.text])
    return line.text
  }

  private func facts(_ reply: Reply) -> String {
    var line = FactLine()
    line.add(.date, reply.effectiveDate)
    line.add(.by, boards(reply.by))
    for measure in reply.measures { line.add(.due, insight[measure].deadline.current, about: archive[measure].shortID) }
    line.add(
      .text,
      [reply.title, reply.decision?.paragraph] + reply.answers.flatMap { [archive[$0].quote, archive[$0].note] }
        + reply.measures.map { archive[$0].text } + reply.cites.map(\.quote), body: reply.body)
    return line.text
  }

  private func facts(_ followUp: FollowUp) -> String {
    var line = FactLine()
    line.add(.date, followUp.date)
    if case .boards(let boards) = followUp.voice { line.add(.by, self.boards(boards)) } else { line.add(.by, "auditors") }
    line.add(
      .text,
      [followUp.title] + followUp.findings.flatMap { [archive[$0].quote, archive[$0].reason, archive[$0].source] }
        + followUp.deadlines.map { archive[$0].reason } + followUp.counts.map { "\($0.status.rawValue) \($0.count)" },
      body: followUp.body)
    return line.text
  }

  private func boards(_ ids: [ID<Board>]) -> String? {
    ids.isEmpty ? nil : ids.map { archive[$0].shortID }.joined(separator: ",")
  }
}

/// The facts of a page in a row, in a fixed order; what there is not is left out.
private struct FactLine {
  private(set) var text = ""
  private var count: [String: Int] = [:]

  mutating func add(_ fact: Fact, _ value: String?, about: String = "") {
    guard let value else { return }
    if !text.isEmpty { text += " " }
    text += FactName(fact, about).text
    text += "="
    text += RegisterKey.encode(value)
  }

  mutating func add(_ fact: Fact, _ date: EDTFDate?, about: String = "") { add(fact, date?.description, about: about) }

  /// Several of the same bodies are numbered, from the second.
  mutating func addNumbered(_ fact: Fact, _ boards: [String], _ value: String) {
    var about = boards.joined(separator: "+")
    let number = count[fact.rawValue + about, default: 0] + 1
    count[fact.rawValue + about] = number
    if number > 1 { about += ".\(number)" }
    add(fact, value, about: about)
  }

  /// Texts as a digest of 48 bits.
  mutating func add(_ fact: Fact, _ texts: [String?], body: Body? = nil) {
    var digest = TextDigest()
    for text in texts { digest.add(text) }
    if let body { digest.add(body.digest) }
    let hex = String(digest.value >> 16, radix: 16)
    add(fact, String(repeating: "0", count: 12 - hex.utf8.count) + hex)
  }
}
