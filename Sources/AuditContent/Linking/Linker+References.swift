import AuditModel
import Diagnostics

extension Linker {
  // MARK: Boards

  mutating func boards(_ references: [Reference], _ town: Int, _ file: Int) -> [ID<Board>] {
    var ids: [ID<Board>] = []
    ids.reserveCapacity(references.count)
    for reference in references {
      if let id = board(reference, town, file), !ids.contains(id) { ids.append(id) }
    }
    return boardLists.one(ids)
  }

  /// The board that a name means to a document of a municipality: a short id, a name, an alias, or a full id anywhere.
  mutating func board(_ reference: Reference, _ town: Int, _ file: Int) -> ID<Board>? {
    let key = folded(reference.value)
    if let index = towns[town].boards[key] {
      if index >= 0 { return ID(index) }
      diagnostics.append(.ambiguousBoard(reference.value, at: place(reference.place, in: file)))
      return nil
    }
    if let (folder, name) = splitPath(key), let other = townIndex[String(folder)] {
      if let index = towns[other].boards[String(name)], index >= 0 { return ID(index) }
      report(unknownBoard: reference, String(name), in: other, prefix: towns[other].id + "/", file)
      return nil
    }
    report(unknownBoard: reference, reference.value, in: town, prefix: "", file)
    return nil
  }

  private mutating func report(unknownBoard reference: Reference, _ name: String, in town: Int, prefix: String, _ file: Int) {
    let town = towns[town]
    guard town.isWhole else { return }
    var near = nearMiss(of: name, among: town.boardIDs)
    if near == nil {
      // A name that is nearly right is answered with its board's id.
      let names = town.boards.filter { $0.value >= 0 }.keys.sorted(by: comesBefore)
      near = nearMiss(of: folded(name), among: names).flatMap { town.boards[$0] }.map { boards[$0].shortID }
    }
    if near == nil, prefix.isEmpty, let (folder, rest) = splitPath(reference.value) {
      // The municipality itself is misspelt.
      let ids = towns.map(\.id)
      if let other = nearMiss(of: String(folder), among: ids).flatMap({ townIndex[folded($0)] }),
        towns[other].boards[folded(rest)] != nil
      {
        near = towns[other].id + "/" + rest
      }
    }
    var isElsewhere = false
    if near == nil, prefix.isEmpty, let other = towns.first(where: { $0.boards[folded(name)] ?? -1 >= 0 }),
      let board = other.boards[folded(name)]
    {
      // Another municipality's board: seldom what was meant, but worth saying.
      near = other.id + "/" + boards[board].shortID
      isElsewhere = true
    }
    let shortName = town.document.shortName ?? town.document.name
    diagnostics.append(
      .unknown(
        .unknownBoard, reference.value, kind: Wording(sv: "nämnd i \(shortName)", en: "board of \(shortName)"),
        near: near.map { prefix + $0 }, among: town.boardIDs, at: place(reference.place, in: file), isReplaceable: !isElsewhere,
        isKnown: { town.boards[folded($0)] ?? -1 >= 0 }))
  }

  // MARK: Topics and themes

  mutating func topics(_ references: [Reference], _ file: Int) -> [ID<Topic>] {
    var ids: [ID<Topic>] = []
    for reference in references {
      if let index = topicIndex[folded(reference.value)] {
        if !ids.contains(ID(index)) { ids.append(ID(index)) }
      } else if siteIsWhole {
        report(
          .unknownTopic, reference, Wording(sv: "topic i site.yaml", en: "topic in site.yaml"), topics.map(\.id), "topics", file)
      }
    }
    return ids
  }

  mutating func themes(_ references: [Reference], _ file: Int) -> [ID<Theme>] {
    var ids: [ID<Theme>] = []
    for reference in references {
      if let index = themeIndex[folded(reference.value)] {
        if !ids.contains(ID(index)) { ids.append(ID(index)) }
      } else if siteIsWhole {
        report(
          .unknownTheme, reference, Wording(sv: "theme i site.yaml", en: "theme in site.yaml"), themes.map(\.id), "themes", file)
      }
    }
    return themeLists.one(ids)
  }

