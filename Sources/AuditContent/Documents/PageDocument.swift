import AuditModel

/// A page's file as it was written.
struct PageDocument: Shaped {
  var title = ""
  var summary: String?
  var isDraft = false
  var formerly: [Reference] = []

  static let shape = Shape<PageDocument>(
    "page", sv: "sidan", en: "the page",
    [
      .type("page"),
      Field("title", .text, required: true, "Sidans titel.") { $0.title = $1 },
      Field("summary", .text, "En mening om sidan.") { $0.summary = $1 },
      .draft(\.isDraft),
      .formerly(\.formerly),
    ])
}

/// The glossary's file as it was written.
struct GlossaryDocument: Shaped {
  var title: String?
  var terms: [TermEntry] = []

  static let shape = Shape<GlossaryDocument>(
    "glossary", sv: "ordlistan", en: "the glossary",
    [
      .type("glossary"),
      Field("title", .text, "Ordlistans titel.") { $0.title = $1 },
      Field("terms", .list(.object(TermEntry.self)), required: true, "Orden.") { $0.terms = $1 },
    ])
}

struct TermEntry: Shaped {
  var term = ""
  var forms: [String] = []
  var text = ""
  var translations: [Term.Translation] = []

  static let shape = Shape<TermEntry>(
    "term", sv: "ordet", en: "the term",
    [
      Field("term", .text, required: true, "Ordet.") { $0.term = $1 },
      Field("forms", .list(.text), "Ordets andra former.") { $0.forms = $1 },
      Field("text", .text, required: true, "Förklaringen.") { $0.text = $1 },
      Field("translations", .entries(.object(TranslationEntry.self)), "Ordet på andra språk, som en: {term: …, text: …}.") {
        (term: inout TermEntry, entries: [(key: Reference, value: TranslationEntry)]) in
        term.translations = entries.map {
          Term.Translation(language: $0.key.value, term: $0.value.term, forms: $0.value.forms, text: $0.value.text)
        }
      },
    ])
}

/// A term in another language.
struct TranslationEntry: Shaped {
  var term = ""
  var forms: [String] = []
  var text = ""

  static let shape = Shape<TranslationEntry>(
    "translation", sv: "översättningen", en: "the translation",
    [
      Field("term", .text, required: true, "Ordet på det språket.") { $0.term = $1 },
      Field("forms", .list(.text), "Ordets andra former.") { $0.forms = $1 },
      Field("text", .text, required: true, "Förklaringen på det språket.") { $0.text = $1 },
    ])
}
