import AuditModel

/// What a municipality's register of changes is to say, given what it said and what the pages say now.
struct RegisterUpdate {
  /// When each audit was first noted.
  private(set) var first: [ID<Audit>: Day] = [:]
  /// With those that are new, which nobody knows of where the sheets have no facts.
  private(set) var changes: [Change] = []
  /// Those that were noted before.
  private(set) var earlier: [Change] = []
  /// Whether there is something that the register does not say.
  private(set) var isNew: Bool

  private let register: ChangeRegister
  private let asOf: Day
  private let sheets: FactSheets
  private var published: [(key: String, line: ChangeRegister.Published)] = []

  init(_ register: ChangeRegister, of municipality: Municipality, _ audits: [ID<Audit>], _ sheets: FactSheets) {
    let archive = sheets.insight.archive
    self.register = register
    self.sheets = sheets
    asOf = sheets.insight.asOf
    isNew = register.bytes.isEmpty
    let present = audits.flatMap(sheets.sheets)
    let byKey = Dictionary(present.map { ($0.key, $0) }) { first, _ in first }
    // What a register says under an earlier name is said of the present one.
    let renamed = FormerKeys(register, municipality, present, byKey, archive)
    var known: [String: [ChangeRegister.Published]] = [:]
    for (key, lines) in register.published { known[renamed[key] ?? key, default: []] += lines }
    if !renamed.isEmpty { isNew = true }
    for var entry in register.changes {
      entry.key = renamed[entry.key] ?? entry.key
      guard let sheet = byKey[entry.key] else {
        isNew = true
        continue
      }
      if case .document(let key) = entry.cause {
        let present = renamed[key] ?? key
        entry.cause = byKey[present] == nil ? nil : .document(present)
        if present != key || entry.cause == nil { isNew = true }
      }
      earlier.append(Change(subject: sheet.subject, audit: sheet.audit, entry: entry))
    }
    changes = earlier
    for sheet in present { take(sheet, known, byKey) }
    noteRemoved(known, byKey)
  }

  /// Compares a page with what was published of it.
  private mutating func take(
    _ sheet: FactSheet, _ known: [String: [ChangeRegister.Published]], _ byKey: [String: FactSheet]
  ) {
    let lines = known[sheet.key] ?? []
    let day = lines.map(\.first).min() ?? asOf
    if case .audit(let id) = sheet.subject { first[id] = day }
    if !sheets.haveFacts { return }
    published.append((sheet.key, ChangeRegister.Published(first: day, facts: sheet.facts)))
    if lines.count == 1, lines[0].facts == sheet.facts { return }
    isNew = true
    let audit = sheet.auditKey
    if lines.isEmpty {
      // What was published together with its audit is no change.
      guard known[audit] != nil else { return }
      let isRecommendation = if case .recommendation = sheet.subject { true } else { false }
      note(sheet, isCorrection: isRecommendation, FactName(.added))
      return
    }
    func isFresh(_ key: String) -> Bool { known[key] == nil && byKey[key] != nil }
    let document: String? =
      switch sheet.subject {
      case .recommendation(let id): sheets.documents(behind: id).first(where: isFresh)
      case .reply(let id): sheets.documents(behind: id).first(where: isFresh)
      default: nil
      }
    for (name, was, now) in RegisterUpdate.differences(lines.map(\.facts), sheet.facts) {
      if name.fact.isText {
        note(sheet, isCorrection: true, name)
      } else if name.fact.followsFromDocuments, let document {
        // What a new document says is told by the document; what it led to is told here.
        let isToldByTheDocument = [.stance, .claim, .verdict].contains(name.fact)
        if !isToldByTheDocument { note(sheet, isCorrection: false, name, was, now, .document(document)) }
      } else if name.fact == .state, let due = passed(was, now, sheet.audit, known[audit] ?? []) {
        note(sheet, isCorrection: false, name, was, now, .passed(due))
      } else {
        note(sheet, isCorrection: true, name, was, now)
      }
    }
  }

  /// The day for a reply, where it is only that it passed which changed the state.
  private func passed(_ was: String, _ now: String, _ audit: ID<Audit>, _ lines: [ChangeRegister.Published]) -> String? {
    let states: [RecommendationState] = [.awaitingReply, .replyOverdue]
    guard was == states[0].rawValue, now == states[1].rawValue, let due = sheets.insight.archive[audit].replyRequest?.due else {
      return nil
    }
    let fact = FactName(.replyDue).text + "=" + due.description
    return lines.contains { $0.facts.split(separator: " ").contains { $0 == fact } } ? due.description : nil
  }

