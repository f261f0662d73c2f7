import Diagnostics
import Foundation
import Testing

@testable import AuditContent

/// What is read without libyaml is read as libyaml reads it, and only where there is nothing to complain of.
///
/// `MISSIV_MUTATIONS=100000` reads that many changed documents instead of a few.
@Suite struct CommonYAMLTests {
  private static let count = ProcessInfo.processInfo.environment["MISSIV_MUTATIONS"].flatMap(Int.init) ?? 4000
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  @Test(arguments: [
    "a: b", "a: b\n", "a:    b  \nc: d\n", "a: ö ”å” – § 7\n", "a: b # c\n", "a: b#c\n", "a: #b\n", "a: b: c\n", "a: b:c\n", "a: b:\n",
    "a:\n", "a:\nb: c\n", "a:\n  b: c\n", "a:\n    b: c\n  d: e\n", "a:\n  b: c\n d: e\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n",
    "a:\n  - b\n - c\n", "a:\n  - b: c\n    d: e\n  - f: g\n", "a:\n  - b: c\n     d: e\n", "a:\n  - b: c\n   d: e\n", "a:\n  -   b: c\n      d: e\n",
    "a:\n  - b:\n    - c\n    d: e\n", "a:\n  - - b\n", "a:\n  -\n    b: c\n", "a: - b\n", "a: b\n- c\n", "a: b\n  c\n", "a: b\n\n  c\nd: e\n",
    "a: b\n # c\n  d\n", "a: b\n# c\nd: e\n", "# a\nb: c\n", " a: b\n", "a: b\n c: d\n", "a: b\na: c\n", "a : b\n", "? a\n: b\n", "a: ? b\n",
    "\"a\": b\n", "a b: c\n", "å: b\n", "-a: b\n", "a: -b\n", "a: ~\n", "<<: b\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "a: !!str\n", "a: %b\n",
    "a: @b\n", "a: `b`\n", "a: >-\n  b\n  c\n", "a: >\n  b\n\n\n  c\n\nd: e\n", "a: |\n  b \n  c\n\n  d\n", "a: |-\n   b\n  c\n", "a: >\n  b\n   c\n  d\n",
    "a: |\nb: c\n", "a: >-\n\n  b\n", "a: >-\n  b\n  \n  c\n", "a: >-\n  b\n    \n  c\n", "a: >2\n  b\n", "a: >+\n  b\n\n", "a: > b\n", "a: >- # b\n  c\n",
    "a: >-\n  # b\n  c\n", "a: >-\n  b\n# c\nd: e\n", "a: >-\n  b\n # c\nd: e\n", "a: >-\n  b\n# c\n  d\n", "a:\n  - >-\n    b\n    c\n  - d\n",
    "a:\n- |\n b\n", "a: \"b\"\n", "a: 'b ''c'' d'\n", "a: \"b \\\"c\\\" \\\\ d\"\n", "a: \"b\\n\"\n", "a: \"b\n  c\"\n", "a: 'b\n", "a: \"b\" c\n",
    "a: \"b\": c\n", "a: \"\"\n", "a: ''\n", "a: \" b \"\n", "a: \"b\"# c\n", "a: 'b' # c\n", "a: [b, c]\n", "a: []\n", "a: [ ]\n", "a: [b,c,]\n",
    "a: [b,, c]\n", "a: [b c , \"d\", 'e''f']\n", "a: [b: c]\n", "a: [b:c]\n", "a: [b#c]\n", "a: [b #c]\n", "a: [b\n  c]\n", "a: [b]: c\n", "a: [b] c\n",
    "a: [[b]]\n", "a: [-b]\n", "a: [b?]\n", "a: [b}]\n", "a: {b: c, d: \"e\"}\n", "a: {b: c, b: d}\n", "a: {b}\n", "a: {b: }\n", "a: {b: c,}\n",
    "a: {}\n", "a: {b: [c]}\n", "a: {b:c}\n", "a: {\"b\": c}\n", "a: {b: c:d}\n", "a: b\n--- \nc: d\n", "...\n", "--- a\n", "a: b\n...\nc: d\n", "- a\n- b\n", "a\n", "",
    "\n\n", "a:\tb\n", "a: b\t\n", "a:\n\tb: c\n", "a: b\r\nc: d\r\n", "a: b\rc: d\n", "a: b\u{85}c: d\n", "a: b\u{2028}c: d\n", "a: \u{FEFF}b\n",
    "a: b\u{A0}\nc: d\n", "a: 😀\n", "a: [\u{A0}b]\n", "a: b\n  \nc: d\n", "a: b\n   # c\n   d: e\n", "a:\n  # b\n  c: d\n", "a:\n# b\n- c\n", "a: |\n  b\n\n\n",
    "a: |\n  b\n ", "a: |\n  b\n  ", "a: |\n  b   \n\n", "a: >\n  b  \n  c\n", "a: \"b\\", "a: \"b\\\\", "a: {b: c", "a: [b", "a: |", "a: >-\n", "a: >-\n ",
  ])
  func aTextIsReadAsTheLibraryReadsIt(_ text: String) { compare(Array(text.utf8)) }

