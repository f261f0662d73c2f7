import AuditContent
import Diagnostics
import SiteRendering

/// A fact of the open data that is another than in the published data.
struct FactChange: Sendable, Hashable {
  enum Change: Sendable, Hashable {
    case new, removed
    /// A column's value before and after.
    case value(column: String, old: String, new: String)
  }

  /// The data file without its ending: `recommendations`.
  let table: String
  /// What it is said of: `exempelby/skolor-2022/R1`.
  let id: String
  let change: Change

  /// The tables whose rows have ids, so that a row can be followed from one to the other.
  private static let tables: [(name: String, words: Wording)] = [
    ("municipalities", Wording(sv: "kommunerna", en: "the municipalities")),
    ("boards", Wording(sv: "nämnderna", en: "the boards")),
    ("audits", Wording(sv: "granskningarna", en: "the audits")),
    ("recommendations", Wording(sv: "rekommendationerna", en: "the recommendations")),
    ("replies", Wording(sv: "svaren", en: "the replies")), ("measures", Wording(sv: "åtgärderna", en: "the measures")),
    ("followups", Wording(sv: "uppföljningarna", en: "the follow-ups")),
  ]
  /// Where a thing stands is no fact about it.
  private static let passedOver: Set = ["url"]

  /// What differs between the published data and that of the site as it is now, in the order of the data.
  static func between(published folder: String, _ renderer: SiteRenderer) -> [FactChange] {
    var changes: [FactChange] = []
    for output in renderer.outputs {
      guard case .data = output else { continue }
      let path = renderer.path(of: output)
      guard let table = tables.first(where: { path == "data/\($0.name).csv" })?.name,
        let old = FileSystem.read(join(folder, path))
      else { continue }
      var bytes: [UInt8] = []
      renderer.render(output, into: &bytes)
      if bytes != old { changes += between(SourceFile(path: path, bytes: old), SourceFile(path: path, bytes: bytes), table) }
    }
    return changes
  }

  static func between(_ old: SourceFile, _ new: SourceFile, _ table: String) -> [FactChange] {
    let (old, new) = (readCSV(of: old).value, readCSV(of: new).value)
    func byID(_ table: CSVTable) -> [String: [String]] {
      Dictionary(table.rows.compactMap { row in row.first.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    }
    let before = byID(old)
    let after = byID(new)
    var changes: [FactChange] = []
    for row in new.rows {
      guard let id = row.first else { continue }
      guard let earlier = before[id] else {
        changes.append(FactChange(table: table, id: id, change: .new))
        continue
      }
      for (place, column) in new.header.enumerated() where !passedOver.contains(column) && place < row.count {
        // A column that the published data did not have yet says nothing about the thing.
        guard let place = old.header.firstIndex(of: column).map({ (old: $0, new: place) }), place.old < earlier.count else {
          continue
        }
        if earlier[place.old] != row[place.new] {
          changes.append(
            FactChange(table: table, id: id, change: .value(column: column, old: earlier[place.old], new: row[place.new])))
        }
      }
    }
    for row in old.rows {
      if let id = row.first, after[id] == nil { changes.append(FactChange(table: table, id: id, change: .removed)) }
    }
    return changes
  }

  /// In words, as in `exempelby/skolor-2022/R1, state: ”open” → ”done”`.
  func text(in language: Language) -> String {
    func say(_ sv: String, _ en: String) -> String { Wording(sv: sv, en: en).text(in: language) }
    func shown(_ value: String) -> String {
      value.isEmpty ? say("inget", "nothing") : "”" + (value.count > 80 ? value.prefix(79) + "…" : value) + "”"
    }
    let table = Self.tables.first(where: { $0.name == self.table })?.words ?? Wording(sv: self.table, en: self.table)
    return switch change {
    case .new: say("\(id): ny bland \(table.sv)", "\(id): new among \(table.en)")
    case .removed: say("\(id): finns inte längre bland \(table.sv)", "\(id): gone from \(table.en)")
    case .value(let column, let old, let new): "\(id), \(column): \(shown(old)) → \(shown(new))"
    }
  }
}
