import Synchronization
import Testing

@testable import SiteSearch

@Suite struct SearchIndexTests {
  @Test func anyNumberOfJobsMakesTheSameFiles() {
    let collection = Cases(many: 300)
    let one = files(of: collection, jobs: 1)
    #expect(one["start.js"] != nil)
    #expect(files(of: collection, jobs: 3) == one)
  }

  @Test func aCompoundIsFoundByItsParts() {
    let vocabulary = vocabulary("integration arbete integrationsarbetet gata gatukontoret kontor")
    #expect(parts("integrationsarbetet", vocabulary) == ["arb", "integration"])
    #expect(parts("gatukontoret", vocabulary) == ["gat", "kont"])
  }

  @Test func aCompoundIsFoundByOneOfItsPartsWhereTheCollectionLacksTheOther() {
    let vocabulary = vocabulary("arbete integrationsarbete plan handlingsplanerna gata gatukontoret revision revisionsbyrå")
    #expect(parts("integrationsarbete", vocabulary) == ["arb"])
    #expect(parts("handlingsplanerna", vocabulary) == ["plan"])
    #expect(parts("gatukontoret", vocabulary) == ["gat"])
    #expect(parts("revisionsbyrå", vocabulary) == ["revision"])
  }

  @Test func aWordIsNoCompoundOfWordsThatTheCollectionLacks() {
    #expect(parts("kommunen", vocabulary("kommunen nen uppföljning följ")) == [])
  }

  @Test func noFileIsLargerThanAScriptMayBe() {
    for (path, bytes) in files(of: Cases(many: 20_000), jobs: 2) { #expect(bytes.utf8.count <= 61_000, "\(path)") }
  }

  @Test func hostileTextStaysTextInAFile() {
    let hostile = "</script><script>alert(\"1\")\\\u{0}\n"
    let entry = files(of: Cases([SearchDocument(kind: 0, title: hostile, address: "a/")]), jobs: 1)["d0.js"] ?? ""
    #expect(entry.contains(#"\u003c/script>\u003cscript>alert(\"1\")\\\u0000\u000a"#))
    #expect(!entry.contains("<"))
  }

  @Test func anEmptyCollectionHasAStartToo() {
    #expect(files(of: Cases([]), jobs: 2)["start.js"]?.contains("\"count\":0") == true)
  }

  @Test func numbersOfEveryLengthAreWrittenWithCharactersThatNeedNoEscape() {
    var text = NumberText()
    for number in [0, 63, 64, 2065, 2066, 35_189, 35_190, NumberText.end - 1] { text.append(number) }
    #expect(text.bytes.count == 1 + 1 + 2 + 2 + 3 + 3 + 5 + 5)
    #expect(text.bytes.allSatisfy { $0 >= 35 && $0 < 127 && $0 != UInt8(ascii: "\\") })
  }

  // MARK: Cases

  private struct Cases: SearchCollection {
    let documents: [SearchDocument]
    var count: Int { documents.count }
    var names: FacetNames { FacetNames(municipalities: ["Exempelby"]) }

    init(_ documents: [SearchDocument]) { self.documents = documents }

    init(many count: Int) {
      documents = (0..<count).map {
        SearchDocument(
          kind: $0 % 3, title: "Granskning nummer \($0)", address: "g\($0)/",
          body: Array("Nämnden har inte följt upp ärende \($0 % 7).".utf8),
          facets: .init(municipality: 0, year: 2000 + $0 % 20))
      }
    }

    func document(_ index: Int) -> SearchDocument { documents[index] }
  }

  private func files(of collection: Cases, jobs: Int) -> [String: String] {
    let files = Mutex<[String: String]>([:])
    SearchIndex.make(of: collection, jobs: jobs) {
      { (file) throws(Never) in files.withLock { $0[file.path] = String(decoding: file.bytes, as: UTF8.self) } }
    }
    return files.withLock { $0 }
  }

  private func vocabulary(_ text: String) -> (Vocabulary, WordTable) {
    var table = WordTable()
    for word in Letters.words(of: text) { _ = table.insert(word[...]) }
    var read = ReadDocuments()
    read.words = (0..<table.count).map { (Int32($0), Posting(document: 0, level: Level.body, block: 0)) }
    return (
      Vocabulary(table, known: KnownStems(table, [(WordPlaces(read.words), Array(0..<Int32(table.count)))], takesTexts: true)),
      table
    )
  }

  private func parts(_ word: String, _ vocabulary: (Vocabulary, WordTable)) -> [String] {
    guard let place = vocabulary.1.find(Letters.words(of: word)[0][...]) else { return [] }
    return vocabulary.0.partsOf[place].map { Letters.text(vocabulary.0.terms[Int($0)]) }.sorted()
  }
}
