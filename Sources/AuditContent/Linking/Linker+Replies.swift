import AuditModel
import Diagnostics

extension Linker {
  mutating func linkReply(_ file: Int, audit: Int, _ town: Int) {
    guard case .reply(let document) = documents[file].content, drafts || !document.isDraft else { return }
    let id: ID<Reply> = ID(before.replies + replies.count)
    var reply = Reply(
      id: self.id(of: file), audit: ID(audit), by: boards(document.by, town, file), title: document.title,
      date: document.date?.value, decision: document.decision.map { decision($0, town, file) },
      inferred: inferences(document.inferred), sources: sources(document.sources, file), signed: document.signed,
      formerly: document.formerly.map(\.value), isDraft: document.isDraft, body: body(of: file), origin: origin(nil, in: file))
    reply.cites = document.cites.compactMap { entry in
      guard let body = entry.body.flatMap({ board($0, town, file) }) else { return nil }
      return CitedDecision(body: body, date: entry.date?.value, paragraph: entry.paragraph, quote: entry.quote)
    }
    for entry in document.answers {
      let to = recommendations(entry.to, in: audit, file)
      let refersTo = entry.refersTo.flatMap { board($0, town, file) }
      guard let stance = entry.stance else { continue }
      reply.answers.append(ID(before.answers + answers.count))
      answers.append(
        Answer(
          reply: id, to: to, stance: stance, refersTo: refersTo, quote: entry.quote, note: entry.note,
          origin: origin(entry.to.first?.place, in: file)))
    }
    for entry in document.measures {
      let recommendations = recommendations(entry.for, in: audit, file)
      let by = boards(entry.by, town, file)
      // Only the one that was entered under its id.
      let number = before.measures + measures.count
      guard let shortID = entry.id, case .measure(number - starts[audit].measures)? = locals[audit][folded(shortID.value)] else {
        continue
      }
      reply.measures.append(ID(number))
      measures.append(
        Measure(
          id: placement.audits[audit].id + "/" + shortID.value, shortID: shortID.value, reply: id, audit: ID(audit),
          recommendations: recommendations, by: by, force: entry.force, due: entry.due?.value, dueWording: entry.dueWording,
          text: entry.text ?? "", origin: origin(shortID.place, in: file)))
    }
    replies.append(reply)
  }

  mutating func decision(_ entry: DecisionEntry, _ town: Int, _ file: Int) -> Decision {
    Decision(
      body: entry.body.flatMap { board($0, town, file) }, date: entry.date?.value, paragraph: entry.paragraph,
      reference: entry.reference)
  }

  mutating func linkFollowUp(_ file: Int, audit: Int, _ town: Int) {
    guard case .followUp(let document) = documents[file].content, drafts || !document.isDraft else { return }
    let id: ID<FollowUp> = ID(before.followUps + followUps.count)
    let voice: FollowUpVoice =
      switch document.by {
      case .other(let references)?: .boards(boards(references, town, file))
      case .word?, nil: .auditors
      }
    var followUp = FollowUp(
      id: self.id(of: file), audit: ID(audit), voice: voice, title: document.title, date: document.date?.value,
      decision: document.decision.map { decision($0, town, file) }, inferred: inferences(document.inferred),
      counts: (document.counts ?? []).map { StatusCount(status: $0.status.value, count: $0.count) },
      sources: sources(document.sources, file), signed: document.signed, formerly: document.formerly.map(\.value),
      isDraft: document.isDraft, body: body(of: file), origin: origin(nil, in: file))
    for entry in document.findings ?? [] {
      let found = targets(entry.for, in: audit, file)
      let transferredTo = entry.to.flatMap { board($0, town, file) }
      guard let status = entry.status else { continue }
      followUp.findings.append(ID(before.findings + findings.count))
      findings.append(
        Finding(
          followUp: id, recommendations: found.recommendations, measures: found.measures, status: status,
          transferredTo: transferredTo, reason: entry.reason, quote: entry.quote, source: entry.source,
          origin: origin(entry.for.first?.place, in: file)))
    }
    for entry in document.deadlines {
      let found = targets(entry.for, in: audit, file)
      guard let due = entry.due else { continue }
      followUp.deadlines.append(ID(before.movedDeadlines + movedDeadlines.count))
      movedDeadlines.append(
        MovedDeadline(
          followUp: id, recommendations: found.recommendations, measures: found.measures, due: due.value, reason: entry.reason,
          paragraph: entry.paragraph, origin: origin(due.place, in: file)))
    }
    followUps.append(followUp)
  }
}
