public import AuditModel
public import Diagnostics

/// Every address of the site, fixed before anything is rendered.
///
/// Duplicate addresses, dead links and redirects are set operations on the plan.
public struct SitePlan: Sendable {
  /// Entries on one sheet of a long list.
  public static let sheetSize = 20

  /// All pages, in a stable order.
  public let pages: [SitePage]
  /// The tree that addresses of pages and feeds lead into.
  public private(set) var tree: LanguageTree
  // The addresses of what has a page each, in the plan's tree, since every page names many of them.
  private var municipalities: [Address]
  private var audits: [Address]
  private var recommendations: [Address]
  private var replies: [Address]
  private var followUps: [Address]
  private var boards: [Address]
  private let boardKinds: [String]
  private let topics: [String]
  private let themes: [String]
  private let freePages: [String]
  private let hasGlossary: Bool

  /// `sheets` is how many sheets each list needs.
  init(archive: Archive, tree: LanguageTree, comparisons: [ComparisonID], sheets: SheetCounts, jobs: Int = 1) {
    self.tree = tree
    let top = tree.folder
    // By their places, since an entity that is handed to a closure is copied with every text and list in it.
    municipalities = archive.municipalities.indices.map { Address(ofID: archive.municipalities[$0].id, below: top) }
    audits = archive.audits.indices.mapInParallel(jobs: jobs) { Address(ofID: archive.audits[$0].id, below: top) }
    replies = archive.replies.indices.mapInParallel(jobs: jobs) { Address(ofID: archive.replies[$0].id, below: top) }
    followUps = archive.followUps.indices.mapInParallel(jobs: jobs) { Address(ofID: archive.followUps[$0].id, below: top) }
    recommendations = archive.recommendations.indices.mapInParallel(jobs: jobs) { [audits] place in
      Address(
        below: audits[Int(archive.recommendations[place].audit.index)], "", slug(archive.recommendations[place].shortID))
    }
    boards = archive.boards.indices.mapInParallel(jobs: jobs) { [municipalities] place in
      Address(
        below: municipalities[Int(archive.boards[place].municipality.index)], "namnder/", slug(archive.boards[place].shortID))
    }
    boardKinds = archive.boardKinds.map { "namnder/" + slug($0.id) + "/" }
    topics = archive.topics.map { "amnen/" + slug($0.id) + "/" }
    themes = archive.themes.map { "teman/" + slug($0.id) + "/" }
    freePages = archive.pages.map { folderPath(ofID: $0.id) }
    hasGlossary = archive.glossary != nil

    var pages: [SitePage] = [.start]
    func add(_ count: Int, _ page: (Int) -> SitePage) {
      for sheet in 1...max(1, count) { pages.append(page(sheet)) }
    }
    add(sheets.audits) { .audits(sheet: $0) }
    pages += Archive.ids(archive.municipalities).map { .municipality($0) }
    pages += Archive.ids(archive.audits).map { .audit($0) }
    pages += Archive.ids(archive.recommendations).map { .recommendation($0) }
    pages += Archive.ids(archive.replies).map { .reply($0) }
    pages += Archive.ids(archive.followUps).map { .followUp($0) }
    pages.append(.boards)
    for id in Archive.ids(archive.boards) { add(sheets.boards[Int(id.index)]) { .board(id, sheet: $0) } }
    for id in Archive.ids(archive.boardKinds) { add(sheets.boardKinds[Int(id.index)]) { .boardKind(id, sheet: $0) } }
    pages.append(.topics)
    for id in Archive.ids(archive.topics) { add(sheets.topics[Int(id.index)]) { .topic(id, sheet: $0) } }
    pages.append(.themes)
    for id in Archive.ids(archive.themes) { add(sheets.themes[Int(id.index)]) { .theme(id, sheet: $0) } }
    pages.append(.comparisons)
    pages += comparisons.map { .comparison($0) }
    add(sheets.recommendations) { .recommendations(sheet: $0) }
    add(sheets.overdue) { .overdue(sheet: $0) }
    add(sheets.recurring) { .recurring(sheet: $0) }
    if hasGlossary { pages.append(.glossary) }
    pages += Archive.ids(archive.pages).map { .page($0) }
    pages += [.method, .accessibility, .data, .search]
    self.pages = pages
  }

