import AuditModel
import Mustache

/// A recommendation beside the earlier one that it repeats: the partial `then-and-now`.
struct PairView: View {
  let context: SiteContext
  let later: ID<Recommendation>
  let repetition: Repetition

  private var then: Recommendation { context.archive[repetition.of] }
  private var now: Recommendation { context.archive[later] }

  static let view = ViewType<PairView>(
    "pair",
    [
      .text("then") { $0.context.shortName($0.then.audit) },
      .text("thenAuditor") { $0.context.archive[$0.then.audit].auditor },
      .text("thenNumber") { $0.then.shortID },
      .text("thenText") { $0.then.text },
      .link("thenAddress") { $0.context.address($0.repetition.of) },
      .text("now") { $0.context.shortName($0.now.audit) },
      .text("nowAuditor") { $0.context.archive[$0.now.audit].auditor },
      .text("nowNumber") { $0.now.shortID },
      .text("nowText") { $0.now.text },
      .link("nowAddress") { $0.context.address($0.later) },
      .flag("isPartial") { $0.repetition.strength == .partial },
      .text("strength") { $0.context.strings.text($0.repetition.strength == .partial ? .repeatsPartly : .repeatsClearly) },
      .text("note") { $0.repetition.note },
    ])
}
