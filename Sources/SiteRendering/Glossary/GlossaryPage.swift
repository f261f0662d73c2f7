import AuditModel
import Mustache

/// The glossary, in alphabetical order.
struct GlossaryPage: PageView {
  let context: SiteContext

  private var glossary: Glossary { archive.glossary ?? Glossary() }

  var sitePage: SitePage { .glossary }

  var chrome: Chrome {
    let title = glossary.title ?? strings.text(.glossary)
    return Chrome(
      context: context, page: sitePage, title: title, name: title, description: strings.text(.glossaryDescription),
      trail: [.start(in: context)])
  }

  static let view = page(
    "glossary",
    [
      .list("terms") { $0.context.glossary },
      .html("body") { page in page.glossary.body.flatMap { page.context.body($0, headingLevel: 2, on: .glossary) }?.html },
    ])
}

/// A word with its explanation, in the page's language where the glossary has it.
struct GlossaryEntry: View {
  /// Its place on the page that explains it; the same in every language.
  let anchor: String
  let term: String
  let forms: [String]
  let text: String
  /// What the documents call it, where the entry is a translation.
  let original: String?
  /// Whether it is in the page's language, so that the page's own words can lead to it.
  let isReadable: Bool
  let mark: [UInt8]?

  static let view = ViewType<GlossaryEntry>(
    "term",
    [
      .text("term") { $0.term },
      .text("anchor") { $0.anchor },
      .text("text") { $0.text },
      .text("forms") { $0.original == nil ? $0.forms.joined(separator: ", ") : nil },
      .text("original") { $0.original },
      .html("mark") { $0.mark },
    ])

  /// The entries of a glossary for pages in a language, in alphabetical order.
  static func entries(_ glossary: Glossary?, on language: String, first: String, marks: LanguageMarks) -> [GlossaryEntry] {
    let entries = (glossary?.terms ?? []).enumerated().map { number, term in
      let name = slug(term.term)
      let anchor = name.isEmpty ? "ord-\(number + 1)" : "ord-" + name
      if language != first, let translation = term.translations.first(where: { $0.language == language }) {
        return GlossaryEntry(
          anchor: anchor, term: translation.term, forms: translation.forms, text: translation.text, original: term.term,
          isReadable: true, mark: nil)
      }
      return GlossaryEntry(
        anchor: anchor, term: term.term, forms: term.forms, text: term.text, original: nil, isReadable: language == first,
        mark: marks.content)
    }
    return entries.map { (swedishOrder($0.term), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}
