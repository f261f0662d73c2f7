import AuditContent
import AuditModel
import Checksums
import Diagnostics
import SitePublishing
import SiteRendering
import SiteSearch

/// An edit of nothing but running texts, and the files of the site that show it.
///
/// They are made from a part of the site: what belongs to no municipality, and the neighbourhoods that the texts belong to. What
/// such a neighbourhood shows follows from its facts (`OutputKeys`), so a part whose facts have the digest that the last build
/// had makes the same files as the whole.
struct TextEdit {
  let pipeline: Pipeline
  let renderer: SiteRenderer
  /// The paths of the documents whose texts were edited.
  private let changed: Set<String>
  /// By municipality, the number of the first document that the search's index has of it.
  private let firstDocuments: [String: Int]
  /// Whether files that tell of all changes may be others than they were.
  private let tellsOfChanges: Bool
  /// How many files are made anew, besides the search's index.
  private(set) var rendered = 0
  /// Those of the neighbourhood.
  private var outputs: [(output: SiteRenderer.Output, path: String, key: SHA256.Digest)] = []

  /// Nil where more than the pages of a neighbourhood may become another, or something may have to be said.
  init?(of changed: [String], since last: BuildRecord, _ setting: BuildSetting, timings: Timings) throws(Failure) {
    guard let parts = last.parts, let chosen = parts.neighbourhood(of: changed) else { return nil }
    let others = Set(parts.places.map(\.id)).subtracting(chosen)
    let pipeline = try Pipeline(partOf: setting.options, includesDrafts: setting.includesDrafts, timings: timings) { name in
      // What was published elsewhere is as it was.
      !others.contains(name) && name != AddressRegister.path
    }
    self.pipeline = pipeline
    guard let renderer = pipeline.renderer, let keys = OutputKeys(pipeline), let archive = pipeline.archive else { return nil }
    self.renderer = renderer
    let facts = Dictionary(parts.places.map { ($0.id, $0.facts) }) { first, _ in first }
    guard Set(archive.municipalities.map(\.id)) == chosen,
      archive.municipalities.indices.allSatisfy({ facts[archive.municipalities[$0].id] == keys.places[$0] }),
      renderer.hasAllCodes || !setting.isNoted
    else { return nil }
    // What is not noted may also be taken back.
    tellsOfChanges = renderer.hasNews || (!setting.isNoted && !setting.includesDrafts)
    if tellsOfChanges, !parts.areOrderedByAddress { return nil }
    let paths = Set(changed)
    self.changed = paths
    firstDocuments = Dictionary(parts.places.map { ($0.id, $0.firstDocument) }) { first, _ in first }
    guard changed.allSatisfy({ parts.tellsTheSame(of: $0, in: pipeline.content) }) else { return nil }
    let troubled = Set(pipeline.diagnostics.filter { pipeline.content.isInText($0.location) }.map(\.location.path))
    for output in renderer.outputs where renderer.municipality(of: output) != nil {
      // A municipality's page also says where the list of all audits has it, which follows from those before it.
      if case .page(.municipality, _) = output {
        guard let text = renderer.textPath(of: output), paths.contains(text) else { continue }
        return nil
      }
      let path = renderer.path(of: output)
      guard let key = renderer.key(of: output, by: keys), let known = last.site.key(ofFileAt: path) else { return nil }
      if known == key { continue }
      // A text may lead to what is no part of this one.
      if let text = renderer.textPath(of: output), troubled.contains(text) { return nil }
      outputs.append((output, path, key))
    }
  }

  /// Completes a site with the files made anew and all others as they are. False where one shows more than its key tells, or the
  /// search's index cannot be patched; fails where the last build's files are not what it left.
  mutating func publish(into publication: Publication, over last: SiteSnapshot) throws(PublishingError) -> Bool {
    let folder = SiteRenderer.searchFolder
    // Whoever asks takes nil for a file that there never was. One that cannot be read is none of these.
    var failure: PublishingError?
    func published(_ path: String) -> [UInt8]? {
      do throws(PublishingError) {
        return try publication.published(path, of: last)
      } catch {
        failure = error
        return nil
      }
    }
    let index = SearchIndex.patch(documents) { published(folder + $0) }
    if let failure { throw failure }
    guard let index else { return false }
    let writer = publication.writer()
    for file in index.files { try writer.write(path: folder + file.path, bytes: file.bytes) }
    var buffer: [UInt8] = []
    for (output, path, key) in outputs {
      buffer.removeAll(keepingCapacity: true)
      let texts = pipeline.losses.textsRead { renderer.render(output, into: &buffer) }
      let known = renderer.textPath(of: output)
      guard texts.allSatisfy({ $0 == known }) else { return false }
      try writer.write(path: path, bytes: buffer, madeOf: key)
      rendered += 1
    }
    if tellsOfChanges {
      let files = AllChanges(renderer).files(published: published)
      if let failure { throw failure }
      guard let files else { return false }
      for (output, bytes) in files {
        try writer.write(path: renderer.path(of: output), bytes: bytes)
        rendered += 1
      }
    }
    // The index that stays is made of other texts than its keys tell.
    publication.takeOverRest(of: last, without: Set(index.removed.map { folder + $0 }), forgettingKeysIn: folder)
    try publication.complete()
    return true
  }

  /// What of the search's index is another, by its number in the whole site.
  private var documents: [(number: Int, document: SearchDocument)] {
    let content = renderer.searchContent
    let ids = pipeline.archive?.municipalities.map(\.id) ?? []
    return content.documents(showing: changed).compactMap { number in
      guard let place = content.starts.lastIndex(where: { $0 <= number }), let first = firstDocuments[ids[place]] else {
        return nil
      }
      return (first + number - content.starts[place], content.document(number))
    }
  }
}
