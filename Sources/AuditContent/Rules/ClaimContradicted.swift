import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let claimContradicted = DiagnosticCode(
    "claim-contradicted", .note,
    explanation: Wording(
      sv:
        "En nämnd uppger att en rekommendation är genomförd, och revisorerna finner att den inte är det. Båda visas, var för "
        + "sig. Det kan "
        + "stämma, men också vara en status som har skrivits fel.",
      en:
        "A board says that a recommendation is implemented, and the auditors find that it is not. Both are shown, each by "
        + "itself. It may be "
        + "so, but may also be a status written wrongly."))
  static let conflictingFindings = DiagnosticCode(
    "conflicting-findings", .warning,
    explanation: Wording(
      sv:
        "Samma uppföljning säger två olika saker om samma rekommendation. En uppföljning har en status för varje rekommendation.",
      en: "One follow-up says two things of the same recommendation. A follow-up has one status for each recommendation."))
  static let conflictingAnswers = DiagnosticCode(
    "conflicting-answers", .warning,
    explanation: Wording(
      sv: "Samma svar tar ställning till en rekommendation på två olika sätt. Har den delar: svara på delarna var för sig.",
      en: "One reply takes two stances to the same recommendation. If it has parts: answer the parts one by one."))
}

extension Rule {
  /// The auditors find what a board claims.
  static let claimContradicted = Rule(code: .claimContradicted) { content, diagnostics in
    let archive = content.archive
    for index in archive.recommendations.indices {
      let findings = archive.links.findings[ID(index)].map { archive[$0] }
      guard findings.count > 1, findings.contains(where: { archive[$0.followUp].voice.isVerdict }) else { continue }
      for claim in findings where claim.status == .implemented && !archive[claim.followUp].voice.isVerdict {
        let claimed = archive[claim.followUp].date
        let verdict = findings.first { finding in
          guard archive[finding.followUp].voice.isVerdict, [.remaining, .notStarted, .willNot].contains(finding.status) else {
            return false
          }
          guard let found = archive[finding.followUp].date, let claimed else { return true }
          return !certainlyBefore(found, claimed)
        }
        guard let verdict else { continue }
        let id = archive.recommendations[index].shortID
        diagnostics.append(
          Diagnostic(
            .claimContradicted,
            Wording(
              sv: "\(id) är \(verdict.status.rawValue) här men implemented enligt nämnden",
              en: "\(id) is \(verdict.status.rawValue) here but implemented according to the board"),
            at: content.place(verdict.origin),
            cure: Wording(
              sv: "Se efter att båda stämmer med dokumenten. Gör de det: gör ingenting.",
              en: "See that both agree with the documents. If they do: do nothing."),
            notes: [Diagnostic.Note(Wording(sv: "Nämndens uppgift", en: "What the board says"), at: content.place(claim.origin))])
        )
        break
      }
    }
  }

  /// A follow-up says one thing of each recommendation.
  static let conflictingFindings = Rule(code: .conflictingFindings) { content, diagnostics in
    let archive = content.archive
    for index in archive.recommendations.indices {
      let findings = archive.links.findings[ID(index)]
      guard findings.count > 1 else { continue }
      var first: [ID<FollowUp>: ID<Finding>] = [:]
      for id in findings {
        let finding = archive[id]
        guard let other = first[finding.followUp] else {
          first[finding.followUp] = id
          continue
        }
        if archive[other].status == finding.status { continue }
        diagnostics.append(
          .conflicting(
            .conflictingFindings, archive.recommendations[index].shortID,
            [archive[other].status.rawValue, finding.status.rawValue], at: content.place(finding.origin),
            first: content.place(archive[other].origin)))
      }
    }
  }

  /// A reply takes one stance to each recommendation.
  static let conflictingAnswers = Rule(code: .conflictingAnswers) { content, diagnostics in
    let archive = content.archive
    for index in archive.recommendations.indices {
      let answers = archive.links.answers[ID(index)]
      guard answers.count > 1 else { continue }
      var first: [ID<Reply>: ID<Answer>] = [:]
      for id in answers {
        let answer = archive[id]
        guard let other = first[answer.reply] else {
          first[answer.reply] = id
          continue
        }
        if archive[other].stance == answer.stance { continue }
        diagnostics.append(
          .conflicting(
            .conflictingAnswers, archive.recommendations[index].shortID,
            [archive[other].stance.rawValue, answer.stance.rawValue],
            at: content.place(answer.origin), first: content.place(archive[other].origin)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func conflicting(
    _ code: DiagnosticCode, _ id: String, _ words: [String], at place: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code,
      Wording(sv: "\(id) är både \(words[0]) och \(words[1])", en: "\(id) is both \(words[0]) and \(words[1])"), at: place,
      cure: Wording(sv: "Ta bort den av dem som är fel.", en: "Delete the one that is wrong."),
      notes: [Diagnostic.Note(Wording(sv: "Den första", en: "The first"), at: first)])
  }
}
