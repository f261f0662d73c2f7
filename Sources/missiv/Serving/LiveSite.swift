import AuditContent
import AuditModel
import Diagnostics
import Dispatch
import FileWatching
import SiteRendering
import Synchronization

/// The site as it is being written: rendered page by page from memory, and read again as its files are saved.
///
/// Linking a large site takes longer than a reader waits. There a save of one audit's documents shows at once, with the rest of
/// the site as it was, and a moment later with everything that follows from it. At the start such a site is shown when the facts
/// of its documents are read, and its running texts after that.
final class LiveSite: Sendable {
  /// From how many documents on a save is shown before everything is linked.
  private let large: Int
  private let options: SiteOptions
  private let current: Mutex<Edition>
  private let reading: Mutex<Reading>
  private let linking: DispatchQueue
  private let cache: TreeCache?

  /// What is kept to read only what changed.
  private struct Reading: Sendable {
    var content: ParsedContent
    var theme: Theme
    /// The site as it was when everything was linked last.
    var linked: Pipeline
    /// What has changed since; nil where that is more than documents.
    var changed: Set<String>? = []
    /// Counts the changes, so that linking knows whether it was overtaken.
    var generation = 0
    var isLinking = false
    /// Whether more than facts has been read.
    var isWhole: Bool
    /// The front matter that was read, until all is.
    var trees: KnownTrees?
  }

  var edition: Edition { current.withLock { $0 } }
  var content: String { options.contentFolder }

  /// - Parameter cache: where trees of front matter are kept from one run to the next, if they are to be.
  /// - Parameter linking: where everything is linked after a save on a large site.
  init(
    _ options: SiteOptions, largeFrom large: Int = 1500, knowing cache: TreeCache? = nil,
    linking: DispatchQueue = DispatchQueue(label: "missiv.linking", qos: .userInitiated)
  ) throws(Failure) {
    self.options = options
    self.linking = linking
    self.large = large
    self.cache = cache
    guard FileSystem.isFolder(options.contentFolder) else { throw Pipeline.missing(options.contentFolder) }
    let tree = SourceTree.load(options.contentFolder, jobs: options.jobs ?? Console.coreCount)
    let theme = try Theme.load(own: options.templatesFolder)
    let isLarge = tree.value.files.count >= large
    let trees = isLarge ? cache?.read(for: tree.value) : nil
    var pipeline = Self.link(options, Self.read(tree, isLarge ? .facts : .whole, trees, options), theme, checks: !isLarge)
    // Where something is wrong, all of it is told.
    let isWhole = !isLarge || pipeline.hasErrors || pipeline.renderer == nil
    if isWhole, isLarge { pipeline = Self.link(options, Self.read(tree, .whole, trees, options), theme) }
    reading = Mutex(
      Reading(content: pipeline.content, theme: theme, linked: pipeline, isWhole: isWhole, trees: isWhole ? nil : trees))
    var edition = Edition()
    edition.tell(of: pipeline)
    edition.show(pipeline)
    current = Mutex(edition)
  }

  private static func read(
    _ tree: Checked<SourceTree>, _ part: DocumentPart, _ trees: KnownTrees?, _ options: SiteOptions, sparing: Int = 0
  ) -> ParsedContent {
    ParsedContent(tree, part: part, knowing: trees, jobs: options.jobs ?? max(1, Console.coreCount - sparing))
  }

  private static func link(_ options: SiteOptions, _ content: ParsedContent, _ theme: Theme, checks: Bool = true) -> Pipeline {
    Pipeline(options, content, theme, includesDrafts: true, from: .warning, keepsLinker: true, checks: checks)
  }

  /// Reads and checks what was left for after the first page. To be called before any `update`; `tell` as there.
  func readAll(tell: @Sendable () -> Void) {
    if reading.withLock({ $0.isWhole }) {
      edition.addresses?.prepare()
      return
    }
    let (facts, known) = reading.withLock { ($0.content, $0.trees) }
    let trees = known.map { cache?.keep($0, of: facts) ?? $0 }
    // The browser is to show the first page meanwhile.
    let content = Self.read(SourceTree.load(options.contentFolder), .whole, trees, options, sparing: 1)
    reading.withLock { reading in
      reading.content = content
      reading.isWhole = true
      reading.trees = nil
    }
    while !linkAll() {}
    tell()
  }

