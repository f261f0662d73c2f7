import AuditContent
import AuditModel
import CMemory
import Diagnostics
import SiteRendering

/// The way from folders to a site that can be rendered: load, parse, link, validate, compare. Every command begins with it.
struct Pipeline {
  let options: SiteOptions
  let includesDrafts: Bool
  private(set) var timings: Timings
  /// Without the facts of its documents, unless what is needed to link one audit anew is kept.
  private(set) var content: ParsedContent
  /// What the stages after parsing found.
  private var laterDiagnostics: [Diagnostic] = []
  /// Everything that is wrong, as the site weighs it.
  private(set) var diagnostics: [Diagnostic] = []
  /// What is needed to link one audit anew, where that was asked for.
  private var relinking: Relinking?
  private(set) var archive: Archive?
  private(set) var insight: Insight?
  private(set) var renderer: SiteRenderer?
  /// What was lost since the content was checked; known when all is rendered.
  let losses = ReadingLosses()
  let theme: Theme
  /// The CSV files as they were when the site was linked, for noticing that one is saved meanwhile.
  let tables: [String: UInt64]
  private(set) var logo: SourceFile?
  /// The addresses that were published before.
  private(set) var register = AddressRegister()
  /// The codes that were given before.
  private(set) var codes = CodeRegister()

  var jobs: Int { options.jobs ?? Console.coreCount }

  /// The language of messages: as asked for, else Swedish where the site is Swedish.
  var language: Language {
    options.language ?? (archive.map { $0.site.language == "sv" } ?? true ? .swedish : .english)
  }

  /// Runs all stages up to rendering, with the rules that can find something as severe as `severity`. What is wrong with the
  /// content is in `diagnostics`; `renderer` is nil where there is too little to go on with.
  /// - Parameter cache: where trees of front matter are kept from one run to the next, if they are to be.
  init(
    _ options: SiteOptions, includesDrafts: Bool = false, from severity: Severity = .note, timings: Timings = Timings(),
    knowing cache: TreeCache? = nil
  ) throws(Failure) {
    guard FileSystem.isFolder(options.contentFolder) else { throw Pipeline.missing(options.contentFolder) }
    var timings = timings
    let jobs = options.jobs ?? Console.coreCount
    let tree = SourceTree.load(options.contentFolder, jobs: jobs)
    timings.end("load")
    let content = Pipeline.parse(tree, knowing: cache, jobs: jobs)
    timings.end("parse")
    let theme = try Theme.load(own: options.templatesFolder)
    self.init(options, consume content, theme, includesDrafts: includesDrafts, from: severity, timings: timings)
  }

  private static func parse(_ tree: Checked<SourceTree>, knowing cache: TreeCache?, jobs: Int) -> ParsedContent {
    let trees = cache?.read(for: tree.value)
    let content = ParsedContent(tree, knowing: trees, jobs: jobs)
    if let trees { cache?.keep(trees, of: content) }
    return content
  }

  /// Runs all stages on a part of the content, without checking what its documents say together.
  /// - Parameter isWanted: which files and folders at the top of the content belong to the part.
  init(
    partOf options: SiteOptions, includesDrafts: Bool, timings: Timings, isWanted: @escaping (String) -> Bool
  ) throws(Failure) {
    var timings = timings
    let tree = SourceTree.load(options.contentFolder, isWanted: isWanted)
    timings.end("load")
    let content = ParsedContent(tree, jobs: options.jobs ?? Console.coreCount)
    timings.end("parse")
    let theme = try Theme.load(own: options.templatesFolder)
    self.init(options, consume content, theme, includesDrafts: includesDrafts, from: .warning, timings: timings, checks: false)
  }

  static func missing(_ folder: String) -> Failure {
    Failure(
      Wording(
        sv: "Mappen \(folder) finns inte. Kör från webbplatsens mapp eller ange den med --site. "
          + "Med missiv new site MAPP får du ett exempel att börja med.",
        en: "The folder \(folder) does not exist. Run from the site's folder or name it with --site. "
          + "missiv new site FOLDER makes an example to begin with."))
  }

