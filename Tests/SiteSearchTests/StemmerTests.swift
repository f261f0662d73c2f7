import Foundation
import Testing

@testable import SiteSearch

@Suite struct StemmerTests {
  /// Forms of words, a word a line, that the tests of the page in a browser read too.
  static let lines: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = (try? String(contentsOf: folder.appendingPathComponent("Browser/search-forms.txt"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }()

  private func stems(_ text: String) -> [String] {
    Letters.words(of: text).map { Letters.text(Stemmer.swedish.stem(Letters.folded($0))) }
  }

  @Test func everyFormOfAWordHasTheSameStem() {
    #expect(StemmerTests.lines.count > 200)
    for line in StemmerTests.lines where !line.hasPrefix("-") { #expect(Set(stems(line)).count == 1, "\(line): \(stems(line))") }
  }

  @Test func wordsThatOnlyLookAlikeAreToldApart() {
    for line in StemmerTests.lines where line.hasPrefix("-") {
      #expect(Set(stems(line)).count == stems(line).count, "\(line): \(stems(line))")
    }
  }

  @Test func marksOfLettersAreKeptInTermsAndNotInStems() {
    #expect(stems("Nämnderna namnd") == ["namnd", "namnd"])
    #expect(Letters.text(Stemmer.swedish.term(Letters.words(of: "lånet")[0])) == "lån")
    #expect(Letters.text(Stemmer.swedish.term(Letters.words(of: "länet")[0])) == "län")
  }

  @Test func lettersThatAreWrittenInTwoPartsAreOneLetter() {
    #expect(Letters.words(of: "na\u{308}mnd a\u{30A}r") == Letters.words(of: "nämnd år"))
  }

  @Test func numbersStayAsTheyAre() {
    #expect(stems("2017:725") == ["2017", "725"])
  }
}
