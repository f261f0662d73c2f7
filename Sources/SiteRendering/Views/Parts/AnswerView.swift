import AuditModel
import Mustache

/// An answer as one of the three voices: the partial `voice-answer`.
final class AnswerView: View {
  let context: SiteContext
  let isInherited: Bool
  private let answer: Answer
  private let reply: Reply

  init(context: SiteContext, id: ID<Answer>, isInherited: Bool) {
    self.context = context
    self.isInherited = isInherited
    answer = context.archive[id]
    reply = context.archive[answer.reply]
  }

  static let view = ViewType<AnswerView>(
    "answer",
    [
      .object("chip") { $0.context.chip($0.answer.stance) },
      .text("refersBy") { $0.context.strings.text($0.answer.stance == .refers ? .refersTo : .referringTo) },
      .object("refersTo") { view in view.answer.refersTo.map(view.context.link) },
      .text("quote") { $0.answer.quote },
      .text("note") { $0.answer.note },
      .flag("isInherited") { $0.isInherited },
      .list("about") { view in view.answer.to.map { AboutLine(context: view.context, subject: .recommendation($0)) } },
      .text("by") { $0.context.names($0.reply.by) },
      .object("date") { $0.context.date($0.reply.effectiveDate) },
      .text("paragraph") { $0.reply.decision?.paragraph },
      .object("document") { $0.context.link($0.answer.reply) },
      .texts("lateness") { view in
        view.context.insight.expectations(of: view.reply.audit).filter { $0.reply == view.answer.reply }
          .map { ExpectationView(context: view.context, expectation: $0).sentence }.uniqued()
      },
      .flag("isUncertain") { view in
        view.context.insight.expectations(of: view.reply.audit).contains { $0.reply == view.answer.reply && $0.isUncertain }
      },
    ])
}
