import AuditModel
import Mustache

/// What every page in one language is made from: the archive with its insight, the plan of addresses, the words.
final class SiteContext: Sendable {
  let insight: Insight
  let plan: SitePlan
  /// All languages of the site, the first at its root.
  let trees: [LanguageTree]
  let strings: Strings
  let marks: LanguageMarks
  /// In the order of the glossary.
  let glossary: [GlossaryEntry]
  let glossaryLinks: GlossaryLinks
  let bodies: any BodyRenderer
  /// The address of the site with its final `/`.
  let baseURL: String
  /// The figures of the whole archive, which several pages show.
  let allFigures: KeyFigures
  let expectations: [ReplyExpectation]
  let lists: SiteLists
  let logo: Logo?
  /// The folders of the content that hold CSV files, which the texts beside them may show as charts.
  private let foldersWithFigures: Set<Substring>
  let codes: CitationCodes
  let log: ChangeLog
  let frameLinks: FrameLinks
  let comparisonColumns = ComparisonColumns()
  let summaries = Latest<ID<Audit>, AuditSummary>()
  private let comparisons: Comparisons

  var archive: Archive { insight.archive }

  init(
    insight: Insight, plan: SitePlan, lists: SiteLists, figures: KeyFigures, trees: [LanguageTree], language: SiteLanguage,
    logo: Logo? = nil, codes: CitationCodes, log: ChangeLog
  ) {
    self.insight = insight
    comparisons = Comparisons(insight)
    self.plan = plan
    self.trees = trees
    strings = language.strings
    marks = LanguageMarks(on: strings, first: trees[0])
    glossary = GlossaryEntry.entries(
      insight.archive.glossary, on: strings.language, first: trees[0].language, marks: marks)
    glossaryLinks = GlossaryLinks(glossary)
    bodies = language.bodies
    self.logo = logo
    foldersWithFigures = Set(insight.archive.attachments.lazy.map(\.path).filter { $0.hasSuffix(".csv") }.map(SiteContext.folder))
    self.codes = codes
    self.log = log
    self.allFigures = figures
    self.expectations = insight.expectations
    self.lists = lists
    let base = insight.archive.site.baseURL
    self.baseURL = base.isEmpty || base.hasSuffix("/") ? base : base + "/"
    frameLinks = FrameLinks(insight, plan, strings, marks)
  }

  /// The same site in another language. What does not depend on the language is shared.
  convenience init(_ other: SiteContext, in tree: LanguageTree, language: SiteLanguage) {
    self.init(other, insight: other.insight, plan: other.plan.inTree(tree), language: language)
  }

  /// The same with another insight, whose addresses, figures and lists are taken to be the same.
  convenience init(_ other: SiteContext, insight: Insight) {
    self.init(other, insight: insight, plan: other.plan, language: SiteLanguage(strings: other.strings, bodies: other.bodies))
  }

  private init(_ other: SiteContext, insight: Insight, plan: SitePlan, language: SiteLanguage) {
    self.insight = insight
    comparisons = insight === other.insight ? other.comparisons : Comparisons(insight)
    self.plan = plan
    trees = other.trees
    strings = language.strings
    marks = LanguageMarks(on: strings, first: trees[0])
    glossary = GlossaryEntry.entries(
      insight.archive.glossary, on: strings.language, first: trees[0].language, marks: marks)
    glossaryLinks = GlossaryLinks(glossary)
    bodies = language.bodies
    baseURL = other.baseURL
    allFigures = other.allFigures
    expectations = other.expectations
    lists = other.lists
    logo = other.logo
    foldersWithFigures = other.foldersWithFigures
    codes = other.codes
    log = other.log
    frameLinks = FrameLinks(insight, plan, strings, marks)
  }

  func comparison(_ id: ComparisonID) -> ComparisonTable { comparisons.table(id) }

  /// Whether a text may have charts, which ask for a style sheet of their own.
  func mayHaveCharts(_ body: Body) -> Bool {
    !body.isEmpty && foldersWithFigures.contains(SiteContext.folder(of: archive.files[Int(body.file)]))
  }

  private static func folder(of path: String) -> Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

  /// What leads from a page to the site's root. A server shows the page for what it does not have under any address, so that
  /// one's links begin with the path of the site's own address.
  func root(of page: SitePage) -> String {
    page == .notFound ? basePath : plan.address(of: page).root
  }

  /// The path of the site's own address: `/`, or `/revision/`.
  var basePath: String {
    guard let scheme = baseURL.firstRange(of: "://"), let slash = baseURL[scheme.upperBound...].firstIndex(of: "/") else {
      return "/"
    }
    return String(baseURL[slash...])
  }

  func address(_ page: SitePage) -> String { plan.address(of: page).path }

  // The addresses that views ask for most.
  func address(_ id: ID<Municipality>) -> String { address(.municipality(id)) }
  func address(_ id: ID<Audit>) -> String { address(.audit(id)) }
  func address(_ id: ID<Recommendation>) -> String { address(.recommendation(id)) }
  func address(_ id: ID<Reply>) -> String { address(.reply(id)) }
  func address(_ id: ID<FollowUp>) -> String { address(.followUp(id)) }
  func address(_ id: ID<Board>) -> String { address(.board(id, sheet: 1)) }
  func address(_ id: ID<Theme>) -> String { address(.theme(id, sheet: 1)) }
  func address(_ id: ID<Topic>) -> String { address(.topic(id, sheet: 1)) }
  func address(_ id: ID<BoardKind>) -> String { address(.boardKind(id, sheet: 1)) }
  func address(_ id: ID<Measure>) -> String { plan.path(to: .measure(id), in: archive) ?? "" }

  /// A running text as markup for a page at `address`.
  func body(_ body: Body, headingLevel: Int, on page: SitePage) -> RenderedBody? {
    guard !body.isEmpty else { return nil }
    return bodies.render(
      body, headingLevel: headingLevel,
      links: BodyLinks(
        root: plan.address(of: page).root,
        subject: { [self] subject in
          plan.path(to: subject, in: archive).map { ($0, title(of: subject)) }
        },
        attachment: { SitePlan.attachmentPath($0) }))
  }

  /// What a subject is called where a link to it has no text of its own.
  func title(of subject: Subject) -> String {
    switch subject {
    case .municipality(let id): archive[id].name
    case .board(let id): archive[id].name
    case .audit(let id): archive[id].title
    case .recommendation(let id): archive[id].text
    case .reply(let id): replyTitle(id)
    case .measure(let id): archive[id].text
    case .followUp(let id): followUpTitle(id)
    case .topic(let id): archive[id].name
    case .theme(let id): archive[id].name
    case .boardKind(let id): archive[id].name
    case .page(let id): archive[id].title
    case .glossary: archive.glossary?.title ?? strings.text(.glossary)
    }
  }

  func replyTitle(_ id: ID<Reply>) -> String {
    archive[id].title ?? strings.text(.replyTitle, ["boards": .text(names(archive[id].by))])
  }

  func followUpTitle(_ id: ID<FollowUp>) -> String {
    if let title = archive[id].title { return title }
    switch archive[id].voice {
    case .auditors: return strings.text(.verdictTitle)
    case .boards(let boards): return strings.text(.claimTitle, ["boards": .text(names(boards))])
    }
  }

  /// Names in a row: `Kommunstyrelsen och Socialnämnden`.
  func names(_ boards: [ID<Board>]) -> String { strings.list(boards.map { archive[$0].name }) }
}
