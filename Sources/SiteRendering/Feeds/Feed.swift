public import AuditModel

/// An Atom feed (RFC 4287): what is new on the whole site, in a municipality, at a board or on a topic.
public enum Feed: Sendable, Hashable {
  case site
  /// What changed on pages since they were first published, corrections and events.
  case changes
  case municipality(ID<Municipality>)
  case board(ID<Board>)
  case topic(ID<Topic>)

  /// As many entries as a feed holds.
  static let limit = 50

  /// All feeds of a site, in a stable order.
  static func all(in archive: Archive) -> [Feed] {
    [.site, .changes] + Archive.ids(archive.municipalities).map { .municipality($0) }
      + Archive.ids(archive.boards).map { .board($0) }
      + Archive.ids(archive.topics).map { .topic($0) }
  }

  /// The page that it stands beside.
  public var page: SitePage {
    switch self {
    case .site: .start
    case .changes: .data
    case .municipality(let id): .municipality(id)
    case .board(let id): .board(id, sheet: 1)
    case .topic(let id): .topic(id, sheet: 1)
    }
  }

  /// The feed that tells of what a page is about; the whole site's where there is none of its own.
  static func of(_ page: SitePage, in archive: Archive) -> Feed {
    switch page {
    case .municipality(let id): .municipality(id)
    case .audit(let id): .municipality(archive[id].municipality)
    case .recommendation(let id): .municipality(archive[archive[id].audit].municipality)
    case .reply(let id): .municipality(archive[archive[id].audit].municipality)
    case .followUp(let id): .municipality(archive[archive[id].audit].municipality)
    case .board(let id, _): .board(id)
    case .topic(let id, _): .topic(id)
    default: .site
    }
  }

  /// Its entries, the newest first.
  func entries(in context: SiteContext) -> [any AtomEntry] {
    let insight = context.insight
    let archive = context.archive
    let notices =
      switch self {
      case .site: insight.news(of: Archive.ids(archive.audits), limit: Feed.limit)
      case .municipality(let id): insight.news(of: archive.links.audits[id], limit: Feed.limit)
      case .board(let id): insight.news(of: id, limit: Feed.limit)
      case .topic(let id): insight.news(of: archive.links.auditsOnTopic[id], limit: Feed.limit)
      case .changes: [Notice]()
      }
    return self == .changes ? ChangeFeedEntry.newest(in: context) : notices.map { FeedEntry(context: context, notice: $0) }
  }
}

extension SitePlan {
  /// Where a feed stands: `feed.xml` beside its page, and `andringar.xml` for changes.
  public func address(ofFeed feed: Feed) -> Address {
    if feed == .changes { return Address(path: tree.folder + "andringar.xml") }
    return Address(path: address(of: feed.page).canonical + "feed.xml")
  }
}

/// What a page names a feed by.
struct FeedLink: Sendable {
  let address: String
  /// What it is called where nothing else says of which site it is.
  let title: String

  init(_ feed: Feed, _ archive: Archive, _ plan: SitePlan, _ strings: Strings) {
    func titled(_ name: String) -> String { strings.text(.feedTitle, ["name": .text(name), "site": .text(archive.site.title)]) }
    address = plan.address(ofFeed: feed).path
    title =
      switch feed {
      case .site: archive.site.title
      case .changes: strings.text(.changeFeedTitle, ["site": .text(archive.site.title)])
      case .municipality(let id): titled(archive[id].name)
      case .board(let id): titled(archive[id].name + ", " + archive[archive[id].municipality].name)
      case .topic(let id): titled(archive[id].name)
      }
  }
}

extension SiteContext {
  func link(to feed: Feed) -> FeedLink {
    if case .municipality(let id) = feed { return frameLinks.municipalityFeeds[Int(id.index)] }
    return FeedLink(feed, archive, plan, strings)
  }

  func title(of feed: Feed) -> String { link(to: feed).title }

  /// The address of something as the world knows it.
  func absolute(_ address: Address) -> String { baseURL + address.canonical }

  func absolute(_ path: String) -> String {
    guard let hash = path.utf8.firstIndex(of: UInt8(ascii: "#")) else { return absolute(Address(path: path)) }
    return absolute(Address(path: String(path[..<hash]))) + path[hash...]
  }

  /// The feed's id, made from what stays.
  func id(of feed: Feed) -> String {
    let publisher = archive.site.publisher.map { $0.organisationNumber ?? $0.name } ?? ""
    let name =
      switch feed {
      case .site: "feed:" + publisher
      case .changes: "feed:" + publisher + "#changes"
      case .municipality(let id): "feed:" + archive[id].code
      case .board(let id): "feed:" + archive[archive[id].municipality].code + "/" + archive[id].shortID
      case .topic(let id): "feed:" + publisher + "#" + archive[id].id
      }
    return urn(name)
  }

  /// A name as an id; in a language that is not the site's first, it is another text and has another id.
  func urn(_ name: String) -> String {
    "urn:uuid:" + NameUUID.text(of: strings.language == archive.site.language ? name : name + "@" + strings.language)
  }
}
