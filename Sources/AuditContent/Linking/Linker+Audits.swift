import AuditModel
import Diagnostics

extension Linker {
  /// An audit whose ids are known.
  struct Entered {
    var local: [String: Local] = [:]
    /// Its recommendations one after the other.
    var flat: [Part] = []
    var counts = Counts()
  }

  /// Enters every audit and the ids of its recommendations and measures, so that any document may name them.
  mutating func enterAudits(jobs: Int) {
    for folder in placement.drafts { auditIndex[folded(folder)] = -1 }
    for (index, folder) in placement.audits.enumerated() { auditIndex[folded(folder.id)] = index }
    let ranges = partsOfAudits(jobs: jobs)
    let entered = inParallel(ranges.count, jobs: jobs) { [self] part in
      var linker = self
      linker.diagnostics = []
      let entered = ranges[part].map { linker.enterAudit(placement.audits[$0]) }
      return (entered: entered, diagnostics: linker.diagnostics)
    }
    var all = Counts()
    for part in entered {
      diagnostics += part.diagnostics
      for audit in part.entered {
        locals.append(audit.local)
        parts.append(audit.flat)
        starts.append(all)
        all.add(audit.counts)
      }
    }
    starts.append(all)
  }

  /// The ids of an audit's recommendations and measures, its recommendations, and how much of everything it has.
  mutating func enterAudit(_ folder: Placement.AuditFolder) -> Entered {
    var audit = Entered()
    var taken: [String: TakenID] = [:]
    if case .audit(let document) = documents[folder.file].content {
      taken.reserveCapacity(document.recommendations.items.count + 8)
      for entry in document.recommendations.items { flatten(entry, parent: nil, into: &audit, folder.file, &taken) }
    }
    audit.counts.recommendations = audit.flat.count
    for file in folder.replies {
      guard case .reply(let reply) = documents[file].content else { continue }
      let isLeftOut = reply.isDraft && !drafts
      for measure in reply.measures {
        guard let id = measure.id, let key = enter(id, file, &taken) else { continue }
        audit.local[key] = isLeftOut ? .leftOut : .measure(audit.counts.measures)
        if !isLeftOut { audit.counts.measures += 1 }
      }
      if isLeftOut { continue }
      audit.counts.replies += 1
      audit.counts.answers += reply.answers.count { $0.stance != nil }
    }
    for file in folder.followUps {
      guard case .followUp(let followUp) = documents[file].content, drafts || !followUp.isDraft else { continue }
      audit.counts.followUps += 1
      audit.counts.findings += (followUp.findings ?? []).count { $0.status != nil }
      audit.counts.movedDeadlines += followUp.deadlines.count { $0.due != nil }
    }
    for file in folder.replies + folder.followUps {
      // A document has an address of its own beside the recommendations'.
      let name = splitPath(id(of: file))?.name ?? ""
      if let first = taken[folded(name)] {
        diagnostics.append(
          .duplicateID(String(name), at: place(documents[file].place, in: file), first: place(first.place, in: first.file)))
      }
    }
    return audit
  }

  /// Where an id was given first.
  private struct TakenID {
    var place: Place
    var file: Int
  }

  /// An umbrella before its parts, in the order of the document.
  private mutating func flatten(
    _ entry: RecommendationEntry, parent: Int?, into audit: inout Entered, _ file: Int, _ taken: inout [String: TakenID]
  ) {
    guard let id = entry.id, let key = enter(id, file, &taken) else {
      for part in entry.parts { flatten(part, parent: parent, into: &audit, file, &taken) }
      return
    }
    let index = audit.flat.count
    audit.local[key] = .recommendation(index)
    audit.flat.append(Part(entry: entry, parent: parent))
    for part in entry.parts { flatten(part, parent: index, into: &audit, file, &taken) }
  }

  /// The id as ids are compared; nil where it was taken.
  private mutating func enter(_ id: Reference, _ file: Int, _ taken: inout [String: TakenID]) -> String? {
    let key = folded(id.value)
    if let first = taken[key] {
      diagnostics.append(.duplicateID(id.value, at: place(id.place, in: file), first: place(first.place, in: first.file)))
      return nil
    }
    taken[key] = TakenID(place: id.place, file: file)
    return key
  }

