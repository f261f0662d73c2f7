import AuditContent
import Diagnostics

extension FactChange {
  /// Audits whose folder has another name than in the published data, and whose earlier address leads to the present one.
  struct Moves {
    /// The present id of each audit by the former one, and the other way round.
    private var present: [String: String] = [:]
    private var former: [String: String] = [:]

    init() {}

    /// From the published table of audits and that of the site as it is now, with the addresses that lead elsewhere.
    init(from old: SourceFile, to new: SourceFile, redirects: [(from: String, to: String)]) {
      let (before, after) = (Moves.idsByAddress(old), Moves.idsByAddress(new))
      for redirect in redirects {
        guard let old = before[Moves.place(redirect.from)], let new = after[Moves.place(redirect.to)] else { continue }
        present[old] = new
        former[new] = old
      }
    }

    /// The id that an audit had; nil where it is the same.
    func former(of id: String) -> String? { former[id] }

    /// A published table with the ids that the audits, and all in them, have now.
    func applied(to table: CSVTable) -> CSVTable {
      guard !present.isEmpty else { return table }
      var table = table
      let columns = table.header.indices.filter { Moves.columns.contains(table.header[$0]) }
      for row in table.rows.indices {
        for column in columns where column < table.rows[row].count {
          table.rows[row][column] = table.rows[row][column].split(separator: " ").map { present(of: String($0)) }
            .joined(separator: " ")
        }
      }
      return table
    }

    /// The columns that hold ids of audits or of what stands in them.
    private static let columns: Set = ["id", "audit", "parent", "reply", "recommendation", "for", "followup", "measure"]

    private func present(of id: String) -> String {
      let parts = id.split(separator: "/")
      guard parts.count >= 2, let audit = present[parts.prefix(2).joined(separator: "/")] else { return id }
      return ([audit] + parts.dropFirst(2).map { String($0) }).joined(separator: "/")
    }

    private static func idsByAddress(_ audits: SourceFile) -> [String: String] {
      let table = readCSV(of: audits).value
      guard let column = table.header.firstIndex(of: "id") else { return [:] }
      let ids = table.rows.filter { column < $0.count }.map { $0[column] }
      return Dictionary(ids.map { (place($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// An id or an address as both are written: `exempelby/skolor-2022`.
    private static func place(_ address: String) -> String {
      address.lowercased().split(separator: "/").filter { $0 != "index.html" }.joined(separator: "/")
    }
  }
}
