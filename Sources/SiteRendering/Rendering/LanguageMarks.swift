import AuditModel
import Mustache

/// The attribute that text gets which is in another language than the page around it: ` lang="sv"`, with ` dir="ltr"` where the
/// page is written the other way. Nil where the languages are the same.
struct LanguageMarks: Sendable {
  /// For what documents say: quotations, titles, recommendations and the documents' own words for things.
  let document: [UInt8]?
  /// For what the site's owner has written: topics, themes, pages, notes and the glossary.
  let content: [UInt8]?

  /// The municipalities' documents are in Swedish, whatever language their readers choose.
  static let documentLanguage = "sv"

  /// `first` is the site's first language, in which its owner writes.
  init(on page: Strings, first: LanguageTree) {
    func mark(_ language: String, _ direction: String) -> [UInt8]? {
      if language == page.language { return nil }
      return Array(" lang=\"\(language)\"\(direction == page.direction ? "" : " dir=\"\(direction)\"")".utf8)
    }
    document = mark(LanguageMarks.documentLanguage, "ltr")
    content = mark(first.language, first.direction)
  }

  /// `{{lang.document}}` and `{{lang.content}}`.
  var record: Record {
    func value(_ mark: [UInt8]?) -> Value { mark.map { .html($0) } ?? .absent }
    return Record(
      shape: Shape("lang", [.init("document", .html), .init("content", .html)]), values: [value(document), value(content)])
  }
}

extension SiteContext {
  /// For a reply's title: a document's own, unless the site names it by who replied.
  func titleMark(_ id: ID<Reply>) -> [UInt8]? { archive[id].title == nil ? nil : marks.document }
  func titleMark(_ id: ID<FollowUp>) -> [UInt8]? { archive[id].title == nil ? nil : marks.document }

  /// For a page's name, at the end of its trail.
  func nameMark(of page: SitePage) -> [UInt8]? {
    switch page {
    case .audit: marks.document
    case .reply(let id): titleMark(id)
    case .followUp(let id): titleMark(id)
    case .topic, .theme, .boardKind, .page: marks.content
    case .glossary: titleMark(of: .glossary)
    default: nil
    }
  }

  /// For what `title(of:)` says. Names of municipalities and boards are names in every language.
  func titleMark(of subject: Subject) -> [UInt8]? {
    switch subject {
    case .municipality, .board: nil
    case .audit, .recommendation, .measure: marks.document
    case .reply(let id): titleMark(id)
    case .followUp(let id): titleMark(id)
    case .topic, .theme, .boardKind, .page: marks.content
    case .glossary: archive.glossary?.title == nil ? nil : marks.content
    }
  }
}
