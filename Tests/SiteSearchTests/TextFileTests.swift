import Testing

@testable import SiteSearch

@Suite struct TextFileTests {
  @Test func theTextsOfSomeDocumentsStandBesideEachOtherInOneFile() {
    let files = TextFiles.files(ofGroup: 300, [[], Array("Kort \"text\"".utf8), [], Array("<b>".utf8), []])
    #expect(files.map(\.path) == ["t/1/44.js"])
    #expect(
      files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        #"missiv("t/1/44",0,1,[[],["Kort \"text\""],[],["\u003cb>"]])"# + "\n"
      ])
  }

  @Test func whatIsLeftOfALongTextGoesOnInFilesOfItsOwn() {
    let files = TextFiles.files(ofGroup: 0, [Array("Före".utf8), words(32 * 1200), Array("Efter".utf8)])
    #expect(files.map(\.path) == ["t/0/0-1-1.js", "t/0/0-1-2.js", "t/0/0.js"])
  }

  @Test func aTextThatGrowsLeavesTheFilesOfOthersAsTheyAre() {
    let others: (Int) -> [[UInt8]] = { [self.words(20_000), self.words($0), self.words(30_000)] }
    let short = TextFiles.files(ofGroup: 0, others(100)).filter { $0.path.hasPrefix("t/0/0-") }
    let long = TextFiles.files(ofGroup: 0, others(90_000)).filter { $0.path.hasPrefix("t/0/0-") && !$0.path.hasPrefix("t/0/0-1") }
    #expect(short.map(\.path) == long.map(\.path))
    #expect(short.map(\.bytes) == long.map(\.bytes))
  }

  @Test func aGroupWithoutTextsHasNoFile() { #expect(TextFiles.files(ofGroup: 3, [[], []]).isEmpty) }

  @Test func blocksEndAtWhiteSpaceAndLeaveNothingOut() {
    let text = words(5000)
    let blocks = text.withUnsafeBufferPointer { TextFiles.blocks(of: $0) }
    #expect(Array(blocks.map { text[$0] }.joined()) == text)
    for block in blocks.dropFirst() { #expect(text[block.lowerBound] == 0x20) }
  }

  /// So many bytes of words.
  private func words(_ count: Int) -> [UInt8] {
    Array(repeatElement(Array("nämnden följer upp ".utf8), count: count / 19 + 1).joined().prefix(count))
  }
}
