import AuditModel
import Mustache

/// What is late, in a sentence, and where to read of it.
struct LateLine: View {
  let text: String
  var link: Link?

  static let view = ViewType<LateLine>("late-line", [.text("text") { $0.text }, .object("link") { $0.link }])

  /// As many cases as are told one by one.
  private static let limit = 5

  /// Measures past their day, those of one reply and day in one line; all in one line where there are many.
  static func lines(_ measures: [ID<Measure>], of one: Phrase, all: Phrase, in context: SiteContext) -> [LateLine] {
    struct Case: Hashable {
      let reply: ID<Reply>
      let due: EDTFDate?
    }
    var order: [Case] = []
    var counts: [Case: Int] = [:]
    for id in measures {
      let key = Case(reply: context.archive[id].reply, due: context.insight[id].deadline.current)
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
    }
    if order.isEmpty { return [] }
    if order.count > limit { return [LateLine(text: context.strings.text(all, ["n": .number(measures.count)]))] }
    return order.map { key in
      let due = key.due.map(context.strings.dayInSentence) ?? ""
      let audit = context.shortName(context.archive[key.reply].audit)
      return LateLine(
        text: context.strings.text(one, ["n": .number(counts[key] ?? 0), "due": .text(due), "audit": .text(audit)]),
        link: context.link(key.reply))
    }
  }
}
