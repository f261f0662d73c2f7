import AuditModel
import Diagnostics
import SiteRendering
import Synchronization

/// What stands at each address of the site, and what stands near one where nothing does.
final class AddressBook: Sendable {
  enum Entry: Sendable {
    case output(SiteRenderer.Output)
    /// A file of the content folder, by its path in it.
    case attachment(String)
    /// A file of the search's index.
    case index([UInt8])
  }

  let renderer: SiteRenderer
  /// By their addresses, the paths of the files that are copied as they are.
  let attachments: [String: String]
  /// Where the output with a path stands among the outputs. It is made by `prepare` and handed on to later editions,
  /// where it is right as long as no page comes or goes; so it is only believed where the output has that path.
  private let places: Mutex<[String: Int]?>
  /// The search's index, made when it is first asked for.
  private let searchFiles = Mutex<[String: [UInt8]]?>(nil)

  init(_ renderer: SiteRenderer, attachments: [Attachment], hints: AddressBook? = nil) {
    self.renderer = renderer
    self.attachments = Dictionary(
      attachments.map { (SitePlan.attachmentPath($0.path), $0.path) }, uniquingKeysWith: { first, _ in first })
    let known = hints?.places.withLock { $0 }
    places = Mutex(known?.count == renderer.outputs.count ? known : nil)
  }

  /// The same addresses with other pages.
  init(_ renderer: SiteRenderer, like other: AddressBook) {
    self.renderer = renderer
    attachments = other.attachments
    places = Mutex(other.places.withLock { $0 })
  }

  /// What stands at a path such as `boras/index.html`.
  subscript(path: String) -> Entry? {
    if path.hasPrefix(SiteRenderer.searchFolder) { return searchFile(path).map { .index($0) } }
    let place: Int? = places.withLock { places in
      if let place = places?[path], isRight(place, path) { return place }
      if places == nil { return renderer.outputs.firstIndex { renderer.path(of: $0) == path } }
      if places?[path] == nil, attachments[path] != nil { return nil }
      let all = allPlaces()
      places = all
      return all[path]
    }
    if let place { return .output(renderer.outputs[place]) }
    return attachments[path].map { .attachment($0) }
  }

  /// Makes what finds outputs by their paths at once. Until then they are looked through: a first page asks for a few.
  func prepare() {
    if places.withLock({ $0 != nil }) { return }
    let all = allPlaces()
    places.withLock { $0 = all }
  }

  private func allPlaces() -> [String: Int] {
    Dictionary(
      renderer.outputs.enumerated().map { (renderer.path(of: $0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private func searchFile(_ path: String) -> [UInt8]? {
    searchFiles.withLock { files in
      if let files { return files[path] }
      let made = index(renderer, jobs: Console.coreCount)
      files = made
      return made[path]
    }
  }

  private func isRight(_ place: Int, _ path: String) -> Bool {
    renderer.outputs.indices.contains(place) && renderer.path(of: renderer.outputs[place]) == path
  }

  /// The pages that somebody who asked for a path probably wanted: those in the same folder, or the nearest above it that has
  /// any, the most alike first; and those elsewhere whose folder has the same name.
  func near(_ path: String, limit: Int = 8) -> [String] {
    var folder = path.split(separator: "/").map(String.init)
    if let last = folder.last, last.hasSuffix(".html") { folder.removeLast() }
    let name = folder.last ?? ""
    let pages = renderer.outputs.compactMap { output -> [String]? in
      guard case .page = output else { return nil }
      return renderer.path(of: output).split(separator: "/").dropLast().map(String.init)
    }
    var found: [[String]] = []
    func add(_ more: [[String]]) { for page in more where found.count < limit && !found.contains(page) { found.append(page) } }
    for depth in stride(from: folder.count - 1, through: 0, by: -1) where found.isEmpty {
      let siblings = pages.filter { $0.count == depth + 1 && $0.dropLast().elementsEqual(folder[..<depth]) }
      if let near = nearMiss(of: folder[depth], among: siblings.compactMap(\.last)) { add(siblings.filter { $0.last == near }) }
      add(pages.filter { $0.count > 1 && $0.last == name })
      // What lies in the folder that there is.
      if depth > 0, pages.contains(where: { $0.elementsEqual(folder[..<depth]) }) {
        add([Array(folder[..<depth])] + siblings)
      }
    }
    add([[]])
    return found.map { $0.joined(separator: "/") + ($0.isEmpty ? "" : "/") }
  }
}
