#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the files that a new site shares with the old one get into it.
extension NewSite {
  /// Links the old site's files that are kept, or only makes sure that they are as they were where nothing else is written.
  ///
  /// What was compared is what is linked: a file that somebody changed or replaced since is no longer the site's.
  mutating func keep(in publication: Publication, isLinked: Bool) throws(PublishingError) {
    let site = self
    let results = table.inParallel { part in
      var keeping = Keeping(site: site, publication: publication)
      keeping.keep(part, isLinked: isLinked)
      return keeping.result
    }
    for (part, result) in zip(table.parts, results) { set(try result.get(), from: part.lowerBound) }
  }
}

/// The work of one task.
private struct Keeping {
  let site: NewSite
  let publication: Publication
  private var found: [FileIdentity] = []
  private var error: PublishingError?
  /// For what cannot be linked.
  private var writer: FileWriter?

  init(site: NewSite, publication: Publication) {
    (self.site, self.publication) = (site, publication)
  }

  var result: Result<[FileIdentity], PublishingError> { error.map { .failure($0) } ?? .success(found) }

  mutating func keep(_ files: Range<Int>, isLinked: Bool) {
    found = Array(site.identities[files])
    let old = publication.output.current.number
    let new = isLinked ? publication.staging.root.number : old
    site.table.walk(files, in: old, and: new) { place in
      if place.isFolder { return !isLinked || place.number == 0 || makeFolder(place) }
      let file = place.number
      let identity: FileIdentity
      switch site.sources[file] {
      case .written: return true
      case .compared: identity = site.identities[file]
      case .recorded(let number):
        guard let status = status(of: place.name, in: place.folder),
          site.last?.isAsPublished(Int(number), status, in: old) == true
        else {
          error = .outputWasChanged(publication.output.path)
          return false
        }
        identity = FileIdentity(status)
      }
      found[file - files.lowerBound] = identity
      return !isLinked || link(place, identity, to: file - files.lowerBound)
    }
  }

  /// What is not possible here shows when a file in it is linked.
  private func makeFolder(_ place: FileTable.Found) -> Bool {
    _ = mkdirat(place.other, place.name, 0o777)
    return true
  }

  /// Gets a file into the new site, and notes which one is there then: a copy, where it cannot be linked.
  private mutating func link(_ place: FileTable.Found, _ identity: FileIdentity, to note: Int) -> Bool {
    do throws(PublishingError) {
      var isCopy = false
      if linkat(place.folder, place.name, place.other, place.name, 0) != 0 {
        let writer = self.writer ?? FileWriter(publication, Ledger())
        self.writer = writer
        isCopy = try writer.keepOldFile(place.number, of: site.table, identity) == .copied
      }
      guard let status = status(of: place.name, in: place.other) else {
        throw .system(site.table.text(ofPath: place.number), errno)
      }
      let new = FileIdentity(status)
      guard isCopy || new == identity else { throw .outputWasChanged(publication.output.path) }
      found[note] = new
      return true
    } catch {
      self.error = error
      return false
    }
  }
}