  @Test func whatIsCommonIsReadWithoutTheLibrary() {
    let common = """
      # a
      type: audit
      topics: [a, "b"]
      summary: >-
        c
        d

        e
      reply:
        due: 2021-04-16

      assessments:
      - of: [f]
        quote: "g: \\"h\\""
      recommendations:
        items:
          - id: R1
            text: http://i#j
            parts:
              - id: R1a
          - 'k'
      signed:
        - {name: Å Ä, role: l}

      """
    let file = SourceFile(path: "a.md", text: common)
    file.bytes.withUnsafeBufferPointer { bytes in #expect(CommonYAML.read(0..<bytes.count, of: bytes) != nil) }
    compare(file.bytes)
  }

  @Test func mostOfTheRepositorysContentIsCommon() {
    let documents = Self.originals
    let common = documents.count { bytes in bytes.withUnsafeBufferPointer { CommonYAML.read(0..<$0.count, of: $0) != nil } }
    #expect(common * 10 > documents.count * 9, "\(common) of \(documents.count)")
    for document in documents { compare(document) }
  }

  @Test(arguments: 0..<8)
  func whateverIsChangedInADocumentIsReadAsTheLibraryReadsIt(group: Int) {
    var random = Change(seed: UInt64(group))
    for _ in 0..<Self.count / 8 {
      var bytes = Self.originals[random.below(Self.originals.count)]
      // Short ones, so that what is changed is read before something else is found to be uncommon.
      if bytes.count > 600, random.below(4) > 0 { bytes = Change.part(of: bytes, from: random.below(bytes.count)) }
      for _ in 0...random.below(3) { random.change(&bytes) }
      compare(bytes)
    }
  }

  /// The front matter of the two sites in the repository.
  private static let originals: [[UInt8]] = ["content", "templates/example/content"].flatMap { folder in
    SourceTree.load(root + "/" + folder).value.files.filter { $0.kind == .document }.compactMap { entry in
      guard let data = FileManager.default.contents(atPath: root + "/" + folder + "/" + entry.path) else { return nil }
      let bytes = Array(data)
      let fences = FrontMatterFences(in: bytes)
      guard let opening = fences.opening, let closing = fences.closing else { return nil }
      return Array(bytes[opening.upperBound..<closing.lowerBound])
    }
  }

  private func compare(_ bytes: [UInt8]) {
    var found: [Diagnostic] = []
    guard let file = readableText(of: SourceFile(path: "a.md", bytes: bytes), into: &found) else { return }
    let place = 0..<file.bytes.count
    guard let root = file.bytes.withUnsafeBufferPointer({ CommonYAML.read(place, of: $0) }) else { return }
    let tree = readYAMLTree(of: file, in: place, with: .library)
    #expect(tree.root == root && tree.diagnostics == [] && tree.isWhole, "\(String(decoding: bytes, as: UTF8.self))")
  }
}

/// Changes of YAML, the same for the same seed.
private struct Change {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from 0 up to, but not including, a limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return limit <= 0 ? 0 : Int((state >> 33) % UInt64(limit))
  }

  private static let junk: [[UInt8]] = [
    " ", "  ", "\n", "\n\n", "\n  ", "#", " #", "# ", ":", ": ", ":\n", "-", "- ", "\n- ", "\n  - ", "\n    - a: ", "\n  a: ", "\na: ", "a:\n", "?", ",", "[", "]",
    "{", "}", "[a, b]", "{a: b}", "\"", "'", "''", "\\\"", "\\", "|\n", ">-\n", ">\n  ", "&a", "*a", "!", "%", "@", "`", "~", "---", "\n---\n", "...", "\n...\n",
    "\t", "\r", "\r\n", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "å", "”", "😀", "<<", "http://a", "a", "1",
  ].map { Array($0.utf8) }

  /// The whole lines of a document from a place, with as many as make some hundred bytes.
  static func part(of bytes: [UInt8], from place: Int) -> [UInt8] {
    let lines = bytes[place...].split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
    guard let first = lines.first else { return bytes }
    let margin = first.prefix { $0 == 0x20 }.count
    var part: [UInt8] = []
    for line in lines where part.count < 400 { part += line.dropFirst(min(margin, line.prefix { $0 == 0x20 }.count)) + [0x0A] }
    return part
  }

  mutating func change(_ bytes: inout [UInt8]) {
    let at = below(bytes.count + 1)
    let end = min(bytes.count, at + 1 + below(12))
    switch below(8) {
    case 0: if at < bytes.count { bytes.remove(at: at) }
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: Array(bytes[at..<end]), at: below(bytes.count))
    case 3:
      // A line further in or out.
      guard let start = bytes[at...].firstIndex(of: 0x0A).map({ $0 + 1 }) else { return }
      if below(2) == 0 {
        bytes.insert(0x20, at: start)
      } else if start < bytes.count, bytes[start] == 0x20 {
        bytes.remove(at: start)
      }
    case 4:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      let line = below(lines.count)
      if below(2) == 0 { lines.insert(lines[line], at: below(lines.count)) } else { lines.remove(at: line) }
      bytes = Array(lines.joined(separator: [0x0A]))
    default: bytes.insert(contentsOf: Self.junk[below(Self.junk.count)], at: at)
    }
  }
}
