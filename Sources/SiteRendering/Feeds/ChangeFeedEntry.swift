import AuditModel

/// The entries of the feed of changes: what was corrected, or what happened, on an audit's pages on one day.
struct ChangeFeedEntry: AtomEntry {
  let context: SiteContext
  let audit: ID<Audit>
  let day: Day
  let isCorrection: Bool
  let changes: [Change]

  /// The newest first, at most as many as a feed holds.
  static func newest(in context: SiteContext) -> [ChangeFeedEntry] {
    var entries: [ChangeFeedEntry] = []
    for audit in Archive.ids(context.archive.audits) {
      var changes = context.log[audit][...]
      while let day = changes.first?.entry.day {
        let sameDay = changes.prefix { $0.entry.day == day }
        changes = changes.dropFirst(sameDay.count)
        for isCorrection in [true, false] {
          let own = sameDay.filter { $0.entry.isCorrection == isCorrection }
          if own.isEmpty { continue }
          entries.append(ChangeFeedEntry(context: context, audit: audit, day: day, isCorrection: isCorrection, changes: own))
        }
      }
    }
    return Array(
      entries.enumerated().sorted { a, b in a.element.day != b.element.day ? b.element.day < a.element.day : a.offset < b.offset }
        .prefix(Feed.limit).map(\.element))
  }

  private var strings: Strings { context.strings }

  /// Made from the audit's code, so that it stays when the audit moves.
  var name: String { context.code(audit) + "#" + EDTFDate(day).description + (isCorrection ? "-correction" : "-event") }

  var title: String {
    strings.text(
      .feedEntry,
      [
        "what": .text(strings.text(isCorrection ? .changeCorrection : .changeEvent)),
        "audit": .text(context.archive[audit].title),
        "place": .text(context.shortName(audit)),
      ])
  }

  /// The site itself: what it notes are its own words.
  var who: String { context.archive.site.publisher?.name ?? context.archive.site.title }

  var paragraphs: [String] { ChangeLine.lines(changes, in: context, namesSubjects: true).map(\.text) }

  var links: [Link] { [context.fullLink(audit)] }
}
