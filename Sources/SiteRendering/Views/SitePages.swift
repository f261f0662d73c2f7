import AuditModel
import Mustache

/// How the site counts: every rule in plain words.
struct MethodPage: PageView {
  let context: SiteContext

  var sitePage: SitePage { .method }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.menuMethod),
      description: strings.text(.methodDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "method",
    [
      .list("states") { page in
        RecommendationState.allCases.map { StateExplanation(context: page.context, state: $0) }
      },
      .list("flags") { page in
        RecommendationFlags.names.map { flag, name in
          FlagExplanation(
            symbol: flag.symbol, name: page.strings.word("flags", name), meaning: page.strings.word("flag-meanings", name),
            dataName: name)
        }
      },
      .list("levels") { page in AssessmentLevel.allCases.filter { $0.rank != nil }.map(page.context.level) },
      .text("units") { page in
        page.strings.text(
          .methodUnits,
          ["n": .number(page.context.allFigures.recommendations), "units": .number(page.context.allFigures.trackingUnits)])
      },
    ])

  /// A state and what it means.
  struct StateExplanation: View {
    let context: SiteContext
    let state: RecommendationState

    static let view = ViewType<StateExplanation>(
      "state-explanation",
      [
        .object("chip") { $0.context.chip($0.state) },
        .text("meaning") { $0.context.strings.text($0.state.meaning) },
        .text("dataName") { $0.state.rawValue },
      ])
  }
}

/// What a recommendation can be marked with beside its state, and what that means.
struct FlagExplanation: View {
  let symbol: String
  let name: String
  let meaning: String
  let dataName: String

  static let view = ViewType<FlagExplanation>(
    "flag-explanation",
    [
      .text("symbol") { $0.symbol }, .text("name") { $0.name }, .text("meaning") { $0.meaning },
      .text("dataName") { $0.dataName },
    ])
}

extension RecommendationState {
  var meaning: Phrase {
    switch self {
    case .unasked: .meaningUnasked
    case .notInCollection: .meaningNotInCollection
    case .awaitingReply: .meaningAwaitingReply
    case .replyOverdue: .meaningReplyOverdue
    case .answered: .meaningAnswered
    case .rejected: .meaningRejected
    case .underWay: .meaningUnderWay
    case .reportedDone: .meaningReportedDone
    case .partlyDone: .meaningPartlyDone
    case .done: .meaningDone
    case .remaining: .meaningRemaining
    case .obsolete: .meaningObsolete
    case .transferred: .meaningTransferred
    }
  }
}
