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
  let context: SiteContext
  let templates: TemplateSet
  let symbols: Symbols
  let assets: [SourceFile]

  /// A file of the site.
  public enum Output: Sendable, Hashable {
    case page(SitePage)
    case data(DataFile)
    case description(DataDescription)
    case feed(Feed)
    case map(SiteMap.File)
    /// A file of the theme, by its place among the assets.
    case asset(Int)
    /// A page at an earlier address that leads to the present one.
    case redirect(from: String, to: String)
  }

  /// Compiles the theme and fixes every address.
  ///
  /// What can fail: templates that name what pages do not have; two pages at one address. Nothing may be published then.
  /// - Parameter assets: the theme's files by their paths in the site, copied as they are but for the site's colour and name.
  /// - Parameter logo: the site's logo, where it has one.
  public static func make(
    insight: Insight, templates: [SourceFile], symbols: SourceFile, assets: [SourceFile], strings: Strings,
    bodies: any BodyRenderer, logo: SourceFile? = nil
  ) -> Checked<SiteRenderer> {
    let plan = SitePlan(insight)
    let context = SiteContext(insight: insight, plan: plan, strings: strings, bodies: bodies, logo: logo.map(Logo.init))
    let compiled = TemplateSet.compile(templates, entryPoints: PageViews.entryPoints, globals: context.globals)
    let redirects = plan.redirects(in: insight.archive)
    let pages = (plan.pages + [.notFound]).map { Output.page($0) }
    let feeds = Feed.all(in: insight.archive).map { Output.feed($0) } + SiteMap(context: context).files.map { .map($0) }
    let data = DataFile.all(of: insight).map { Output.data($0) } + DataDescription.allCases.map { .description($0) }
    let outputs = pages + feeds + data + assets.indices.map { .asset($0) } + redirects.value
    let renderer = SiteRenderer(
      plan: plan, outputs: outputs, context: context, templates: compiled.value, symbols: Symbols(symbols),
      assets: assets.map(BrandedStyles(site: insight.archive.site).apply))
    let files = insight.archive.attachments.isEmpty ? [] : outputs.map { renderer.path(of: $0) }
    return Checked(
      renderer,
      compiled.diagnostics + plan.duplicates(in: insight.archive) + plan.collisions(with: files, in: insight.archive)
        + redirects.diagnostics)
  }

  /// Where a file stands in the site.
  public func path(of output: Output) -> String {
    switch output {
    case .page(let page): plan.address(of: page).path
    case .data(let file): file.path(in: plan)
    case .description(let description): description.path
    case .feed(let feed): plan.address(ofFeed: feed).path
    case .map(let file): file.path
    case .asset(let index): assets[index].path
    case .redirect(let from, _): from
    }
  }

  /// Appends a file's bytes to `buffer`.
  public func render(_ output: Output, into buffer: inout [UInt8]) {
    switch output {
    case .page(let page): render(page, into: &buffer)
    case .data(let file): file.render(context, into: &buffer)
    case .description(let description): description.render(context, into: &buffer)
    case .feed(let feed): AtomFeed(context: context, feed: feed).render(into: &buffer)
    case .map(let file): SiteMap(context: context).render(file, into: &buffer)
    case .asset(let index): buffer += assets[index].bytes
    case .redirect(let from, let to): renderRedirect(from, to, into: &buffer)
    }
  }

  private func render(_ page: SitePage, into buffer: inout [UInt8]) {
    let start = buffer.count
    let (name, record) = PageViews.view(of: page, in: context)
    guard let template = templates.template(named: name) else { return }
    templates.render(template, record, root: context.root(of: page), into: &buffer)
    symbols.insert(into: &buffer, from: start)
  }

  private func renderRedirect(_ from: String, _ to: String, into buffer: inout [UInt8]) {
    guard let template = templates.template(named: "redirect") else { return }
    let view = RedirectPage(context: context, target: to)
    templates.render(template, view.record, root: Address(path: from).root, into: &buffer)
  }

  /// The data that the template of the page at an address sees, as JSON; nil where the site has no such page.
  /// - Parameter address: with or without `/` at its ends and with or without `index.html`.
  public func describePage(at address: String) -> String? {
    var folder = address.hasSuffix("index.html") ? String(address.dropLast("index.html".utf8.count)) : address
    while folder.hasPrefix("/") { folder.removeFirst() }
    while folder.hasSuffix("/") { folder.removeLast() }
    let path = folder.isEmpty ? "index.html" : folder + "/index.html"
    guard let page = plan.pages.first(where: { plan.address(of: $0).path == path }) else { return nil }
    let (name, record) = PageViews.view(of: page, in: context)
    return "# \(name).mustache\n" + describe(record)
  }
}
