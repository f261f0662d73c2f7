import AuditModel
import Dispatch
import SitePublishing
import SiteRendering
import Synchronization
import TextDifference

/// What would be other than what is published, if the site were published now.
struct SiteDifference: Sendable {
  /// A file of the site, by its path in it.
  struct File: Sendable, Hashable {
    enum Change: String, Sendable { case changed, new, removed, redirected }

    let path: String
    let change: Change
    var isPage: Bool { path.hasSuffix(".html") }
    /// What a page is called, without the site's name, as it stands in HTML.
    var title: String?
    /// Whether a page is the same as another in the site's first language.
    var isInOtherLanguage = false
    /// Words that a reader would see in a page's main part.
    var added = 0
    var removed = 0
    var differingWords: Int { added + removed }
    /// The published pages that link to a page that goes, in order.
    var linkedFrom: [String] = []
  }

  /// In the order of their paths.
  var files: [File] = []
  var facts: [FactChange] = []

  var isEmpty: Bool { files.isEmpty }

  func pages(_ change: File.Change) -> [File] { files.filter { $0.isPage && $0.change == change } }

  /// The pages that change in the site's first language or in the others. Those whose own facts change come first, then those
  /// with most words that differ: what was edited stands before what only mentions it.
  func changedPages(inOtherLanguages isOther: Bool) -> [File] {
    let own = Set(facts.flatMap(\.subjects).map { $0.lowercased() + "/index.html" })
    func rank(_ file: File) -> (Int, Int) {
      let isOwn = own.contains(file.path) || isOther && own.contains(file.path.drop { $0 != "/" }.dropFirst().lowercased())
      return (isOwn ? 0 : 1, -file.differingWords)
    }
    return pages(.changed).filter { $0.isInOtherLanguage == isOther }.map { (rank($0), $0) }.sorted {
      ($0.0.0, $0.0.1, $0.1.path) < ($1.0.0, $1.0.1, $1.1.path)
    }.map(\.1)
  }

  func otherFiles(_ change: File.Change) -> [File] { files.filter { !$0.isPage && $0.change == change } }

  /// Renders every file of the site and compares it with the one that is published.
  init(_ site: AddressBook, content: String, published: String, jobs: Int) {
    let renderer = site.renderer
    let outputs = renderer.outputs
    let found = Mutex([File]())
    let next = Atomic(0)
    let chunk = 64
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      var buffer: [UInt8] = []
      while true {
        let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
        if start >= outputs.count { break }
        for output in outputs[start..<min(start + chunk, outputs.count)] {
          buffer.removeAll(keepingCapacity: true)
          renderer.render(output, into: &buffer)
          let path = renderer.path(of: output)
          var isRedirect = false
          if case .redirect = output { isRedirect = true }
          guard var file = Self.compare(path, buffer, isRedirect, FileSystem.read(join(published, path))) else { continue }
          file.title = Self.title(of: buffer, on: renderer.siteTitle)
          if case .page(_, let tree) = output { file.isInOtherLanguage = tree > 0 }
          found.withLock { [file] in $0.append(file) }
        }
      }
    }
    var files = found.withLock { $0 }
    for (path, source) in site.attachments {
      guard let new = FileSystem.read(join(content, source)) else { continue }
      if let file = Self.compare(path, new, false, FileSystem.read(join(published, path))) { files.append(file) }
    }
    let known = Set(outputs.map { renderer.path(of: $0) } + site.attachments.keys)
    let old = FileSystem.files(below: published) ?? []
    // The index of the search and the manifest follow from the pages: what changed in them is told by those.
    let gone = old.filter { !known.contains($0) && !$0.hasPrefix(SiteRenderer.searchFolder) && $0 != Manifest.path }
    let links = IncomingLinks(to: gone.filter { $0.hasSuffix(".html") }, in: published, pages: old)
    files += gone.map { File(path: $0, change: .removed, linkedFrom: links[$0]) }
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    facts = FactChange.between(published: published, renderer)
  }

  /// Nil where a page of somebody's own template has something else there than text.
  private static func title(of page: [UInt8], on site: String) -> String? {
    guard let start = page.firstRange(of: Array("<title>".utf8))?.upperBound,
      let end = page[start...].firstIndex(of: UInt8(ascii: "<")), page[end...].starts(with: "</title>".utf8)
    else { return nil }
    let title = String(decoding: page[start..<end], as: UTF8.self)
    let ending = " – " + MessagePage.escaped(site)
    return title.hasSuffix(ending) ? String(title.dropLast(ending.count)) : title
  }

  private static func compare(_ path: String, _ new: [UInt8], _ isRedirect: Bool, _ old: [UInt8]?) -> File? {
    guard old != new else { return nil }
    let change = old == nil ? File.Change.new : isRedirect ? .redirected : .changed
    guard path.hasSuffix(".html"), change != .redirected else { return File(path: path, change: change) }
    let words = PageDifference(from: old, to: new)
    return File(path: path, change: change, added: words.added, removed: words.removed)
  }
}

/// Which published pages link to some others.
private struct IncomingLinks {
  private var sources: [String: [String]] = [:]

  init(to targets: [String], in folder: String, pages: [String]) {
    guard !targets.isEmpty else { return }
    let targets = Set(targets)
    let mark = Array("href=\"".utf8)
    for page in pages where page.hasSuffix(".html") && !targets.contains(page) {
      guard let bytes = FileSystem.read(join(folder, page)) else { continue }
      var linked: Set<String> = []
      for range in bytes.ranges(of: mark) {
        let address = String(
          decoding: bytes[range.upperBound...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "#") }, as: UTF8.self)
        if let target = Self.resolve(address, from: page), targets.contains(target) { linked.insert(target) }
      }
      for target in linked { sources[target, default: []].append(page) }
    }
  }

  subscript(path: String) -> [String] { sources[path] ?? [] }

  /// The file that a relative link leads to.
  private static func resolve(_ address: String, from page: String) -> String? {
    guard !address.isEmpty, !address.contains(":"), !address.hasPrefix("/") else { return nil }
    var parts = page.split(separator: "/").dropLast()
    for part in address.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/") + (address.hasSuffix("/") ? "/index.html" : "")
  }
}