  /// Runs the stages after parsing.
  /// - Parameter keepsLinker: whether one audit may be linked anew later. Otherwise the facts of the documents are given up when
  ///   the archive has them.
  /// - Parameter checks: whether what the documents say together is looked at too.
  init(
    _ options: SiteOptions, _ content: consuming ParsedContent, _ theme: Theme, includesDrafts: Bool,
    from severity: Severity = .note,
    timings: Timings = Timings(), keepsLinker: Bool = false, checks: Bool = true
  ) {
    self.options = options
    self.includesDrafts = includesDrafts
    let tree = content.tree
    self.content = consume content
    self.theme = theme
    self.timings = timings
    tables = Content.tables(of: tree)
    let (archive, links) = link(keepsLinker: keepsLinker)
    self.archive = archive
    self.timings.end("link")
    // A site that is built as of an earlier day may well have later documents.
    let today = max(archive.site.asOf ?? Console.today, options.asOf ?? Day(number: 0))
    if checks {
      laterDiagnostics += Content.validate(
        archive, self.content.documents, asOf: today, from: severity, jobs: jobs, languages: theme.languages)
    }
    self.timings.end("validate")
    if !keepsLinker {
      self.content.forgetFacts()
      missiv_return_free_memory()
    }
    let insight = compare(archive, asOf: options.asOf ?? archive.site.asOf ?? Console.today, jobs: jobs)
    self.insight = insight
    self.timings.end("compare")
    let languages = strings(theme, archive.site.languages).map { strings in
      SiteLanguage(
        strings: strings,
        bodies: ContentBodies(
          content: self.content, archive: archive, links: links, chartWords: strings.chartWords, tables: tables, losses: losses))
    }
    defer { diagnostics = Content.weigh(self.content.diagnostics + laterDiagnostics, self.content.documents) }
    if languages.isEmpty { return }
    register = read(AddressRegister.path, in: tree, AddressRegister.read) ?? AddressRegister()
    codes = read(CodeRegister.path, in: tree, CodeRegister.read) ?? CodeRegister()
    var changes = ChangeRegisters()
    changes.areAddedTo = !includesDrafts
    for municipality in archive.municipalities {
      changes.registers[municipality.id] = read(ChangeRegister.path(of: municipality.id), in: tree, ChangeRegister.read)
    }
    let logo = archive.site.brand.logo.map { tree.read($0) }
    laterDiagnostics += logo?.diagnostics ?? []
    self.logo = logo?.value
    let made = SiteRenderer.make(
      insight: insight, templates: theme.templates, symbols: theme.symbols, assets: theme.assets, languages: languages,
      logo: logo?.value, register: register, codes: codes, changes: changes, isWhole: self.content.isWhole, jobs: jobs)
    laterDiagnostics += made.diagnostics
    renderer = made.value
    self.timings.end("plan")
  }

  /// Makes the archive, and what names in running texts lead to. What else the linker knows, as much as all documents, is gone
  /// then unless it is to be kept.
  private mutating func link(keepsLinker: Bool) -> (Archive, SubjectIndex) {
    let tree = content.tree
    let keyFigures = Content.keyFigures(of: tree)
    let linked = Content.linkKeeping(
      content.documents, attachments: Content.attachments(of: tree), keyFigures: keyFigures.value, drafts: includesDrafts,
      ownsTexts: !keepsLinker, jobs: jobs)
    if keepsLinker { relinking = linked.value }
    laterDiagnostics = keyFigures.diagnostics + linked.diagnostics
    return (options.baseURL.map { linked.value.archive.at($0) } ?? linked.value.archive, linked.value.subjects)
  }

  /// Whether nothing but the parsing of some running texts can find something else wrong than before.
  func holds(withTexts changed: Set<String>, in content: ParsedContent) -> Bool {
    !laterDiagnostics.contains { changed.contains($0.location.path) && content.isInText($0.location) }
  }

  /// The same site where parsing has found something else wrong.
  func told(of content: ParsedContent) -> Pipeline {
    var pipeline = self
    pipeline.diagnostics = Content.weigh(content.diagnostics + laterDiagnostics, content.documents)
    return pipeline
  }

