import AuditModel

/// Writes a feed as Atom (RFC 4287).
///
/// A date of the documents becomes noon in universal time of the notice's day, so that it is the same date wherever in Europe
/// or America it is read. A feed without entries was last changed on 1 January 1970.
struct AtomFeed {
  let context: SiteContext
  let feed: Feed

  private var archive: Archive { context.archive }
  private var strings: Strings { context.strings }

  func render(into buffer: inout [UInt8]) {
    var xml = XMLBytes(bytes: buffer)
    buffer = []
    let entries = feed.entries(in: context)
    xml.declaration()
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": strings.language]) { xml in
      xml.line("id", context.id(of: feed))
      xml.line("title", context.title(of: feed))
      xml.line("subtitle", strings.text(feed == .changes ? .changeFeedSubtitle : .feedSubtitle))
      xml.line("updated", timestamp(entries.first?.day ?? Day(number: 0)))
      let address = context.absolute(context.plan.address(ofFeed: feed))
      xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": address])
      xml.empty("link", ["rel": "alternate", "type": "text/html", "href": context.absolute(context.address(feed.page))])
      if let licence = archive.site.licence {
        xml.empty("link", ["rel": "license", "href": licence])
        xml.line("rights", licence)
      }
      let publisher = archive.site.publisher
      author(publisher?.name ?? archive.site.title, publisher?.website, into: &xml)
      for entry in entries { print(entry, into: &xml) }
    }
    buffer = xml.bytes
  }

  private func print(_ entry: any AtomEntry, into xml: inout XMLBytes) {
    let (who, links) = (entry.who, entry.links)
    xml.element("entry") { xml in
      xml.line("id", context.urn(entry.name))
      xml.line("title", entry.title)
      xml.line("updated", timestamp(entry.day))
      xml.empty("link", ["rel": "alternate", "type": "text/html", "href": links.first.map { context.absolute($0.address) }])
      author(who, nil, into: &xml)
      xml.element("content", ["type": "xhtml"]) { xml in
        xml.element("div", ["xmlns": "http://www.w3.org/1999/xhtml"]) { xml in
          for paragraph in entry.paragraphs { xml.line("p", paragraph) }
          for link in links {
            xml.element("p") { $0.line("a", link.name, ["href": context.absolute(link.address)]) }
          }
        }
      }
    }
  }

  private func author(_ name: String, _ address: String?, into xml: inout XMLBytes) {
    xml.element("author") { xml in
      xml.line("name", name)
      xml.line("uri", address)
    }
  }

  private func timestamp(_ day: Day) -> String { EDTFDate(day).description + "T12:00:00Z" }
}

/// What an entry of a feed says, in plain words.
protocol AtomEntry {
  /// A name that stays, whatever the site's address or titles become.
  var name: String { get }
  var day: Day { get }
  var title: String { get }
  /// Who says so.
  var who: String { get }
  var paragraphs: [String] { get }
  /// The first is what it is about.
  var links: [Link] { get }
}

/// Something that happened, as a feed tells it.
struct FeedEntry: AtomEntry {
  let context: SiteContext
  let notice: Notice

  var name: String { notice.name }
  var day: Day { notice.day }

  private var archive: Archive { context.archive }
  private var strings: Strings { context.strings }
  private var event: Event { notice.event }
  private var line: EventView { EventView(context: context, event: event) }

  /// Stands alone: what happened, in which audit, where and when that was made.
  var title: String {
    strings.text(
      .feedEntry,
      [
        "what": .text(what), "audit": .text(archive[notice.audit].title), "place": .text(context.shortName(notice.audit)),
      ])
  }

  private var what: String {
    switch event.kind {
    case .replied(let id): context.replyTitle(id)
    case .followedUp(let id): context.followUpTitle(id)
    case .replyDue: strings.text(.feedReplyDue)
    case .measuresDue: strings.text(.feedMeasuresDue)
    case .moved(_, let move): strings.text(move.from == nil ? .feedDeadlineSet : .feedDeadlineMoved)
    default: strings.text(.feedAudited)
    }
  }

  /// Who says so, or whose document set the date.
  var who: String { line.who }

  var paragraphs: [String] {
    var paragraphs: [String] = []
    if case .audited = event.kind, let summary = archive[notice.audit].summary { paragraphs.append(summary) }
    paragraphs.append(line.what)
    switch event.kind {
    case .replyDue:
      let boards = context.insight.missing(in: notice.audit, on: notice.day).compactMap(\.board)
      paragraphs.append(
        boards.isEmpty
          ? strings.text(.feedNoReply) : strings.text(.feedNoReplyFrom, ["boards": .text(context.names(boards))]))
    case .moved(_, let move):
      let to = PhraseValue.text(strings.dayInSentence(move.to))
      paragraphs.append(
        move.from.map { strings.text(.feedFromTo, ["from": .text(strings.dayInSentence($0)), "to": to]) }
          ?? strings.text(.feedTo, ["to": to]))
      if let reason = line.reason { paragraphs.append(reason) }
    case .followedUp where !isVerdict: paragraphs.append(strings.text(.voiceClaim) + ".")
    default: break
    }
    if let date = event.date {
      let source = [strings.dayInSentence(date), event.paragraph].compactMap { $0 }.joined(separator: ", ")
      paragraphs.append(strings.text(.feedSource, ["who": .text(who), "date": .text(source)]))
    }
    return paragraphs
  }

  private var isVerdict: Bool { event.voice == .auditors }

  /// The document first, then the audit that it came of.
  var links: [Link] {
    let audit = context.fullLink(notice.audit)
    return switch event.document {
    case .reply(let id): [context.link(id), audit]
    case .followUp(let id): [context.link(id), audit]
    default: [audit]
    }
  }
}
