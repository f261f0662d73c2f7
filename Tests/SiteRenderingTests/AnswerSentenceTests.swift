import Mustache
import Testing

@testable import SiteRendering

/// A recommendation's page opens with one sentence. It may not say more than the documents do.
@Suite struct AnswerSentenceTests {
  /// The sentence of R1 after the audit and `documents`.
  private func sentence(_ documents: String = "", asks: Bool = true, replies: String = "complete") -> String {
    let site = TinySite(AnswerSentenceTests.audit(asks: asks) + documents, replies: replies)
    return site.record(.recommendation(site.recommendation("R1"))).text("answer") ?? ""
  }

  private static func audit(asks: Bool) -> String {
    """

    -- exempelby/skola/audit.md --
    ---
    type: audit
    title: Skolan
    auditor: Exempelby revisorer
    date: 2022-09-15
    \(asks ? "reply: {due: 2022-12-01, from: [fn]}" : "reference: A 1")
    recommendations:
      items:
        - {id: R1, to: [fn], text: Ta fram en plan.}
        - id: R2
          to: [fn]
          text: Se över det hela.
          parts: [{id: R2a, text: Det ena.}, {id: R2b, text: Det andra.}]
    ---

    """
  }

  private static let reply = """

    -- exempelby/skola/svar.md --
    ---
    type: reply
    by: [fn]
    date: 2022-11-28
    answers: [{to: [R1], stance: accepts, quote: Det gör vi.}]
    ---

    """

  private static func followUp(_ name: String, by: String, _ date: String, _ status: String) -> String {
    """

    -- exempelby/skola/\(name).md --
    ---
    type: follow-up
    by: \(by)
    date: \(date)
    findings: [{for: [R1], status: \(status)}]
    ---

    """
  }