  /// How many sheets the long lists need; each at least one.
  struct SheetCounts {
    var audits = 1
    var boards: [Int]
    var boardKinds: [Int]
    var topics: [Int]
    var themes: [Int]
    var recommendations = 1
    var overdue = 1
    var recurring = 1
  }

  static func sheets(for entries: Int) -> Int { max(1, (entries + sheetSize - 1) / sheetSize) }

  /// The address of a page.
  public func address(of page: SitePage) -> Address {
    switch page {
    case .municipality(let id): municipalities[Int(id.index)]
    case .audit(let id): audits[Int(id.index)]
    case .recommendation(let id): recommendations[Int(id.index)]
    case .reply(let id): replies[Int(id.index)]
    case .followUp(let id): followUps[Int(id.index)]
    case .board(let id, sheet: 1): boards[Int(id.index)]
    default: address(of: page, in: tree)
    }
  }

  /// The address of the same page in another language.
  func address(of page: SitePage, in tree: LanguageTree) -> Address {
    page == .notFound ? Address(path: "404.html") : Address(folder: tree.folder + folder(of: page))
  }

  /// The same pages in another language.
  func inTree(_ tree: LanguageTree) -> SitePlan {
    var plan = self
    plan.tree = tree
    for addresses in [\SitePlan.municipalities, \.audits, \.recommendations, \.replies, \.followUps, \.boards] {
      plan[keyPath: addresses] = self[keyPath: addresses].map { Address(folder: tree.folder + folder($0)) }
    }
    return plan
  }

  /// The folder of one of the plan's addresses, in any language's tree.
  private func folder(_ address: Address) -> String {
    String(Substring(address.path.utf8.dropFirst(tree.folder.utf8.count).dropLast(Address.index.utf8.count)))
  }

  private func folder(of page: SitePage) -> String {
    switch page {
    case .start, .notFound: ""
    case .audits(let sheet): "granskningar/" + SitePlan.sheetFolder(sheet)
    case .municipality(let id): folder(municipalities[Int(id.index)])
    case .audit(let id): folder(audits[Int(id.index)])
    case .recommendation(let id): folder(recommendations[Int(id.index)])
    case .reply(let id): folder(replies[Int(id.index)])
    case .followUp(let id): folder(followUps[Int(id.index)])
    case .boards: "namnder/"
    case .board(let id, let sheet): folder(boards[Int(id.index)]) + SitePlan.sheetFolder(sheet)
    case .boardKind(let id, let sheet): boardKinds[Int(id.index)] + SitePlan.sheetFolder(sheet)
    case .topics: "amnen/"
    case .topic(let id, let sheet): topics[Int(id.index)] + SitePlan.sheetFolder(sheet)
    case .themes: "teman/"
    case .theme(let id, let sheet): themes[Int(id.index)] + SitePlan.sheetFolder(sheet)
    case .comparisons: "jamfor/"
    case .comparison(let id): "jamfor/" + topicPrefix(id) + id.kind.address + "/"
    case .recommendations(let sheet): "rekommendationer/" + SitePlan.sheetFolder(sheet)
    case .overdue(let sheet): "forsenade/" + SitePlan.sheetFolder(sheet)
    case .recurring(let sheet): "aterkommande/" + SitePlan.sheetFolder(sheet)
    case .glossary: "ordlista/"
    case .page(let id): freePages[Int(id.index)]
    case .method: "metod/"
    case .accessibility: "tillganglighet/"
    case .data: "data/"
    case .search: "sok/"
    }
  }

  private static func sheetFolder(_ sheet: Int) -> String { sheet > 1 ? "sida-\(sheet)/" : "" }

  /// The name of a comparison's data files: its kind and, for one topic, the topic's name before it.
  public func comparisonName(_ id: ComparisonID) -> String { topicPrefix(id) + id.kind.rawValue }

