import AuditModel
public import SiteSearch

/// What of a site can be searched: recommendations, audits, replies and follow-ups with their texts, boards, municipalities,
/// topics, themes, words of the glossary and free pages, in the order in which the site is read.
public struct SearchContent: SearchCollection {
  let context: SiteContext
  private let entries: [Entry]
  private let boardNames: [String]
  private let placeOfBoardName: [String: Int]
  /// The number of the first document of each municipality, in the order of the archive. All others that belong to it follow.
  public let starts: [Int]

  /// What can be found. The order is that of the index, and of the kinds on the search page.
  enum Kind: Int, CaseIterable {
    case recommendation, audit, reply, followUp, municipality, board, boardKind, topic, theme, term, page
  }

  private enum Entry {
    case recommendation(ID<Recommendation>)
    case audit(ID<Audit>)
    case reply(ID<Reply>)
    case followUp(ID<FollowUp>)
    case municipality(ID<Municipality>)
    case board(ID<Board>)
    case boardKind(ID<BoardKind>)
    case topic(ID<Topic>)
    case theme(ID<Theme>)
    case term(Int)
    case page(ID<Page>)
  }

  private var archive: Archive { context.archive }

  init(_ context: SiteContext) {
    self.context = context
    let archive = context.archive
    let links = archive.links
    var entries: [Entry] = []
    var starts: [Int] = []
    for place in Archive.ids(archive.municipalities) {
      starts.append(entries.count)
      entries.append(.municipality(place))
      entries += archive[place].boards.map { .board($0) }
      for audit in links.audits[place] {
        entries.append(.audit(audit))
        entries += archive[audit].recommendations.map { .recommendation($0) }
        entries += links.replies[audit].map { .reply($0) }
        entries += links.followUps[audit].map { .followUp($0) }
      }
    }
    entries += Archive.ids(archive.boardKinds).map { .boardKind($0) }
    entries += Archive.ids(archive.topics).map { .topic($0) }
    entries += Archive.ids(archive.themes).map { .theme($0) }
    entries += context.glossary.indices.map { .term($0) }
    entries += Archive.ids(archive.pages).map { .page($0) }
    self.entries = entries
    self.starts = starts
    boardNames = Set(archive.boards.map(\.name)).sorted { swedishOrder($0).lexicographicallyPrecedes(swedishOrder($1)) }
    var places: [String: Int] = [:]
    for (place, name) in boardNames.enumerated() { places[name] = place }
    placeOfBoardName = places
  }

  public var count: Int { entries.count }

  public var names: FacetNames {
    FacetNames(
      municipalities: archive.municipalities.map(\.shortName), topics: archive.topics.map(\.name),
      themes: archive.themes.map(\.name),
      boards: boardNames)
  }

  /// The numbers of the documents that show some of the content's running texts.
  public func documents(showing paths: Set<String>) -> [Int] {
    entries.indices.filter { place in
      let body: Body? =
        switch entries[place] {
        case .audit(let id): archive[id].body
        case .reply(let id): archive[id].body
        case .followUp(let id): archive[id].body
        case .municipality(let id): archive[id].body
        case .page(let id): archive[id].body
        case .recommendation, .board, .boardKind, .topic, .theme, .term: nil
        }
      return body.map { paths.contains(archive.path(of: $0)) } ?? false
    }
  }

  public func document(_ index: Int) -> SearchDocument {
    switch entries[index] {
    case .recommendation(let id): recommendation(id)
    case .audit(let id): audit(id)
    case .reply(let id): reply(id)
    case .followUp(let id): followUp(id)
    case .municipality(let id): municipality(id)
    case .board(let id): board(id)
    case .boardKind(let id): name(.boardKind, archive[id].name, context.address(id))
    case .topic(let id):
      name(.topic, archive[id].name, context.address(id), archive[id].description) { $0.topics = [Int(id.index)] }
    case .theme(let id):
      name(.theme, archive[id].name, context.address(id), archive[id].description) { $0.themes = [Int(id.index)] }
    case .term(let place): term(place)
    case .page(let id): page(id)
    }
  }

  private func recommendation(_ id: ID<Recommendation>) -> SearchDocument {
    let recommendation = archive[id]
    let boards = context.names(recommendation.to)
    var facets = facets(recommendation.audit, boards: recommendation.to + recommendation.with)
    facets.themes = places(recommendation.themes)
    return SearchDocument(
      kind: Kind.recommendation.rawValue,
      state: recommendation.isCounted ? (RecommendationState.allCases.firstIndex(of: context.insight[id].state) ?? -1) + 1 : 0,
      title: recommendation.text, address: canonical(context.address(id)),
      label: boards.isEmpty ? recommendation.shortID : recommendation.shortID + " · " + boards,
      summary: recommendation.leadIn ?? "",
      names: names(recommendation.audit) + recommendation.themes.map { archive[$0].name }
        + recommendation.with.map { archive[$0].name },
      facets: facets)
  }

  private func audit(_ id: ID<Audit>) -> SearchDocument {
    let audit = archive[id]
    var text = body(audit.body, .audit(id))
    for purpose in audit.purpose { add(purpose, &text) }
    for observation in audit.observations { add(observation.text, &text) }
    for assessment in audit.assessments { add(assessment.quote, &text) }
    for criticism in audit.criticism { add(criticism.quote, &text) }
    var facets = facets(id, boards: audit.replyRequest?.from ?? [])
    facets.themes = places(audit.observations.flatMap(\.themes))
    return SearchDocument(
      kind: Kind.audit.rawValue, title: audit.title, address: canonical(context.address(id)), label: audit.auditor,
      summary: audit.summary ?? "",
      names: names(id) + audit.topics.map { archive[$0].name } + [audit.reference, audit.commissionedBy].compactMap { $0 },
      body: text,
      facets: facets)
  }

