import AuditModel
import Testing

@testable import SiteRendering

@Suite struct StringsTests {
  private let strings = TinySite.swedish

  @Test func everyPhraseHasItsSentence() {
    for phrase in Phrase.allCases {
      #expect(!strings.text(phrase).contains("⟦"), "\(phrase.rawValue)")
    }
  }

  @Test func aNumberChoosesTheForm() {
    #expect(strings.text(.countRecommendations, ["n": 1]) == "1 rekommendation")
    #expect(strings.text(.countRecommendations, ["n": 0]) == "0 rekommendationer")
    #expect(strings.text(.countRecommendations, ["n": 22]) == "22 rekommendationer")
  }

  @Test func fromFiveFiguresOnThousandsStandApart() {
    #expect(strings.number(1528) == "1528")
    #expect(strings.number(31_415) == "31\u{A0}415")
    #expect(strings.text(.countRecommendations, ["n": 55_000]) == "55\u{A0}000 rekommendationer")
  }

  @Test func wordsInARowHaveOchBeforeTheLast() {
    #expect(strings.list([]) == "")
    #expect(strings.list(["a"]) == "a")
    #expect(strings.list(["a", "b"]) == "a och b")
    #expect(strings.list(["a", "b", "c"]) == "a, b och c")
  }

  @Test(arguments: [
    ("2021", "2021", "2021"), ("2021-04", "april 2021", "2021-04"), ("2021-04-16", "16 april 2021", "2021-04-16"),
    ("2021-11-12?", "12 november 2021", "2021-11-12"), ("2018~", "2018", "2018"),
  ])
  func aDateIsAsPreciseAsItsDocument(_ written: String, _ words: String, _ machine: String) throws {
    let date = try #require(EDTFDate(written))
    #expect(strings.date(date) == words)
    #expect(date.machine == machine)
  }

  @Test func doubtIsSaidInWords() throws {
    #expect(strings.doubt(try #require(EDTFDate("2021-11-12?"))) == "osäkert")
    #expect(strings.doubt(try #require(EDTFDate("2018~"))) == "ungefärligt")
    #expect(strings.doubt(try #require(EDTFDate("2018"))) == nil)
  }

  @Test func aPhraseKnowsItsValues() {
    #expect(Strings.valueNames(in: "{n} av {of} {n|del|delar}") == ["n", "of"])
    #expect(Strings.valueNames(in: "inget") == [])
  }
}
