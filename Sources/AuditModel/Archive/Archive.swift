/// Everything that was read, cross-linked: the one value that all later stages work on.
///
/// It holds the front matter of every document but no running text. The linker makes it; every `ID` it holds names something in
/// it. All arrays are sorted by id (bytes of the path), except that topics, themes and kinds of boards stand as `site.yaml` lists
/// them, parts follow their umbrella, and answers, measures and findings stand in the order of their documents.
///
/// It is a class since nearly everything holds it: copying a value of so many arrays would count each of them up and down.
public final class Archive: Sendable {
  public let site: Site
  /// The paths of the documents, in the order of their bytes.
  public let files: [String]
  public let topics: [Topic]
  public let themes: [Theme]
  public let boardKinds: [BoardKind]
  public let municipalities: [Municipality]
  public let boards: [Board]
  public let audits: [Audit]
  public let recommendations: [Recommendation]
  public let replies: [Reply]
  public let answers: [Answer]
  public let measures: [Measure]
  public let followUps: [FollowUp]
  public let findings: [Finding]
  public let movedDeadlines: [MovedDeadline]
  public let pages: [Page]
  public let glossary: Glossary?
  public let attachments: [Attachment]
  /// Links in running text, each once, sorted by the linking document.
  public let mentions: [Mention]
  public let links: Links

  /// - Parameter links: those of the entities, where they are made already.
  public init(
    site: Site, files: [String] = [], topics: [Topic] = [], themes: [Theme] = [], boardKinds: [BoardKind] = [],
    municipalities: [Municipality] = [], boards: [Board] = [], audits: [Audit] = [], recommendations: [Recommendation] = [],
    replies: [Reply] = [], answers: [Answer] = [], measures: [Measure] = [], followUps: [FollowUp] = [],
    findings: [Finding] = [], movedDeadlines: [MovedDeadline] = [], pages: [Page] = [], glossary: Glossary? = nil,
    attachments: [Attachment] = [], mentions: [Mention] = [], links: Links? = nil
  ) {
    self.site = site
    self.files = files
    self.topics = topics
    self.themes = themes
    self.boardKinds = boardKinds
    self.municipalities = municipalities
    self.boards = boards
    self.audits = audits
    self.recommendations = recommendations
    self.replies = replies
    self.answers = answers
    self.measures = measures
    self.followUps = followUps
    self.findings = findings
    self.movedDeadlines = movedDeadlines
    self.pages = pages
    self.glossary = glossary
    self.attachments = attachments
    self.mentions = mentions
    var links =
      links
      ?? Links(
        topics: topics.count, themes: themes.count, boardKinds: boardKinds.count, municipalities: municipalities.count,
        boards: boards, audits: audits, recommendations: recommendations, replies: replies, answers: answers, measures: measures,
        followUps: followUps, findings: findings, movedDeadlines: movedDeadlines)
    for mention in mentions { links.mentionedBy[mention.to, default: []].append(mention.from) }
    self.links = links
  }

  /// The same for a site at another address.
  public func at(_ baseURL: String) -> Archive {
    var site = site
    site.baseURL = baseURL
    return Archive(self, site: site)
  }

  /// The same with other entities in the places of what belongs to one audit, and the same links in running texts: for showing at
  /// once what is about to be linked anew.
  public func replacing(
    _ audit: ID<Audit>, audits: [Audit], recommendations: [Recommendation], replies: [Reply], answers: [Answer],
    measures: [Measure],
    followUps: [FollowUp], findings: [Finding], movedDeadlines: [MovedDeadline]
  ) -> Archive {
    let new = Archive(
      self, site: site, audits: audits, recommendations: recommendations, replies: replies, answers: answers, measures: measures,
      followUps: followUps, findings: findings, movedDeadlines: movedDeadlines)
    if isLinkedAlike(new, audit) { return new }
    var links = Links(
      topics: topics.count, themes: themes.count, boardKinds: boardKinds.count, municipalities: municipalities.count,
      boards: boards,
      audits: audits, recommendations: recommendations, replies: replies, answers: answers, measures: measures,
      followUps: followUps, findings: findings, movedDeadlines: movedDeadlines)
    links.mentionedBy = self.links.mentionedBy
    return Archive(new, site: site, links: links)
  }

  private init(
    _ other: Archive, site: Site, audits: [Audit]? = nil, recommendations: [Recommendation]? = nil, replies: [Reply]? = nil,
    answers: [Answer]? = nil, measures: [Measure]? = nil, followUps: [FollowUp]? = nil, findings: [Finding]? = nil,
    movedDeadlines: [MovedDeadline]? = nil, links: Links? = nil
  ) {
    self.site = site
    self.files = other.files
    self.topics = other.topics
    self.themes = other.themes
    self.boardKinds = other.boardKinds
    self.municipalities = other.municipalities
    self.boards = other.boards
    self.audits = audits ?? other.audits
    self.recommendations = recommendations ?? other.recommendations
    self.replies = replies ?? other.replies
    self.answers = answers ?? other.answers
    self.measures = measures ?? other.measures
    self.followUps = followUps ?? other.followUps
    self.findings = findings ?? other.findings
    self.movedDeadlines = movedDeadlines ?? other.movedDeadlines
    self.pages = other.pages
    self.glossary = other.glossary
    self.attachments = other.attachments
    self.mentions = other.mentions
    self.links = links ?? other.links
  }

  @inlinable public subscript(id: ID<Topic>) -> Topic { topics[Int(id.index)] }
  @inlinable public subscript(id: ID<Theme>) -> Theme { themes[Int(id.index)] }
  @inlinable public subscript(id: ID<BoardKind>) -> BoardKind { boardKinds[Int(id.index)] }
  @inlinable public subscript(id: ID<Municipality>) -> Municipality { municipalities[Int(id.index)] }
  @inlinable public subscript(id: ID<Board>) -> Board { boards[Int(id.index)] }
  @inlinable public subscript(id: ID<Audit>) -> Audit { audits[Int(id.index)] }
  @inlinable public subscript(id: ID<Recommendation>) -> Recommendation { recommendations[Int(id.index)] }
  @inlinable public subscript(id: ID<Reply>) -> Reply { replies[Int(id.index)] }
  @inlinable public subscript(id: ID<Answer>) -> Answer { answers[Int(id.index)] }
  @inlinable public subscript(id: ID<Measure>) -> Measure { measures[Int(id.index)] }
  @inlinable public subscript(id: ID<FollowUp>) -> FollowUp { followUps[Int(id.index)] }
  @inlinable public subscript(id: ID<Finding>) -> Finding { findings[Int(id.index)] }
  @inlinable public subscript(id: ID<MovedDeadline>) -> MovedDeadline { movedDeadlines[Int(id.index)] }
  @inlinable public subscript(id: ID<Page>) -> Page { pages[Int(id.index)] }

  /// The path of the file in which something was written.
  public func path(of origin: Origin) -> String { files[Int(origin.file)] }
  public func path(of body: Body) -> String { files[Int(body.file)] }

  /// The ids of all elements of an array of this archive.
  @inlinable public static func ids<Element>(_ elements: [Element]) -> [ID<Element>] { elements.indices.map { ID($0) } }
}
