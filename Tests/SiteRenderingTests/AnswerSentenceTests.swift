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
    #expect(sentence(AnswerSentenceTests.reply) == "Fastighetsnämnden godtar rekommendationen. Ingen har följt upp den.")
    #expect(
      sentence(AnswerSentenceTests.reply, replies: "incomplete")
        == "Fastighetsnämnden godtar rekommendationen. Ingen uppföljning finns i samlingen.")
  }

  @Test func whatWasNotAskedForIsNotMissing() {
    #expect(sentence(asks: false) == "Granskningen begär inget svar. Ingen har följt upp den.")
  }

  @Test func aMissingReplyIsLateOnlyInACompleteCollection() {
    #expect(
      sentence()
        == "Revisorerna bad om svar senast den 1 december 2022. Svaret är 1451 dagar försenat. Ingen har följt upp den.")
    #expect(
      sentence(replies: "incomplete")
        == "Revisorerna bad om svar senast den 1 december 2022. Inget svar finns i samlingen. Ingen uppföljning finns i samlingen."
    )
  }

  @Test func aClaimAloneIsNotVerified() {
    let text = sentence(AnswerSentenceTests.followUp("a", by: "[fn]", "2024-01-10", "implemented"))
    #expect(text == "Fastighetsnämnden uppger att den är genomförd. Revisorerna har inte kontrollerat uppgiften.")
  }

  @Test func aVerdictAfterAClaimHasTheLastWord() {
    let text = sentence(
      AnswerSentenceTests.followUp("a", by: "[fn]", "2024-01-10", "implemented")
        + AnswerSentenceTests.followUp("b", by: "auditors", "2025-01-10", "partly"))
    #expect(text == "Fastighetsnämnden uppger att den är genomförd. Revisorerna bedömer att den är delvis genomförd.")
  }

  @Test func aClaimAfterAVerdictIsSaidToBeUnverified() {
    let text = sentence(
      AnswerSentenceTests.followUp("a", by: "auditors", "2024-01-10", "remaining")
        + AnswerSentenceTests.followUp("b", by: "[fn]", "2025-01-10", "implemented"))
    #expect(text.hasPrefix("Revisorerna bedömer att den kvarstår. Fastighetsnämnden uppger att den är genomförd."))
    #expect(text.hasSuffix("kom senare och har inte kontrollerats."))
  }

  @Test func anUmbrellaSaysThatItIsNotCounted() {
    let site = TinySite(AnswerSentenceTests.audit(asks: true))
    let page = site.record(.recommendation(site.recommendation("R2")))
    #expect(page.text("answer") == "Samlad rekommendation med 2 delar. Den visas men räknas inte; delarna räknas.")
    #expect(page.list("chip").isEmpty)
    #expect(page.list("parts").map { $0.text("number") } == ["R2a", "R2b"])
  }
}