  /// Links an audit and its recommendations.
  mutating func linkAudit(_ index: Int) {
    let folder = placement.audits[index]
    guard case .audit(let document) = documents[folder.file].content else { return }
    let file = folder.file
    let town = folder.municipality
    let ids = linkRecommendations(index, town, file)
    var audit = Audit(
      id: folder.id, municipality: ID(town), title: document.title, kind: document.kind, auditor: document.auditor,
      commissionedBy: document.commissionedBy, date: document.date?.value, reference: document.reference,
      topics: topics(document.topics, file), isDraft: document.isDraft, summary: document.summary, purpose: document.purpose,
      inferred: inferences(document.inferred), replies: document.reply?.collection ?? siteDocument.replies,
      recommendations: ids, recommendationsAreComplete: document.recommendations.isComplete,
      sources: sources(document.sources, file), signed: document.signed, formerly: document.formerly.map(\.value),
      body: body(of: file),
      origin: origin(nil, in: file))
    if let reply = document.reply {
      audit.replyRequest = ReplyRequest(
        due: reply.due?.value, from: reply.from.map { boards($0, town, file) }, wording: reply.wording)
    }
    audit.assessments = document.assessments.map { entry in
      Assessment(of: assessed(entry.of, town, file), aspect: entry.aspect, level: entry.level, quote: entry.quote)
    }
    audit.observations = document.observations.map { entry in
      Observation(text: entry.text, themes: themes(entry.themes, file), tone: entry.tone)
    }
    audit.criticism = document.criticism.compactMap { entry in
      entry.level.map { Criticism(level: $0, against: boards(entry.against, town, file), quote: entry.quote) }
    }
    for reference in document.follows {
      if let earlier = self.audit(reference, town, file), !audit.follows.contains(earlier) { audit.follows.append(earlier) }
    }
    audit.keyFigures = keyFigures[folder.id] ?? []
    audits.append(audit)
  }

  private mutating func linkRecommendations(_ audit: Int, _ town: Int, _ file: Int) -> [ID<Recommendation>] {
    let start = recommendations.count
    let firstID = before.recommendations + start
    let auditID = placement.audits[audit].id
    for (offset, part) in parts[audit].enumerated() {
      let entry = part.entry
      let parent = part.parent.map { recommendations[start + $0] }
      let shortID = entry.id?.value ?? ""
      var recommendation = Recommendation(
        id: auditID + "/" + shortID, shortID: shortID, audit: ID(audit), parent: part.parent.map { ID(firstID + $0) },
        to: entry.to.map { boards($0, town, file) } ?? parent?.to ?? [],
        with: entry.with.map { boards($0, town, file) } ?? parent?.with ?? [],
        concerns: entry.concerns.map { boards($0, town, file) } ?? parent?.concerns ?? [],
        leadIn: entry.leadIn ?? parent?.leadIn, text: entry.text ?? "",
        themes: entry.themes.map { themes($0, file) } ?? parent?.themes ?? [], due: entry.due?.value ?? parent?.due,
        origin: origin(entry.id?.place, in: file))
      if let companion = entry.companionOf {
        recommendation.companionOf = recommendations([companion], in: audit, file).first
      }
      for entry in entry.repeats {
        guard let of = entry.of, let earlier = recommendations([of], in: audit, file).first else { continue }
        recommendation.repeats.append(Repetition(of: earlier, strength: entry.strength ?? .strong, note: entry.note))
      }
      recommendations.append(recommendation)
      if let parent = part.parent { recommendations[start + parent].parts.append(ID(firstID + offset)) }
    }
    return parts[audit].indices.map { ID(firstID + $0) }
  }

  /// Boards, or the municipality as a whole.
  private mutating func assessed(_ references: [Reference], _ town: Int, _ file: Int) -> [AssessedBody] {
    references.compactMap { reference in
      if folded(reference.value) == folded(towns[town].id) { return .municipality(ID(town)) }
      return board(reference, town, file).map { .board($0) }
    }
  }

  func inferences(_ entries: [InferenceEntry]) -> [Inference] {
    entries.map { Inference(field: $0.field.value, reason: $0.reason) }
  }

  mutating func sources(_ entries: [SourceReference], _ file: Int) -> [Source] {
    entries.map { entry in
      Source(
        title: entry.title, file: entry.file.map { self.file($0, beside: file) }, url: entry.url,
        transcription: entry.transcription, pages: entry.pages)
    }
  }
}

extension Linker.Counts {
  fileprivate mutating func add(_ other: Linker.Counts) {
    recommendations += other.recommendations
    replies += other.replies
    answers += other.answers
    measures += other.measures
    followUps += other.followUps
    findings += other.findings
    movedDeadlines += other.movedDeadlines
  }
}
