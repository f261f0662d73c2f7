public import AuditModel
import Diagnostics

/// An archive with all that was found on the way to it, so that one audit can be linked anew at once.
public struct Relinking: Sendable {
  public let archive: Archive
  /// What names in its running texts lead to.
  public let subjects: SubjectIndex
  private let linker: Linker

  init(_ archive: Archive, _ subjects: SubjectIndex, _ linker: Linker) {
    (self.archive, self.subjects, self.linker) = (archive, subjects, linker)
  }

  /// The archive with one audit's documents as they are now, and that audit.
  ///
  /// Nil where only linking everything can tell: where the documents belong to no audit or to several, where ids, answers or
  /// findings came or went, where the links in a running text are others, and where something is wrong.
  public func replacing(_ paths: Set<String>, by content: ParsedContent) -> (archive: Archive, audit: ID<Audit>)? {
    var linker = linker
    linker.diagnostics = []
    var audit: Int?
    var files: Set<Int> = []
    for path in paths {
      guard let file = file(at: path), let document = content.document(at: path), document.isWhole,
        linker.documents[file].isOfTheSameKind(as: document), linker.documents[file].hasSameLinks(as: document),
        let index = self.audit(of: file, in: path), audit ?? index == index
      else { return nil }
      linker.documents[file] = document
      audit = index
      files.insert(file)
    }
    guard let audit, linker.relink(audit, files), linker.diagnostics.isEmpty else { return nil }
    let replaced = archive.replacing(
      ID(audit), audits: linker.audits, recommendations: linker.recommendations, replies: linker.replies, answers: linker.answers,
      measures: linker.measures, followUps: linker.followUps, findings: linker.findings, movedDeadlines: linker.movedDeadlines)
    return (replaced, ID(audit))
  }

  private func file(at path: String) -> Int? {
    var (low, high) = (0, linker.documents.count)
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(linker.documents[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < linker.documents.count && linker.documents[low].path == path ? low : nil
  }

  private func audit(of file: Int, in path: String) -> Int? {
    guard let folder = splitPath(path)?.folder, let index = linker.auditIndex[folded(folder)], index >= 0 else { return nil }
    let placed = linker.placement.audits[index]
    return placed.file == file || placed.replies.contains(file) || placed.followUps.contains(file) ? index : nil
  }
}

extension Document {
  /// Whether it stands in the same place among the others.
  fileprivate func isOfTheSameKind(as other: Document) -> Bool {
    switch (content, other.content) {
    case (.audit(let a), .audit(let b)): a.isDraft == b.isDraft && a.formerly.map(\.value) == b.formerly.map(\.value)
    case (.reply(let a), .reply(let b)): a.isDraft == b.isDraft && a.formerly.map(\.value) == b.formerly.map(\.value)
    case (.followUp(let a), .followUp(let b)): a.isDraft == b.isDraft && a.formerly.map(\.value) == b.formerly.map(\.value)
    default: false
    }
  }
}

extension Linker {
  /// Links some documents of one audit again in their places. False, and of no further use, where their entities do not take
  /// exactly the places that they had.
  fileprivate mutating func relink(_ audit: Int, _ files: Set<Int>) -> Bool {
    let folder = placement.audits[audit]
    let entered = enterAudit(folder)
    guard entered.local == locals[audit] else { return false }
    parts[audit] = entered.flat
    // By itself first, so that every list of all is copied at most once.
    var own = part(from: audit)
    let hasAudit = files.contains(folder.file)
    let hasReplies = !files.isDisjoint(with: folder.replies)
    let hasFollowUps = !files.isDisjoint(with: folder.followUps)
    if hasAudit { own.linkAudit(audit) }
    if hasReplies { for file in folder.replies { own.linkReply(file, audit: audit, folder.municipality) } }
    if hasFollowUps { for file in folder.followUps { own.linkFollowUp(file, audit: audit, folder.municipality) } }
    diagnostics += own.diagnostics
    let (start, end) = (starts[audit], starts[audit + 1])
    func put<Entity>(_ entities: [Entity], _ first: Int, _ end: Int, into all: inout [Entity]) -> Bool {
      guard entities.count == end - first else { return false }
      for (offset, entity) in entities.enumerated() { all[first + offset] = entity }
      return true
    }
    if hasAudit {
      guard put(own.audits, audit, audit + 1, into: &audits),
        put(own.recommendations, start.recommendations, end.recommendations, into: &recommendations)
      else { return false }
    }
    if hasReplies {
      guard put(own.replies, start.replies, end.replies, into: &replies),
        put(own.answers, start.answers, end.answers, into: &answers),
        put(own.measures, start.measures, end.measures, into: &measures)
      else { return false }
    }
    if hasFollowUps {
      guard put(own.followUps, start.followUps, end.followUps, into: &followUps),
        put(own.findings, start.findings, end.findings, into: &findings),
        put(own.movedDeadlines, start.movedDeadlines, end.movedDeadlines, into: &movedDeadlines)
      else { return false }
    }
    return true
  }
}
