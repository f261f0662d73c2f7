import AuditModel

/// What answers and findings say, as whole sentences for the top of a page.
extension SiteContext {
  /// `Fastighetsnämnden godtar rekommendationen.`
  func sentence(of id: ID<Answer>) -> String {
    let answer = archive[id]
    let boards = PhraseValue.text(names(archive[answer.reply].by))
    if answer.stance == .refers, let board = answer.refersTo {
      return strings.text(.sentenceRefersTo, ["boards": boards, "board": .text(archive[board].name)])
    }
    return strings.text(answer.stance.sentence, ["boards": boards])
  }

  /// `Fastighetsnämnden uppger att rekommendationen är genomförd.`, `Revisorerna bedömer att rekommendationen kvarstår.`
  func sentence(of id: ID<Finding>) -> String {
    let finding = archive[id]
    let clause = PhraseValue.text(strings.text(finding.status.clause))
    switch archive[finding.followUp].voice {
    case .boards(let boards): return strings.text(.sentenceClaim, ["boards": .text(names(boards)), "claim": clause])
    case .auditors:
      if finding.status == .notFollowedUp { return strings.text(.sentenceNotLookedAt) }
      return strings.text(.sentenceVerdict, ["verdict": clause])
    }
  }
}

extension Stance {
  fileprivate var sentence: Phrase {
    switch self {
    case .accepts: .sentenceAccepts
    case .acceptsLater: .sentenceAcceptsLater
    case .partlyAccepts: .sentencePartlyAccepts
    case .considersMet: .sentenceConsidersMet
    case .refers: .sentenceRefers
    case .rejects: .sentenceRejects
    case .noPosition: .sentenceNoPosition
    }
  }
}

extension FindingStatus {
  /// What is said of a recommendation, after *that*.
  fileprivate var clause: Phrase {
    switch self {
    case .implemented: .clauseImplemented
    case .largely: .clauseLargely
    case .partly: .clausePartly
    case .inProgress: .clauseInProgress
    case .planned: .clausePlanned
    case .notStarted: .clauseNotStarted
    case .remaining: .clauseRemaining
    case .willNot: .clauseWillNot
    case .notFollowedUp: .clauseNotFollowedUp
    case .obsolete: .clauseObsolete
    case .transferred: .clauseTransferred
    case .undetermined: .clauseUndetermined
    }
  }

  /// `{n} genomförda`: so many recommendations.
  var countPhrase: Phrase {
    switch self {
    case .implemented: .countImplemented
    case .largely: .countLargely
    case .partly: .countPartly
    case .inProgress: .countInProgress
    case .planned: .countPlanned
    case .notStarted: .countNotStarted
    case .remaining: .countStillRemaining
    case .willNot: .countWillNot
    case .notFollowedUp: .countNotFollowedUp
    case .obsolete: .countObsolete
    case .transferred: .countTransferred
    case .undetermined: .countUndetermined
    }
  }
}
