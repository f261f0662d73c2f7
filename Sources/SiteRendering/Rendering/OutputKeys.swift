public import AuditModel
public import Checksums

/// What the files of a site are made of, as digests: a file whose key is that of an earlier build has the same bytes.
///
/// Pages of a municipality, of its boards and of its audits show facts of its neighbourhood only (`Archive.neighbourhoods`);
/// others may show everything. Two things change more often than facts and are shown by few files: running texts, and what the
/// registers of changes say.
public struct OutputKeys: Sendable {
  /// Of all facts, the theme, the program, and whatever else counts for every file.
  public let site: SHA256.Digest
  /// The same where no facts of any municipality are shown.
  let frame: SHA256.Digest
  /// The same where only the facts of a municipality's neighbourhood are shown, by municipality.
  public let places: [SHA256.Digest]
  /// The municipalities that have to do with each other bear the same number (`Archive.neighbourhoods`).
  public let neighbourhoods: [Int]
  /// A number for the file that holds a running text, another for every version of it.
  let text: @Sendable (Body) -> UInt64

  public init(
    site: SHA256.Digest, frame: SHA256.Digest, places: [SHA256.Digest], neighbourhoods: [Int],
    text: @escaping @Sendable (Body) -> UInt64
  ) {
    self.site = site
    self.frame = frame
    self.places = places
    self.neighbourhoods = neighbourhoods
    self.text = text
  }
}

extension SiteRenderer {
  /// The key of a file; nil where it is made anew every time.
  public func key(of output: Output, by keys: OutputKeys) -> SHA256.Digest? {
    var parts: [UInt8] = []
    func add(_ number: UInt64) { withUnsafeBytes(of: number) { parts += $0 } }
    withUnsafeBytes(of: facts(of: output, keys)) { parts += $0 }
    switch output {
    case .page(let page, _):
      add(1)
      if let body = body(of: page) { add(keys.text(body)) }
      if let audit = audit(of: page) { describeChanges(of: audit, into: &parts) }
      if case .municipality(let id) = page { add(UInt64(ListEntries.sheet(of: id, in: context.insight))) }
    case .data(let file):
      add(2)
      if file.table == .changes { describeAllChanges(into: &parts) }
    case .description(let description):
      add(3)
      if description == .archive { describeAllChanges(into: &parts) }
    case .feed(let feed, _):
      add(4)
      if feed == .changes { describeAllChanges(into: &parts) }
    case .map: add(5)
    case .redirect(let from, let to):
      add(6)
      parts += from.utf8
      parts.append(0)
      parts += to.utf8
    case .sign(let code, let audit):
      add(7)
      parts += code.utf8
      parts.append(0)
      parts += context.archive[audit].id.utf8
    case .asset, .gone, .rules: return nil
    }
    return SHA256.digest(of: parts)
  }

  /// Whether something changed that the registers of changes do not tell of yet, so that files about all changes are made anew.
  public var hasNews: Bool { context.log.hasNews }

  /// Whether the registers of changes know of a later day than the site's, so that nothing is noted.
  public var isLate: Bool { context.log.isLate }

  /// Whether each audit has its code from the register.
  public var hasAllCodes: Bool { context.codes.newRegister == nil }

  /// Whether the audits' addresses are their ids, so that both stand in the same order.
  public var hasIDsAsAddresses: Bool {
    zip(Archive.ids(context.archive.audits), context.archive.audits).allSatisfy {
      plan.address(of: .audit($0)).canonical == plan.tree.folder + $1.id + "/"
    }
  }

  /// The code by which an audit is cited, which its pages and others show.
  public func code(of audit: ID<Audit>) -> String { context.code(audit) }

  /// The path in the content of the running text that a file shows.
  public func textPath(of output: Output) -> String? {
    if case .page(let page, _) = output { body(of: page).map { context.archive.path(of: $0) } } else { nil }
  }

  private func body(of page: SitePage) -> Body? {
    let archive = context.archive
    let body: Body? =
      switch page {
      case .municipality(let id): archive[id].body
      case .audit(let id): archive[id].body
      case .reply(let id): archive[id].body
      case .followUp(let id): archive[id].body
      case .page(let id): archive[id].body
      case .glossary: archive.glossary?.body
      default: nil
      }
    return body?.isEmpty == true ? nil : body
  }

  /// The audit whose changes a page shows.
  private func audit(of page: SitePage) -> ID<Audit>? {
    switch page {
    case .audit(let id): id
    case .recommendation(let id): context.archive[id].audit
    case .reply(let id): context.archive[id].audit
    case .followUp(let id): context.archive[id].audit
    default: nil
    }
  }

  /// The municipality whose neighbourhood is all that a file shows; nil where it may show more.
  public func municipality(of output: Output) -> ID<Municipality>? {
    let archive = context.archive
    switch output {
    case .page(.municipality(let id), _), .feed(.municipality(let id), _): return id
    case .page(.board(let id, _), _), .feed(.board(let id), _): return archive[id].municipality
    case .page(let page, _): return audit(of: page).map { archive[$0].municipality }
    case .sign(_, let audit): return archive[audit].municipality
    default: return nil
    }
  }

  /// The digest of the facts that a file can show.
  private func facts(of output: Output, _ keys: OutputKeys) -> SHA256.Digest {
    if case .redirect = output { return keys.frame }
    return municipality(of: output).map { keys.places[Int($0.index)] } ?? keys.site
  }

  /// All that is known of an audit's changes, in words that differ where that differs.
  private func describeChanges(of audit: ID<Audit>, into parts: inout [UInt8]) {
    let since = context.log.since(audit).map { String($0.number) } ?? "-"
    parts += "\(context.archive[audit].id) \(since)\n".utf8
    for change in context.log[audit] { parts += "\(change.entry.line)\n".utf8 }
  }

  private func describeAllChanges(into parts: inout [UInt8]) {
    for audit in Archive.ids(context.archive.audits) { describeChanges(of: audit, into: &parts) }
  }
}
