import AuditModel
import Mustache

/// A key figure with what it counts: the partial `figures`.
struct Figure: View {
  let value: String
  let label: String

  static let view = ViewType<Figure>("figure", [.text("value") { $0.value }, .text("label") { $0.label }])

  /// Below so many no median is shown.
  private static let medianLimit = 5

  /// The figures of a part of the archive, each with its n; those that nothing is known of are left out.
  static func figures(_ figures: KeyFigures, in context: SiteContext) -> [Figure] {
    let strings = context.strings
    var list: [Figure] = []
    func add(_ value: Int, _ phrase: Phrase, n: Int? = nil) {
      list.append(
        Figure(value: strings.number(value), label: strings.text(phrase, ["n": .number(n ?? value), "days": .number(value)])))
    }
    func add(_ share: Share, _ phrase: Phrase) {
      if share.of > 0 { list.append(Figure(share, strings.text(phrase), strings)) }
    }
    let times = figures.replyTimes
    let expected = times.inTime + times.late + times.overdue
    add(figures.recommendations, .figureRecommendations)
    if figures.trackingUnits != figures.recommendations { add(figures.trackingUnits, .figureUnits) }
    add(figures.covered, .figureCovered)
    add(Share(count: times.inTime, of: expected), .figureInTime)
    if times.overdue > 0 { add(times.overdue, .figureOverdue) }
    if times.notInCollection > 0 { add(times.notInCollection, .figureNotInCollection) }
    if let days = times.medianDaysLate, times.n >= medianLimit {
      add(abs(days), days < 0 ? .figureMedianEarly : .figureMedianLate, n: times.n)
    }
    add(figures.done, .figureDone)
    if figures.recommendations > 0 { add(figures.neverFollowedUp, .figureNeverFollowedUp) }
    if figures.claimed > 0 { add(Share(count: figures.verificationGap, of: figures.claimed), .figureGap) }
    if let days = figures.medianAgeOfOpen, figures.openWithDate >= medianLimit { add(days, .figureAge, n: figures.openWithDate) }
    if let days = figures.medianTimeToDone, figures.timed >= medianLimit { add(days, .figureTimeToDone, n: figures.timed) }
    if figures.movedDeadlines > 0 { add(figures.movedDeadlines, .figureMoved) }
    if figures.recurring > 0 { add(figures.recurring, .figureRecurring) }
    return list
  }

  private init(value: String, label: String) {
    self.value = value
    self.label = label
  }

  /// A count with its label, which may name it as `n`.
  init(_ count: Int, _ phrase: Phrase, _ strings: Strings) {
    self.init(value: strings.number(count), label: strings.text(phrase, ["n": .number(count)]))
  }

  /// `3 av 4`, and from five on the per cent after the label.
  private init(_ share: Share, _ label: String, _ strings: Strings) {
    let percent = share.percent.map { " " + strings.text(.sharePercent, ["n": .number($0)]) } ?? ""
    self.init(value: Figure.share(share, strings), label: label + percent)
  }

  /// `3 av 4`, and from five on the per cent after it.
  static func inWords(_ share: Share, _ strings: Strings) -> String {
    self.share(share, strings) + (share.percent.map { " " + strings.text(.sharePercent, ["n": .number($0)]) } ?? "")
  }

  /// `3 av 4`.
  static func share(_ share: Share, _ strings: Strings) -> String {
    strings.text(.shareOf, ["n": .number(share.count), "of": .number(share.of)])
  }
}