  /// The folders whose files make a site.
  static func folders(_ options: SiteOptions) -> [String] {
    let builtIn = Theme.builtInFolder().map { FileSystem.realPath($0) ?? $0 }
    let own = FileSystem.realPath(options.templatesFolder) ?? options.templatesFolder
    return [options.contentFolder, options.templatesFolder] + [builtIn].compactMap { $0 == own ? nil : $0 }
  }

  /// Reads again what changed. `tell` is called, from this thread or another, whenever pages or problems may have become others.
  /// For one thread.
  func update(_ change: FolderWatcher.Change, tell: @escaping @Sendable () -> Void) {
    let inlineLinking = reading.withLock { reading -> Bool in
      let (update, changed, hasSameProblems, isNewTheme) = read(change, into: &reading)
      guard update != .nothing || isNewTheme else { return false }
      reading.generation += 1
      if isNewTheme || !change.isComplete { reading.changed = nil }
      if update == .texts, !isNewTheme, reading.changed == [], reading.linked.holds(withTexts: changed, in: reading.content) {
        if !hasSameProblems { reading.linked = reading.linked.told(of: reading.content) }
        current.withLock { hasSameProblems ? $0.takeTexts() : $0.take(reading.linked) }
        tell()
        return false
      }
      reading.changed?.formUnion(changed)
      if reading.content.documents.count < large { return true }
      if let paths = reading.changed, let preview = reading.linked.preview(of: paths, in: reading.content),
        current.withLock({ $0.preview(preview) })
      {
        tell()
      }
      if !reading.isLinking {
        reading.isLinking = true
        linking.async { [self] in
          while !linkAll() {}
          tell()
        }
      }
      return false
    }
    if inlineLinking {
      while !linkAll() {}
      tell()
    }
  }

  private func read(
    _ change: FolderWatcher.Change, into reading: inout Reading
  ) -> (update: ParsedContent.Update, changed: Set<String>, hasSameProblems: Bool, isNewTheme: Bool) {
    let prefix = options.contentFolder + "/"
    let changed = Set(change.paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
    let before = reading.content.problems(in: changed)
    var update = ParsedContent.Update.nothing
    if !change.isComplete {
      reading.content = ParsedContent(SourceTree.load(options.contentFolder), jobs: reading.linked.jobs)
      update = .facts
    } else if !changed.isEmpty {
      update = reading.content.update(changed, jobs: reading.linked.jobs)
    }
    var isNewTheme = false
    if !change.isComplete || change.paths.contains(where: { !$0.hasPrefix(prefix) }),
      let theme = try? Theme.load(own: options.templatesFolder), theme != reading.theme
    {
      isNewTheme = true
      let old = reading.theme
      reading.theme = theme
      current.withLock { $0.noteAssets(from: old, to: theme) }
    }
    // What came and went meanwhile is no document.
    return (
      update, changed.filter { reading.content.tree.file(at: $0) != nil }, before == reading.content.problems(in: changed),
      isNewTheme
    )
  }

  /// Links everything. False where something changed meanwhile.
  private func linkAll() -> Bool {
    let (content, theme, generation) = reading.withLock { ($0.content, $0.theme, $0.generation) }
    // Where a part is shown already, a processor is left to the browser.
    var options = options
    if content.documents.count >= large { options.jobs = max(1, (options.jobs ?? Console.coreCount) - 1) }
    let pipeline = Self.link(options, content, theme)
    // What is no longer needed is given back when nobody waits for the locks.
    let earlier = reading.withLock { reading -> (Pipeline, Edition)? in
      guard reading.generation == generation else { return nil }
      let earlier = (reading.linked, edition)
      reading.linked = pipeline
      reading.changed = []
      reading.isLinking = false
      current.withLock { $0.take(pipeline) }
      return earlier
    }
    guard let earlier else { return false }
    withExtendedLifetime(earlier) {}
    edition.addresses?.prepare()
    return true
  }

  /// The site as it would be published now, without drafts; nil while something is wrong.
  func publishable() -> Pipeline? {
    if edition.hasErrors { return nil }
    let (content, theme) = reading.withLock { ($0.content, $0.theme) }
    return Pipeline(options, content, theme, includesDrafts: false, from: .error)
  }
}
