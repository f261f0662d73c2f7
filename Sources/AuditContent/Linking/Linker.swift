public import AuditModel
public import Diagnostics

/// Makes one cross-linked archive of all documents: names become ids, places are checked, drafts are left out.
///
/// What cannot be linked is reported and left out; the rest is kept, so that one run reports every problem. Time grows in
/// proportion to the content.
public func link(
  _ documents: [Document], attachments: [Attachment], keyFigures: [KeyFigureFile] = [], drafts: Bool
) -> Checked<Archive> {
  let linked = linkKeeping(documents, attachments: attachments, keyFigures: keyFigures, drafts: drafts, ownsTexts: false, jobs: 1)
  return Checked(linked.value.archive, linked.diagnostics)
}

/// The same, with what is needed to link one audit of it anew.
/// - Parameter ownsTexts: whether the archive is to have texts of its own, since the facts of the documents will be given up.
func linkKeeping(
  _ documents: [Document], attachments: [Attachment], keyFigures: [KeyFigureFile], drafts: Bool, ownsTexts: Bool, jobs: Int
) -> Checked<Relinking> {
  var documents = documents
  let isSorted = zip(documents, documents.dropFirst()).allSatisfy { comesBefore($0.path, $1.path) }
  if !isSorted { documents.sort { comesBefore($0.path, $1.path) } }
  var linker = Linker(documents, attachments: attachments.sorted { comesBefore($0.path, $1.path) }, drafts: drafts)
  for file in keyFigures { linker.keyFigures[String(splitPath(file.path)?.folder ?? ""), default: []] += file.figures }
  let (archive, subjects) = linker.makeArchive(ownsTexts: ownsTexts, jobs: jobs)
  return Checked(Relinking(archive, subjects, linker), linker.diagnostics)
}

/// The work of linking: first every id is entered, then every name is looked up.
struct Linker {
  /// What an id inside an audit names: by its place among the audit's own, or in the archive where it has been looked up.
  enum Local: Equatable {
    case recommendation(Int)
    case measure(Int)
    /// It is known, but a draft.
    case leftOut
  }

  /// How much of everything stands somewhere.
  struct Counts {
    var recommendations = 0
    var replies = 0
    var answers = 0
    var measures = 0
    var followUps = 0
    var findings = 0
    var movedDeadlines = 0
  }

  struct Town {
    var id: String
    var document: MunicipalityDocument
    var file: Int?
    /// By short id, name and alias, in lower case; -1 where two boards share the name.
    var boards: [String: Int] = [:]
    var boardIDs: [String] = []
    var isWhole: Bool
  }

  struct Part {
    var entry: RecommendationEntry
    var parent: Int?
  }

  var documents: [Document]
  let attachments: [Attachment]
  let attachmentPaths: Set<String>
  let drafts: Bool
  /// By the folder of the audit.
  var keyFigures: [String: [KeyFigure]] = [:]
  let placement: Placement
  var diagnostics: [Diagnostic]
  /// The ids of documents that are left out as drafts or could not be made out, in lower case.
  let leftOut: Set<String>

  var siteDocument = SiteDocument()
  var siteIsWhole = false
  var topicIndex: [String: Int] = [:]
  var themeIndex: [String: Int] = [:]
  var kindIndex: [String: Int] = [:]

  var towns: [Town] = []
  var townIndex: [String: Int] = [:]
  /// By id in lower case; -1 for a draft that is left out.
  var auditIndex: [String: Int] = [:]
  /// For each audit the ids of its recommendations and measures, in lower case.
  var locals: [[String: Local]] = []
  var parts: [[Part]] = []
  /// For each audit what stands before it in the archive.
  var starts: [Counts] = []
  /// What stands in the archive before the entities here: something where this is a part of the linker.
  var before = Counts()

  var boardLists = SharedLists<Board>()
  var themeLists = SharedLists<Theme>()
  var recommendationLists = SharedLists<Recommendation>()
  var measureLists = SharedLists<Measure>()

  var topics: [Topic] = []
  var themes: [Theme] = []
  var boardKinds: [BoardKind] = []
  var municipalities: [Municipality] = []
  var boards: [Board] = []
  var audits: [Audit] = []
  var recommendations: [Recommendation] = []
  var replies: [Reply] = []
  var answers: [Answer] = []
  var measures: [Measure] = []
  var followUps: [FollowUp] = []
  var findings: [Finding] = []
  var movedDeadlines: [MovedDeadline] = []

  init(_ documents: [Document], attachments: [Attachment], drafts: Bool) {
    self.documents = documents
    self.drafts = drafts
    let placement = Placement(documents, drafts: drafts)
    self.placement = placement
    // What lies beside a draft is no more to be seen than the draft.
    self.attachments =
      placement.drafts.isEmpty
      ? attachments : attachments.filter { file in !placement.drafts.contains { file.path.hasPrefix($0 + "/") } }
    self.attachmentPaths = Set(self.attachments.map(\.path))
    self.diagnostics = placement.diagnostics
    var leftOut = Set(placement.unreadable.map { folded($0) })
    for document in documents {
      let isLeftOut =
        switch document.content {
        case .unknown: true
        case .reply(let reply): reply.isDraft && !drafts
        case .followUp(let followUp): followUp.isDraft && !drafts
        case .page(let page): page.isDraft && !drafts
        case .site, .municipality, .audit, .glossary: false
        }
      if isLeftOut { leftOut.insert(folded(document.path.dropLast(3))) }
    }
    self.leftOut = leftOut
  }

