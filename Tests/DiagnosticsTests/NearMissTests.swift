import Diagnostics
import Testing

@Suite struct NearMissTests {
  @Test func findsAKeyWithALetterMissing() {
    #expect(nearMiss(of: "recomendations", among: ["reply", "recommendations"]) == "recommendations")
  }

  @Test func findsSwappedLetters() {
    #expect(nearMiss(of: "tilte", among: ["title", "date"]) == "title")
  }

  @Test func takesNoNoticeOfCaseAndAccents() {
    #expect(nearMiss(of: "Socialnamnden", among: ["socialnämnden"]) == "socialnämnden")
  }

  @Test func isSilentWhereNothingIsClose() {
    #expect(nearMiss(of: "colour", among: ["date", "reply"]) == nil)
  }
}
