import Testing

@testable import SiteRendering

@Suite struct PlainTextTests {
  private func plain(_ html: String) -> String { String(decoding: plainText(ofHTML: Array(html.utf8)), as: UTF8.self) }

  @Test func blocksAreApartAndPartsOfWordsTogether() {
    #expect(
      plain("<h2 id=\"text-a\">Syfte</h2>\n<p>Kommun<em>styrelsen</em> har  <a href=\"x\">följt</a> upp.</p>")
        == "Syfte Kommunstyrelsen har följt upp. ")
  }

  @Test func charactersThatAreEscapedAreThemselves() {
    #expect(plain("A &amp; B &lt;c&gt; &quot;d&quot; &#8211; &#xE5;") == "A & B <c> \"d\" – å")
  }

  @Test func whiteSpaceOfEveryKindIsOneSpace() { #expect(plain(" \n<p>\tett \n två</p> ") == "ett två ") }

  @Test func whatEndsInTheMiddleOfATagOrACharacterIsTakenAsItIs() {
    #expect(plain("slut <b") == "slut ")
    #expect(plain("slut &am") == "slut &am")
  }
}
