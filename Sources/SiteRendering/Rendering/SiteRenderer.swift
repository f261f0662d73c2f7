public import AuditModel
public import Diagnostics
import Mustache

/// Renders the site of an insight: which files there are, and the bytes of each.
///
/// A file is a pure function of the insight, the theme and the strings, so files can be rendered in any order and in parallel.
public struct SiteRenderer: Sendable {
  public let plan: SitePlan
  /// Every file of the site but attachments, in a stable order.
  public let outputs: [Output]
  /// One for each language, the first at the site's root.
  let trees: [Tree]
  let symbols: Symbols
  let assets: [SourceFile]

  /// A file of the site.
  public enum Output: Sendable, Hashable {
    /// A page in one of the site's languages.
    case page(SitePage, tree: Int = 0)
    case data(DataFile)
    case description(DataDescription)
    case feed(Feed, tree: Int = 0)
    case map(SiteMap.File)
    /// A file of the theme, by its place among the assets.
    case asset(Int)
    /// A page at an earlier address that leads to the present one.
    case redirect(from: String, to: String)
    /// A page that says that the one at this address was taken away.
    case gone(address: String, AddressRegister.Removal)
    /// The signpost at an audit's short code.
    case sign(code: String, audit: ID<Audit>)
    /// What tells a web server of headers, earlier addresses and codes.
    case rules(ServerRules)
  }

  /// The pages in one language: what they are made from, and the templates with the language's words.
  struct Tree: Sendable {
    let context: SiteContext
    let templates: TemplateSet
  }

  /// What belongs to no language is made in the site's first.
  var context: SiteContext { trees[0].context }

  /// Compiles the theme and fixes every address.
  ///
  /// What can fail: templates that name what pages do not have; two pages at one address. Nothing may be published then.
  /// - Parameter assets: the theme's files by their paths in the site, copied as they are but for the site's colour and name.
  /// - Parameter languages: the site's languages, at least one.
  /// - Parameter logo: the site's logo, where it has one.
  /// - Parameter register: the addresses that were published before.
  /// - Parameter codes: the codes that were given before.
  /// - Parameter changes: what was last published, and what changed until then.
  /// - Parameter isWhole: whether the insight has all of the content. Of what could not be read no page is missed.
  /// - Parameter jobs: how many threads may work at it.
  public static func make(
    insight: Insight, templates: [SourceFile], symbols: SourceFile, assets: [SourceFile], languages: [SiteLanguage],
    logo: SourceFile? = nil, register: AddressRegister = AddressRegister(),
    codes: CodeRegister = CodeRegister(), changes: ChangeRegisters = ChangeRegisters(), isWhole: Bool = true,
    jobs: Int = 1
  ) -> Checked<SiteRenderer> {
    let trees = LanguageTree.all(languages)
    let (lists, figures) = inParallel(jobs: jobs) {
      SiteLists(insight)
    } _: {
      insight.keyFigures(of: .all)
    }
    let plan = SitePlan(insight, lists, tree: trees[0], jobs: jobs)
    let log = ChangeLog(changes, insight, jobs: jobs)
    let (duplicates, given) = inParallel(jobs: jobs) {
      plan.duplicates(in: insight.archive)
    } _: {
      EarlierAddresses(plan, register: register, codes: codes, trees: trees, archive: insight.archive, missesPages: isWhole)
    }
    let first = SiteContext(
      insight: insight, plan: plan, lists: lists, figures: figures, trees: trees, language: languages[0],
      logo: logo.map(Logo.init),
      codes: given.codes, log: log)
    let contexts = [first] + zip(trees, languages).dropFirst().map { SiteContext(first, in: $0, language: $1) }
    let compiled = contexts.map {
      TemplateSet.compile(templates, entryPoints: PageViews.entryPoints, globals: $0.globals)
    }
    let pages = trees.indices.flatMap { tree in plan.pages.map { Output.page($0, tree: tree) } } + [.page(.notFound)]
    let feeds =
      trees.indices.flatMap { tree in Feed.all(in: insight.archive).map { Output.feed($0, tree: tree) } }
      + SiteMap(context: first).files.map { .map($0) }
    let data = DataFile.all(of: insight).map { Output.data($0) } + DataDescription.allCases.map { .description($0) }
    let rules = ServerRules.allCases.map { Output.rules($0) }
    // The largest first, so that no task is left with one at the end.
    let groups = [data, pages, feeds, assets.indices.map { .asset($0) }, given.outputs, rules]
    var outputs: [Output] = []
    outputs.reserveCapacity(groups.reduce(0) { $0 + $1.count })
    for group in groups { outputs += group }
    let renderer = SiteRenderer(
      plan: plan, outputs: outputs, trees: zip(contexts, compiled).map { Tree(context: $0, templates: $1.value) },
      symbols: Symbols(symbols),
      assets: assets.map(BrandedStyles(site: insight.archive.site).apply))
    return Checked(
      renderer,
      compiled[0].diagnostics + duplicates + plan.inTheWay(of: trees, in: insight.archive)
        + plan.collisions(with: outputs, in: insight.archive, path: renderer.path)
        + LostRegisters(register, codes, changes).diagnostics + given.diagnostics + first.log.diagnostics)
  }

