import AuditModel

extension Linker {
  /// Gives the entities texts of their own, one beside the other. Those of the documents lie among facts that are about to be given
  /// up, and would keep the memory between them from being used for anything large: a fifth of all.
  mutating func ownTexts() {
    for index in municipalities.indices { municipalities[index].ownTexts() }
    for index in boards.indices {
      boards[index].id.own()
      boards[index].shortID.own()
      boards[index].name.own()
      boards[index].aliases.ownEach { $0.own() }
    }
    for index in audits.indices { audits[index].ownTexts() }
    for index in recommendations.indices {
      recommendations[index].id.own()
      recommendations[index].shortID.own()
      recommendations[index].leadIn?.own()
      recommendations[index].text.own()
      recommendations[index].repeats.ownEach { $0.note?.own() }
    }
    for index in replies.indices {
      replies[index].id.own()
      replies[index].title?.own()
      replies[index].decision?.own()
      replies[index].cites.ownEach {
        $0.paragraph?.own()
        $0.quote?.own()
      }
      replies[index].inferred.ownEach { $0.own() }
      replies[index].sources.ownEach { $0.own() }
      replies[index].signed.ownEach { $0.own() }
      replies[index].formerly.ownEach { $0.own() }
    }
    for index in answers.indices {
      answers[index].quote?.own()
      answers[index].note?.own()
    }
    for index in measures.indices {
      measures[index].id.own()
      measures[index].shortID.own()
      measures[index].dueWording?.own()
      measures[index].text.own()
    }
    for index in followUps.indices {
      followUps[index].id.own()
      followUps[index].title?.own()
      followUps[index].decision?.own()
      followUps[index].inferred.ownEach { $0.own() }
      followUps[index].sources.ownEach { $0.own() }
      followUps[index].signed.ownEach { $0.own() }
      followUps[index].formerly.ownEach { $0.own() }
    }
    for index in findings.indices {
      findings[index].reason?.own()
      findings[index].quote?.own()
      findings[index].source?.own()
    }
    for index in movedDeadlines.indices {
      movedDeadlines[index].reason?.own()
      movedDeadlines[index].paragraph?.own()
    }
  }
}

extension Municipality {
  fileprivate mutating func ownTexts() {
    id.own()
    name.own()
    shortName.own()
    county?.own()
    website?.own()
    formerly.ownEach { $0.own() }
  }
}

extension Audit {
  fileprivate mutating func ownTexts() {
    id.own()
    title.own()
    auditor.own()
    commissionedBy?.own()
    reference?.own()
    summary?.own()
    purpose.ownEach { $0.own() }
    inferred.ownEach { $0.own() }
    replyRequest?.wording?.own()
    assessments.ownEach {
      $0.aspect?.own()
      $0.quote?.own()
    }
    observations.ownEach { $0.text.own() }
    criticism.ownEach { $0.quote?.own() }
    sources.ownEach { $0.own() }
    signed.ownEach { $0.own() }
    formerly.ownEach { $0.own() }
  }
}

extension Decision {
  fileprivate mutating func own() {
    paragraph?.own()
    reference?.own()
  }
}

extension Inference {
  fileprivate mutating func own() {
    field.own()
    reason.own()
  }
}

extension Source {
  fileprivate mutating func own() {
    title.own()
    file?.own()
    url?.own()
    pages?.own()
  }
}

extension Signatory {
  fileprivate mutating func own() {
    name.own()
    role?.own()
  }
}

extension String {
  /// Copies the text, unless it is so short that it lies in the value itself.
  mutating func own() {
    if utf8.count > 15 { self = withUTF8 { String(decoding: $0, as: UTF8.self) } }
  }
}

extension Array {
  /// Copies the array, with what `own` makes of each element.
  fileprivate mutating func ownEach(_ own: (inout Element) -> Void) {
    if isEmpty { return }
    self = map { element in
      var element = element
      own(&element)
      return element
    }
  }
}
