import AuditModel
import Diagnostics

extension SitePlan {
  /// The plan of an insight's site, whose long lists are known.
  init(_ insight: Insight, _ lists: SiteLists, tree: LanguageTree, jobs: Int = 1) {
    let archive = insight.archive
    let links = archive.links
    func sheets<Key>(_ elements: [Key], _ count: (ID<Key>) -> Int) -> [Int] {
      elements.indices.map { SitePlan.sheets(for: count(ID($0))) }
    }
    self.init(
      archive: archive, tree: tree, comparisons: insight.comparisons,
      sheets: SheetCounts(
        audits: SitePlan.sheets(for: archive.audits.count),
        boards: sheets(archive.boards) { ListEntries.board($0, in: insight).count },
        boardKinds: sheets(archive.boardKinds) { max(lists[$0].count, links.boardsOfKind[$0].count) },
        topics: sheets(archive.topics) { links.auditsOnTopic[$0].count },
        themes: sheets(archive.themes) { links.recommendationsOnTheme[$0].count },
        recommendations: SitePlan.sheets(for: lists.recommendations.count),
        overdue: SitePlan.sheets(for: lists.overdue.count),
        recurring: SitePlan.sheets(for: lists.recurring.count)),
      jobs: jobs)
  }

  /// The pages at earlier addresses, but for those at which another page stands now in any language. An earlier address of two
  /// pages is an error.
  func redirects(in archive: Archive, _ trees: [LanguageTree]) -> Checked<[SiteRenderer.Output]> {
    var outputs: [SiteRenderer.Output] = []
    var diagnostics: [Diagnostic] = []
    var taken: [String: String] = [:]
    func add(_ formerly: [String], _ page: SitePage, _ origin: Origin) {
      if formerly.isEmpty { return }
      let to = address(of: page).path
      for old in formerly {
        let from = Address(folder: folderPath(ofID: old)).path
        if from == to { continue }
        guard let other = taken.updateValue(to, forKey: from) else {
          outputs.append(.redirect(from: from, to: to))
          continue
        }
        if other != to {
          diagnostics.append(
            Diagnostic(
              SitePlan.duplicateAddress,
              Wording(
                sv: "\(old) är redan en tidigare adress till en annan sida",
                en: "\(old) is already an earlier address of another page"),
              at: SourceRange(path: archive.path(of: origin), lower: Int(origin.lower), upper: Int(origin.upper)),
              cure: Wording(sv: "Ta bort den under formerly på den ena.", en: "Remove it under formerly of one of them.")))
        }
      }
    }
    // By their ids, since an entity that is handed out is copied with every text and list in it.
    for id in Archive.ids(archive.municipalities) { add(archive[id].formerly, .municipality(id), archive[id].origin) }
    for id in Archive.ids(archive.audits) { add(archive[id].formerly, .audit(id), archive[id].origin) }
    for id in Archive.ids(archive.replies) { add(archive[id].formerly, .reply(id), archive[id].origin) }
    for id in Archive.ids(archive.followUps) { add(archive[id].formerly, .followUp(id), archive[id].origin) }
    for id in Archive.ids(archive.pages) { add(archive[id].formerly, .page(id), archive[id].origin) }
    if outputs.isEmpty { return Checked(outputs, diagnostics) }
    let present = Set(trees.flatMap { tree in pages.map { address(of: $0, in: tree).path } })
    outputs.removeAll { output in
      guard case .redirect(let from, _) = output, present.contains(from) else { return false }
      return true
    }
    return Checked(outputs, diagnostics)
  }
}
