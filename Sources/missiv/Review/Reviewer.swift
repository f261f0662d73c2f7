import AuditModel
import Diagnostics
import Dispatch
import SiteRendering
import Synchronization
import TextDifference

/// Shows the pages of a live site with what differs from the published ones marked, below `/_granska/`.
///
/// What is compared is what would be published now: the site without its drafts.
final class Reviewer: Sendable {
  static let prefix = "_granska/"

  private let site: LiveSite
  private let published: String
  private let state = Mutex(State())
  /// Called with their count when another comparison of all pages is ready, from another thread.
  private let isReady: @Sendable (Int) -> Void

  private struct State {
    var addresses: AddressBook?
    var addressesVersion = 0
    var difference: SiteDifference?
    var differenceVersion = 0
    var isComparing = false
    var count = 0
  }

  /// How many comparisons of all pages have been made.
  var count: Int { state.withLock { $0.count } }

  init(_ site: LiveSite, published: String, isReady: @escaping @Sendable (Int) -> Void) {
    (self.site, self.published, self.isReady) = (site, published, isReady)
  }

  /// What to answer with, for a path after the prefix; nil where neither site has a page there.
  func page(_ path: String, _ edition: LiveSite.Edition) -> (bytes: [UInt8], type: String)? {
    if path.isEmpty { return (overview(edition), mediaType(of: "index.html")) }
    // The site's own start page, which the list stands in the place of.
    let file = path.hasSuffix("/") ? path + "index.html" : path
    guard let addresses = addresses(edition) else { return nil }
    var new: [UInt8]?
    switch addresses[file] {
    case .output(let output):
      var bytes: [UInt8] = []
      addresses.renderer.render(output, into: &bytes)
      new = bytes
    case .attachment(let path): new = FileSystem.read(join(site.content, path))
    case .index(let bytes): new = bytes
    case nil: break
    }
    guard file.hasSuffix(".html") else { return new.map { ($0, mediaType(of: file)) } }
    let words = ReviewWords(edition.language)
    if let new {
      let old = FileSystem.read(join(published, file))
      let difference = PageDifference(from: old, to: new)
      let banner = words.banner(file, old == nil ? words.isNew : words.counts(difference.added, difference.removed))
      // Where all is new a mark on every word says nothing.
      let marked = old == nil ? PageDifference(from: new, to: new) : difference
      return (marked.marked(words.labels, banner: banner), mediaType(of: file))
    }
    // A page that goes is only shown where the comparison has found it.
    let isGone = state.withLock { $0.difference?.files.contains { $0.path == file && $0.change == .removed } ?? false }
    guard isGone, let old = FileSystem.read(join(published, file)) else { return nil }
    let page = PageDifference(from: old, to: old).marked(words.labels, banner: words.banner(file, words.isGone))
    return (page, mediaType(of: file))
  }

  /// The site as it would be published, made again when the live site has another version.
  private func addresses(_ edition: LiveSite.Edition) -> AddressBook? {
    let known = state.withLock { $0.addressesVersion == edition.version ? $0.addresses : nil }
    if let known { return known }
    guard let pipeline = site.publishable(), let renderer = pipeline.renderer else { return nil }
    return state.withLock { state in
      let book = AddressBook(renderer, attachments: pipeline.archive?.attachments ?? [], hints: state.addresses)
      state.addresses = book
      state.addressesVersion = edition.version
      return book
    }
  }

  /// The list of all pages that differ; a word that it is being made until it is.
  private func overview(_ edition: LiveSite.Edition) -> [UInt8] {
    let words = ReviewWords(edition.language)
    let difference = state.withLock { $0.differenceVersion == edition.version ? $0.difference : nil }
    if let difference { return words.overview(difference, published) }
    // A comparison would find nothing to compare, and the page that waits for it would ask for another, without end.
    if edition.hasErrors { return MessagePage.unreadable(edition.language) }
    let starts = state.withLock { state in
      defer { state.isComparing = true }
      return !state.isComparing
    }
    if starts {
      DispatchQueue.global(qos: .utility).async { [self] in
        if let addresses = addresses(edition) {
          let difference = SiteDifference(addresses, content: site.content, published: published, jobs: 1)
          state.withLock { state in
            state.difference = difference
            state.differenceVersion = edition.version
          }
        }
        let count = state.withLock { state in
          state.isComparing = false
          state.count += 1
          return state.count
        }
        isReady(count)
      }
    }
    return words.comparing(published)
  }
}
