import AuditModel
import Mustache

/// An assessment in the auditors' words, with the level among its neighbours: the partial `assessment`.
struct AssessmentView: View {
  let context: SiteContext
  let assessment: Assessment
  /// Whether the level stands alone, without its neighbours, since there are many assessments.
  var isBrief = false
  /// Whether it stands in the sentence that was just quoted.
  var isSameSentence = false

  /// As many assessments as are shown with the whole scale.
  static let scaleLimit = 3

  static let view = ViewType<AssessmentView>(
    "assessment",
    [
      .list("of") { $0.assessment.of.row($0.context.link) },
      .text("aspect") { $0.assessment.aspect },
      .flag("isSameSentence") { $0.isSameSentence },
      .text("quote") { $0.isSameSentence ? nil : $0.assessment.quote },
      .object("level") { view in view.assessment.level.map(view.context.level) },
      .flag("isGraded") { $0.assessment.level?.rank != nil && !$0.isBrief },
      .flag("isBriefLevel") { $0.assessment.level != nil && $0.isBrief },
      .list("scale") { view in
        AssessmentLevel.allCases.filter { $0.rank != nil }.map {
          ScaleStep(level: view.context.level($0), isCurrent: $0 == view.assessment.level)
        }
      },
    ])

  /// A level among its neighbours.
  struct ScaleStep: View {
    let level: LevelView
    let isCurrent: Bool

    static let view = ViewType<ScaleStep>(
      "scale-step",
      [.text("symbol") { $0.level.symbol }, .text("name") { $0.level.name }, .flag("isCurrent") { $0.isCurrent }])
  }
}

extension SiteContext {
  func link(_ body: AssessedBody) -> Link {
    switch body {
    case .board(let id): return link(id)
    case .municipality(let id):
      return Link(name: strings.text(.asAWhole, ["name": .text(archive[id].name)]), address: address(id))
    }
  }
}

/// What the auditors saw: the partial `observations`.
struct ObservationView: View {
  let context: SiteContext
  let observation: Observation

  static let view = ViewType<ObservationView>(
    "observation",
    [
      .text("tone") { view in view.observation.tone.map { view.context.strings.text($0.phrase) } },
      .text("text") { $0.observation.text },
      .list("themes") { view in view.observation.themes.row(view.context.link) },
    ])
}

extension Tone {
  var phrase: Phrase {
    switch self {
    case .positive: .tonePositive
    case .negative: .toneNegative
    case .mixed: .toneMixed
    }
  }
}

/// A step on the ladder of formal criticism: the partial `criticism`.
struct CriticismView: View {
  let context: SiteContext
  let criticism: Criticism

  static let view = ViewType<CriticismView>(
    "criticism",
    [
      .text("level") { $0.criticism.level.rawValue.capitalisedFirst },
      // Discharge is denied *for* somebody, the others are directed *against* somebody.
      .flag("isDischarge") { $0.criticism.level == .dischargeRefused },
      .flag("hasAgainst") { !$0.criticism.against.isEmpty },
      .list("against") { view in view.criticism.against.row(view.context.link) },
      .text("quote") { $0.criticism.quote },
    ])
}
