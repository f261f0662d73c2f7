import AuditModel
import Diagnostics
import Dispatch
import Foundation
import SiteRendering
import Testing

@testable import FileWatching
@testable import missiv

/// Whatever somebody does to the files of a site that is shown, what is shown is what building it anew gives.
///
/// `MISSIV_EDITS=500` tries that many sequences of edits instead of a few, and compares every file after each edit: `make
/// mutate`.
@Suite struct LiveSiteLawTests {
  private static let asked = ProcessInfo.processInfo.environment["MISSIV_EDITS"].flatMap(Int.init)
  private static let steps = asked == nil ? 3 : 8
  static let sequences = 0..<(asked ?? 3)

  @Test(arguments: sequences) func afterAnyEditsTheSiteShownIsTheSiteBuiltAnew(_ sequence: Int) throws {
    let site = try EditedSite(seed: UInt64(sequence))
    let linking = DispatchQueue(label: "linking")
    // Both ways of reading again: at once, and one audit before everything.
    let live = try LiveSite(site.options, largeFrom: sequence % 2 == 0 ? 0 : .max, linking: linking)
    live.readAll {}
    for step in 1...Self.steps {
      linking.suspend()
      var change = FolderWatcher.Change()
      for _ in 0...site.random.below(2) { change.paths.formUnion(try site.edit(mends: live.edition.hasErrors)) }
      change.isComplete = site.random.below(20) > 0
      live.update(change) {}
      linking.resume()
      linking.sync {}
      let place = "sequence \(sequence), edit \(step): \(change.paths.sorted())"
      let isWhole = Self.asked != nil || (sequence == 0 && step == Self.steps)
      try compare(live, with: site, samples: isWhole ? .max : 8, place)
    }
  }

  @Test(arguments: sequences) func aSaveOfOneAuditShowsItsPagesAsTheyWillBe(_ sequence: Int) throws {
    let site = try EditedSite(seed: UInt64(sequence) + 1000)
    let linking = DispatchQueue(label: "linking")
    let live = try LiveSite(site.options, largeFrom: 0, linking: linking)
    live.readAll {}
    for step in 1...Self.steps {
      let path = try site.changeOneAudit()
      linking.suspend()
      let before = live.edition.version
      live.update(FolderWatcher.Change(paths: [site.files.content + "/" + path])) {}
      let early = live.edition
      linking.resume()
      linking.sync {}
      let (folder, whole) = (path.split(separator: "/").dropLast().joined(separator: "/"), live.edition)
      if early.version > before, !whole.hasErrors, let shown = early.addresses, let expected = whole.addresses {
        for output in expected.renderer.outputs where expected.renderer.path(of: output).hasPrefix(folder + "/") {
          let page = expected.renderer.path(of: output)
          #expect(bytes(shown, page) == bytes(expected, page), "sequence \(sequence), edit \(step) of \(path): \(page)")
        }
      }
      if whole.hasErrors { try live.update(FolderWatcher.Change(paths: site.restore())) {} }
      linking.sync {}
    }
  }

  @Test(arguments: sequences) func whatIsKnownOfFrontMatterChangesNothing(_ sequence: Int) throws {
    let site = try EditedSite(seed: UInt64(sequence) + 2000)
    let caches = site.files.folder + "/caches"
    try FileManager.default.createDirectory(atPath: caches, withIntermediateDirectories: true)
    let cache = try #require(TreeCache(ofContent: site.files.content, from: 0, in: caches))
    for step in 1...Self.steps {
      // Twice: what is read the first time is known the second time.
      for start in 1...2 {
        let live = try LiveSite(site.options, largeFrom: 0, knowing: cache)
        live.readAll {}
        try compare(live, with: site, samples: 8, "sequence \(sequence), edit \(step), start \(start)")
      }
      let file = try #require(FileSystem.names(in: caches)?.first).description
      var bytes = try #require(FileSystem.read(caches + "/" + file))
      if site.random.below(2) == 0 {
        bytes[site.random.below(bytes.count)] ^= 4
        try Data(bytes).write(to: URL(fileURLWithPath: caches + "/" + file))
      }
      for _ in 0...site.random.below(3) { _ = try site.edit(mends: false) }
    }
  }

  private func compare(_ live: LiveSite, with site: EditedSite, samples: Int, _ place: String) throws {
    let anew = try Pipeline(site.options, includesDrafts: true, from: .warning)
    var told = LiveSite.Edition()
    told.tell(of: anew)
    let shown = live.edition
    #expect(shown.problems == told.problems, "\(place)")
    #expect(shown.errors == told.errors, "\(place)")
    #expect(shown.warnings == told.warnings, "\(place)")
    #expect(shown.files == told.files, "\(place)")
    guard !told.hasErrors, let renderer = anew.renderer, let book = shown.addresses else { return }
    let expected = AddressBook(renderer, attachments: anew.archive?.attachments ?? [])
    expected.prepare()
    #expect(book.attachments == expected.attachments, "\(place)")
    var paths = renderer.outputs.map { renderer.path(of: $0) }
    #expect(book.renderer.outputs.map { book.renderer.path(of: $0) } == paths, "\(place)")
    if samples < .max {
      paths = (0..<samples).map { _ in paths[site.random.below(paths.count)] }
    } else {
      paths += index(renderer, jobs: 1).keys
    }
    for path in paths { #expect(bytes(book, path) == bytes(expected, path), "\(place): \(path)") }
  }

  private func bytes(_ addresses: AddressBook, _ path: String) -> String? {
    switch addresses[path] {
    case .output(let output):
      var bytes: [UInt8] = []
      addresses.renderer.render(output, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    case .index(let bytes): return bytes.description
    case .attachment(let path): return path
    case nil: return nil
    }
  }
}