  @Test func whatIsAnsweredAndNotFollowedUpSaysBoth() {
    #expect(sentence(AnswerSentenceTests.reply) == "Fastighetsnämnden godtar rekommendationen. Ingen uppföljning har gjorts.")
    #expect(
      sentence(AnswerSentenceTests.reply, replies: "incomplete")
        == "Fastighetsnämnden godtar rekommendationen. Ingen uppföljning finns i samlingen.")
  }

  @Test func whatWasNotAskedForIsNotMissing() {
    #expect(sentence(asks: false) == "Granskningen begär inget svar. Ingen uppföljning har gjorts.")
  }

  @Test func aMissingReplyIsLateOnlyInACompleteCollection() {
    #expect(
      sentence()
        == "Revisorerna bad om svar senast den 1 december 2022. Svaret är 1451 dagar försenat. Ingen uppföljning har gjorts.")
    #expect(
      sentence(replies: "incomplete")
        == "Revisorerna bad om svar senast den 1 december 2022. Inget svar finns i samlingen. Ingen uppföljning finns i samlingen."
    )
  }

  /// The page of a recommendation of an audit that asked `from`, after fn's reply to R1.
  private func page(of id: String, to: String, from: String) -> Record {
    let audit = AnswerSentenceTests.audit(asks: true).replacing("from: [fn]", with: "from: [\(from)]")
      .replacing(
        "{id: R1, to: [fn], text: Ta fram en plan.}",
        with: """
          {id: R1, to: [fn], text: Ta fram en plan.}
              - {id: R3, \(to), text: Sköt taken.}
          """)
    let site = TinySite(audit + AnswerSentenceTests.reply)
    return site.record(.recommendation(site.recommendation(id)))
  }

  @Test func whatAReplyLeavesOutWasAskedForAllTheSame() {
    let page = page(of: "R3", to: "to: [fn]", from: "fn")
    #expect(page.list("chip").first?.text("name") == "Svaret är försenat")
    #expect(
      page.text("answer")
        == "Revisorerna bad om svar. De svar som finns här tar inte upp rekommendationen. Ingen uppföljning har gjorts.")
    #expect(page.text("noAnswer") == "Revisorerna bad om svar. De svar som finns här tar inte upp rekommendationen.")
  }

  @Test func whereOtherBoardsWereAskedThePageSaysThatThisOneWasNot() {
    let page = page(of: "R3", to: "to: [ks]", from: "fn")
    #expect(page.list("chip").first?.text("name") == "Svar inte begärt")
    #expect(page.text("answer") == "Revisorerna bad inte Kommunstyrelsen om svar. Ingen uppföljning har gjorts.")
  }

  @Test func aBoardThatSharesTheDutyAndWasAskedOwesTheReply() {
    let page = page(of: "R3", to: "to: [fn], with: [ks]", from: "fn, ks")
    #expect(page.text("answer")?.hasPrefix("Revisorerna bad om svar senast den 1 december 2022. Svaret är ") == true)
    #expect(page.list("unanswered").map { $0.list("board").first?.text("name") } == ["Kommunstyrelsen"])
  }

  @Test func aFollowUpThatOnlyCountsIsAFollowUp() {
    let counts = """

      -- exempelby/skola/uppf.md --
      ---
      type: follow-up
      by: auditors
      date: 2024-01-10
      counts: {implemented: 2, remaining: 1}
      ---

      """
    let site = TinySite(AnswerSentenceTests.audit(asks: true) + AnswerSentenceTests.reply + counts)
    let counted = "En uppföljning räknar rekommendationer men säger inte vilka som är genomförda."
    let page = site.record(.recommendation(site.recommendation("R1")))
    #expect(page.text("answer") == "Fastighetsnämnden godtar rekommendationen. " + counted)
    #expect(page.list("countedVerdicts").count == 1 && page.list("countedClaims").isEmpty)
    let audit = site.record(.audit(site.audit("exempelby/skola")))
    #expect(audit.text("answer")?.hasSuffix(counted) == true)
    #expect(audit.list("timeline").map { $0.text("what") }.contains("Revisorerna följer upp 3 rekommendationer."))
  }

  @Test func aFollowUpOfMeasuresAloneTellsHowManyMeasures() {
    let measure = AnswerSentenceTests.reply.replacing(
      "answers:",
      with: """
        measures: [{id: M1, for: [R1], by: [fn], text: Vi gör en plan.}]
        answers:
        """)
    let followUp = AnswerSentenceTests.followUp("a", by: "[fn]", "2024-01-10", "implemented").replacing("[R1]", with: "[M1]")
    let site = TinySite(AnswerSentenceTests.audit(asks: true) + measure + followUp)
    let events = site.record(.audit(site.audit("exempelby/skola"))).list("timeline").map { $0.text("what") }
    #expect(events.contains("Redovisning av 1 åtgärd."))
  }

  @Test func aClaimAloneIsNotVerified() {
    let text = sentence(AnswerSentenceTests.followUp("a", by: "[fn]", "2024-01-10", "implemented"))
    #expect(text == "Fastighetsnämnden uppger att rekommendationen är genomförd. Revisorerna har inte kontrollerat uppgiften.")
  }

  @Test func aVerdictAfterAClaimHasTheLastWord() {
    let text = sentence(
      AnswerSentenceTests.followUp("a", by: "[fn]", "2024-01-10", "implemented")
        + AnswerSentenceTests.followUp("b", by: "auditors", "2025-01-10", "partly"))
    #expect(
      text
        == "Fastighetsnämnden uppger att rekommendationen är genomförd. Revisorerna bedömer att rekommendationen är delvis genomförd."
    )
  }

  @Test func aClaimAfterAVerdictIsSaidToBeUnverified() {
    let text = sentence(
      AnswerSentenceTests.followUp("a", by: "auditors", "2024-01-10", "remaining")
        + AnswerSentenceTests.followUp("b", by: "[fn]", "2025-01-10", "implemented"))
    #expect(
      text.hasPrefix(
        "Revisorerna bedömer att rekommendationen kvarstår. Fastighetsnämnden uppger att rekommendationen är genomförd."))
    #expect(text.hasSuffix("kom senare än bedömningen och har inte kontrollerats."))
  }

  @Test func whatAuditorsLaterLeftOutStandsAsTheyFoundItBefore() {
    let text = sentence(
      AnswerSentenceTests.followUp("a", by: "auditors", "2024-01-10", "remaining")
        + AnswerSentenceTests.followUp("b", by: "auditors", "2025-01-10", "not-followed-up"))
    #expect(text == "Revisorerna bedömer att rekommendationen kvarstår.")
  }

  @Test func whatAuditorsLeftOutIsStillSaidToBeAnsweredOrLate() {
    let leftOut = AnswerSentenceTests.followUp("b", by: "auditors", "2025-01-10", "not-followed-up")
    #expect(
      sentence(AnswerSentenceTests.reply + leftOut)
        == "Fastighetsnämnden godtar rekommendationen. Revisorerna har inte följt upp rekommendationen.")
    #expect(sentence(leftOut).hasPrefix("Revisorerna bad om svar senast den 1 december 2022. Svaret är "))
  }

  @Test func anUmbrellaSaysThatItIsNotCounted() {
    let site = TinySite(AnswerSentenceTests.audit(asks: true))
    let page = site.record(.recommendation(site.recommendation("R2")))
    #expect(page.text("answer") == "Samlad rekommendation med 2 delar. Den visas men räknas inte; delarna räknas.")
    #expect(page.list("chip").isEmpty)
    #expect(page.list("parts").map { $0.text("number") } == ["R2a", "R2b"])
  }
}
