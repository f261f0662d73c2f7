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
  /// What is told of documents, by their paths, in order; of most there is nothing.
  private var told: [Told]

  /// What messages say of a document.
  private struct Told: Sendable {
    var path: String
    /// The digest of what is wrong in its facts by themselves; zeros where something is told of its running text, or rules look
    /// at that together with others.
    var ofFacts: SHA256.Digest
  }

  /// Nil where a part cannot be made by itself.
  init?(_ pipeline: Pipeline, _ keys: OutputKeys) {
    guard let archive = pipeline.archive, let renderer = pipeline.renderer, !renderer.isLate else { return nil }
    func isInOwnFolder(_ origin: Origin, _ id: ID<Municipality>) -> Bool {
      archive.path(of: origin).hasPrefix(archive[id].id + "/")
    }
    func isInOwnFolder(_ origin: Origin, _ id: ID<Audit>) -> Bool { isInOwnFolder(origin, archive[id].municipality) }
    guard !archive.municipalities.contains(where: { $0.id.contains("/") }),
      zip(Archive.ids(archive.municipalities), archive.municipalities).allSatisfy({ isInOwnFolder($1.origin, $0) }),
      archive.audits.allSatisfy({ isInOwnFolder($0.origin, $0.municipality) }),
      archive.replies.allSatisfy({ isInOwnFolder($0.origin, $0.audit) }),
      archive.followUps.allSatisfy({ isInOwnFolder($0.origin, $0.audit) })
    else { return nil }
    let firstDocuments = renderer.searchContent.starts
    places = archive.municipalities.indices.map {
      Place(
        id: archive.municipalities[$0].id, neighbourhood: keys.neighbourhoods[$0], facts: keys.places[$0],
        firstDocument: firstDocuments[$0])
    }
    areOrderedByAddress = renderer.hasIDsAsAddresses
    let content = pipeline.content
    let places = pipeline.diagnostics.filter { $0.severity >= .warning }.flatMap(\.places)
    let ofTexts = Set(places.filter { content.isInText($0) }.map(\.path) + content.pathsLookedAt)
    let paths = Set(places.map(\.path)).union(ofTexts)
    let problems = content.weighedProblems(in: paths)
    told = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      Told(path: $0, ofFacts: ofTexts.contains($0) ? .none : SiteParts.digest(of: problems[$0] ?? []))
    }
  }

  /// Whether all that was told of a document is what would be told of it now, by itself and together with others.
  /// - Parameter content: where the document's facts are what they were.
  func tellsTheSame(of path: String, in content: ParsedContent) -> Bool {
    if content.pathsLookedAt.contains(path) { return false }
    let problems = (content.weighedProblems(in: [path])[path] ?? []).filter { $0.severity >= .warning }
    if problems.contains(where: { content.isInText($0.location) }) { return false }
    var (low, high) = (0, told.count)
    while low < high {
      let middle = (low + high) / 2
      if told[middle].path.utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < told.count && told[low].path == path ? told[low].ofFacts == SiteParts.digest(of: problems) : problems.isEmpty
  }

  private static func digest(of problems: [Diagnostic]) -> SHA256.Digest {
    var all = RecordWriter()
    for problem in problems where problem.severity >= .warning {
      for text in [problem.code.name, problem.message.sv, problem.cure?.sv ?? ""] { all.add(text) }
      for number in [problem.severity == .error ? 1 : 0, problem.location.lower, problem.location.upper] { all.add(number) }
      for note in problem.notes {
        all.add(note.message.sv)
        all.add(note.location.path)
        for number in [note.location.lower, note.location.upper] { all.add(number) }
      }
    }
    return SHA256.digest(of: all.bytes)
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
    record.add(told.map(\.path).joined(separator: "\n"))
    record.add(told.map(\.ofFacts))
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
    guard let areOrdered = record.number(), let text = record.text(),
      let ofFacts = record.values(SHA256.Digest.self)
    else { return nil }
    areOrderedByAddress = areOrdered == 1
    let paths = text.utf8.split(separator: UInt8(ascii: "\n"))
    guard paths.count == ofFacts.count else { return nil }
    told = zip(paths, ofFacts).map { Told(path: String(Substring($0)), ofFacts: $1) }
  }
}

extension Diagnostic {
  /// All that it points at.
  fileprivate var places: [SourceRange] { [location] + notes.map(\.location) }
}
