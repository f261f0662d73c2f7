import AuditModel
import Charts
import Mustache

/// An audit's timeline as a picture above its list: the partial `strip`.
struct StripView: View {
  let picture: [UInt8]
  /// That some events of the list are not in the picture; nil where all are.
  let note: String?

  static let view = ViewType<StripView>("strip", [.html("picture") { $0.picture }, .text("note") { $0.note }])

  /// More marks than these cannot be told apart.
  private static let limit = 14

  /// All dated events; where they are too many, the audit, the day for replies, the replies and the follow-ups; and
  /// where these too are too many, no picture.
  static func make(_ context: SiteContext, _ events: [Event], anchor: String) -> StripView? {
    let dated = events.enumerated().compactMap { place, event in event.date.map { (number: place + 1, event: event, date: $0) } }
    let isWhole = dated.count <= limit
    let shown = isWhole ? dated : dated.filter { $0.event.kind.isMilestone }
    guard shown.count <= limit,
      let strip = Strip(shown.map { Strip.Event(number: $0.number, date: $0.date, voice: $0.event.voice) }),
      let first = shown.map(\.date.year).min(), let last = shown.map(\.date.year).max()
    else { return nil }
    let strings = context.strings
    let words = Strip.Words(
      title: first == last
        ? strings.text(.stripTitleYear, ["year": .text(String(first))])
        : strings.text(.stripTitle, ["from": .text(String(first)), "to": .text(String(last))]),
      description: strings.text(isWhole ? .stripAll : .stripMilestones), auditors: strings.text(.auditors),
      boards: strings.text(.stripBoards))
    var picture: [UInt8] = []
    strip.print(words, id: anchor, into: &picture)
    return StripView(picture: picture, note: isWhole ? nil : words.description)
  }
}

extension Event.Kind {
  /// Whether it moves the case on, rather than being a part of something that does.
  fileprivate var isMilestone: Bool {
    switch self {
    case .audited, .replyDue, .replied, .followedUp: true
    case .answered, .cited, .measuresDue, .due, .moved, .found, .repeated, .repeats: false
    }
  }
}
