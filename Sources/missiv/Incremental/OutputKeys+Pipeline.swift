import AuditContent
import AuditModel
import Checksums
import Diagnostics
import SitePublishing
import SiteRendering

extension OutputKeys {
  /// The keys of a site's files; nil where too little is known of the program.
  init?(_ pipeline: Pipeline) {
    guard let renderer = pipeline.renderer, let insight = pipeline.insight,
      let program = FileSystem.programPath().flatMap({ FileMark($0) })
    else { return nil }
    let archive = insight.archive
    let content = pipeline.content
    var facts = FactsByPlace(archive)
    facts.site.add([program.value])
    facts.site.add(Int(insight.asOf.number))
    facts.site.add(archive.site.baseURL)
    facts.site.add(pipeline.includesDrafts ? 1 : 0)
    for file in pipeline.theme.templates + pipeline.theme.strings + [pipeline.theme.symbols] + pipeline.theme.assets {
      facts.site.add(file.path)
      facts.site.add(file.bytes)
    }
    facts.site.add(pipeline.logo?.bytes ?? [])
    for (path, print) in content.archivePrints { facts.add(path, Int(truncatingIfNeeded: print)) }
    for attachment in archive.attachments {
      facts.add(attachment.path, attachment.size)
      if let table = pipeline.tables[attachment.path] { facts.add(attachment.path, Int(truncatingIfNeeded: table)) }
    }
    for audit in Archive.ids(archive.audits) {
      facts.places[Int(archive[audit].municipality.index)].add(renderer.code(of: audit))
    }
    let neighbourhoods = archive.neighbourhoods
    let digests = facts.digests
    self.init(
      site: digests.everywhere, frame: digests.nowhere, places: digests.inNeighbourhoods(neighbourhoods),
      neighbourhoods: neighbourhoods
    ) { content.textPrint(of: $0) }
  }

  /// Of the search's index, which shows everything.
  func index(_ content: ParsedContent) -> SHA256.Digest {
    var all = RecordWriter()
    all.add([site])
    all.add(content.textPrints)
    return SHA256.digest(of: all.bytes)
  }
}

/// The facts of a site, in a row for each municipality and one for what belongs to none.
private struct FactsByPlace {
  var site = RecordWriter()
  var places: [RecordWriter]
  /// The municipality that a folder of the content belongs to.
  private var folders: [Substring: Int] = [:]

  init(_ archive: Archive) {
    places = archive.municipalities.map { municipality in
      var facts = RecordWriter()
      facts.add(municipality.id)
      return facts
    }
    func take(_ origin: Origin, _ municipality: ID<Municipality>) {
      let path = archive.path(of: origin)
      if let slash = path.lastIndex(of: "/") { folders[path[..<slash]] = Int(municipality.index) }
    }
    for (id, municipality) in zip(Archive.ids(archive.municipalities), archive.municipalities) { take(municipality.origin, id) }
    for audit in archive.audits { take(audit.origin, audit.municipality) }
  }

  /// Takes a fact of a file: to its municipality, or to the whole site where it has none.
  mutating func add(_ path: String, _ number: Int) {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let place = folders[folder] {
        places[place].add(path)
        places[place].add(number)
        return
      }
    }
    site.add(path)
    site.add(number)
  }

  var digests: Digests {
    Digests(site: SHA256.digest(of: site.bytes), places: places.map { SHA256.digest(of: $0.bytes) })
  }

  /// The same in short.
  struct Digests {
    let site: SHA256.Digest
    let places: [SHA256.Digest]

    private func joined(_ parts: [SHA256.Digest]) -> SHA256.Digest {
      SHA256.digest(of: parts.flatMap { part in withUnsafeBytes(of: part) { [UInt8]($0) } })
    }

    var nowhere: SHA256.Digest { joined([site]) }
    var everywhere: SHA256.Digest { joined([site] + places) }

    /// For each municipality, what its neighbourhood shows.
    func inNeighbourhoods(_ neighbourhoods: [Int]) -> [SHA256.Digest] {
      let members = Dictionary(grouping: neighbourhoods.indices) { neighbourhoods[$0] }
      let known = members.mapValues { joined([site] + $0.sorted().map { places[$0] }) }
      return neighbourhoods.map { known[$0] ?? everywhere }
    }
  }
}
