import AuditModel
import Diagnostics

/// The registers of changes of a site, by municipality.
public struct ChangeRegisters: Sendable {
  /// By the municipalities' ids.
  public var registers: [String: ChangeRegister] = [:]
  /// Whether what is new is noted: not where drafts are shown, which are not published.
  public var areAddedTo = true

  public init() {}
}

/// A change of a page's facts, for showing.
struct Change: Sendable, Hashable {
  let subject: ChangeSubject
  let audit: ID<Audit>
  let entry: ChangeEntry
}

/// What changed on the site's pages since they were first published, and what the registers are to say of it.
struct ChangeLog: Sendable {
  /// By audit, the latest first. What changed on a recommendation, a reply or a follow-up is among its audit's.
  private(set) var changes: [ID<Audit>: [Change]] = [:]
  /// The day since which changes of an audit's pages are noted.
  private var since: [Day?]
  private(set) var newRegisters: [RegisterFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the registers know of a later day than the site's, so that nothing is noted.
  let isLate: Bool
  /// Whether something changed that the registers do not tell of yet.
  private(set) var hasNews = false

  subscript(audit: ID<Audit>) -> [Change] { changes[audit] ?? [] }

  /// Nil for drafts, and where a build as of an earlier day knows of nothing.
  func since(_ audit: ID<Audit>) -> Day? { since[Int(audit.index)] }

  /// Compares what the pages say now with what was last published. Nothing is noted as of an earlier day than the registers know:
  /// it would come in the wrong order, and a clock that goes wrong for once would make up a history.
  /// - Parameter jobs: how many threads may take down what the pages say.
  init(_ known: ChangeRegisters, _ insight: Insight, jobs: Int = 1) {
    let archive = insight.archive
    since = [Day?](repeating: nil, count: archive.audits.count)
    let latest = archive.municipalities.compactMap { known.registers[$0.id]?.latest }.max { $0.day < $1.day }
    let isLate = latest.map { $0.day > insight.asOf } ?? false
    self.isLate = isLate
    let sheets = FactSheets(insight, withFacts: known.areAddedTo)
    let municipalities = Archive.ids(archive.municipalities)
    let updates = inParallel(municipalities.count, jobs: jobs) { place -> Update? in
      let municipality = archive[municipalities[place]]
      let audits = archive.links.audits[municipalities[place]].filter { !archive[$0].isDraft }
      let register = known.registers[municipality.id] ?? ChangeRegister()
      if audits.isEmpty, register.bytes.isEmpty { return nil }
      if !known.areAddedTo, register.bytes.isEmpty { return Update(since: audits.map { ($0, insight.asOf) }) }
      @Sendable func update() -> RegisterUpdate { RegisterUpdate(register, of: municipality, audits, sheets) }
      return Update(update, of: register, audits, isNoted: known.areAddedTo && !isLate)
    }
    for (municipality, made) in zip(archive.municipalities, updates) {
      guard let made else { continue }
      if made.hasNews { hasNews = true }
      if known.areAddedTo, isLate, made.isNew, let latest, diagnostics.isEmpty {
        diagnostics.append(.changeLater(latest.day, than: insight.asOf, latest.place))
      }
      let old = known.registers[municipality.id]?.bytes ?? []
      if let print = made.print {
        newRegisters.append(RegisterFile(path: ChangeRegister.path(of: municipality.id), old: old, print: print))
      }
      for (audit, first) in made.since where first <= insight.asOf { since[Int(audit.index)] = first }
      for change in made.changes where change.entry.day <= insight.asOf { changes[change.audit, default: []].append(change) }
    }
    for audit in changes.keys {
      changes[audit]?.sort(by: ChangeLog.comesBefore)
    }
  }

  /// The latest first; those of one day in the order of the register, whether they stand in it already or are new.
  private static func comesBefore(_ first: Change, _ second: Change) -> Bool {
    let (a, b) = (first.entry, second.entry)
    if (a.day, a.number) != (b.day, b.number) { return (b.day, b.number) < (a.day, a.number) }
    if a.key != b.key { return a.key.utf8.lexicographicallyPrecedes(b.key.utf8) }
    return a.line.utf8.lexicographicallyPrecedes(b.line.utf8)
  }

  /// What is needed of a municipality's register: hardly anything, where the pages say what they said.
  private struct Update {
    /// When audits were first noted.
    var since: [(audit: ID<Audit>, day: Day)]
    var changes: [Change] = []
    /// Whether there is something that the register does not say, and whether that is a change.
    var isNew = false
    var hasNews = false
    /// Makes the register's bytes, where what is new is noted.
    var print: (@Sendable () -> [UInt8])?

    /// Where nothing is known of audits.
    init(since: [(audit: ID<Audit>, day: Day)]) { self.since = since }

    init(_ make: @escaping @Sendable () -> RegisterUpdate, of register: ChangeRegister, _ audits: [ID<Audit>], isNoted: Bool) {
      let update = make()
      let isNoted = isNoted && update.isNew
      since = audits.compactMap { audit in update.first[audit].map { (audit, $0) } }
      changes = isNoted ? update.changes : update.earlier
      isNew = update.isNew
      hasNews = isNoted && update.changes.count > update.earlier.count
      if !isNoted { return }
      if register.bytes.isEmpty {
        // It says all that the pages say, which is known as long as the site is.
        print = { make().print() }
      } else {
        let bytes = update.print()
        if bytes != register.bytes { print = { bytes } }
      }
    }
  }

  /// All changes by municipality and audit, the latest of each first.
  func all(in archive: Archive) -> [Change] { Archive.ids(archive.audits).flatMap { self[$0] } }
}
