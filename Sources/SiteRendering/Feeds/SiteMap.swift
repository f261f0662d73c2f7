import AuditModel

/// What tells search engines which pages there are (sitemaps.org): one sitemap, or an index and several where one cannot hold
/// all; and `robots.txt`, which names it.
///
/// Drafts stand in no sitemap. A page's `lastmod` is the day of the latest that the documents tell of what it is about, or on
/// which a deadline of it went by; pages about no such thing have none.
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
    let count = pages.count * context.trees.count
    return [.robots, .whole] + (count > limit ? (1...((count + limit - 1) / limit)).map { .part($0) } : [])
  }

  func render(_ file: File, into buffer: inout [UInt8]) {
    let all = file == .robots ? [] : pages
    let places = 0..<(all.count * context.trees.count)
    switch file {
    case .robots: buffer += "User-agent: *\nAllow: /\n\nSitemap: \(context.baseURL)\(File.whole.path)\n".utf8
    case .whole where places.count > limit: renderIndex(into: &buffer)
    case .whole: render(all, places, into: &buffer)
    case .part(let number): render(all, places.dropFirst((number - 1) * limit).prefix(limit), into: &buffer)
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

  /// `places` count the pages of the first language, then those of the second.
  private func render(_ pages: [SitePage], _ places: Range<Int>, into buffer: inout [UInt8]) {
    var xml = XMLBytes(bytes: buffer)
    buffer = []
    var latest = LatestDays(insight: insight)
    xml.declaration()
    xml.element("urlset", ["xmlns": SiteMap.namespace]) { xml in
      for place in places {
        let page = pages[place % pages.count]
        // The plan has the addresses in the first language.
        let language = place / pages.count
        let address = language == 0 ? context.plan.address(of: page) : context.plan.address(of: page, in: context.trees[language])
        xml.element("url") { xml in
          xml.line("loc", context.absolute(address))
          xml.line("lastmod", day(of: page, &latest).map { EDTFDate($0).description })
        }
      }
    }
    buffer = xml.bytes
  }

  private func day(of page: SitePage, _ latest: inout LatestDays) -> Day? {
    switch page {
    case .start: latest.day(of: Archive.ids(archive.audits))
    case .municipality(let id): latest.day(of: archive.links.audits[id])
    case .topic(let id, _): latest.day(of: id)
    case .board(let id, _): latest.day(of: id)
    case .audit(let id): latest.day(of: CollectionOfOne(id))
    case .recommendation(let id): insight.latestDay(in: insight.history(of: id))
    case .reply(let id): known(archive[id].effectiveDate)
    case .followUp(let id): known(archive[id].date)
    default: nil
    }
  }

  private func known(_ date: EDTFDate?) -> Day? { date.flatMap { $0.firstDay <= insight.asOf ? $0.firstDay : nil } }
}

/// The day of the latest of each audit, board and topic, looked for once, however many sheets it has, and only where it is asked
/// for: a sitemap is about some of them.
private struct LatestDays {
  private let insight: Insight
  private var days: [Day??]
  private var boards: [ID<Board>: Day?] = [:]
  private var topics: [ID<Topic>: Day?] = [:]

  init(insight: Insight) {
    self.insight = insight
    days = Array(repeating: nil, count: insight.archive.audits.count)
  }

  mutating func day(of board: ID<Board>) -> Day? {
    if let day = boards[board] { return day }
    let day = insight.latestDay(in: insight.timeline(of: board))
    boards[board] = .some(day)
    return day
  }

  mutating func day(of topic: ID<Topic>) -> Day? {
    if let day = topics[topic] { return day }
    let day = self.day(of: insight.archive.links.auditsOnTopic[topic])
    topics[topic] = .some(day)
    return day
  }

  mutating func day(of audits: some Sequence<ID<Audit>>) -> Day? {
    var latest: Day?
    for audit in audits where !insight.archive[audit].isDraft {
      let day = days[Int(audit.index)] ?? insight.latestDay(in: insight.timeline(of: audit))
      days[Int(audit.index)] = .some(day)
      if let day { latest = max(latest ?? day, day) }
    }
    return latest
  }
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
