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

  @Test(arguments: [("ks", "rs"), ("R1", "R2"), ("M1", "R1")])
  func takesNoShortNameForAnother(word: String, candidate: String) {
    #expect(nearMiss(of: word, among: [candidate]) == nil)
  }

  @Test func isSilentWhereNothingIsClose() {
    #expect(nearMiss(of: "colour", among: ["date", "reply"]) == nil)
  }
}
