import AuditModel
import Diagnostics
import Foundation
import Testing

@testable import SiteRendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What holds of every feed (RFC 4287), and what its entries tell.
@Suite struct FeedTests {
  @Test(arguments: EveryPageTests.sites) func everyFeedIsWellFormedAndHasWhatAtomAsksFor(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    for feed in Feed.all(in: site.archive) {
      let root = try #require(site.feed(feed), "\(feed)")
      #expect(root.name == "feed" && root.attributes["xmlns"] == "http://www.w3.org/2005/Atom", "\(feed)")
      #expect(root.attributes["xml:lang"] == "sv", "\(feed)")
      for name in ["id", "title", "updated", "author"] { #expect(root.all(name).count == 1, "\(feed): \(name)") }
      #expect(root.links("self") == [site.context.baseURL + site.renderer.plan.address(ofFeed: feed).path], "\(feed)")
      for entry in root.all("entry") {
        for name in ["id", "title", "updated", "author", "content"] { #expect(entry.all(name).count == 1, "\(feed): \(name)") }
        #expect(entry.first("author")?.first("name")?.text.isEmpty == false, "\(feed)")
        #expect(entry.first("updated")?.text.wholeMatch(of: /\d{4}-\d\d-\d\dT12:00:00Z/) != nil, "\(feed)")
      }
    }
  }

  @Test(arguments: EveryPageTests.sites) func idsAreUniqueAndTheNewestStandsFirst(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    let feeds = Feed.all(in: site.archive).compactMap { site.feed($0) }
    let own = feeds.compactMap { $0.first("id")?.text }
    #expect(Set(own).count == feeds.count)
    for feed in feeds {
      let entries = feed.all("entry")
      let ids = entries.compactMap { $0.first("id")?.text }
      #expect(Set(ids).count == entries.count && Set(ids).isDisjoint(with: own))
      let days = entries.compactMap { $0.first("updated")?.text }
      #expect(days == days.sorted(by: >))
      #expect(entries.isEmpty || feed.first("updated")?.text == days.first)
      #expect(entries.count <= Feed.limit)
    }
  }

  @Test(arguments: EveryPageTests.sites) func everyLinkIsAbsoluteAndLeadsToAPage(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    let base = site.context.baseURL
    let pages = Set(site.renderer.plan.pages.map { base + site.renderer.plan.address(of: $0).canonical })
    for feed in Feed.all(in: site.archive) {
      let root = try #require(site.feed(feed))
      let addresses =
        root.links("alternate")
        + root.all("entry").flatMap { entry in
          entry.links("alternate") + entry.descendants("a").compactMap { $0.attributes["href"] }
        }
      for address in addresses { #expect(pages.contains(address), "\(feed): \(address)") }
    }
  }

  @Test func theSameEventHasTheSameIdAndWordsInEveryFeed() throws {
    let site = TinySite(contentOfProject: "templates/example/content")
    var titles: [String: String] = [:]
    for feed in Feed.all(in: site.archive) {
      for entry in try #require(site.feed(feed)).all("entry") {
        let id = try #require(entry.first("id")?.text)
        let text = entry.descendants("p").map(\.text).joined(separator: "|")
        #expect(titles.updateValue(text, forKey: id) ?? text == text, "\(feed)")
      }
    }
    #expect(titles.count > 40)
  }

  @Test func aFeedChangesWithADeadlineAndNotWithTheDay() {
    func feed(_ asOf: String) -> [UInt8] { TinySite(FeedTests.late, asOf: asOf).bytes(of: .feed(.site)) }
    #expect(feed("2024-02-01") == feed("2024-02-29"))
    #expect(feed("2024-02-29") != feed("2024-03-01"))
    #expect(feed("2024-03-01") == feed("2026-11-21"))
  }

  @Test func aReplyInTimeLeavesNoDeadlineBehind() throws {
    let late = try #require(TinySite(FeedTests.late).feed(.site))
    let audit = "Lokaler (Exempelby 2024)"
    #expect(late.entryTitles == ["Sista dagen för svar har passerat: \(audit)", "Ny granskning: \(audit)"])
    let answered = TinySite(FeedTests.late + FeedTests.reply)
    #expect(!answered.diagnostics.contains { $0.severity == .error })
    let inTime = try #require(answered.feed(.site))
    #expect(inTime.entryTitles == ["Svar från Fastighetsnämnden: \(audit)", "Ny granskning: \(audit)"])
  }

  @Test func anAuditDatedByItsYearStandsBeforeWhatCameOfIt() throws {
    let site = TinySite((FeedTests.late + FeedTests.reply).replacingOccurrences(of: "date: 2024-01-15", with: "date: 2024"))
    #expect(site.insight.news(of: [ID(0)], limit: 9).map { EDTFDate($0.day).description } == ["2024-02-20", "2024-01-01"])
    let reply = FeedTests.reply.replacingOccurrences(of: "date: 2024-02-20", with: "date: 2024")
    let vague = TinySite(FeedTests.late + reply)
    #expect(vague.insight.news(of: [ID(0)], limit: 9).map { EDTFDate($0.day).description } == ["2024-01-15", "2024-01-15"])
    #expect(vague.feed(.site)?.entryTitles.first?.hasPrefix("Svar från") == true)
  }

  @Test func idsStayWhenTheSiteMovesAndTitlesChange() {
    let before = TinySite(FeedTests.late).ids(.site)
    let after = TinySite(FeedTests.late.replacingOccurrences(of: "title: Lokaler", with: "title: Skolans lokaler")).ids(.site)
    #expect(before == after && before.count == 3)
    let moved = FeedTests.late.replacingOccurrences(of: "exempelby/lokaler-2024/", with: "exempelby/skolans-lokaler/")
      .replacingOccurrences(of: "title: Lokaler", with: "formerly: [/exempelby/lokaler-2024/]\ntitle: Lokaler")
    #expect(TinySite(moved).ids(.site) == before)
  }

  @Test func aBoardsFeedHoldsOnlyWhatConcernsIt() throws {
    let site = TinySite(FeedTests.late + FeedTests.reply)
    #expect(site.feed(.board(ID(0)))?.entryTitles.count == 2)
    let other = try #require(site.feed(.board(ID(1))))
    #expect(other.entryTitles == [] && other.first("updated")?.text == "1970-01-01T12:00:00Z")
  }

  @Test func aClaimSaysThatNobodyHasVerifiedIt() {
    let site = TinySite(
      FeedTests.late + """

        -- exempelby/lokaler-2024/redovisning.md --
        ---
        type: follow-up
        by: [fn]
        date: 2024-06-01
        findings: [{for: [R1], status: implemented}]
        ---

        """)
    #expect(!site.diagnostics.contains { $0.severity == .error })
    let entry = site.feed(.site)?.all("entry").first
    #expect(entry?.descendants("p").contains { $0.text == "Nämndens egen uppgift, inte kontrollerad av revisorerna." } == true)
  }

  @Test func textThatIsMarkupOrNoneOfXMLsCharactersHarmsNothing() throws {
    var xml = XMLBytes()
    xml.line("title", "a < b & \"c\" ]]>\u{1}\u{FFFE}", ["href": "x\"><y"])
    let root = try #require(XMLNode.parse(xml.bytes))
    #expect(root.text == "a < b & \"c\" ]]>" && root.attributes["href"] == "x\"><y")
  }

  @Test func aNameGivesTheUUIDThatEveryoneGets() {
    // The example of RFC 9562, A.4: the namespace of domain names and www.example.com.
    let domains: [UInt8] = [0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8]
    #expect(NameUUID.text(of: "www.example.com", in: domains) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  private static let late = """

    -- exempelby/lokaler-2024/audit.md --
    ---
    type: audit
    title: Lokaler
    date: 2024-01-15
    auditor: Exempelby revisorer
    topics: [lokaler]
    reply: {due: 2024-02-29, from: [fn]}
    recommendations: {items: [{id: R1, to: [fn], text: Planera underhållet.}]}
    ---

    """

  private static let reply = """

    -- exempelby/lokaler-2024/svar.md --
    ---
    type: reply
    by: [fn]
    date: 2024-02-20
    answers: [{to: [R1], stance: accepts}]
    ---

    """
}

extension TinySite {
  func bytes(of output: SiteRenderer.Output) -> [UInt8] {
    var bytes: [UInt8] = []
    renderer.render(output, into: &bytes)
    return bytes
  }

  func feed(_ feed: Feed) -> XMLNode? { XMLNode.parse(bytes(of: .feed(feed))) }

  func ids(_ feed: Feed) -> [String] {
    guard let root = self.feed(feed) else { return [] }
    return ([root] + root.all("entry")).compactMap { $0.first("id")?.text }
  }
}

/// An element of XML, as Foundation's parser reads it.
final class XMLNode {
  let name: String
  let attributes: [String: String]
  var children: [XMLNode] = []
  private(set) var own = ""

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Nil where the bytes are not well-formed.
  static func parse(_ bytes: [UInt8]) -> XMLNode? {
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    return parser.parse() ? builder.root : nil
  }

  /// All text in it, without what only separates elements.
  var text: String { children.isEmpty ? own : children.map(\.text).joined() }

  func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }
  func first(_ name: String) -> XMLNode? { all(name).first }
  func descendants(_ name: String) -> [XMLNode] { all(name) + children.flatMap { $0.descendants(name) } }
  func links(_ relation: String) -> [String] {
    all("link").filter { $0.attributes["rel"] == relation }.compactMap { $0.attributes["href"] }
  }
  var entryTitles: [String] { all("entry").compactMap { $0.first("title")?.text } }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      let node = XMLNode(name: name, attributes: attributes)
      open.last?.children.append(node)
      if root == nil { root = node }
      open.append(node)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.own += string }
  }
}
