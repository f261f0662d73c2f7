import AuditContent
import AuditModel
import Diagnostics
import FileWatching
import SiteRendering
import Synchronization

/// The site as it is being written: rendered page by page from memory, and read again as its files are saved.
///
/// `update` is for one thread; everything else may be asked from any.
final class LiveSite: Sendable {
  /// What can be shown right now.
  struct Edition: Sendable {
    /// Counts up with every change of what the pages show.
    var version = 1
    /// Count up when the style sheets and pictures, or the scripts, of the theme change.
    var styles = 0
    var scripts = 0
    var addresses: AddressBook?
    var language = Language.swedish
    var hasErrors = false
    /// What is wrong, as JSON.
    var problems = "[]"
    /// The files that something is wrong in, as the user would name them.
    var files: Set<String> = []
  }

  private let options: SiteOptions
  private let current: Mutex<Edition>
  private let reading: Mutex<Reading>

  /// What is kept to read only what changed.
  private struct Reading: Sendable {
    var theme: Theme
    var pipeline: Pipeline
  }

  var edition: Edition { current.withLock { $0 } }
  var content: String { options.contentFolder }

  init(_ options: SiteOptions) throws(Failure) {
    self.options = options
    let pipeline = try Pipeline(options, includesDrafts: true)
    let theme = try Theme.load(own: options.templatesFolder)
    reading = Mutex(Reading(theme: theme, pipeline: pipeline))
    var edition = Edition()
    edition.tell(of: pipeline)
    edition.show(pipeline)
    current = Mutex(edition)
  }

  /// The folders whose files make the site.
  var folders: [String] {
    let builtIn = Theme.builtInFolder().map { FileSystem.realPath($0) ?? $0 }
    let own = FileSystem.realPath(options.templatesFolder) ?? options.templatesFolder
    return [options.contentFolder, options.templatesFolder] + [builtIn].compactMap { $0 == own ? nil : $0 }
  }

  /// Reads again what changed. True where the pages or what is wrong with them may now be others.
  func update(_ change: FolderWatcher.Change) -> Bool {
    reading.withLock { reading in
      let prefix = options.contentFolder + "/"
      let inContent = Set(change.paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
      let isThemeToo = !change.isComplete || change.paths.contains { !$0.hasPrefix(prefix) }
      var content = reading.pipeline.content
      var theme = reading.theme
      var update = ParsedContent.Update.nothing
      if change.isComplete {
        if !inContent.isEmpty { update = content.update(inContent, jobs: reading.pipeline.jobs) }
      } else {
        content = ParsedContent(SourceTree.load(options.contentFolder), jobs: reading.pipeline.jobs)
        update = .facts
      }
      if isThemeToo, let loaded = try? Theme.load(own: options.templatesFolder) { theme = loaded }
      let isNewTheme = theme != reading.theme
      guard update != .nothing || isNewTheme else { return false }
      let sameFacts = update == .facts || isNewTheme ? nil : reading.pipeline.with(texts: content, changed: inContent)
      let pipeline = sameFacts ?? Pipeline(options, content, theme, includesDrafts: true)
      let (styles, scripts) = Self.changes(from: reading.theme, to: theme)
      current.withLock { edition in
        edition.tell(of: pipeline)
        if edition.hasErrors { return }
        edition.version += 1
        if styles { edition.styles += 1 }
        if scripts { edition.scripts += 1 }
        edition.show(pipeline)
      }
      reading = Reading(theme: theme, pipeline: pipeline)
      return true
    }
  }

  /// The site as it would be published now, without drafts; nil while something is wrong.
  func publishable() -> Pipeline? {
    if edition.hasErrors { return nil }
    let (content, theme) = reading.withLock { ($0.pipeline.content, $0.theme) }
    return Pipeline(options, content, theme, includesDrafts: false, from: .error)
  }

  /// Whether style sheets or pictures, and whether scripts, have changed.
  private static func changes(from old: Theme, to new: Theme) -> (styles: Bool, scripts: Bool) {
    func assets(_ theme: Theme, scripts: Bool) -> [SourceFile] { theme.assets.filter { $0.path.hasSuffix(".js") == scripts } }
    return (
      assets(old, scripts: false) != assets(new, scripts: false), assets(old, scripts: true) != assets(new, scripts: true)
    )
  }
}

extension LiveSite.Edition {
  /// Takes note of what is wrong.
  mutating func tell(of pipeline: Pipeline) {
    let diagnostics = pipeline.diagnostics.filter { $0.severity >= .warning }
    language = pipeline.language
    hasErrors = diagnostics.contains { $0.severity == .error }
    // More than anybody mends at once only makes the page slow.
    let shown = Array(diagnostics.sorted { ($0.severity, $1) > ($1.severity, $0) }.prefix(200))
    problems = pipeline.printer().string(shown, as: .json)
    files = Set(shown.flatMap { [$0.location] + $0.notes.map(\.location) }.map { pipeline.displayPath($0.path) })
  }

  /// Shows the pages as they are now.
  mutating func show(_ pipeline: Pipeline) {
    guard let renderer = pipeline.renderer else { return }
    addresses = AddressBook(renderer, attachments: pipeline.archive?.attachments ?? [], hints: addresses)
  }
}
