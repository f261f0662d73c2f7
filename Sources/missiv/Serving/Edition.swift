import AuditModel
import Diagnostics
import SiteRendering

extension LiveSite {
  /// What can be shown right now.
  struct Edition: Sendable {
    /// Counts up with every change of what the pages show.
    private(set) var version = 1
    /// Count up when the style sheets and pictures, or the scripts, of the theme change.
    private(set) var styles = 0
    private(set) var scripts = 0
    private(set) var addresses: AddressBook?
    /// The last site that was linked as a whole and had nothing wrong, where another is shown before it is.
    private var lastGood: AddressBook?
    private(set) var language = Language.swedish
    private(set) var errors = 0
    private(set) var warnings = 0
    /// The first of what is wrong, as JSON.
    private(set) var problems = "[]"
    /// The files that something is wrong in, as the user would name them.
    private(set) var files: Set<String> = []

    var hasErrors: Bool { errors > 0 }

    /// More than anybody mends at once only makes the page slow.
    private static let shown = 100
  }
}

extension LiveSite.Edition {
  /// Takes note of what is wrong.
  mutating func tell(of pipeline: Pipeline) {
    let grave = pipeline.diagnostics.filter { $0.severity == .error }.sorted()
    let lesser = pipeline.diagnostics.filter { $0.severity == .warning }
    language = pipeline.language
    (errors, warnings) = (grave.count, lesser.count)
    let shown = Array(grave.prefix(Self.shown)) + lesser.prefix(max(0, Self.shown - grave.count))
    problems = pipeline.printer().string(shown, as: .json)
    files = Set(shown.flatMap { [$0.location] + $0.notes.map(\.location) }.map { pipeline.displayPath($0.path) })
  }

  /// Shows the pages as they are now.
  mutating func show(_ pipeline: Pipeline) {
    guard let renderer = pipeline.renderer else { return }
    addresses = AddressBook(renderer, attachments: pipeline.archive?.attachments ?? [], hints: addresses)
  }

  /// The site linked as a whole: its pages where nothing is wrong, else the last that were good.
  mutating func take(_ pipeline: Pipeline) {
    tell(of: pipeline)
    let isShownBefore = lastGood != nil
    if let good = lastGood { addresses = good }
    lastGood = nil
    if hasErrors {
      if isShownBefore { version += 1 }
    } else {
      version += 1
      show(pipeline)
    }
  }

  /// Running texts have changed, and nothing else.
  mutating func takeTexts() {
    if hasErrors { return }
    version += 1
    // What was made of the texts is made anew.
    addresses = addresses.map { AddressBook($0.renderer, like: $0) }
  }

  /// Shows one audit's pages before everything is linked. False while something is wrong.
  mutating func preview(_ renderer: SiteRenderer) -> Bool {
    guard !hasErrors, let addresses else { return false }
    lastGood = lastGood ?? addresses
    self.addresses = AddressBook(renderer, like: addresses)
    version += 1
    return true
  }

  mutating func noteAssets(from old: Theme, to new: Theme) {
    func assets(_ theme: Theme, scripts: Bool) -> [SourceFile] { theme.assets.filter { $0.path.hasSuffix(".js") == scripts } }
    if assets(old, scripts: false) != assets(new, scripts: false) { styles += 1 }
    if assets(old, scripts: true) != assets(new, scripts: true) { scripts += 1 }
  }
}
