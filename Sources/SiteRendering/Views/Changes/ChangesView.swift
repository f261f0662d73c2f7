import AuditModel
import Mustache

/// What changed on a page since it was first published: the partial `changes`.
struct ChangesView: View {
  let context: SiteContext
  /// The latest first.
  let changes: [Change]
  /// The day since which changes are noted.
  let since: Day
  /// Whether the lines say which recommendation or document of the page they are about.
  var namesSubjects = false

  /// As many lines as a page shows.
  private static let limit = 20

  private var lines: [ChangeLine] { ChangeLine.lines(changes, in: context, namesSubjects: namesSubjects) }

  static let view = ViewType<ChangesView>(
    "changes",
    [
      .text("since") { view in
        view.context.strings.text(
          view.changes.isEmpty ? .changeNone : .changeSince,
          ["date": .text(view.context.strings.dayInSentence(EDTFDate(view.since)))])
      },
      .flag("hasLines") { !$0.changes.isEmpty },
      .list("lines") { Array($0.lines.prefix(limit)) },
      .flag("hasMore") { $0.lines.count > limit },
      .link("csv") { DataFile(table: .changes, format: .csv).path(in: $0.context.plan) },
    ])
}

/// One change, or the same of several recommendations on the same day.
struct ChangeLine: View {
  let context: SiteContext
  /// At least one, alike but for what they are about.
  private(set) var changes: [Change]
  let namesSubjects: Bool

  private var change: Change { changes[0] }

  static let view = ViewType<ChangeLine>(
    "change",
    [
      .object("date") { $0.context.date(EDTFDate($0.change.entry.day)) },
      .text("kind") { $0.context.strings.text($0.change.entry.phrase) },
      .flag("hasSubjects") { !$0.subjects.isEmpty },
      .list("subjects") { $0.subjects },
      .text("what") { $0.context.sentence(of: $0.change) },
      .object("document") { $0.document },
    ])

  /// Lines for changes, those that are alike in one.
  static func lines(_ changes: [Change], in context: SiteContext, namesSubjects: Bool) -> [ChangeLine] {
    var lines: [ChangeLine] = []
    for change in changes {
      if let place = lines.firstIndex(where: { $0.change.isLike(change) }) {
        lines[place].changes.append(change)
      } else {
        lines.append(ChangeLine(context: context, changes: [change], namesSubjects: namesSubjects))
      }
    }
    return lines
  }

  private var subjects: [Link] { namesSubjects ? changes.compactMap { context.ownLink(to: $0.subject) }.row { $0 } : [] }

  private var document: Link? {
    guard case .document(let key)? = change.entry.cause else { return nil }
    return context.document(key, of: change.audit).flatMap(context.ownLink)
  }

  /// In a line of plain text, as a feed has it.
  var text: String {
    let names = changes.compactMap { context.ownLink(to: $0.subject)?.name }
    let what = context.sentence(of: change)
    return names.isEmpty ? what : context.strings.list(names) + ": " + what
  }
}

extension Change {
  /// Whether it says the same of another recommendation of the audit.
  fileprivate func isLike(_ other: Change) -> Bool {
    guard case .recommendation = subject, case .recommendation = other.subject else { return false }
    return audit == other.audit && entry.day == other.entry.day && entry.isCorrection == other.entry.isCorrection
      && entry.name == other.entry.name && entry.was == other.entry.was && entry.now == other.entry.now
      && entry.cause == other.entry.cause
  }
}

extension ChangeEntry {
  fileprivate var phrase: Phrase { isCorrection ? .changeCorrection : .changeEvent }
}

extension SiteContext {
  func changes(of id: ID<Audit>) -> ChangesView? {
    log.since(id).map { ChangesView(context: self, changes: log[id], since: $0, namesSubjects: true) }
  }

  /// What changed on the page of something that belongs to an audit.
  func changes(of subject: ChangeSubject, in audit: ID<Audit>) -> ChangesView? {
    log.since(audit).map { ChangesView(context: self, changes: log[audit].filter { $0.subject == subject }, since: $0) }
  }

  /// Nil for an audit itself.
  fileprivate func ownLink(to subject: ChangeSubject) -> Link? {
    switch subject {
    case .audit: nil
    case .recommendation(let id): link(id)
    case .reply(let id): link(id)
    case .followUp(let id): link(id)
    }
  }

  /// The reply or follow-up that a register knows by a key.
  func document(_ key: String, of audit: ID<Audit>) -> ChangeSubject? {
    let id = archive[archive[audit].municipality].id + "/" + key
    if let reply = archive.links.replies[audit].first(where: { archive[$0].id == id }) { return .reply(reply) }
    return archive.links.followUps[audit].first { archive[$0].id == id }.map { .followUp($0) }
  }

  func page(of subject: ChangeSubject) -> SitePage {
    switch subject {
    case .audit(let id): .audit(id)
    case .recommendation(let id): .recommendation(id)
    case .reply(let id): .reply(id)
    case .followUp(let id): .followUp(id)
    }
  }
}
