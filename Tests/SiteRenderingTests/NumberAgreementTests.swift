import AuditModel
import Mustache
import Testing

@testable import SiteRendering

/// Sentences agree with what they count: nothing, one, two or many, and with what is not known.
@Suite struct NumberAgreementTests {
  private func audit(_ fields: String, _ name: String = "skola") -> String {
    """

    -- exempelby/\(name)/audit.md --
    ---
    type: audit
    title: Skolan
    auditor: Exempelby revisorer
    \(fields)
    ---

    """
  }

  /// The page of an audit with such fields, and other documents beside it.
  private func page(_ fields: String, _ documents: String = "") -> Record {
    let site = TinySite(audit(fields) + documents)
    return site.record(.audit(site.audit("exempelby/skola")))
  }

  private func recommendations(_ items: String) -> String { "date: 2022-09-15\nrecommendations: {items: [\(items)]}" }

  @Test func oneRecommendationToSeveralBoardsIsSpokenOfAsOne() {
    let page = page(recommendations("{id: R1, to: [fn, ks], text: Gör en plan.}"))
    #expect(page.text("recommendationCount") == "1 rekommendation. Räknad per nämnd är den 2.")
  }

  @Test func severalUmbrellasAreSpokenOfAsSeveral() {
    let page = page(
      recommendations(
        "{id: R1, text: Ett., parts: [{id: R1a, text: A.}]}, {id: R2, text: Två., parts: [{id: R2a, text: B.}]}"))
    #expect(page.text("recommendationCount") == "2 rekommendationer. R1 och R2 är samlade och räknas inte.")
  }

