import AuditModel
import Diagnostics

extension Linker {
  /// Enters every audit and the ids of its recommendations and measures, so that any document may name them.
  mutating func enterAudits() {
    for folder in placement.drafts { auditIndex[folded(folder)] = -1 }
    var nextRecommendation = 0
    var nextMeasure = 0
    for (index, folder) in placement.audits.enumerated() {
      auditIndex[folded(folder.id)] = index
      let (local, flat) = enterAudit(folder, nextRecommendation, &nextMeasure)
      nextRecommendation += flat.count
      locals.append(local)
      parts.append(flat)
    }
  }

  /// The ids of an audit's recommendations and measures, and its recommendations one after the other.
  mutating func enterAudit(
    _ folder: Placement.AuditFolder, _ nextRecommendation: Int, _ nextMeasure: inout Int
  ) -> (local: [String: Local], flat: [Part]) {
    var local: [String: Local] = [:]
    var taken: [String: SourceRange] = [:]
    var flat: [Part] = []
    if case .audit(let document) = documents[folder.file].content {
      for entry in document.recommendations.items { flatten(entry, parent: nil, into: &flat, folder.file, &taken) }
    }
    for (offset, part) in flat.enumerated() {
      if let id = part.entry.id { local[folded(id.value)] = .recommendation(nextRecommendation + offset) }
    }
    for file in folder.replies {
      guard case .reply(let reply) = documents[file].content else { continue }
      let isLeftOut = reply.isDraft && !drafts
      for measure in reply.measures {
        guard let id = measure.id, enter(id, file, &taken) else { continue }
        local[folded(id.value)] = isLeftOut ? .leftOut : .measure(nextMeasure)
        if !isLeftOut { nextMeasure += 1 }
      }
    }
    for file in folder.replies + folder.followUps {
      // A document has an address of its own beside the recommendations'.
      let name = splitPath(id(of: file))?.name ?? ""
      if let first = taken[folded(name)] {
        diagnostics.append(.duplicateID(String(name), at: place(documents[file].place, in: file), first: first))
      }
    }
    return (local, flat)
  }

  /// An umbrella before its parts, in the order of the document.
  private mutating func flatten(
    _ entry: RecommendationEntry, parent: Int?, into flat: inout [Part], _ file: Int, _ taken: inout [String: SourceRange]
  ) {
    guard let id = entry.id, enter(id, file, &taken) else {
      for part in entry.parts { flatten(part, parent: parent, into: &flat, file, &taken) }
      return
    }
    let index = flat.count
    flat.append(Part(entry: entry, parent: parent))
    for part in entry.parts { flatten(part, parent: index, into: &flat, file, &taken) }
  }

  /// Whether the id was free.
  private mutating func enter(_ id: Reference, _ file: Int, _ taken: inout [String: SourceRange]) -> Bool {
    let place = place(id.place, in: file)
    if let first = taken.updateValue(place, forKey: folded(id.value)) {
      taken[folded(id.value)] = first
      diagnostics.append(.duplicateID(id.value, at: place, first: first))
      return false
    }
    return true
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
    let auditID = placement.audits[audit].id
    for (offset, part) in parts[audit].enumerated() {
      let entry = part.entry
      let parent = part.parent.map { recommendations[start + $0] }
      let shortID = entry.id?.value ?? ""
      var recommendation = Recommendation(
        id: auditID + "/" + shortID, shortID: shortID, audit: ID(audit), parent: part.parent.map { ID(start + $0) },
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
      if let parent = part.parent { recommendations[start + parent].parts.append(ID(start + offset)) }
    }
    return (start..<recommendations.count).map { ID($0) }
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
