import AuditContent
import Diagnostics
import Testing

/// Every way of writing front matter wrongly, with the place that the writer is shown.
@Suite struct FrontMatterProblemTests {
  static let cases: [(code: String, source: String)] = [
    ("tab-indentation", "---\nreply:\n⬇\tdue: 2021\n---\n"),
    ("tab-indentation", "---\nto:\n  - ks\n⬇\t- sn\n---\n"),
    ("tab-indentation", "---\ntext: |\n⬇\tTvå\n---\n"),
    ("unclosed-quote", "---\ntitle: ⬇\"Granskning av å\nkind: annual\n---\n"),
    ("unclosed-quote", "---\ntitle: ⬇'Granskning\nkind: 'annual'\n---\n"),
    ("unclosed-bracket", "---\nto: ⬇[ks, sn\nkind: annual\n---\n"),
    ("unclosed-bracket", "---\ndecision: ⬇{body: ks\nkind: annual\n---\n"),
    ("colon-in-text", "---\nåäö: x\ntext: Mål⬇: fler i arbete\n---\n"),
    ("colon-in-text", "---\nitems:\n  - text: Åtgärd⬇: klar\n---\n"),
    ("colon-without-space", "---\ntitle⬇:Granskning\nkind: annual\n---\n"),
    ("colon-without-space", "---\nkind: annual\ntitle⬇:Granskning\ndate: 2021\n---\n"),
    ("line-without-key", "---\nkind: annual\n⬇bara text\ndate: 2021\n---\n"),
    ("line-without-key", "---\n⬇bara text\ndate: 2021\n---\n"),
    ("indentation", "---\nreply:\n  due: 2021\n ⬇from: ks\n---\n"),
    ("indentation", "---\nitems:\n  - id: R1\n    text: a\n   ⬇to: b\n---\n"),
    ("indentation", "---\nkind: annual\n  ⬇date: 2021\n---\n"),
    ("indentation", "---\nkind: annual\n⬇- ks\n---\n"),
    ("special-first-character", "---\nby: ⬇@revisor\n---\n"),
    ("special-first-character", "---\nby: ⬇`revisor`\n---\n"),
    ("special-first-character", "---\nby: ⬇%revisor\n---\n"),
    ("special-first-character", "---\nby: ⬇* revisor\n---\n"),
    ("special-first-character", "---\nby: ⬇*revisor\n---\n"),
    ("special-first-character", "---\nby: ⬇*revisor i Borås\n---\n"),
    ("special-first-character", "---\nby: ⬇& revisor\n---\n"),
    ("special-first-character", "---\nby: ⬇&revisor Anna\n---\n"),
    ("special-first-character", "---\nby: ⬇[sic] revisor\n---\n"),
    ("special-first-character", "---\nby: ⬇, revisor\n---\n"),
    ("special-first-character", "---\nby: ⬇] revisor\n---\n"),
    ("text-after-quote", "---\ntext: \"Svar\" ⬇från nämnden\n---\n"),
    ("text-after-block-mark", "---\ntext: ⬇| Svar från nämnden\n---\n"),
    ("list-on-key-line", "---\nto: ⬇- ks\n---\n"),
    ("bad-escape", "---\nfile: \"C:⬇\\Mina filer\"\n---\n"),
    ("bad-escape", "---\nfile: ⬇\"C:\\filer\"\n---\n"),
    ("several-documents", "---\ntitle: a\n...\n⬇title: b\n---\n"),
    ("duplicate-key", "---\ntitle: å\n⬇title: ä\n---\n"),
    ("key-not-text", "---\n⬇[a, b]: c\n---\n"),
    ("merge-key", "---\na: &x {b: c}\nd:\n  ⬇<<: *x\n---\n"),
    ("yaml-tag", "---\na: ⬇!!binary x\n---\n"),
    ("yaml-tag", "---\na: ⬇!viktigt x\n---\n"),
    ("too-deep", "---\na: \(String(repeating: "[", count: 99))⬇[\(String(repeating: "]", count: 100))\n---\n"),
    ("text-after-hash", "---\ntext: Ärende ⬇#12 och\n---\n"),
    ("text-after-hash", "---\ncolour: ⬇#005b8f\n---\n"),
    ("front-matter-missing", "⬇# Rubrik\n\n---\n"),
    ("front-matter-missing", "⬇"),
    ("yaml-syntax", "---\ntext: |⬇0\n  a\n---\n"),
    ("front-matter-unclosed", "⬇---\ntitle: å\n\n# Rubrik\n\nText: så: här\n"),
    ("control-character", "---\ntitle: a⬇\u{0}b\n---\n"),
    ("control-character", "---\ntitle: a\n---\nText⬇\u{8}\n"),
    ("control-character", "---\ntitle: å⬇\u{9F}\n---\n"),
    ("control-character", "---\ntitle: å⬇\u{202E}\n---\n"),
    ("control-character", "---\ntitle: å⬇\u{2028}\n---\n"),
    ("bad-escape", "---\ntitle: ⬇\"\\e[31m röd\"\n---\n"),
    ("bad-escape", "---\ntitle: ⬇\"a\\u202Eb\"\n---\n"),
    ("control-character", "---\ntitle: å⬇\u{FEFF}\n---\n"),
  ]