  /// Pages that went while their audit stayed. Of what is gone, no name is kept.
  private mutating func noteRemoved(_ known: [String: [ChangeRegister.Published]], _ byKey: [String: FactSheet]) {
    for key in known.keys.sorted() where byKey[key] == nil {
      isNew = true
      guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")), let audit = byKey[String(key[..<slash])],
        let facts = known[key]?.first?.facts
      else { continue }
      let what =
        if facts.contains("state=") { "recommendation" } else if facts.contains("by=auditors") { "follow-up" } else { "document" }
      note(audit, isCorrection: true, FactName(.removed, what))
    }
  }

  private mutating func note(
    _ sheet: FactSheet, isCorrection: Bool, _ name: FactName, _ was: String = "", _ now: String = "",
    _ cause: ChangeEntry.Cause? = nil
  ) {
    var entry = ChangeEntry(sheet.key, asOf, isCorrection: isCorrection, name, was: was, now: now, cause: cause)
    let sameDay = changes.filter { $0.entry.key == sheet.key && $0.entry.day == asOf && $0.entry.name == name }
    // That a text was put right is said once a day.
    if name.fact.isText, !sameDay.isEmpty { return }
    entry.number = (sameDay.map(\.entry.number).max() ?? 0) + 1
    changes.append(Change(subject: sheet.subject, audit: sheet.audit, entry: entry))
  }

  /// The register's bytes with all that is new.
  func print() -> [UInt8] { ChangeRegister.print(published, changes.map(\.entry)) }

  /// What differs between facts as they were published and as they are. Where a merge left several lines, a fact that is as any
  /// of them says has not changed.
  static func differences(_ old: [String], _ new: String) -> [(name: FactName, was: String, now: String)] {
    let now = values(new)
    let before = old.map(values)
    var names = now.map(\.name)
    for line in before { for (name, _) in line where !names.contains(name) { names.append(name) } }
    return names.compactMap { name in
      let value = now.first { $0.name == name }?.value ?? ""
      let earlier = before.map { line in line.first { $0.name == name }?.value ?? "" }
      if earlier.contains(value) { return nil }
      if name.fact.isText { return earlier.allSatisfy(\.isEmpty) ? nil : (name, "", "") }
      return (name, earlier.first ?? "", value)
    }
  }

  private static func values(_ facts: String) -> [(name: FactName, value: String)] {
    facts.split(separator: " ").compactMap { part in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // A later version of the program may know facts that this one does not.
      guard pair.count == 2, let name = FactName(pair[0]) else { return nil }
      return (name, RegisterKey.decode(pair[1]))
    }
  }
}

extension FactSheet {
  /// The key of the audit that it belongs to.
  var auditKey: String { String(key.prefix { $0 != "/" }) }
}

/// The present keys of what a register knows under earlier ones, as `formerly` tells them.
private struct FormerKeys {
  private var present: [String: String] = [:]

  var isEmpty: Bool { present.isEmpty }

  subscript(key: String) -> String? { present[key] }

  init(
    _ register: ChangeRegister, _ municipality: Municipality, _ sheets: [FactSheet], _ byKey: [String: FactSheet],
    _ archive: Archive
  ) {
    let missing = Set(register.published.keys).union(register.changes.map(\.key)).filter { byKey[$0] == nil }
    if missing.isEmpty { return }
    var moved: [String: String] = [:]
    for sheet in sheets {
      let formerly =
        switch sheet.subject {
        case .audit(let id): archive[id].formerly
        case .reply(let id): archive[id].formerly
        case .followUp(let id): archive[id].formerly
        case .recommendation: [String]()
        }
      for old in formerly { moved[folderPath(ofID: old)] = sheet.key }
    }
    let towns = [municipality.id] + municipality.formerly
    for key in missing {
      let audit = key.prefix { $0 != "/" }
      for town in towns {
        let folder = folderPath(ofID: town)
        if let now = moved[folder + folderPath(ofID: key)] { present[key] = now }
        if present[key] == nil, let now = moved[folder + folderPath(ofID: String(audit))],
          byKey[now + key.dropFirst(audit.count)] != nil
        {
          present[key] = now + key.dropFirst(audit.count)
        }
      }
    }
  }
}
