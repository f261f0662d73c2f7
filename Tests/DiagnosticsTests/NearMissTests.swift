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

  @Test(arguments: [("not-implemented", "implemented"), ("sufficiently", "insufficiently")])
  func takesNoWordForItsOpposite(word: String, candidate: String) {
    #expect(nearMiss(of: word, among: [candidate]) == nil)
  }

  @Test(arguments: [("recomendation-2021", "recommendation-2021", true), ("R3b", "R3", false), ("bilaga-c", "bilaga-b", false)])
  func aSlipOfThePenLeavesWhatTellsThingsApart(word: String, near: String, isSlip isOne: Bool) {
    #expect(isSlip(of: near, for: word) == isOne)
  }

  @Test func isSilentWhereNothingIsClose() {
    #expect(nearMiss(of: "colour", among: ["date", "reply"]) == nil)
  }
}