  private func topicPrefix(_ id: ComparisonID) -> String {
    id.topic.map { topics[Int($0.index)].dropFirst("amnen/".utf8.count).dropLast() + "-" } ?? ""
  }

  /// Where a link to a subject leads, with a fragment where it has no page of its own.
  public func path(to subject: Subject, in archive: Archive) -> String? {
    switch subject {
    case .municipality(let id): address(of: .municipality(id)).path
    case .board(let id): address(of: .board(id, sheet: 1)).path
    case .audit(let id): address(of: .audit(id)).path
    case .recommendation(let id): address(of: .recommendation(id)).path
    case .reply(let id): address(of: .reply(id)).path
    case .measure(let id):
      address(of: .reply(archive[id].reply)).fragment(slug(archive[id].shortID))
    case .followUp(let id): address(of: .followUp(id)).path
    case .topic(let id): address(of: .topic(id, sheet: 1)).path
    case .theme(let id): address(of: .theme(id, sheet: 1)).path
    case .boardKind(let id): address(of: .boardKind(id, sheet: 1)).path
    case .page(let id): address(of: .page(id)).path
    case .glossary: hasGlossary ? address(of: .glossary).path : nil
    }
  }

  /// Where an attachment stands in the site: beside the page of its folder, under its own name.
  public static func attachmentPath(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return folderPath(ofID: String(path[..<slash])) + path[path.index(after: slash)...]
  }

  public static let duplicateAddress = DiagnosticCode(
    "duplicate-address", .error,
    explanation: Wording(
      sv: """
        Två sidor skulle få samma adress på webbplatsen. Adresser görs av mappars och dokuments namn och av id:n, med små \
        bokstäver och utan å, ä och ö. Byt namn på det ena.
        """,
      en: """
        Two pages would get the same address on the site. Addresses are made from the names of folders and documents and from \
        ids, in lower case and without accents. Rename one of them.
        """))

  /// Pages that would get the same address, each once, at the place where the later one was written.
  func duplicates(in archive: Archive) -> [Diagnostic] {
    var seen: [String: SitePage] = [:]
    seen.reserveCapacity(pages.count)
    var diagnostics: [Diagnostic] = []
    for page in pages {
      let path = address(of: page).path
      guard let earlier = seen.updateValue(page, forKey: path) else { continue }
      guard let place = origin(of: page, in: archive) ?? origin(of: earlier, in: archive) else { continue }
      let other = origin(of: earlier, in: archive).map { archive.path(of: $0) }
      let address = Address(path: path).canonical
      diagnostics.append(
        Diagnostic(
          SitePlan.duplicateAddress,
          Wording(
            sv: "/\(address) är redan adressen till \(other.map { "det som står i \($0)" } ?? "en av webbplatsens egna sidor")",
            en: "/\(address) is already the address of \(other.map { "what stands in \($0)" } ?? "one of the site's own pages")"),
          at: SourceRange(path: archive.path(of: place), lower: Int(place.lower), upper: Int(place.upper)),
          cure: Wording(sv: "Byt namn eller id på den ena.", en: "Give one of them another name or id.")))
    }
    return diagnostics
  }

  /// Where the thing that a page is about was written; nil for the site's own pages.
  func origin(of page: SitePage, in archive: Archive) -> Origin? {
    switch page {
    case .municipality(let id): archive[id].origin
    case .audit(let id): archive[id].origin
    case .recommendation(let id): archive[id].origin
    case .reply(let id): archive[id].origin
    case .followUp(let id): archive[id].origin
    case .board(let id, _): archive[id].origin
    case .page(let id): archive[id].origin
    default: nil
    }
  }
}

extension ComparisonKind {
  /// Its part of an address.
  fileprivate var address: String {
    switch self {
    case .assessments: "bedomningar"
    case .themes: "teman"
    case .states: "lage"
    case .replyTimes: "svarstider"
    case .boardKinds: "namnder"
    case .keyFigures: "nyckeltal"
    }
  }
}
