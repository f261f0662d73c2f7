import AuditContent
import AuditModel
import Checksums
import Diagnostics
import SitePublishing
import SiteRendering

/// What parts a site falls into whose own pages show nothing of each other, for a build that makes one part anew.
struct SiteParts: Sendable {
  /// A municipality, whose documents all lie in the folder of its name.
  struct Place: Sendable {
    var id: String
    /// The same for municipalities that have to do with each other (`Archive.neighbourhoods`).
    var neighbourhood: Int
    /// The digest of all that the pages of its neighbourhood show besides running texts and changes.
    var facts: SHA256.Digest
    /// The number of its first document in the search's index.
    var firstDocument: Int
  }

  /// In the order of the archive.
  private(set) var places: [Place]
  /// Whether audits stand in the order of their addresses.
  private(set) var areOrderedByAddress: Bool
  /// The documents that a message is about, or that rules look at together with others, in order.
  private var spoken: [String]

  /// Nil where a part cannot be made by itself.
  init?(_ pipeline: Pipeline, _ keys: OutputKeys) {
    guard let archive = pipeline.archive, let renderer = pipeline.renderer, !renderer.isLate else { return nil }
    func isInOwnFolder(_ origin: Origin, _ id: ID<Municipality>) -> Bool { archive.path(of: origin).hasPrefix(archive[id].id + "/") }
    func isInOwnFolder(_ origin: Origin, _ id: ID<Audit>) -> Bool { isInOwnFolder(origin, archive[id].municipality) }
    guard !archive.municipalities.contains(where: { $0.id.contains("/") }),
      zip(Archive.ids(archive.municipalities), archive.municipalities).allSatisfy({ isInOwnFolder($1.origin, $0) }),
      archive.audits.allSatisfy({ isInOwnFolder($0.origin, $0.municipality) }),
      archive.replies.allSatisfy({ isInOwnFolder($0.origin, $0.audit) }), archive.followUps.allSatisfy({ isInOwnFolder($0.origin, $0.audit) })
    else { return nil }
    let firstDocuments = renderer.searchContent.starts
    places = archive.municipalities.indices.map {
      Place(
        id: archive.municipalities[$0].id, neighbourhood: keys.neighbourhoods[$0], facts: keys.places[$0],
        firstDocument: firstDocuments[$0])
    }
    areOrderedByAddress = renderer.hasIDsAsAddresses
    let told = pipeline.diagnostics.filter { $0.severity >= .warning }.flatMap(\.paths)
    spoken = Set(told + pipeline.content.pathsLookedAt).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether nothing was said of a document, and no rule looks at its running text together with others.
  func isUnspoken(_ path: String) -> Bool {
    var (low, high) = (0, spoken.count)
    while low < high {
      let middle = (low + high) / 2
      if spoken[middle].utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low == spoken.count || spoken[low] != path
  }

  /// The names of the municipalities that have to do with those of some documents; nil where a document belongs to none.
  func neighbourhood(of paths: [String]) -> Set<String>? {
    let numbers = Dictionary(places.map { ($0.id, $0.neighbourhood) }) { first, _ in first }
    var concerned: Set<Int> = []
    for path in paths {
      guard let slash = path.firstIndex(of: "/"), let number = numbers[String(path[..<slash])] else { return nil }
      concerned.insert(number)
    }
    return Set(places.filter { concerned.contains($0.neighbourhood) }.map(\.id))
  }

  // MARK: Kept

  func write(to record: inout RecordWriter) {
    record.add(places.count)
    for place in places {
      record.add(place.id)
      record.add(place.neighbourhood)
      record.add([place.facts])
      record.add(place.firstDocument)
    }
    record.add(areOrderedByAddress ? 1 : 0)
    record.add(spoken.joined(separator: "\n"))
  }

  /// Nil where the bytes are no such parts.
  init?(from record: inout RecordReader) {
    guard let count = record.count(of: 64) else { return nil }
    places = []
    for _ in 0..<count {
      guard let id = record.text(), let neighbourhood = record.number(), let facts = record.values(SHA256.Digest.self)?.first,
        let firstDocument = record.number()
      else { return nil }
      places.append(Place(id: id, neighbourhood: neighbourhood, facts: facts, firstDocument: firstDocument))
    }
    guard let areOrdered = record.number(), let spoken = record.text() else { return nil }
    areOrderedByAddress = areOrdered == 1
    self.spoken = spoken.isEmpty ? [] : spoken.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
  }
}

extension Diagnostic {
  /// The files that it points into.
  fileprivate var paths: [String] { [location.path] + notes.map(\.location.path) }
}
