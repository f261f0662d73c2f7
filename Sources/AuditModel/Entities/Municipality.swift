/// A municipality, as it names itself.
public struct Municipality: Sendable {
  /// The name of its folder: `boras`.
  public var id: String
  /// Its own name for itself: `Borås Stad`.
  public var name: String
  /// The everyday name: `Borås`.
  public var shortName: String
  /// The code of Statistics Sweden (SCB), four digits as text.
  public var code: String
  public var county: String?
  public var website: String?
  public var boards: [ID<Board>]
  public var body: Body
  /// Earlier addresses of its page, beginning with `/`.
  public var formerly: [String]
  public var origin: Origin

  public init(
    id: String, name: String, shortName: String? = nil, code: String, county: String? = nil, website: String? = nil,
    boards: [ID<Board>] = [], body: Body, formerly: [String] = [], origin: Origin
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName ?? name
    self.code = code
    self.county = county
    self.website = website
    self.boards = boards
    self.body = body
    self.formerly = formerly
    self.origin = origin
  }
}

/// A board (*nämnd*, *kommunstyrelse*, a municipal company): whom recommendations are addressed to and who replies.
public struct Board: Sendable {
  /// `boras/kommunstyrelsen`.
  public var id: String
  /// `kommunstyrelsen`, unique within the municipality.
  public var shortID: String
  public var municipality: ID<Municipality>
  public var name: String
  public var kind: ID<BoardKind>
  public var body: BoardBody
  /// Other ways in which documents write its name, slips included.
  public var aliases: [String]
  public var from: EDTFDate?
  public var to: EDTFDate?
  public var successor: ID<Board>?
  public var origin: Origin

  public init(
    id: String, shortID: String, municipality: ID<Municipality>, name: String, kind: ID<BoardKind>, body: BoardBody = .board,
    aliases: [String] = [], from: EDTFDate? = nil, to: EDTFDate? = nil, successor: ID<Board>? = nil, origin: Origin
  ) {
    self.id = id
    self.shortID = shortID
    self.municipality = municipality
    self.name = name
    self.kind = kind
    self.body = body
    self.aliases = aliases
    self.from = from
    self.to = to
    self.successor = successor
    self.origin = origin
  }
}

/// What sort of body a board is.
public enum BoardBody: String, Sendable, Hashable, CaseIterable {
  case board, executive, company, committee, council, whole
}
