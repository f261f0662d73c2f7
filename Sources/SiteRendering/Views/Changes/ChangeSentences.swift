import AuditModel

/// What changed, in plain words.
extension SiteContext {
  func sentence(of change: Change) -> String {
    let entry = change.entry
    switch entry.name.fact {
    case .text: return strings.text(.changeText)
    case .title: return strings.text(.changeTitle)
    case .added: return strings.text(change.subject.addedPhrase)
    case .removed:
      return strings.text(
        entry.name.about == "recommendation" ? .changeRemovedRecommendation : .changeRemovedDocument)
    case .state, .due, .to, .stance, .claim, .verdict, .date, .replyDue, .by, .level, .criticism: break
    }
    let fact = PhraseValue.text(name(of: entry.name, in: change.audit))
    let was = PhraseValue.text(value(entry.was, entry.name.fact, change.audit))
    let now = PhraseValue.text(value(entry.now, entry.name.fact, change.audit))
    let sentence =
      if entry.was.isEmpty {
        strings.text(.changeSet, ["fact": fact, "now": now])
      } else if entry.now.isEmpty {
        strings.text(.changeUnset, ["fact": fact, "was": was])
      } else {
        strings.text(.changeFromTo, ["fact": fact, "was": was, "now": now])
      }
    guard case .passed(let day)? = entry.cause, let date = EDTFDate(day) else { return sentence }
    return sentence + " " + strings.text(.changePassed, ["date": .text(strings.dayInSentence(date))])
  }

  /// `Tidsfristen (M1)`
  private func name(of name: FactName, in audit: ID<Audit>) -> String {
    let fact = strings.word("changed-facts", name.fact.rawValue)
    guard !name.subject.isEmpty else { return fact }
    let of = name.fact == .due ? name.subject : boards(name.subject, "+", audit)
    return strings.text(.changeOf, ["fact": .text(fact), "of": .text(of)])
  }

  private func value(_ value: String, _ fact: Fact, _ audit: ID<Audit>) -> String {
    func word(_ phrase: Phrase?) -> String {
      strings.text(.changeWord, ["word": .text(phrase.map { strings.text($0) } ?? value)])
    }
    return switch fact {
    case .state: word(RecommendationState(rawValue: value)?.phrase)
    case .stance: word(Stance(rawValue: value)?.phrase)
    case .claim, .verdict: word(FindingStatus(rawValue: value)?.phrase)
    case .level: word(AssessmentLevel(rawValue: value)?.phrase)
    case .criticism: word(nil)
    case .due, .date, .replyDue: EDTFDate(value).map { strings.dayInSentence($0) } ?? value
    case .to, .by: value == "auditors" ? strings.text(.auditors) : boards(value, ",", audit)
    case .title, .text, .added, .removed: value
    }
  }

  /// Boards by their short ids; those that are no more keep their ids.
  private func boards(_ ids: String, _ separator: Character, _ audit: ID<Audit>) -> String {
    let boards = archive[archive[audit].municipality].boards
    return strings.list(
      ids.split(separator: separator).map { id in
        boards.first { archive[$0].shortID == id }.map { archive[$0].name } ?? String(id)
      })
  }
}

extension ChangeSubject {
  fileprivate var addedPhrase: Phrase {
    switch self {
    case .audit, .recommendation: .changeAddedRecommendation
    case .reply: .changeAddedReply
    case .followUp: .changeAddedFollowUp
    }
  }
}