  private func reply(_ id: ID<Reply>) -> SearchDocument {
    let reply = archive[id]
    var text = body(reply.body, .reply(id))
    for answer in reply.answers { add(archive[answer].quote, &text) }
    for measure in reply.measures { add(archive[measure].text, &text) }
    return SearchDocument(
      kind: Kind.reply.rawValue, title: context.replyTitle(id), address: canonical(context.address(id)),
      label: archive[reply.audit].title,
      names: names(reply.audit) + reply.by.map { archive[$0].name } + [reply.decision?.reference].compactMap { $0 }, body: text,
      facets: facets(reply.audit, boards: reply.by, date: reply.effectiveDate))
  }

  private func followUp(_ id: ID<FollowUp>) -> SearchDocument {
    let followUp = archive[id]
    var boards: [ID<Board>] = []
    if case .boards(let by) = followUp.voice { boards = by }
    var text = body(followUp.body, .followUp(id))
    for finding in followUp.findings {
      add(archive[finding].quote, &text)
      add(archive[finding].reason, &text)
    }
    return SearchDocument(
      kind: Kind.followUp.rawValue, title: context.followUpTitle(id), address: canonical(context.address(id)),
      label: archive[followUp.audit].title,
      names: names(followUp.audit) + boards.map { archive[$0].name } + [followUp.decision?.reference].compactMap { $0 },
      body: text,
      facets: facets(followUp.audit, boards: boards, date: followUp.date))
  }

  private func municipality(_ id: ID<Municipality>) -> SearchDocument {
    let municipality = archive[id]
    return SearchDocument(
      kind: Kind.municipality.rawValue, title: municipality.name, address: canonical(context.address(id)),
      label: municipality.county ?? "", names: [municipality.shortName, municipality.code],
      body: body(municipality.body, .municipality(id)), isName: true,
      facets: SearchDocument.Facets(municipality: Int(id.index)))
  }

  private func board(_ id: ID<Board>) -> SearchDocument {
    let board = archive[id]
    return SearchDocument(
      kind: Kind.board.rawValue, title: board.name, address: canonical(context.address(id)),
      names: board.aliases + [archive[board.municipality].shortName],
      isName: true,
      facets: SearchDocument.Facets(municipality: Int(board.municipality.index), boards: boardPlaces([id])))
  }

  private func term(_ place: Int) -> SearchDocument {
    let entry = context.glossary[place]
    return SearchDocument(
      kind: Kind.term.rawValue, title: entry.term, address: canonical(context.address(.glossary)) + "#" + entry.anchor,
      summary: entry.text, names: entry.forms, isName: true)
  }

  private func page(_ id: ID<Page>) -> SearchDocument {
    SearchDocument(
      kind: Kind.page.rawValue, title: archive[id].title, address: canonical(context.address(.page(id))),
      summary: archive[id].summary ?? "", body: body(archive[id].body, .page(id)))
  }

  private func name(
    _ kind: Kind, _ title: String, _ address: String, _ description: String? = nil,
    _ set: (inout SearchDocument.Facets) -> Void = { _ in }
  ) -> SearchDocument {
    var facets = SearchDocument.Facets()
    set(&facets)
    return SearchDocument(
      kind: kind.rawValue, title: title, address: canonical(address), summary: description ?? "", isName: true, facets: facets)
  }

  // MARK: Parts

  /// What every document of an audit is found by: its place and its year.
  private func names(_ audit: ID<Audit>) -> [String] {
    [archive[archive[audit].municipality].shortName] + (archive[audit].date.map { [String($0.year)] } ?? [])
  }

  private func facets(_ audit: ID<Audit>, boards: [ID<Board>], date: EDTFDate? = nil) -> SearchDocument.Facets {
    let topics: [Int] = archive[audit].topics.map { Int($0.index) }
    let year: Int? = (date ?? archive[audit].date).map { Int($0.year) }
    return SearchDocument.Facets(
      municipality: Int(archive[audit].municipality.index), year: year, topics: topics.sorted(), boards: boardPlaces(boards))
  }

  private func boardPlaces(_ boards: [ID<Board>]) -> [Int] {
    Set(boards.compactMap { placeOfBoardName[archive[$0].name] }).sorted()
  }

  private func places(_ themes: [ID<Theme>]) -> [Int] { Set(themes.map { Int($0.index) }).sorted() }

  private func canonical(_ path: String) -> String { Address(path: path).canonical }

  private func body(_ body: Body, _ page: SitePage) -> [UInt8] {
    context.body(body, headingLevel: 2, on: page).map { plainText(ofHTML: $0.html) } ?? []
  }

  private func add(_ more: String?, _ text: inout [UInt8]) {
    guard let more, !more.isEmpty else { return }
    if let last = text.last, last != 0x20 { text.append(0x20) }
    text += more.utf8
  }
}

extension SiteRenderer {
  /// What of the site can be searched. The index has no language: it is made once, in the words of the first.
  public var searchContent: SearchContent { SearchContent(context) }

  /// The folder of the index.
  public static let searchFolder = "sok/index/"
}
