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

  static let shape = Shape<TermEntry>(
    "term", sv: "ordet", en: "the term",
    [
      Field("term", .text, required: true, "Ordet.") { $0.term = $1 },
      Field("forms", .list(.text), "Ordets andra former.") { $0.forms = $1 },
      Field("text", .text, required: true, "Förklaringen.") { $0.text = $1 },
    ])
}
