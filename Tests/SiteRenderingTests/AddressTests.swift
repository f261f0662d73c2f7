import SiteRendering
import Testing

@Suite struct AddressTests {
  @Test func idsBecomeLowerCaseWithoutAccents() {
    #expect(slug("R1a") == "r1a")
    #expect(slug("Åmål") == "amal")
    #expect(slug("Östra Göinge") == "ostra-goinge")
  }

  @Test func whatIsNeitherLetterNorDigitBecomesOneHyphenAndNoneAtTheEnds() {
    #expect(slug("§ 12 – svar!") == "12-svar")
    #expect(slug("--") == "")
  }

  @Test func aPageKnowsTheWayToTheRoot() {
    #expect(Address(folder: "boras/integration-2021/r1a/").root == "../../../")
    #expect(Address(folder: "").root == "")
  }

  @Test func theWorldKnowsAPageWithoutIndex() {
    #expect(Address(folder: "boras/").canonical == "boras/")
    #expect(Address(folder: "boras/").path == "boras/index.html")
    #expect(Address(folder: "boras/").fragment("m1") == "boras/index.html#m1")
  }
}