  @Test(arguments: cases.indices)
  func pointsAtTheProblem(_ index: Int) {
    let (code, source) = Self.cases[index]
    let marked = MarkedFile(source)
    let read = readFrontMatter(of: marked.file)
    #expect(read.diagnostics.names == [code], "\(source)")
    #expect(read.diagnostics.offsets == marked.markers, "\(source)")
    #expect(read.diagnostics.allSatisfy { $0.cure != nil })
  }

  @Test(arguments: cases.indices)
  func everyReplacementRemovesItsOwnProblem(_ index: Int) {
    let marked = MarkedFile(Self.cases[index].source)
    for diagnostic in readFrontMatter(of: marked.file).diagnostics {
      guard let fixed = diagnostic.fixed(marked.file) else { continue }
      let names = readFrontMatter(of: fixed).diagnostics.names
      #expect(!names.contains(diagnostic.code.name), "\(fixed.text(in: 0..<fixed.bytes.count))")
    }
  }

  @Test func namesTheEncodingThatItLooksLike() throws {
    let text: [UInt8] = Array("---\ntitle: Bor".utf8) + [0xE5] + Array("s\nkind: annual\n---\n".utf8)
    let read = readFrontMatter(of: SourceFile(path: "a.md", bytes: text))
    let diagnostic = try #require(read.diagnostics.first)
    #expect(read.diagnostics.names == ["wrong-encoding"])
    #expect(diagnostic.location.lower == 14)
    #expect(diagnostic.message.en.contains("Windows-1252"))
    #expect(diagnostic.message.en.contains("byte 15"))
    #expect(read.value.root?["kind"]?.text == "annual")
  }

  @Test(arguments: [[0xFF, 0xFE, 0x2D, 0x00], [0x2D, 0x00, 0x2D, 0x00, 0x2D, 0x00, 0x0A, 0x00]] as [[UInt8]])
  func recognisesUTF16(_ bytes: [UInt8]) {
    let read = readFrontMatter(of: SourceFile(path: "a.md", bytes: bytes))
    #expect(read.diagnostics.names == ["wrong-encoding"])
    #expect(read.diagnostics.first?.message.en.contains("UTF-16") == true)
  }

  @Test func findsTheBackslashOfABrokenEscape() {
    let marked = MarkedFile("---\na: \"x⬇\\u12\"\n---\n")
    #expect(readFrontMatter(of: marked.file).diagnostics.offsets == marked.markers)
  }

  @Test func refusesAFileThatIsTooLarge() {
    let file = SourceFile(path: "a.md", bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 16 << 20 + 1))
    #expect(readFrontMatter(of: file).diagnostics.names == ["file-too-large"])
  }

  @Test func refusesFrontMatterThatIsTooLarge() {
    let text = "---\ntext: " + String(repeating: "a", count: 1 << 20) + "\n---\n"
    #expect(readFrontMatter(of: SourceFile(path: "a.md", text: text)).diagnostics.names == ["front-matter-too-large"])
  }

  @Test func refusesAnAliasBomb() {
    var text = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [" + [String](repeating: alias, count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(readFrontMatter(of: SourceFile(path: "a.md", text: text + "---\n")).diagnostics.names == ["too-many-aliases"])
  }

  @Test func survivesAnyBytes() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "---\n", "a: ", "- ", "\t", "\n", "  ", "'", "\"", "[", "]", "{", "}", ", ", ": ", "å", "&a ", "*a ", "!", "|\n", "? ", "#",
      "\u{0}", "%",
    ]
    for _ in 0..<3000 {
      var bytes = Array("---\n".utf8)
      for _ in 0..<random(30) { bytes += random(20) == 0 ? [UInt8(random(256))] : Array(pieces[random(pieces.count)].utf8) }
      bytes += Array("\n---\n".utf8)
      let file = SourceFile(path: "a.md", bytes: bytes)
      let read = readFrontMatter(of: file)
      #expect(read.diagnostics.allSatisfy { $0.location.lower <= $0.location.upper && $0.location.upper <= bytes.count })
      #expect(read.diagnostics.count < 60)
    }
  }

  @Test func readsDeepAndLongInputInOnePass() {
    for text in [
      String(repeating: "[", count: 200_000), String(repeating: "- ", count: 200_000), String(repeating: "a: {", count: 100_000),
      String(repeating: "? ", count: 100_000), "'" + String(repeating: "\n'", count: 100_000),
    ] {
      let read = readYAML(of: SourceFile(path: "a.yaml", text: text))
      #expect(!read.diagnostics.isEmpty)
    }
  }
}
