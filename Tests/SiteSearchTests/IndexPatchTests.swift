import Foundation
import Synchronization
import Testing

@testable import SiteSearch

@Suite struct IndexPatchTests {
  /// How many collections are edited. `make mutate` asks for more.
  private static let collections = ProcessInfo.processInfo.environment["MISSIV_EDITS"].flatMap(UInt64.init) ?? 6

  @Test(arguments: 0..<collections) func anIndexThatIsPatchedIsTheOneThatWouldBeMade(seed: UInt64) {
    var cases = Cases(documents: 100, seed: seed)
    var files = cases.files()
    for edit in 0..<4 {
      // The first has words that the collection knows, and can be patched for sure.
      let kind = edit == 0 ? .quote : Cases.Edit.allCases.randomElement(using: &cases.random) ?? .append
      let numbers = cases.edit(kind)
      let made = cases.files()
      let patch = cases.patch(numbers, files)
      #expect(patch != nil || edit > 0)
      if let patch {
        files.apply(patch)
        #expect(files.differences(from: made) == [], "\(kind) of \(numbers)")
      }
      files = made
    }
  }

  @Test func aLargeIndexIsPatchedWhateverAText() {
    var cases = Cases(documents: 2100, seed: 7)
    var files = cases.files()
    #expect(files.keys.contains { $0.hasPrefix("w-b") })
    for edit in Cases.Edit.allCases {
      let numbers = cases.edit(edit)
      let patch = cases.patch(numbers, files)
      #expect(patch != nil, "\(edit)")
      if let patch { files.apply(patch) }
    }
    #expect(files.differences(from: cases.files()) == [])
  }

  @Test func aWordMoreInATextChangesFewFiles() {
    var cases = Cases(documents: 2100, seed: 3)
    let files = cases.files()
    cases.documents[100].body += Array(" vardags".utf8)
    #expect(cases.patch([100], files).map { $0.files.count + $0.removed.count < 12 } == true)
    #expect(files.count > 150)
  }

  @Test func aLongTextThatIsEmptiedLeavesNoFileBehind() {
    var cases = Cases(documents: 40, seed: 2)
    cases.documents[21].body = Array(String(repeating: "Nämnden följer upp. ", count: 4000).utf8)
    var files = cases.files()
    let long = files.keys.filter { $0.hasPrefix("t/0/1-5-") }
    #expect(long.count > 2)
    for count in [0, 1200, 0] {
      cases.documents[21].body = Array(String(repeating: "Nämnden följer upp. ", count: count).utf8)
      if let patch = cases.patch([21], files) { files.apply(patch) }
      #expect(files.differences(from: cases.files()) == [])
    }
  }

  @Test func aWordThatIsOftenHasAFileOfItsOwnForAsLongAsItIs() {
    var cases = Cases(
      documents: (0..<2100).map {
        SearchDocument(kind: 1, title: "Ett", address: "\($0)/", body: Array(($0 < 2001 ? "alfa" : "beta").utf8))
      })
    var files = cases.files()
    for (word, isLong) in [("alfa", true), ("beta", false), ("alfa", true)] {
      for number in [7, 2000] { cases.documents[number].body = Array(word.utf8) }
      if let patch = cases.patch([7, 2000], files) { files.apply(patch) }
      #expect(files.differences(from: cases.files()) == [])
      #expect(files.keys.contains("p-alf.js") == isLong)
    }
  }

  @Test func aDictionaryThatIsEditedIsTakenApartAsIfItWereNew() {
    var random = Cases.Random(state: 4)
    func entry(_ key: Int) -> TermEntry {
      let key = Array(String(key, radix: 36).utf8)
      let size = Int.random(in: 0..<400, using: &random)
      return TermEntry(
        key: key, terms: [.init(text: key, count: size, postings: Array(repeating: UInt8(ascii: "a"), count: max(1, size)))])
    }
    for _ in 0..<10 {
      var entries: [[UInt8]: TermEntry] = [:]
      for _ in 0..<400 {
        let entry = entry(Int.random(in: 0..<40_000, using: &random))
        entries[entry.key] = entry
      }
      func sorted() -> [TermEntry] { entries.values.sorted { $0.key.lexicographicallyPrecedes($1.key) } }
      let shards = Shards.split(sorted())
      #expect(shards.count > 5)
      let files = Dictionary(uniqueKeysWithValues: shards.flatMap(\.files).map { ($0.path, $0.bytes) })
      var index = PublishedIndex { files[$0] }
      var edit = ShardEdit<TermEntry>(shards.map(\.first))
      // The first of a file goes, others too, and some come.
      var gone = entries.keys.sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &random).prefix(10) + []
      gone += shards.compactMap(\.entries.first?.key).shuffled(using: &random).prefix(2)
      for key in gone {
        entries[key] = nil
        let isRead = edit.read(key, of: index)
        #expect(isRead)
        edit[key] = nil
      }
      for entry in (0..<10).map({ _ in entry(Int.random(in: 0..<40_000, using: &random)) }) {
        entries[entry.key] = entry
        let isRead = edit.read(entry.key, of: index)
        #expect(isRead)
        edit[entry.key] = entry
      }
      let isWritten = edit.write(to: &index)
      #expect(isWritten)
      let anew = Shards.split(sorted())
      #expect(edit.firsts == anew.map(\.first))
      var edited = files
      let start = StartFile(
        count: 0, pairs: 1, words: [], ends: [], columns: Columns([], FacetSets()), names: FacetNames(), version: 0)
      if let patch = index.patch(start) { edited.apply(patch) }
      edited["start.js"] = nil
      #expect(edited == Dictionary(uniqueKeysWithValues: anew.flatMap(\.files).map { ($0.path, $0.bytes) }))
    }
  }

  @Test func wordsThatTheCollectionKnowsCanAlwaysBePatched() {
    var cases = Cases(documents: 150, seed: 11)
    let files = cases.files()
    for number in stride(from: 0, to: 150, by: 10) {
      cases.documents[number].body += Array(" ".utf8) + Array(cases.documents[(number + 7) % 150].title.utf8)
      #expect(cases.patch([number], files) != nil)
    }
  }

  @Test func wordsThatTakeOthersApartHaveASmallIndexMadeAnew() {
    var cases = Cases(documents: 20, seed: 1)
    let files = cases.files()
    cases.documents[4].body += Array(" kvalitetssäkring".utf8)
    #expect(cases.patch([4], files) == nil)
  }

  @Test func whatIsNoTextCannotBePatched() {
    var cases = Cases(documents: 20, seed: 1)
    let files = cases.files()
    cases.documents[4].title += " igen"
    #expect(cases.patch([4], files) == nil)
    #expect(cases.patch([20], files) == nil)
  }

  @Test func aDamagedIndexIsNotPatched() {
    var cases = Cases(documents: 40, seed: 5)
    let files = cases.files()
    let numbers = cases.edit(.append)
    #expect(cases.patch(numbers, files) != nil)
    for path in ["start.js", "k.js", "d0.js", "q0.js", "w-.js"] {
      #expect(cases.patch(numbers, files.merging([path: Array("missiv(\"".utf8)]) { $1 }) == nil, "\(path)")
      #expect(cases.patch(numbers, files.filter { $0.key != path }) == nil, "\(path)")
    }
  }

  @Test func nothingChangedIsNothingToWrite() {
    let cases = Cases(documents: 40, seed: 5)
    let patch = cases.patch([0, 1, 2, 39], cases.files())
    #expect(patch?.files.isEmpty == true)
    #expect(patch?.removed.isEmpty == true)
  }
}