  /// The site with the documents of one audit as they are now, at once and before everything is linked and checked: what follows
  /// from them on other pages is as it was. Nil where that cannot be shown.
  func preview(of changed: Set<String>, in content: ParsedContent) -> SiteRenderer? {
    guard let insight, let renderer, let (linked, audit) = relinking?.replacing(changed, by: content) else { return nil }
    let archive = options.baseURL.map { linked.at($0) } ?? linked
    return renderer.replacing(insight.replacing(archive, of: audit))
  }

  /// A register that the program keeps among the content; nil where there is none yet.
  private mutating func read<Register>(
    _ path: String, in tree: SourceTree, _ parse: (SourceFile) -> Checked<Register>
  ) -> Register? {
    guard tree.file(at: path) != nil else { return nil }
    let file = tree.read(path)
    laterDiagnostics += file.diagnostics
    guard let read = file.value.map(parse) else { return nil }
    laterDiagnostics += read.diagnostics
    return read.value
  }

  /// The words of each of the site's languages, or else of Swedish. All strings files are checked.
  private mutating func strings(_ theme: Theme, _ languages: [String]) -> [Strings] {
    var known: [Strings] = []
    let files = theme.strings.sorted { a, b in a.path.hasSuffix("/sv.yaml") && !b.path.hasSuffix("/sv.yaml") }
    for file in files {
      let read = StringsFile.read(file, reference: known.first)
      laterDiagnostics += read.diagnostics
      if let strings = read.value { known.append(strings) }
    }
    let chosen = languages.compactMap { language in known.first { $0.language == language } }
    return chosen.isEmpty ? Array(known.prefix(1)) : chosen
  }

  /// Fails where a page was rendered from something else than what was checked. To be asked when all is rendered.
  func requireNoLosses() throws(Failure) {
    guard let path = losses.first.map(displayPath) else { return }
    throw Failure(
      Wording(
        sv: "\(path) ändrades eller kunde inte läsas medan webbplatsen byggdes. Ingenting har publicerats. Bygg igen.",
        en: "\(path) was changed or could not be read while the site was being built. Nothing was published. Build again."))
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func end(_ stage: String) { timings.end(stage) }

  /// Whether the pages show the state of the day on which they are built, or rules look at that day.
  var usesClock: Bool { archive?.site.asOf == nil }

  /// The diagnostics from a severity on as text, with a line that counts them; empty where nothing is wrong.
  func messages(from severity: Severity) -> String {
    let diagnostics = diagnostics.filter { $0.severity >= severity }
    if diagnostics.isEmpty { return "" }
    let printer = printer(color: Console.mayUseColour)
    return printer.string(diagnostics, as: .text) + printer.summary(diagnostics) + "\n"
  }

  /// Whether what is wrong allows the site to be published.
  func mayBePublished(isStrict: Bool) -> Bool {
    !diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
  }

  /// Prints the diagnostics from a severity on and a line that counts them; false where the content may not be published.
  func report(
    isStrict: Bool, from severity: Severity = .note, format: DiagnosticFormat = .text
  ) throws(Failure) -> Bool {
    if format == .text {
      Console.error(messages(from: severity))
    } else {
      try Console.output(printer().string(diagnostics.filter { $0.severity >= severity }, as: format))
    }
    return mayBePublished(isStrict: isStrict)
  }

  /// What prints diagnostics with the paths that the user can open, and no personal number in any excerpt.
  func printer(color: Bool = false) -> DiagnosticPrinter {
    DiagnosticPrinter(
      language: language, color: color, sources: { source($0).map(PersonalNumbers.conceal) },
      displayPath: { PersonalNumbers.conceal(displayPath($0)) })
  }

  /// The file that a diagnostic points into: content by its path in the content folder, the theme by its path.
  private func source(_ path: String) -> SourceFile? {
    let whole = displayPath(path)
    return FileSystem.read(whole).map { SourceFile(path: path, bytes: $0) }
  }

  /// Whether a file is content or a template of the site's own, and not of the built-in theme, whose paths begin at the root.
  func isTheSitesOwn(_ path: String) -> Bool {
    path.hasPrefix(options.templatesFolder + "/")
      || !path.hasPrefix("/") && FileSystem.exists(join(options.contentFolder, path))
  }

  func displayPath(_ path: String) -> String {
    let inContent = join(options.contentFolder, path)
    return FileSystem.exists(inContent) ? inContent : path
  }
}
