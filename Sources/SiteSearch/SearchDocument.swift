/// Something that a search can find: a page of the site, or a place on one.
public struct SearchDocument: Sendable {
  /// What sort of thing it is, by its place in the list of kinds that the search page shows.
  public var kind: Int
  /// Where a recommendation stands, counted from 1; 0 where it has no state.
  public var state: Int
  public var title: String
  /// The address from the site's root.
  public var address: String
  /// What stands above the title: a number, boards.
  public var label: String
  /// What is said in short: a summary or a lead-in. It is searched after the title and shown as context.
  public var summary: String
  /// Names that it is also found by: municipality, year, boards, themes.
  public var names: [String]
  /// The running text.
  public var body: [UInt8]
  /// Whether the title is a name, so that a search for just that finds it first.
  public var isName: Bool
  public var facets: Facets

  /// What a document can be filtered by, as places in the collection's lists of names.
  public struct Facets: Sendable, Hashable {
    public var municipality: Int?
    public var year: Int?
    public var topics: [Int]
    public var themes: [Int]
    public var boards: [Int]

    public init(municipality: Int? = nil, year: Int? = nil, topics: [Int] = [], themes: [Int] = [], boards: [Int] = []) {
      self.municipality = municipality
      self.year = year
      self.topics = topics
      self.themes = themes
      self.boards = boards
    }
  }

  public init(
    kind: Int, state: Int = 0, title: String, address: String, label: String = "", summary: String = "", names: [String] = [],
    body: [UInt8] = [], isName: Bool = false, facets: Facets = Facets()
  ) {
    self.kind = kind
    self.state = state
    self.title = title
    self.address = address
    self.label = label
    self.summary = summary
    self.names = names
    self.body = body
    self.isName = isName
    self.facets = facets
  }
}

/// What is indexed: so many documents, each made when it is asked for, so that their texts are never in memory together.
public protocol SearchCollection: Sendable {
  var count: Int { get }
  /// What the places in the documents' facets mean.
  var names: FacetNames { get }
  func document(_ index: Int) -> SearchDocument
}

/// The names that documents can be filtered by.
public struct FacetNames: Sendable {
  public var municipalities: [String]
  public var topics: [String]
  public var themes: [String]
  public var boards: [String]

  public init(municipalities: [String] = [], topics: [String] = [], themes: [String] = [], boards: [String] = []) {
    self.municipalities = municipalities
    self.topics = topics
    self.themes = themes
    self.boards = boards
  }
}
