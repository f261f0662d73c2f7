/// The archive as it stands on a day: states, reply times, commitments. All of it follows from the archive and the day.
public final class Insight: Sendable {
  public let archive: Archive
  /// The day that stands for today (DOMAIN: `as-of`).
  public let asOf: Day
  @usableFromInline let standings: [Standing]
  @usableFromInline let expectationsByAudit: [[ReplyExpectation]]
  @usableFromInline let coverages: [Coverage]
  @usableFromInline let commitments: [Commitment]
  private let auditsByAuditor: [String: [ID<Audit>]]
  /// Everyone who did an audit, as the audits name them, in the order of the names.
  public let auditors: [String]

  init(
    archive: Archive, asOf: Day, standings: [Standing], expectations: [[ReplyExpectation]], coverages: [Coverage],
    commitments: [Commitment]
  ) {
    self.archive = archive
    self.asOf = asOf
    self.standings = standings
    self.expectationsByAudit = expectations
    self.coverages = coverages
    self.commitments = commitments
    self.auditsByAuditor = Dictionary(grouping: Archive.ids(archive.audits)) { archive[$0].auditor }
    self.auditors = auditsByAuditor.keys.sorted()
  }

  /// The same with an archive in which only what belongs to one audit says something else, in the same places. What follows from
  /// it elsewhere is left as it was: for showing at once what is about to be derived anew.
  public func replacing(_ archive: Archive, of audit: ID<Audit>) -> Insight {
    let deriving = Deriving(archive: archive, asOf: asOf)
    var standings = standings
    if let first = archive[audit].recommendations.first {
      let range = Int(first.index)..<(Int(first.index) + archive[audit].recommendations.count)
      standings.replaceSubrange(range, with: deriving.standings(of: range))
    }
    var expectations = expectationsByAudit
    expectations[Int(audit.index)] = deriving.expectations(of: audit)
    var coverages = coverages
    for reply in archive.links.replies[audit] { coverages[Int(reply.index)] = deriving.coverage(of: reply) }
    var commitments = commitments
    for measure in archive.links.measures[audit] { commitments[Int(measure.index)] = deriving.commitment(of: measure) }
    return Insight(
      archive: archive, asOf: asOf, standings: standings, expectations: expectations, coverages: coverages,
      commitments: commitments)
  }

  /// Where a recommendation stands; umbrellas too, for showing.
  @inlinable public subscript(id: ID<Recommendation>) -> Standing { standings[Int(id.index)] }
  /// What became of a measure.
  @inlinable public subscript(id: ID<Measure>) -> Commitment { commitments[Int(id.index)] }
  /// How much a reply touches.
  @inlinable public subscript(id: ID<Reply>) -> Coverage { coverages[Int(id.index)] }
  /// The replies to an audit that were asked for, in the order asked, then those that came unasked.
  @inlinable public func expectations(of audit: ID<Audit>) -> [ReplyExpectation] { expectationsByAudit[Int(audit.index)] }
  /// All expectations, by audit.
  public var expectations: [ReplyExpectation] { expectationsByAudit.flatMap { $0 } }

  /// The audits that somebody did.
  public func audits(by auditor: String) -> [ID<Audit>] { auditsByAuditor[auditor] ?? [] }

  /// The counted recommendations of an audit.
  public func leaves(of audit: ID<Audit>) -> [ID<Recommendation>] {
    archive[audit].recommendations.filter { archive[$0].isCounted }
  }
}

/// Derives everything that follows from the archive on a day, in linear time.
/// - Parameter jobs: how many threads may work at it.
public func compare(_ archive: Archive, asOf: Day, jobs: Int = 1) -> Insight {
  let deriving = Deriving(archive: archive, asOf: asOf)
  return Insight(
    archive: archive, asOf: asOf, standings: deriving.standings(jobs: jobs),
    expectations: Archive.ids(archive.audits).mapInParallel(jobs: jobs) { deriving.expectations(of: $0) },
    coverages: Archive.ids(archive.replies).mapInParallel(jobs: jobs) { deriving.coverage(of: $0) },
    commitments: Archive.ids(archive.measures).mapInParallel(jobs: jobs) { deriving.commitment(of: $0) })
}

/// The rules by which an insight follows from the archive.
struct Deriving {
  let archive: Archive
  let asOf: Day

  var links: Links { archive.links }
}
