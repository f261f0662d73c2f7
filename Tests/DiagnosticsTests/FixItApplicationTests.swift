import Diagnostics
import Testing

@Suite struct FixItApplicationTests {
  let file = SourceFile(path: "a.md", text: "0123456789")

  func fixIt(_ range: Range<Int>, _ text: String, path: String = "a.md") -> Diagnostic.FixIt {
    .init(replace: SourceRange(path: path, range), with: text)
  }

  func result(_ fixIts: Diagnostic.FixIt...) -> String {
    let fixed = apply(fixIts, to: file)
    return fixed.text(in: fixed.bytes.indices)
  }

  @Test func replacesInsertsAndRemovesInAnyOrder() {
    #expect(result(fixIt(8..<10, "ÅÄ"), fixIt(0..<0, "<"), fixIt(2..<5, "")) == "<01567ÅÄ")
  }

  @Test func theFirstOfTwoThatOverlapWins() {
    #expect(result(fixIt(3..<6, "B"), fixIt(1..<4, "A")) == "0A456789")
  }

  @Test func neighboursDoNotOverlap() {
    #expect(result(fixIt(1..<3, "A"), fixIt(3..<5, "B"), fixIt(5..<5, "C")) == "0ABC56789")
  }

  @Test func theSameTwiceCountsOnce() {
    #expect(result(fixIt(4..<4, "x"), fixIt(4..<4, "x")) == "0123x456789")
  }

  @Test func thoseOfOtherFilesAndBeyondTheEndAreLeftAlone() {
    #expect(result(fixIt(0..<1, "x", path: "b.md"), fixIt(9..<11, "y")) == "0123456789")
    #expect(apply([], to: file) == file)
  }
}
