import AuditModel
import Mustache

/// A name that leads somewhere.
struct Link: View {
  let name: String
  let address: String
  /// Whether other links of the same row come after it, with a comma between.
  var hasMore = false
  /// The attribute of a name in another language than the page.
  var mark: [UInt8]?

  static let view = ViewType<Link>(
    "link",
    [
      .text("name") { $0.name },
      .link("address") { $0.address },
      .flag("hasMore") { $0.hasMore },
      .html("mark") { $0.mark },
    ])
}

extension Sequence {
  /// Links that stand in a row, each knowing whether more come: `{{#to}}{{> row-link}}{{/to}}`.
  func row(_ link: (Element) -> Link) -> [Link] {
    var links = map(link)
    for index in links.indices.dropLast() { links[index].hasMore = true }
    return links
  }
}

extension SiteContext {
  func link(_ id: ID<Municipality>) -> Link { Link(name: archive[id].shortName, address: address(id)) }
  func link(_ id: ID<Board>) -> Link { Link(name: archive[id].name, address: address(id)) }
  func link(_ id: ID<Audit>) -> Link { Link(name: archive[id].title, address: address(id), mark: marks.document) }
  func link(_ id: ID<Theme>) -> Link { Link(name: archive[id].name, address: address(id), mark: marks.content) }
  func link(_ id: ID<Topic>) -> Link { Link(name: archive[id].name, address: address(id), mark: marks.content) }
  func link(_ id: ID<BoardKind>) -> Link { Link(name: archive[id].name, address: address(id), mark: marks.content) }
  /// Named by its number: `R1a`.
  func link(_ id: ID<Recommendation>) -> Link { Link(name: archive[id].shortID, address: address(id)) }
  func link(_ id: ID<Measure>) -> Link { Link(name: archive[id].shortID, address: address(id)) }
  func link(_ id: ID<Reply>) -> Link { Link(name: replyTitle(id), address: address(id), mark: titleMark(id)) }
  func link(_ id: ID<FollowUp>) -> Link { Link(name: followUpTitle(id), address: address(id), mark: titleMark(id)) }

  /// A municipality by its own name for itself: `Borås Stad`.
  func ownNameLink(_ id: ID<Municipality>) -> Link { Link(name: archive[id].name, address: address(id)) }
  /// An audit named by its place and year: `Borås 2021`.
  func shortLink(_ id: ID<Audit>) -> Link { Link(name: shortName(id), address: address(id)) }
  /// An audit named by its place, year and title.
  func fullLink(_ id: ID<Audit>) -> Link {
    Link(name: shortName(id) + ": " + archive[id].title, address: address(id), mark: marks.document)
  }

  /// An audit named by its municipality and year: `Borås 2021`, `Trollhättan, årtal saknas`.
  func shortName(_ id: ID<Audit>) -> String {
    let place = archive[archive[id].municipality].shortName
    guard let date = archive[id].date else { return place + ", " + strings.text(.dateMissing) }
    return "\(place) \(date.year)"
  }
}