  private mutating func report(
    _ code: DiagnosticCode, _ reference: Reference, _ kind: Wording, _ possible: [String], _ list: String, _ file: Int
  ) {
    diagnostics.append(
      .unknown(
        code, reference.value, kind: kind, near: nearMiss(of: reference.value, among: possible), among: possible,
        at: place(reference.place, in: file), addedUnder: list))
  }

  // MARK: Audits, recommendations and measures

  /// The audit with a full id, or with the name of its folder inside the municipality.
  mutating func audit(_ reference: Reference, _ town: Int, _ file: Int) -> ID<Audit>? {
    let key = folded(reference.value)
    if let index = auditIndex[key] ?? auditIndex[folded(towns[town].id) + "/" + key] { return index < 0 ? nil : ID(index) }
    if isUnreadable(key) { return nil }
    let own = splitPath(documents[file].path)?.folder
    let others = placement.audits.map(\.id).filter { $0.hasPrefix(towns[town].id + "/") && $0 != own ?? "" }
    diagnostics.append(
      .unknown(
        .unknownAudit, reference.value, kind: Wording(sv: "granskning", en: "audit"), near: auditNear(reference.value, town),
        among: others, at: place(reference.place, in: file), isReplaceable: !isAddress(reference.value),
        form: Wording(
          sv: "Skriv kommun/granskning, som mapparna heter.", en: "Write municipality/audit, as the folders are called.")))
    return nil
  }

  private func isUnreadable(_ key: String) -> Bool { placement.unreadable.contains { folded($0) == key } }

  /// The audit that a name nearly is, in the municipality that it names or nearly names.
  func auditNear(_ written: String, _ town: Int) -> String? {
    let name = idMeant(by: written, parts: 2)
    let municipality = splitPath(name).map { String($0.folder) } ?? towns[town].id
    guard let id = townIndex[folded(municipality)].map({ towns[$0].id }) ?? nearMiss(of: municipality, among: towns.map(\.id))
    else { return nil }
    let full = id + "/" + (splitPath(name).map { String($0.name) } ?? name)
    if auditIndex[folded(full)] ?? -1 >= 0 { return full }
    return nearMiss(of: full, among: placement.audits.lazy.map(\.id).filter { $0.hasPrefix(id + "/") })
  }

  mutating func local(
    _ reference: Reference, in audit: Int, _ file: Int, measuresToo: Bool
  ) -> Local? {
    let key = folded(reference.value)
    var target = audit
    var name = key
    if locals[audit][key] == nil, let (folder, last) = splitPath(key) {
      if let index = auditIndex[String(folder)] {
        if index < 0 { return .leftOut }
        target = index
        name = String(last)
      } else if isUnreadable(String(folder)) {
        return nil
      } else {
        let near = recommendationNear(reference.value, audit, measuresToo)
        report(unknown: reference, near: near, among: idsOfAudit(named: reference.value, measuresToo), file, measuresToo)
        return nil
      }
    }
    // What is proposed must mean the same where it is written.
    let prefix = target == audit ? "" : placement.audits[target].id + "/"
    if let found = locals[target][name] {
      switch found {
      case .recommendation(let number): return .recommendation(starts[target].recommendations + number)
      case .measure(let number) where measuresToo: return .measure(starts[target].measures + number)
      case .measure:
        report(unknown: reference, near: nil, among: ids(in: target, false).map { prefix + $0 }, file, false)
        return nil
      case .leftOut: return .leftOut
      }
    }
    guard placement.audits[target].isWhole else { return nil }
    let short = splitPath(reference.value).map { String($0.name) } ?? reference.value
    let ids = ids(in: target, measuresToo)
    let near = nearMiss(of: short, among: ids).map { prefix + $0 } ?? recommendationNear(reference.value, audit, measuresToo)
    report(unknown: reference, near: near, among: ids.map { prefix + $0 }, file, measuresToo)
    return nil
  }

