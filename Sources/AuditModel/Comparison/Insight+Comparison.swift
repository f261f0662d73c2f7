extension Insight {
  /// The comparisons that have anything to show: over all audits, then topic by topic.
  public var comparisons: [ComparisonID] {
    let all = ComparisonKind.allCases.map { ComparisonID($0) }
    let topics = Archive.ids(archive.topics).filter { !archive.links.auditsOnTopic[$0].isEmpty }
    let perTopic = topics.flatMap { topic in ComparisonKind.allCases.map { ComparisonID($0, topic: topic) } }
    return (all + perTopic).filter { hasRows($0) }
  }

  private func hasRows(_ id: ComparisonID) -> Bool {
    candidates(id).contains { audit in
      guard !archive[audit].isDraft else { return false }
      return switch id.kind {
      case .assessments: !archive[audit].assessments.isEmpty
      case .themes:
        archive[audit].recommendations.contains { !archive[$0].themes.isEmpty }
          || archive[audit].observations.contains { !$0.themes.isEmpty }
      case .states: !archive[audit].recommendations.isEmpty
      case .boardKinds: archive[audit].recommendations.contains { archive[$0].isCounted && !archive[$0].to.isEmpty }
      case .keyFigures: !archive[audit].keyFigures.isEmpty
      case .replyTimes: archive[audit].replyRequest != nil || !archive.links.replies[audit].isEmpty
      }
    }
  }

  private func candidates(_ id: ComparisonID) -> [ID<Audit>] {
    id.topic.map { Array(archive.links.auditsOnTopic[$0]) } ?? Archive.ids(archive.audits)
  }

  /// The audits that a comparison is over, by municipality and then by date. Drafts are never compared.
  func audits(of id: ComparisonID) -> [ID<Audit>] {
    let keys = candidates(id).filter { !archive[$0].isDraft }.map { id in
      (municipality: archive[id].municipality, date: placeInOrder(archive[id].date), audit: id)
    }
    return keys.sorted { ($0.municipality, $0.date, $0.audit) < ($1.municipality, $1.date, $1.audit) }.map(\.audit)
  }

  /// A comparison table. What would have more rows than a page can show is summed up by municipality or kind.
  public func comparison(_ id: ComparisonID) -> ComparisonTable {
    let audits = audits(of: id)
    var table =
      switch id.kind {
      case .assessments: assessments(id, audits)
      case .themes: themes(id, audits)
      case .states: states(id, audits)
      case .replyTimes: replyTimes(id, audits)
      case .boardKinds: boardKinds(id, audits)
      case .keyFigures: keyFigures(id, audits)
      }
    table.audits = id.kind == .keyFigures ? audits.count { !archive[$0].keyFigures.isEmpty } : audits.count
    table.recommendations = audits.reduce(0) { $0 + leaves(of: $1).count }
    return table
  }

  /// The municipalities of some audits, each with its own, in the order of the audits.
  func byMunicipality(_ audits: [ID<Audit>]) -> [(municipality: ID<Municipality>, audits: [ID<Audit>])] {
    var groups: [(municipality: ID<Municipality>, audits: [ID<Audit>])] = []
    for audit in audits {
      if groups.last?.municipality == archive[audit].municipality {
        groups[groups.count - 1].audits.append(audit)
      } else {
        groups.append((archive[audit].municipality, [audit]))
      }
    }
    return groups
  }

  func table(_ id: ComparisonID, _ columns: [ComparisonTable.Column], isMatrix: Bool = false) -> ComparisonTable {
    ComparisonTable(id: id, columns: columns, rows: [], notes: [], audits: 0, recommendations: 0, isMatrix: isMatrix)
  }
}

extension ComparisonTable {
  /// The index of a note, which is added where it is new.
  mutating func note(_ note: Note) -> Int {
    if let index = notes.firstIndex(of: note) { return index }
    notes.append(note)
    return notes.count - 1
  }
}

extension Insight {
  /// Notes on the facts of an audit that were inferred, of some fields of its front matter.
  func inferences(of audit: ID<Audit>, _ fields: [String], in table: inout ComparisonTable) -> [Int] {
    var notes: [Int] = []
    for inference in archive[audit].inferred where fields.contains(inference.field) {
      notes.append(table.note(.inference(audit, inference)))
    }
    return notes
  }
}
