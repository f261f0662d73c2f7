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
      audits: linker.audits, recommendations: linker.recommendations, replies: linker.replies, answers: linker.answers,
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
    let id = ID<Audit>(audit)
    let ownRecommendations = recommendations.run(after: { $0.audit < id }, while: { $0.audit == id })
    let ownMeasures = measures.run(after: { $0.audit < id }, while: { $0.audit == id })
    let entered = enterAudit(folder)
    guard entered.local == locals[audit] else { return false }
    parts[audit] = entered.flat

    var isRight = true
    if files.contains(folder.file) {
      let (oldAudits, oldRecommendations) = (audits, recommendations)
      audits.removeSubrange(audit...)
      recommendations.removeSubrange(ownRecommendations.lowerBound...)
      linkAudit(audit)
      isRight = audits.take(oldAudits, after: audit + 1) && recommendations.take(oldRecommendations, after: ownRecommendations.upperBound)
    }
    if isRight, !files.isDisjoint(with: folder.replies) {
      let own = replies.run(after: { $0.audit < id }, while: { $0.audit == id })
      let ownAnswers = answers.run(
        after: { Int($0.reply.index) < own.lowerBound }, while: { Int($0.reply.index) < own.upperBound })
      let (oldReplies, oldAnswers, oldMeasures) = (replies, answers, measures)
      replies.removeSubrange(own.lowerBound...)
      answers.removeSubrange(ownAnswers.lowerBound...)
      measures.removeSubrange(ownMeasures.lowerBound...)
      for file in folder.replies { linkReply(file, audit: audit, folder.municipality) }
      isRight =
        replies.take(oldReplies, after: own.upperBound) && answers.take(oldAnswers, after: ownAnswers.upperBound)
        && measures.take(oldMeasures, after: ownMeasures.upperBound)
    }
    if isRight, !files.isDisjoint(with: folder.followUps) {
      let own = followUps.run(after: { $0.audit < id }, while: { $0.audit == id })
      let ownFindings = findings.run(
        after: { Int($0.followUp.index) < own.lowerBound }, while: { Int($0.followUp.index) < own.upperBound })
      let ownDeadlines = movedDeadlines.run(
        after: { Int($0.followUp.index) < own.lowerBound }, while: { Int($0.followUp.index) < own.upperBound })
      let (oldFollowUps, oldFindings, oldDeadlines) = (followUps, findings, movedDeadlines)
      followUps.removeSubrange(own.lowerBound...)
      findings.removeSubrange(ownFindings.lowerBound...)
      movedDeadlines.removeSubrange(ownDeadlines.lowerBound...)
      for file in folder.followUps { linkFollowUp(file, audit: audit, folder.municipality) }
      isRight =
        followUps.take(oldFollowUps, after: own.upperBound) && findings.take(oldFindings, after: ownFindings.upperBound)
        && movedDeadlines.take(oldDeadlines, after: ownDeadlines.upperBound)
    }
    return isRight
  }
}

extension Array {
  /// The elements that stand after those for which the first holds, as long as the second holds.
  fileprivate func run(after isBefore: (Element) -> Bool, while isOf: (Element) -> Bool) -> Range<Int> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, isOf(self[end]) { end += 1 }
    return low..<end
  }

  /// Puts back what stood after a place. False where not as many stand before it as did.
  fileprivate mutating func take(_ old: Self, after place: Int) -> Bool {
    guard count == place else { return false }
    self += old[place...]
    return true
  }
}