  private func recommendationNear(_ written: String, _ audit: Int, _ measuresToo: Bool) -> String? {
    guard let (folder, last) = splitPath(idMeant(by: written, parts: 3)),
      let near = auditNear(String(folder), placement.audits[audit].municipality), let index = auditIndex[folded(near)], index >= 0
    else { return nil }
    let ids = ids(in: index, measuresToo)
    return (ids.first { folded($0) == folded(last) } ?? nearMiss(of: String(last), among: ids)).map { near + "/" + $0 }
  }

  /// The ids of an audit as they were written, in the order of its documents.
  private func ids(in audit: Int, _ measuresToo: Bool) -> [String] {
    var ids = parts[audit].compactMap { $0.entry.id?.value }
    guard measuresToo else { return ids }
    for file in placement.audits[audit].replies {
      if case .reply(let reply) = documents[file].content { ids += reply.measures.compactMap { $0.id?.value } }
    }
    return ids
  }

  /// What may be meant where only the audit is named.
  private func idsOfAudit(named name: String, _ measuresToo: Bool) -> [String] {
    guard let audit = auditIndex[folded(idMeant(by: name, parts: 2))], audit >= 0 else { return [] }
    return ids(in: audit, measuresToo).map { placement.audits[audit].id + "/" + $0 }
  }

  private mutating func report(
    unknown reference: Reference, near: String?, among possible: [String], _ file: Int, _ measuresToo: Bool
  ) {
    let kind =
      measuresToo
      ? Wording(sv: "rekommendation eller åtgärd", en: "recommendation or measure")
      : Wording(sv: "rekommendation", en: "recommendation")
    diagnostics.append(
      .unknown(
        .unknownRecommendation, reference.value, kind: kind, near: near, among: possible, at: place(reference.place, in: file),
        isReplaceable: !isAddress(reference.value),
        form: Wording(
          sv: "Skriv id:t, eller för en annan granskning kommun/granskning/id.",
          en: "Write the id, or for another audit municipality/audit/id.")))
  }

  mutating func recommendations(_ references: [Reference], in audit: Int, _ file: Int) -> [ID<Recommendation>] {
    var ids: [ID<Recommendation>] = []
    ids.reserveCapacity(references.count)
    for reference in references {
      if case .recommendation(let index)? = local(reference, in: audit, file, measuresToo: false), !ids.contains(ID(index)) {
        ids.append(ID(index))
      }
    }
    return recommendationLists.one(ids)
  }

  /// Recommendations and measures, each in its own list.
  mutating func targets(
    _ references: [Reference], in audit: Int, _ file: Int
  ) -> (recommendations: [ID<Recommendation>], measures: [ID<Measure>]) {
    var found: (recommendations: [ID<Recommendation>], measures: [ID<Measure>]) = ([], [])
    for reference in references {
      switch local(reference, in: audit, file, measuresToo: true) {
      case .recommendation(let index)?: if !found.recommendations.contains(ID(index)) { found.recommendations.append(ID(index)) }
      case .measure(let index)?: if !found.measures.contains(ID(index)) { found.measures.append(ID(index)) }
      case .leftOut?, nil: continue
      }
    }
    return (recommendationLists.one(found.recommendations), measureLists.one(found.measures))
  }

  // MARK: Files

  /// A file beside a document, as a path of the content folder.
  mutating func file(_ reference: Reference, beside file: Int) -> String {
    let folder = splitPath(documents[file].path).map { $0.folder + "/" } ?? ""
    let path = folder + reference.value
    if attachmentPaths.contains(path) { return path }
    if attachmentPaths.contains(reference.value) { return reference.value }
    diagnostics.append(
      .missingFile(reference.value, near: fileNear(reference.value, in: String(folder)), at: place(reference.place, in: file)))
    return path
  }

  func fileNear(_ name: String, in folder: String) -> String? {
    let names = attachments.lazy.map(\.path).filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
      .filter { !$0.contains("/") }
    return nearMiss(of: name, among: Array(names))
  }
}
