/// A page of running text, such as *Om webbplatsen*.
public struct Page: Sendable {
  /// Its path without its extension: `om`.
  public var id: String
  public var title: String
  public var summary: String?
  public var formerly: [String]
  public var isDraft: Bool
  public var body: Body
  public var origin: Origin

  public init(
    id: String, title: String, summary: String? = nil, formerly: [String] = [], isDraft: Bool = false, body: Body, origin: Origin
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.formerly = formerly
    self.isDraft = isDraft
    self.body = body
    self.origin = origin
  }
}

/// The glossary: words of the field in the site's own explanations.
public struct Glossary: Sendable {
  public var title: String?
  public var terms: [Term]
  public var body: Body?

  public init(title: String? = nil, terms: [Term] = [], body: Body? = nil) {
    self.title = title
    self.terms = terms
    self.body = body
  }
}

/// A word of the field.
public struct Term: Sendable, Hashable {
  public var term: String
  /// Its other forms: `missivet`, `missiven`.
  public var forms: [String]
  public var text: String
  /// The same in other languages, by their codes, in the order in which they were written.
  public var translations: [Translation]

  public init(term: String, forms: [String] = [], text: String, translations: [Translation] = []) {
    self.term = term
    self.forms = forms
    self.text = text
    self.translations = translations
  }

  /// A word of another language for the same thing, explained in that language.
  public struct Translation: Sendable, Hashable {
    public var language: String
    public var term: String
    public var forms: [String]
    public var text: String

    public init(language: String, term: String, forms: [String] = [], text: String) {
      self.language = language
      self.term = term
      self.forms = forms
      self.text = text
    }
  }
}

/// A file beside a page, copied to the site as it is.
public struct Attachment: Sendable, Hashable {
  /// Its path in the content folder: `boras/integration-2021/missiv.pdf`.
  public var path: String
  public var size: Int

  public init(path: String, size: Int) {
    self.path = path
    self.size = size
  }
}
