import AuditContent
import Diagnostics
import SiteRendering

/// A fact of the open data that is another than in the published data.
struct FactChange: Sendable, Hashable {
  enum Change: Sendable, Hashable {
    case new, removed
    /// The same audit, and all in it, under another address.
    case moved(from: String)
    /// A column's value before and after.
    case value(column: String, old: String, new: String)
  }

  /// The data file without its ending: `recommendations`.
  let table: String
  /// What it is said of: `exempelby/skolor-2022/R1`, or where a document says it the document and what that says it of:
  /// `exempelby/skolor-2022/svar-fn` and `exempelby/skolor-2022/R1`.
  let subjects: [String]
  let change: Change

  init(table: String, id: String, change: Change) { self.init(table: table, subjects: [id], change: change) }

  private init(table: String, subjects: [String], change: Change) {
    (self.table, self.subjects, self.change) = (table, subjects, change)
  }

  /// The subjects in one, for programs.
  var id: String { subjects.joined(separator: " ") }

  private struct Table {
    let name: String
    let words: Wording
    /// The columns by which a row can be followed from one to the other.
    var keys = ["id"]
  }

  private static let tables = [
    Table(name: "municipalities", words: Wording(sv: "kommunerna", en: "the municipalities")),
    Table(name: "boards", words: Wording(sv: "nämnderna", en: "the boards")),
    Table(name: "audits", words: Wording(sv: "granskningarna", en: "the audits")),
    Table(
      name: "assessments", words: Wording(sv: "bedömningarna", en: "the assessments"), keys: ["audit", "of", "aspect"]),
    Table(name: "recommendations", words: Wording(sv: "rekommendationerna", en: "the recommendations")),
    Table(name: "replies", words: Wording(sv: "svaren", en: "the replies")),
    Table(
      name: "answers", words: Wording(sv: "svaren på rekommendationer", en: "the answers to recommendations"),
      keys: ["reply", "recommendation"]),
    Table(name: "measures", words: Wording(sv: "åtgärderna", en: "the measures")),
    Table(name: "followups", words: Wording(sv: "uppföljningarna", en: "the follow-ups")),
    Table(
      name: "findings", words: Wording(sv: "det som uppföljningar säger", en: "what follow-ups say"),
      keys: ["followup", "recommendation", "measure"]),
  ]
  /// Where a thing stands is no fact about it.
  private static let passedOver: Set = ["url"]

  /// What differs between the published data and that of the site as it is now, in the order of the data.
  static func between(published folder: String, _ renderer: SiteRenderer) -> [FactChange] {
    var pairs: [(table: String, old: SourceFile, new: SourceFile)] = []
    for output in renderer.outputs {
      guard case .data = output else { continue }
      let path = renderer.path(of: output)
      guard let table = tables.first(where: { path == "data/\($0.name).csv" })?.name,
        let old = FileSystem.read(join(folder, path))
      else { continue }
      var bytes: [UInt8] = []
      renderer.render(output, into: &bytes)
      if bytes != old { pairs.append((table, SourceFile(path: path, bytes: old), SourceFile(path: path, bytes: bytes))) }
    }
    let redirects = renderer.outputs.compactMap { output -> (from: String, to: String)? in
      if case .redirect(let from, let to) = output { (from, to) } else { nil }
    }
    let moves = pairs.first { $0.table == "audits" }.map { Moves(from: $0.old, to: $0.new, redirects: redirects) } ?? Moves()
    return pairs.flatMap { between($0.old, $0.new, $0.table, moves) }
  }

  static func between(_ old: SourceFile, _ new: SourceFile, _ name: String, _ moves: Moves = Moves()) -> [FactChange] {
    let keys = tables.first { $0.name == name }?.keys ?? []
    let (old, new) = (Rows(moves.applied(to: readCSV(of: old).value), keys), Rows(readCSV(of: new).value, keys))
    let (before, after) = (old.byKey, new.byKey)
    var changes: [FactChange] = []
    func note(_ key: Rows.Key, _ change: Change) {
      changes.append(FactChange(table: name, subjects: key.subjects, change: change))
    }
    for (key, row) in new.rows {
      if name == "audits", let id = key.subjects.first, let old = moves.former(of: id) { note(key, .moved(from: old)) }
      guard let earlier = before[key] else {
        if old.tells(of: key) { note(key, .new) }
        continue
      }
      for (place, column) in new.header.enumerated() where !passedOver.contains(column) && place < row.count {
        // A column that the published data did not have yet says nothing about the thing.
        guard let place = old.header.firstIndex(of: column).map({ (old: $0, new: place) }), place.old < earlier.count else {
          continue
        }
        if earlier[place.old] != row[place.new] {
          note(key, .value(column: column, old: earlier[place.old], new: row[place.new]))
        }
      }
    }
    for (key, _) in old.rows where after[key] == nil && new.tells(of: key) { note(key, .removed) }
    return changes
  }

  /// The rows of a table by what they are said of.
  private struct Rows {
    struct Key: Hashable {
      let subjects: [String]
      /// Counts rows that are said of the same.
      let number: Int
    }

    let header: [String]
    private(set) var rows: [(key: Key, row: [String])] = []
    /// The documents that say something, where rows are what documents say.
    private var documents: Set<String>?

    init(_ table: CSVTable, _ keys: [String]) {
      header = table.header
      let places = keys.compactMap { table.header.firstIndex(of: $0) }
      var numbers: [[String]: Int] = [:]
      if keys.count > 1 { documents = [] }
      for row in table.rows where places.allSatisfy({ $0 < row.count }) && !places.isEmpty {
        let subjects = places.map { row[$0] }.filter { !$0.isEmpty }
        numbers[subjects, default: 0] += 1
        rows.append((Key(subjects: subjects, number: numbers[subjects] ?? 1), row))
        if keys.count > 1, let document = subjects.first { documents?.insert(document) }
      }
    }

    var byKey: [Key: [String]] { Dictionary(rows.map { ($0.key, $0.row) }, uniquingKeysWith: { first, _ in first }) }

    /// Whether a row that is here alone says something: of a document that is new or gone, only that is told.
    func tells(of key: Key) -> Bool { documents.map { documents in key.subjects.first.map(documents.contains) ?? true } ?? true }
  }

  /// In words, as in `exempelby/skolor-2022/R1, state: ”open” → ”done”`.
  func text(in language: Language) -> String {
    func say(_ sv: String, _ en: String) -> String { Wording(sv: sv, en: en).text(in: language) }
    func shown(_ value: String) -> String {
      value.isEmpty ? say("inget", "nothing") : "”" + (value.count > 80 ? value.prefix(79) + "…" : value) + "”"
    }
    let table = Self.tables.first(where: { $0.name == self.table })?.words ?? Wording(sv: self.table, en: self.table)
    let rest = subjects.dropFirst().joined(separator: ", ")
    let id = (subjects.first ?? "") + (rest.isEmpty ? "" : say(" om ", " on ") + rest)
    return switch change {
    case .new: say("\(id): ny bland \(table.sv)", "\(id): new among \(table.en)")
    case .moved(let old):
      say("\(id): samma granskning som \(old), på en ny adress", "\(id): the same audit as \(old), at a new address")
    case .removed: say("\(id): finns inte längre bland \(table.sv)", "\(id): gone from \(table.en)")
    case .value(let column, let old, let new): "\(id), \(column): \(shown(old)) → \(shown(new))"
    }
  }
}