  mutating func makeArchive(ownsTexts: Bool, jobs: Int) -> (Archive, SubjectIndex) {
    let site = linkSite()
    enterMunicipalities()
    enterAudits(jobs: jobs)
    linkMunicipalities()
    linkAudits(jobs: jobs)
    if ownsTexts {
      // Nothing will be linked anew.
      (locals, parts) = ([], [])
      ownTexts()
    }
    let pages = makePages()
    let glossary = makeGlossary()
    let files = documents.map(\.path)
    let (subjects, links) = inParallel(jobs: jobs) { [self] in
      SubjectIndex(
        files: files, topics: topics, themes: themes, boardKinds: boardKinds, municipalities: municipalities, boards: boards,
        audits: audits, recommendations: recommendations, replies: replies, measures: measures, followUps: followUps,
        pages: pages, glossary: glossary, attachments: attachments)
    } _: { [self] in
      Links(
        topics: topics.count, themes: themes.count, boardKinds: boardKinds.count, municipalities: municipalities.count,
        boards: boards, audits: audits, recommendations: recommendations, replies: replies, answers: answers, measures: measures,
        followUps: followUps, findings: findings, movedDeadlines: movedDeadlines)
    }
    let mentions = linkBodies(pages, glossary, subjects)
    let archive = Archive(
      site: site, files: files, topics: topics, themes: themes, boardKinds: boardKinds, municipalities: municipalities,
      boards: boards, audits: audits, recommendations: recommendations, replies: replies, answers: answers, measures: measures,
      followUps: followUps, findings: findings, movedDeadlines: movedDeadlines, pages: pages, glossary: glossary,
      attachments: attachments, mentions: mentions, links: links)
    return (archive, subjects)
  }

  // MARK: Parts

  /// Links every audit with its documents. They need nothing of each other but what has been entered, so that several threads may
  /// each link some that stand one after the other.
  private mutating func linkAudits(jobs: Int) {
    let parts = partsOfAudits(jobs: jobs)
    if parts.count < 2 {
      for index in placement.audits.indices { linkDocuments(of: index) }
      return
    }
    var linked = inParallel(parts.count, jobs: jobs) { [self] part in
      var linker = self.part(from: parts[part].lowerBound)
      if part == 0, let all = starts.last { linker.reserve(all) }
      for index in parts[part] { linker.linkDocuments(of: index) }
      return linker
    }
    for part in linked.indices { take(&linked[part]) }
  }

  /// A linker without audits, for those from one on.
  func part(from audit: Int) -> Linker {
    var part = self
    part.before = starts[audit]
    (part.diagnostics, part.audits, part.recommendations, part.replies, part.answers) = ([], [], [], [], [])
    (part.measures, part.followUps, part.findings, part.movedDeadlines) = ([], [], [], [])
    return part
  }

  private mutating func linkDocuments(of audit: Int) {
    let folder = placement.audits[audit]
    linkAudit(audit)
    for file in folder.replies { linkReply(file, audit: audit, folder.municipality) }
    for file in folder.followUps { linkFollowUp(file, audit: audit, folder.municipality) }
  }

  /// As many parts of the audits as threads, or one where there are few.
  func partsOfAudits(jobs: Int) -> [Range<Int>] {
    let count = placement.audits.count
    let parts = max(1, min(jobs, count / 200))
    return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
  }

  private mutating func reserve(_ counts: Counts) {
    audits.reserveCapacity(placement.audits.count)
    recommendations.reserveCapacity(counts.recommendations)
    replies.reserveCapacity(counts.replies)
    answers.reserveCapacity(counts.answers)
    measures.reserveCapacity(counts.measures)
    followUps.reserveCapacity(counts.followUps)
    findings.reserveCapacity(counts.findings)
    movedDeadlines.reserveCapacity(counts.movedDeadlines)
  }

  /// Leaves nothing in the part.
  private mutating func take(_ part: inout Linker) {
    diagnostics += part.diagnostics
    // What comes first is taken as it is, with the room that it has for the rest.
    func move<Entity>(_ entities: inout [Entity], to all: inout [Entity]) {
      if all.isEmpty { swap(&entities, &all) } else { all += entities }
      entities = []
    }
    move(&part.audits, to: &audits)
    move(&part.recommendations, to: &recommendations)
    move(&part.replies, to: &replies)
    move(&part.answers, to: &answers)
    move(&part.measures, to: &measures)
    move(&part.followUps, to: &followUps)
    move(&part.findings, to: &findings)
    move(&part.movedDeadlines, to: &movedDeadlines)
  }

  // MARK: Places

  func place(_ place: Place, in file: Int) -> SourceRange { place.range(in: documents[file].path) }

  func origin(_ place: Place?, in file: Int) -> Origin {
    let place = place ?? documents[file].place
    return Origin(file: file, lower: Int(place.lower), upper: Int(place.upper))
  }

  func body(of file: Int) -> Body {
    Body(file: file, start: documents[file].bodyStart, isEmpty: !documents[file].hasBody, digest: documents[file].bodyDigest)
  }

  /// A document's path without its extension.
  func id(of file: Int) -> String { String(documents[file].path.dropLast(3)) }
}
