import AuditModel
import Mustache

/// A state as text and shape: the partial `chip`.
struct Chip: View {
  /// The name of the symbol and of the class: `answered`.
  let symbol: String
  let name: String

  static let view = ViewType<Chip>("chip", [.text("symbol") { $0.symbol }, .text("name") { $0.name }])
}

/// What else is worth knowing of a recommendation, as text and sign: the partial `flag`.
struct FlagView: View {
  let symbol: String
  let name: String

  static let view = ViewType<FlagView>("flag", [.text("symbol") { $0.symbol }, .text("name") { $0.name }])
}

/// The site's level of an assessment, as text and circle: the partial `level`.
struct LevelView: View {
  /// Nil for what could not be assessed, which stands nowhere on the scale.
  let symbol: String?
  let name: String

  static let view = ViewType<LevelView>("level", [.text("symbol") { $0.symbol }, .text("name") { $0.name }])
}

extension RecommendationState {
  /// The name of its symbol, pattern and class in the theme.
  var symbol: String {
    switch self {
    case .unasked: "unasked"
    case .notInCollection: "notin"
    case .awaitingReply: "awaiting"
    case .replyOverdue: "overdue"
    case .answered: "answered"
    case .rejected: "rejected"
    case .underWay: "underway"
    case .reportedDone: "reported"
    case .partlyDone: "partly"
    case .done: "done"
    case .remaining: "remaining"
    case .obsolete: "obsolete"
    case .transferred: "transferred"
    }
  }

  /// What it is called on a chip.
  var phrase: Phrase {
    switch self {
    case .unasked: .stateUnasked
    case .notInCollection: .stateNotInCollection
    case .awaitingReply: .stateAwaitingReply
    case .replyOverdue: .stateReplyOverdue
    case .answered: .stateAnswered
    case .rejected: .stateRejected
    case .underWay: .stateUnderWay
    case .reportedDone: .stateReportedDone
    case .partlyDone: .statePartlyDone
    case .done: .stateDone
    case .remaining: .stateRemaining
    case .obsolete: .stateObsolete
    case .transferred: .stateTransferred
    }
  }

  /// `{n} besvarade`: so many recommendations in this state.
  var countPhrase: Phrase {
    switch self {
    case .unasked: .countUnasked
    case .notInCollection: .countNotInCollection
    case .awaitingReply: .countAwaitingReply
    case .replyOverdue: .countReplyOverdue
    case .answered: .countAnswered
    case .rejected: .countRejected
    case .underWay: .countUnderWay
    case .reportedDone: .countReportedDone
    case .partlyDone: .countPartlyDone
    case .done: .countDone
    case .remaining: .countRemaining
    case .obsolete: .countObsolete
    case .transferred: .countTransferred
    }
  }
}

extension RecommendationFlags {
  /// The name of its symbol in the theme.
  var symbol: String {
    switch self {
    case .recurring: "recurring"
    case .deadlineMoved: "moved"
    case .noDeadline: "nodue"
    default: "never"
    }
  }
}

extension AssessmentLevel {
  var symbol: String? { rank.map { "l\($0)" } }

  var phrase: Phrase {
    switch self {
    case .fully: .levelFully
    case .largely: .levelLargely
    case .partly: .levelPartly
    case .insufficiently: .levelInsufficiently
    case .not: .levelNot
    case .notAssessable: .levelNotAssessable
    }
  }
}

extension SiteContext {
  func chip(_ state: RecommendationState) -> Chip { Chip(symbol: state.symbol, name: strings.text(state.phrase)) }

  func level(_ level: AssessmentLevel) -> LevelView {
    LevelView(symbol: level.symbol, name: strings.text(level.phrase))
  }

  /// The flags of a recommendation among those to be shown, in a fixed order. In a list only what sets it apart is shown.
  func flags(_ standing: Standing, in shown: RecommendationFlags? = nil) -> [FlagView] {
    let flags = shown.map { standing.flags.intersection($0) } ?? standing.flags
    return RecommendationFlags.names.filter { flags.contains($0.flag) }.map { flag, _ in
      let name =
        switch flag {
        case .recurring: strings.text(.flagRecurring)
        case .deadlineMoved: strings.text(.flagDeadlineMoved, ["n": .number(max(1, standing.deadline.moves.count))])
        case .noDeadline: strings.text(.flagNoDeadline)
        case .neverFollowedUp: strings.text(.flagNeverFollowedUp)
        default: strings.text(.flagNoFollowUpInCollection)
        }
      return FlagView(symbol: flag.symbol, name: name)
    }
  }
}