/// A collection of documents in made-up words, which is edited.
private struct Cases: SearchCollection {
  var documents: [SearchDocument] = []
  var random: Random
  private var words: [String] = []

  var count: Int { documents.count }
  let names = FacetNames(municipalities: ["Exempelby"])
  func document(_ index: Int) -> SearchDocument { documents[index] }

  enum Edit: CaseIterable { case quote, append, drop, replace, empty, long, invent, several }

  init(documents: [SearchDocument]) {
    self.documents = documents
    random = Random(state: 0)
  }

  init(documents count: Int, seed: UInt64) {
    random = Random(state: seed)
    for _ in 0..<400 { words.append(word()) }
    words += ["lån", "län", "lan", "2019", "och", "gatukontor", "vardags"]
    for number in 0..<count {
      documents.append(
        SearchDocument(
          kind: number % 4, title: text(3) + (number % 3 == 0 ? " nämnden" : ""), address: "g\(number)/", summary: text(2),
          names: ["Exempelby"],
          body: number % 3 == 1 ? [] : Array("Nämnden \(text(number % 40 == 0 ? 2500 : 25))".utf8),
          facets: .init(municipality: 0, year: 2000 + number % 9)))
    }
  }

  /// Edits some texts; returns whose.
  mutating func edit(_ edit: Edit) -> [Int] {
    let numbers =
      edit == .several
      ? (0..<4).map { _ in Int.random(in: 0..<count, using: &random) } : [Int.random(in: 0..<count, using: &random)]
    for number in Set(numbers).sorted() {
      var body = documents[number].body
      switch edit {
      case .quote: body += Array((" " + documents[Int.random(in: 0..<count, using: &random)].title).utf8)
      case .append, .several: body += Array((" " + text(6)).utf8)
      case .drop:
        body = Array(
          body.split(separator: 0x20).enumerated().filter { $0.offset % 5 != 1 }.map(\.element).joined(separator: [0x20]))
      case .replace: body = Array(text(300).utf8)
      case .empty: body = []
      case .long: body += Array(text(5000).utf8)
      case .invent: body = Array((word() + word() + word() + " ").utf8) + body
      }
      documents[number].body = body
    }
    return Set(numbers).sorted()
  }

  func patch(_ numbers: [Int], _ files: [String: [UInt8]]) -> IndexPatch? {
    SearchIndex.patch(numbers.map { ($0, documents[min($0, count - 1)]) }) { files[$0] }
  }

  func files() -> [String: [UInt8]] {
    let files = Mutex<[String: [UInt8]]>([:])
    SearchIndex.make(of: self, jobs: 2) { { (file) throws(Never) in files.withLock { $0[file.path] = file.bytes } } }
    return files.withLock { $0 }
  }

  private mutating func word() -> String {
    let syllables = [
      "gran", "sk", "ning", "ar", "be", "te", "lä", "må", "ö", "plan", "rutin", "ens", "vård", "skol", "kon", "troll", "upp",
      "följ",
    ]
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
  }

  /// So many words of the collection, the first more often than the last.
  private mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in words[Int.random(in: 0...Int.random(in: 0..<words.count, using: &random), using: &random)] }.joined(
      separator: " ")
  }

  /// Steele, Lea and Flood's generator.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let a = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      let b = (a ^ (a >> 27)) &* 0x94D0_49BB_1331_11EB
      return b ^ (b >> 31)
    }
  }
}

extension [String: [UInt8]] {
  fileprivate mutating func apply(_ patch: IndexPatch) {
    for path in patch.removed { self[path] = nil }
    for file in patch.files { self[file.path] = file.bytes }
  }

  fileprivate func differences(from other: Self) -> [String] {
    Set(keys).union(other.keys).filter { self[$0] != other[$0] }.sorted()
  }
}
