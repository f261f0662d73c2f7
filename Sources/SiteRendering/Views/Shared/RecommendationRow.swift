import AuditModel
import Mustache

/// A recommendation in a list, an umbrella with its parts: the partial `recommendation-row`.
final class RecommendationRow: View {
  let context: SiteContext
  let id: ID<Recommendation>
  /// Whether the row stands outside of its audit's page and must say whose it is.
  let isAway: Bool
  /// Whether an umbrella is shown without its parts.
  let isAlone: Bool

  private let recommendation: Recommendation
  private let standing: Standing

  init(context: SiteContext, id: ID<Recommendation>, isAway: Bool = false, isAlone: Bool = false) {
    self.context = context
    self.id = id
    self.isAway = isAway
    self.isAlone = isAlone
    recommendation = context.archive[id]
    standing = context.insight[id]
  }

  static let view = ViewType<RecommendationRow>(
    "recommendation-row",
    [
      .text("number") { $0.recommendation.shortID },
      .text("anchor") { slug($0.recommendation.shortID) },
      .text("text") { $0.recommendation.text },
      .link("address") { $0.context.address($0.id) },
      .object("audit") { $0.audit },
      .flag("isUmbrella") { $0.recommendation.isUmbrella },
      .number("partCount") { $0.recommendation.isUmbrella ? $0.recommendation.parts.count : nil },
      .object("chip") { $0.recommendation.isCounted ? $0.context.chip($0.standing.state) : nil },
      .list("flags") { $0.context.flags($0.standing, in: [.recurring, .deadlineMoved]) },
      .flag("hasTo") { !$0.recommendation.to.isEmpty },
      .list("to") { row in row.recommendation.to.row(row.context.link) },
      .flag("hasWith") { !$0.recommendation.with.isEmpty },
      .list("with") { row in row.recommendation.with.row(row.context.link) },
      .object("companionOf") { row in row.recommendation.companionOf.map(row.context.link) },
      .object("mainTheme") { row in row.recommendation.themes.first.map(row.context.link) },
      .list("otherThemes") { row in row.recommendation.themes.dropFirst().map(row.context.link) },
      .object("said") { $0.said },
      .list("parts") { row in
        row.isAlone ? [] : row.recommendation.parts.map { RecommendationRow(context: row.context, id: $0) }
      },
    ])

  private var audit: Link? {
    isAway ? Link(name: context.shortName(recommendation.audit), address: context.address(recommendation.audit)) : nil
  }

  /// The latest answer in a line: who, what, and which measures came of it.
  private var said: AnswerLine? {
    standing.answer.map { AnswerLine(context: context, id: $0, recommendation: id) }
  }
}

/// An answer in one line beside a recommendation.
final class AnswerLine: View {
  let context: SiteContext
  private let answer: Answer
  /// Those of the reply that are for the recommendation.
  private let measures: [ID<Measure>]

  init(context: SiteContext, id: ID<Answer>, recommendation: ID<Recommendation>) {
    self.context = context
    let answer = context.archive[id]
    self.answer = answer
    measures = context.archive.links.measuresFor[recommendation].filter { context.archive[$0].reply == answer.reply }
  }

  static let view = ViewType<AnswerLine>(
    "answer-line",
    [
      .text("who") { $0.context.names($0.context.archive[$0.answer.reply].by) },
      .text("stance") { $0.context.strings.text($0.answer.stance.phrase) },
      .text("refersBy") { $0.context.strings.text($0.answer.stance == .refers ? .refersTo : .referringTo) },
      .object("refersTo") { line in line.answer.refersTo.map(line.context.link) },
      .flag("hasMeasures") { !$0.measures.isEmpty },
      .list("measures") { line in line.measures.row(line.context.link) },
      .text("quote") { $0.answer.quote },
      .link("address") { $0.context.address($0.answer.reply) },
    ])
}

extension Stance {
  var phrase: Phrase {
    switch self {
    case .accepts: .stanceAccepts
    case .acceptsLater: .stanceAcceptsLater
    case .partlyAccepts: .stancePartlyAccepts
    case .considersMet: .stanceConsidersMet
    case .refers: .stanceRefers
    case .rejects: .stanceRejects
    case .noPosition: .stanceNoPosition
    }
  }
}
