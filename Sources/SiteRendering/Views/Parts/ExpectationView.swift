import AuditModel
import Mustache

/// Whether a board replied, and when: the partial `expectation`, and a line of the plot of reply times.
struct ExpectationView: View {
  let context: SiteContext
  let expectation: ReplyExpectation

  static let view = ViewType<ExpectationView>(
    "expectation",
    [
      .object("audit") { $0.context.shortLink($0.expectation.audit) },
      .object("board") { view in view.expectation.board.map(view.context.link) },
      .object("due") { $0.context.date($0.expectation.due) },
      .object("reply") { view in view.expectation.reply.map(view.context.link) },
      .object("replied") { view in
        view.context.date(view.expectation.reply.flatMap { view.context.archive[$0].effectiveDate })
      },
      .text("sentence") { $0.sentence },
      .flag("isUncertain") { $0.expectation.isUncertain },
      .flag("isLate") { if case .late = $0.expectation.state { true } else { false } },
      .flag("isAnswered") { $0.expectation.state.isAnswered },
    ])

  /// The state in a sentence of its own, with the day that was asked for.
  var wholeSentence: String {
    let strings = context.strings
    guard let due = expectation.due.map({ PhraseValue.text(strings.dayInSentence($0)) }) else {
      return strings.text(.askedUndated) + " " + sentence + "."
    }
    return switch expectation.state {
    case .awaited: strings.text(.askedAwaited, ["due": due])
    case .overdue(let days): strings.text(.askedOverdue, ["due": due, "days": .number(days)])
    case .notInCollection: strings.text(.askedNotInCollection, ["due": due])
    case .notAsked, .inTime, .late, .answered: sentence + "."
    }
  }

  /// The state in words, with the days.
  var sentence: String { context.sentence(of: expectation.state) }
}

extension SiteContext {
  /// Whether a reply came, and when, in words.
  func sentence(of state: ReplyState) -> String {
    switch state {
    case .notAsked: strings.text(.replyNotAsked)
    case .awaited: strings.text(.replyAwaited)
    case .overdue(let days): strings.text(.replyOverdueDays, ["days": .number(days)])
    case .inTime(0): strings.text(.replyOnTheDay)
    case .inTime(let days): strings.text(.replyInTime, ["days": .number(days)])
    case .late(let days): strings.text(.replyLate, ["days": .number(days)])
    case .answered: strings.text(.replyUndated)
    case .notInCollection: strings.text(.replyNotInCollection)
    }
  }
}
