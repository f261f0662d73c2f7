public import AuditModel

/// What tells search engines which pages there are (sitemaps.org): one sitemap, or an index and several where one cannot hold
/// all; and `robots.txt`, which names it.
///
/// Drafts stand in no sitemap. A page's `lastmod` is the day of the latest that the documents tell of what it is about; pages
/// about no such thing have none.
public struct SiteMap {
  let context: SiteContext
  /// As many addresses as one sitemap may hold.
  var limit = 50_000

  public enum File: Sendable, Hashable {
    case robots
    /// The only sitemap, or the index of several.
    case whole
    /// One of several, counted from 1.
    case part(Int)

    var path: String {
      switch self {
      case .robots: "robots.txt"
      case .whole: "sitemap.xml"
      case .part(let number): "sitemap-\(number).xml"
      }
    }
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private var archive: Archive { context.archive }
  private var insight: Insight { context.insight }

  /// The published pages, in the plan's order.
  var pages: [SitePage] { context.plan.pages.filter { !archive.isDraft($0) } }

  var files: [File] {
    let count = pages.count
    return [.robots, .whole] + (count > limit ? (1...((count + limit - 1) / limit)).map { .part($0) } : [])
  }

  func render(_ file: File, into buffer: inout [UInt8]) {
    let all = file == .robots ? [] : pages
    switch file {
    case .robots: buffer += "User-agent: *\nAllow: /\n\nSitemap: \(context.baseURL)\(File.whole.path)\n".utf8
    case .whole where all.count > limit: renderIndex(into: &buffer)
    case .whole: render(all[...], into: &buffer)
    case .part(let number): render(all.dropFirst((number - 1) * limit).prefix(limit), into: &buffer)
    }
  }

  private func renderIndex(into buffer: inout [UInt8]) {
    var xml = XMLBytes(bytes: buffer)
    buffer = []
    xml.declaration()
    xml.element("sitemapindex", ["xmlns": SiteMap.namespace]) { xml in
      for case .part(let number) in files {
        xml.element("sitemap") { $0.line("loc", context.baseURL + File.part(number).path) }
      }
    }
    buffer = xml.bytes
  }

  private func render(_ pages: ArraySlice<SitePage>, into buffer: inout [UInt8]) {
    var xml = XMLBytes(bytes: buffer)
    buffer = []
    let latest = archive.audits.indices.map { insight.news(of: CollectionOfOne(ID<Audit>($0)), limit: 1).first?.day }
    xml.declaration()
    xml.element("urlset", ["xmlns": SiteMap.namespace]) { xml in
      for page in pages {
        xml.element("url") { xml in
          xml.line("loc", context.absolute(context.plan.address(of: page)))
          xml.line("lastmod", day(of: page, latest).map { EDTFDate($0).description })
        }
      }
    }
    buffer = xml.bytes
  }

  /// `latest` is the day of the latest that is known of each audit.
  private func day(of page: SitePage, _ latest: [Day?]) -> Day? {
    func newest(_ audits: some Sequence<ID<Audit>>) -> Day? { audits.compactMap { latest[Int($0.index)] }.max() }
    return switch page {
    case .start: newest(Archive.ids(archive.audits))
    case .municipality(let id): newest(archive.links.audits[id])
    case .topic(let id, _): newest(archive.links.auditsOnTopic[id])
    case .board(let id, _): insight.news(of: id, limit: 1).first?.day
    case .audit(let id): latest[Int(id.index)]
    case .recommendation(let id): insight.latestDay(of: id)
    case .reply(let id): known(archive[id].effectiveDate)
    case .followUp(let id): known(archive[id].date)
    default: nil
    }
  }

  private func known(_ date: EDTFDate?) -> Day? { date.flatMap { $0.firstDay <= insight.asOf ? $0.firstDay : nil } }
}

extension Archive {
  /// Whether a page shows what is not published.
  func isDraft(_ page: SitePage) -> Bool {
    switch page {
    case .audit(let id): self[id].isDraft
    case .recommendation(let id): self[self[id].audit].isDraft
    case .reply(let id): self[id].isDraft || self[self[id].audit].isDraft
    case .followUp(let id): self[id].isDraft || self[self[id].audit].isDraft
    case .page(let id): self[id].isDraft
    default: false
    }
  }
}
