import AuditModel
public import Diagnostics

/// What was last published of a municipality's audits, and every change of it since it was first published.
///
/// It lies in the municipality's folder as `changes.txt` and is kept with it. One line for each audit, recommendation, reply and
/// follow-up says what its page says now, with the day on which it was first noted:
///
///     integration-2021/R1a = 2026-11-21 state=answered due=2024-12-31 text=9f3a01c27d55
///
/// and one line for each change what became of it, and whether something happened (`event`) or somebody made it right
/// (`correction`):
///
///     integration-2021/R1a 2026-12-01 event state=answered>done by=integration-2021/uppfoljning-2026
///
/// The lines are sorted and each stands for itself, so that they compare well and merge in any order: where a merge leaves two
/// lines about what one page says now, either may be right. The day is that of the build that first saw the change (`as-of`), and
/// a line of a change is never written again. Texts are known by digests only, and only those of now: what was once masked or
/// struck cannot be read, nor guessed, from what the file holds. Whoever wants an entry out takes its line away; it does not come
/// back.
public struct ChangeRegister: Sendable {
  /// Where the register of a municipality lies in the content folder.
  public static func path(of municipality: String) -> String { municipality + "/changes.txt" }

  /// What a page said when it was last published.
  struct Published: Sendable, Hashable {
    /// The day on which it was first noted.
    let first: Day
    /// `state=answered due=2024-12-31 text=9f3a01c27d55`
    let facts: String
  }

  /// By key, in the order of their bytes where a merge left several.
  private(set) var published: [String: [Published]] = [:]
  /// Sorted.
  private(set) var changes: [ChangeEntry] = []
  /// The latest day that stands in it, with its line.
  private(set) var latest: (day: Day, place: SourceRange)?
  let bytes: [UInt8]

  /// The register of a municipality that was never published.
  public init() { bytes = [] }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a register. A line that says neither what is published nor what changed is an error.
  public static func read(_ file: SourceFile) -> Checked<ChangeRegister> {
    var register = ChangeRegister(bytes: file.bytes)
    let conflicts = file.mergeConflicts(keepsAll: true)
    if !conflicts.isEmpty { return Checked(register, conflicts) }
    var diagnostics: [Diagnostic] = []
    for (line, place) in file.registerLines {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard let key = parts.first.map({ RegisterKey.decode($0) }), let day = register.take(key, parts, line) else {
        diagnostics.append(.changeLine(place))
        continue
      }
      if day > register.latest?.day ?? Day(number: .min) { register.latest = (day, place) }
    }
    for (key, lines) in register.published where lines.count > 1 {
      register.published[key] = lines.sorted { ($0.facts, $0.first) < ($1.facts, $1.first) }
    }
    register.changes = sorted(register.changes)
    return Checked(register, diagnostics)
  }

  /// Takes a line; its day, or nil where it says nothing.
  private mutating func take(_ key: String, _ parts: [Substring], _ line: String) -> Day? {
    guard parts.count >= 3, parts[1] == "=" else {
      guard let entry = ChangeEntry(key, line.split(separator: " ").dropFirst().map { $0 }) else { return nil }
      changes.append(entry)
      return entry.day
    }
    guard let date = EDTFDate(parts[2]), date.isExact else { return nil }
    let facts = parts.count > 3 ? String(parts[3]) : ""
    guard facts.split(separator: " ").allSatisfy({ $0.contains("=") }) else { return nil }
    let line = Published(first: date.lastDay, facts: facts)
    if published[key]?.contains(line) != true { published[key, default: []].append(line) }
    return date.lastDay
  }

  /// Each change once, by what it is about, the earliest first.
  static func sorted(_ changes: [ChangeEntry]) -> [ChangeEntry] {
    var lines = changes.map { (entry: $0, line: $0.line) }
    lines.sort { a, b in
      if a.entry.key != b.entry.key { return a.entry.key.utf8.lexicographicallyPrecedes(b.entry.key.utf8) }
      if (a.entry.day, a.entry.number) != (b.entry.day, b.entry.number) {
        return (a.entry.day, a.entry.number) < (b.entry.day, b.entry.number)
      }
      return a.line.utf8.lexicographicallyPrecedes(b.line.utf8)
    }
    return lines.enumerated().filter { $0.offset == 0 || lines[$0.offset - 1].line != $0.element.line }.map(\.element.entry)
  }

  /// The bytes of a register.
  static func print(_ published: [(key: String, line: Published)], _ changes: [ChangeEntry]) -> [UInt8] {
    var bytes = Array(comment.utf8)
    var rest = sorted(changes)[...]
    for (key, line) in published.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      bytes += "\(RegisterKey.encode(key)) = \(EDTFDate(line.first).description) \(line.facts)\n".utf8
      while let next = rest.first, next.key == key {
        bytes += "\(next.line)\n".utf8
        rest = rest.dropFirst()
      }
    }
    // It stays until the site is published: a copy has no room left over.
    return bytes.withUnsafeBufferPointer { Array($0) }
  }

  private static let comment = """
    # Vad sidorna säger (=) och vad som har ändrats på dem: event är en händelse, correction en rättelse. Missiv fyller på filen;
    # spara den med innehållet. Ska en notering bort, ta bort dess rad. Raderna med = behövs; ändra dem inte.
    # What the pages say (=), and what changed on them. Missiv adds to the file; keep it with the content. To take an entry away,
    # remove its line. The lines with = are needed; do not change them.

    """
}