  /// The same site with an insight in which only one audit says something else, at once: sums and lists on other pages are as
  /// they were.
  public func replacing(_ insight: Insight) -> SiteRenderer {
    SiteRenderer(
      plan: plan, outputs: outputs,
      trees: trees.map { Tree(context: SiteContext($0.context, insight: insight), templates: $0.templates) }, symbols: symbols,
      assets: assets)
  }

  /// What the site is called.
  public var siteTitle: String { context.archive.site.title }

  /// Where a file stands in the site.
  public func path(of output: Output) -> String {
    switch output {
    case .page(let page, let tree): trees[tree].context.address(page)
    case .data(let file): file.path(in: plan)
    case .description(let description): description.path
    case .feed(let feed, let tree): trees[tree].context.plan.address(ofFeed: feed).path
    case .map(let file): file.path
    case .asset(let index): assets[index].path
    case .redirect(let from, _): from
    case .gone(let address, _): address + "index.html"
    case .sign(let code, _): CitationCodes.folder + code + "/index.html"
    case .rules(let rules): rules.path
    }
  }

  /// Appends a file's bytes to `buffer`.
  /// - Parameter drain: takes what is there of a large file from time to time, and empties the buffer.
  public func render(_ output: Output, into buffer: inout [UInt8], drain: (inout [UInt8]) -> Void = { _ in }) {
    switch output {
    case .page(let page, let tree): render(page, trees[tree], into: &buffer)
    case .data(let file): file.render(context, into: &buffer, drain: drain)
    case .description(let description): description.render(context, into: &buffer, drain: drain)
    case .feed(let feed, let tree): AtomFeed(context: trees[tree].context, feed: feed).render(into: &buffer)
    case .map(let file): SiteMap(context: context).render(file, into: &buffer)
    case .asset(let index): buffer += assets[index].bytes
    case .redirect(let from, let to):
      render("redirect", RedirectPage(context: context, target: to).record, at: from, into: &buffer)
    case .gone(_, let removal):
      render("gone", GonePage(context: context, removal: removal).record, at: path(of: output), into: &buffer)
    case .sign(let code, let audit):
      render("sign", SignPage(context: context, code: code, audit: audit).record, at: path(of: output), into: &buffer)
    case .rules(let rules):
      rules.render(ServedSite(outputs, base: context.basePath, attachments: context.archive.attachments), into: &buffer)
    }
  }

  private func render(_ page: SitePage, _ tree: Tree, into buffer: inout [UInt8]) {
    let start = buffer.count
    let (name, record) = PageViews.view(of: page, in: tree.context)
    guard let template = tree.templates.template(named: name) else { return }
    tree.templates.render(template, record, root: tree.context.root(of: page), into: &buffer)
    explainWords(on: page, tree, into: &buffer, from: start)
    symbols.insert(into: &buffer, from: start)
  }

  /// Appends a page that is none of the plan's, in the site's first language.
  private func render(_ name: String, _ record: Record, at path: String, into buffer: inout [UInt8]) {
    let templates = trees[0].templates
    guard let template = templates.template(named: name) else { return }
    templates.render(template, record, root: Address(path: path).root, into: &buffer)
  }

  /// The addresses of the pages that are to last, in all languages: those that the register of addresses must know.
  public var lastingAddresses: [String] { trees.flatMap { $0.context.plan.lastingAddresses } }

  /// The registers other than that of addresses that are to be other than they were, by their paths in the content folder.
  public var newRegisters: [RegisterFile] { [context.codes.newRegister].compactMap { $0 } + context.log.newRegisters }

  /// The data that the template of the page at an address sees, as JSON; nil where the site has no such page.
  /// - Parameter address: with or without `/` at its ends and with or without `index.html`.
  public func describePage(at address: String) -> String? {
    var folder = address.hasSuffix("index.html") ? String(address.dropLast("index.html".utf8.count)) : address
    while folder.hasPrefix("/") { folder.removeFirst() }
    while folder.hasSuffix("/") { folder.removeLast() }
    let path = folder.isEmpty ? "index.html" : folder + "/index.html"
    for case .page(let page, let tree) in outputs where trees[tree].context.address(page) == path {
      let (name, record) = PageViews.view(of: page, in: trees[tree].context)
      return "# \(name).mustache\n" + describe(record)
    }
    return nil
  }
}