  @Test func allToOneAddresseeAreNotCountedTwice() {
    #expect(page(recommendations("{id: R1, to: [fn], text: Ett.}")).text("addressees") == "till Fastighetsnämnden")
    #expect(page(recommendations("{id: R1, text: Ett.}")).text("addressees") == "utan angiven mottagare")
    #expect(
      page(recommendations("{id: R1, text: Ett.}, {id: R2, text: Två.}")).text("addressees") == "alla utan angiven mottagare")
  }

  @Test func aListThatIsNotWholeIsNotSaidToBeAll() {
    let some = page("recommendations: {complete: false, items: [{id: R1, text: Ett.}]}")
    #expect(some.text("answer")?.hasPrefix("Revisorerna lämnade minst 1 rekommendation. ") == true)
    let none = page("recommendations: {complete: false, items: []}")
    #expect(none.text("answer") == "De dokument som finns här har inga rekommendationer.")
  }

  /// A reply that accepts R1, with what more it says.
  private func reply(_ more: String = "") -> String {
    """

    -- exempelby/skola/svar.md --
    ---
    type: reply
    by: [fn]
    date: 2022-11-28
    answers: [{to: [R1], stance: accepts}]
    \(more)---

    """
  }

  @Test func whatIsCountedAsNoneIsSaidInWords() {
    let events = page(recommendations("{id: R1, to: [fn], text: Ett.}"), reply()).list("timeline").map { $0.text("what") }
    #expect(events.last == "Svar som berör 1 av 1 rekommendation, utan åtgärder.")
    #expect(page("date: 2022").list("timeline").map { $0.text("what") } == ["Granskningen, utan rekommendationer."])
  }

  /// The timeline and the deadline of R1, due at the end of 2024, which a document moves to `due`, and that document's page.
  private func moved(to due: String) -> (events: [String], deadline: String?, page: String) {
    let documents = """

      -- exempelby/skola/flytt.md --
      ---
      type: follow-up
      by: [fn, ks]
      date: 2023-09-01
      deadlines: [{for: [R1], due: \(due)}]
      ---

      """
    let site = TinySite(audit(recommendations("{id: R1, to: [fn], due: 2024-12-31, text: Ett.}")) + documents)
    return (
      site.record(.audit(site.audit("exempelby/skola"))).list("timeline").compactMap { $0.text("what") },
      site.record(.recommendation(site.recommendation("R1"))).list("deadline").first?.text("moved"), site.html(.followUp(ID(0)))
    )
  }

  @Test func aDeadlineThatIsBroughtForwardIsNotMovedByLessThanNothing() {
    let later = moved(to: "2025-01-31")
    #expect(later.events.contains("Tidsfristen för R1 flyttas 31 dagar."))
    #expect(later.deadline == "Flyttad 1 gång, sammanlagt 31 dagar")
    let earlier = moved(to: "2024-11-30")
    #expect(earlier.events.contains("Tidsfristen för R1 tidigareläggs 31 dagar."))
    #expect(earlier.deadline == "Flyttad 1 gång, sammanlagt 31 dagar tidigare")
  }

  @Test func aDocumentThatOnlyMovesADeadlineReportsOnNothingElse() {
    let told = moved(to: "2025-01-31")
    #expect(told.events.contains("Besked om en tidsfrist."))
    #expect(!told.page.contains("Vad nämnden uppger"))
    #expect(told.page.contains("Flyttade tidsfrister"))
  }

  @Test func theYearsOfAPlaceAreAllOfThem() {
    func place(_ dates: [String?]) -> String? {
      let audits = dates.enumerated().map { audit($1.map { "date: \($0)" } ?? "reference: A", "g\($0)") }
      return TinySite(audits.joined()).record(.start).list("places").first?.text("audits")
    }
    #expect(place(["2018", "2022", "2023", "2024", "2025"]) == "5 granskningar, 2018–2025")
    #expect(place(["2018", "2022", nil]) == "3 granskningar, 2018, 2022 och utan årtal")
    #expect(place([nil]) == "1 granskning, årtal saknas")
  }

  @Test func aPlaceWithoutAuditsIsNotSaidToHaveOne() {
    let place = TinySite("").record(.start).list("places").first
    #expect(place?.text("audits") == "Inga granskningar i samlingen")
    #expect(place?.text("summary") == "Inga rekommendationer finns i samlingen.")
  }

  @Test func severalAuditsThatAskForNothingAreSpokenOfAsSeveral() {
    let items = recommendations("{id: R1, to: [fn], text: Ett.}")
    func answer(_ audits: String) -> String? { TinySite(audits).record(.municipality(ID(0))).text("answer") }
    #expect(
      answer(audit(items))
        == "Revisorerna har lämnat 1 rekommendation i 1 granskning. Granskningen begär inget svar. Ingen uppföljning har gjorts.")
    #expect(answer(audit(items) + audit(items, "vard"))?.contains(" Ingen av granskningarna begär svar. ") == true)
  }

  @Test func whatIsOverdueAgreesWithItsWord() {
    let reply = reply("measures: [{id: M1, for: [R1], by: [fn], due: 2023, text: Vi gör en plan.}]\n")
    let documents = audit(recommendations("{id: R1, to: [fn], text: Ett.}")) + reply
    #expect(TinySite(documents).record(.overdue(sheet: 1)).text("answer") == "1 åtgärd är försenad.")
    #expect(
      TinySite(documents, replies: "incomplete").record(.overdue(sheet: 1)).text("answer")
        == "Inget är försenat. Redovisning av 1 åtgärd finns inte i samlingen, men kan finnas någon annanstans.")
  }

  @Test func whatIsWrittenInCapitalsStaysSoInsideASentence() {
    #expect("IT och digitalisering".lowercasedFirst == "IT och digitalisering")
    #expect("VD".lowercasedFirst == "VD")
    #expect("Roller och ansvar".lowercasedFirst == "roller och ansvar")
    #expect("Å".lowercasedFirst == "å")
    #expect("".lowercasedFirst == "")
  }

  @Test func dischargeIsRefusedForABoardAndNotAgainstIt() {
    let criticism = """
      date: 2022
      criticism:
        - {level: avstyrkt ansvarsfrihet, against: [fn], quote: Vi avstyrker.}
        - {level: anmärkning, against: [ks], quote: Vi anmärker.}
      """
    let site = TinySite(audit(criticism))
    let html = site.html(.audit(site.audit("exempelby/skola")))
    #expect(html.contains("Avstyrkt ansvarsfrihet</b> för <a"))
    #expect(html.contains("Anmärkning</b> mot <a"))
  }

  @Test func whatNothingIsKnownOfIsSaidWithoutFigures() {
    let site = TinySite(audit("date: 2022"))
    #expect(site.record(.topic(ID(0), sheet: 1)).text("answer") == "Ingen granskning i samlingen har ämnet.")
    #expect(site.record(.theme(ID(0), sheet: 1)).text("answer") == "Ingen rekommendation har temat.")
  }
}
