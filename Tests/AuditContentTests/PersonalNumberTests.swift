import Diagnostics
import Foundation
import Testing

@testable import AuditContent

/// Personal numbers are stopped however they are written, and nothing else is taken for one.
@Suite struct PersonalNumberTests {
  /// Numbers of nobody: dates and birth numbers by a fixed count, check digits worked out. Every tenth is a co-ordination number.
  static let numbers: [(year: Int, rest: String, last: String)] = (0..<100).map { index in
    let year = 1920 + index * 37 % 97
    let day = 1 + index * 11 % 28 + (index % 10 == 9 ? 60 : 0)
    let rest = two(1 + index * 7 % 12) + two(day)
    let birth = String(980 + index % 20)
    return (year, rest, birth + checkDigit(two(year % 100) + rest + birth))
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func checkDigit(_ digits: String) -> String {
    let sum = digits.utf8.enumerated().reduce(0) { sum, digit in
      let number = Int(digit.element - 0x30) * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + number / 10 + number % 10
    }
    return String((10 - sum % 10) % 10)
  }

  /// The ways in which people write them: C the century, Y the year in it, M the month, D the day and L the last four.
  static let forms = [
    "CYMD-L", "YMD-L", "CYMDL", "YMDL", "YMD+L", "CYMD L", "YMD L", "YMD - L", "YMD–L", "CYMD\u{A0}-L", "YMD\u{2011}L", "YMD\\-L",
    "YMD.L",
    "YMD/L", "CY-M-D-L", "Y.M.D-L", "YMD\u{AD}-L", "YMD&ndash;L", "YMD-\nL", "C YMD-L",
  ]

  static let written: [String] = numbers.enumerated().map { index, number in
    forms[index % forms.count].replacing("C", with: String(number.year / 100)).replacing("Y", with: two(number.year % 100))
      .replacing("M", with: number.rest.prefix(2)).replacing("D", with: number.rest.suffix(2)).replacing("L", with: number.last)
  }

  /// Where somebody might leave one.
  static func places(_ number: String) -> [String] {
    let flat = number.replacing("\n", with: "")
    return [
      GateTests.audit("", body: "Ärendet gäller \(number), som klagade.\n"),
      GateTests.audit("summary: \"Klagomål från \(flat.replacing("\\", with: "")) i skolan\"\n"),
      GateTests.page("| Namn | Nummer |\n| --- | --- |\n| Anna | \(flat) |\n"),
      GateTests.reply("", body: "> - **Klagande:** (\(number))\n"),
    ]
  }

  @Test(arguments: written)
  func everyOneOfAHundredIsStoppedInBodiesFrontMatterAndTables(number: String) {
    for source in Self.places(number) {
      let found = LinkingFolder(LinkingFolder.ground + GateTests.site + source).check()
      #expect(found.diagnostics.names.contains("personal-number"), "\(source)")
    }
  }

  @Test func everyOneOfAHundredIsStoppedInCSVFilesAndInNames() throws {
    for (index, number) in Self.written.enumerated() {
      let folder = try TemporaryFolder()
      // No name has a slash or a line break in it.
      let name = number.replacing("/", with: "-").replacing("\n", with: "")
      try folder.write("exempelby/skolor/tabell.csv", "a,b\n\(index),\(number)\n")
      try folder.write("exempelby/skolor/bilaga \(name).pdf", "x")
      let found = Content.parse(tree: SourceTree.load(folder.path).value, jobs: 1).diagnostics
      let paths = found.filter { $0.code.name == "personal-number" }.map { $0.location.path }
      #expect(paths.sorted() == ["exempelby/skolor/bilaga \(name).pdf", "exempelby/skolor/tabell.csv"])
    }
  }

  /// Case numbers, dates, telephones, organisation numbers and other figures.
  static let others: [String] =
    (0..<25).flatMap { index -> [String] in
      let year = 1998 + index
      let (month, day) = (two(1 + index % 12), two(1 + index))
      return [
        "Dnr \(year)-00\(1200 + index * 7)", "KS \(year)/\(100 + index)", "\(year)-\(month)-\(day)", "\(day).\(month).\(year)",
        "\(year)-\(month)-\(day)–\(year + 1)-\(month)-\(day)", "\(year)-\(month)-\(day) - \(year + 1)",
        "\(year)-\(month)-\(day), § \(index)",
        "\(year)\(month)\(day)", "\(two(year % 100))\(month)\(day)", "\(year)-\(month)-\(day) kl. 14.30",
        "\(year)-\(month)-\(day) 14:30",
        "0321-27 \(60 + index) 00", "08-\(100 + index) \(20 + index) 000", "0\(500 + index)-12 12 \(10 + index)",
        "+46 33 35 \(70 + index) 00",
        "2120\(20 + index % 10)-\(checked("212020", index))", "5560\(20 + index % 70)-\(1000 + index * 13)",
        "16\(212000)\(1300 + index)",
        "ISBN 978-91-38-3\(1000 + index)-\(index % 10)", "Bankgiro 5\(100 + index)-96\(10 + index)",
        "\(year) 2500 \(1000 + index) kr",
        "https://example.se/protokoll?id=\(year)\(month)\(day)\(10 + index)", "SFS \(year):\(700 + index)", "\(index + 1),\(day)",
        "\(year)\(month)\(day)T\(month)\(day)00", "\(two(year % 100))\(month)\(day) \(1000 + index * 17) kr",
      ]
    }

  private static func checked(_ date: String, _ index: Int) -> String {
    let number = String(100 + index)
    return number + checkDigit(date + number)
  }

  @Test func nothingElseIsTakenForOne() {
    #expect(Self.others.count >= 500)
    for text in Self.others {
      for source in [GateTests.audit("", body: "Se \(text) i ärendet.\n"), GateTests.audit("reference: \"\(text)\"\n")] {
        let found = LinkingFolder(LinkingFolder.ground + GateTests.site + source).check()
        #expect(!found.diagnostics.names.contains("personal-number"), "\(text)")
      }
    }
  }

  @Test func nothingElseIsTakenForOneInTablesAndNames() throws {
    let folder = try TemporaryFolder()
    for (index, text) in Self.others.enumerated() {
      try folder.write("exempelby/skolor/tabell-\(index).csv", "a,b\n\(index),\"\(text)\"\n")
      // Nobody can call a file by a web address.
      if text.contains("://") { continue }
      try folder.write("exempelby/skolor/\(text.replacing("/", with: "-").replacing(":", with: ".")).pdf", "x")
    }
    let tree = SourceTree.load(folder.path).value
    #expect(tree.files.count > 900)
    let found = Content.parse(tree: tree, jobs: 1).diagnostics.filter { $0.code.name == "personal-number" }
    #expect(found.map { $0.location.path } == [])
  }

  @Test(arguments: [
    "9001019803", "19901301-9801", "900132-9802", "20010230-9811", "16900101-9802", "900101-0009", "1900101-9804",
  ])
  func whatHasAWrongDateOrCheckDigitIsNone(text: String) {
    #expect(PersonalNumbers.conceal(text) == text)
  }

  @Test(arguments: written)
  func noDiagnosticShowsOneWhole(number: String) {
    let source = """
      -- exempelby/skolor/audit.md --
      ---
      type: audit
      title: Skolor
      auditor: Revisorerna
      date: "\(number.replacing("\n", with: "").replacing("\\", with: ""))"
      topics: ["\(number.replacing("\n", with: "").replacing("\\", with: ""))"]
      ---
      Se [\(number)](\(number.replacing("\n", with: "").replacing(" ", with: ""))).
      """
    let folder = LinkingFolder(LinkingFolder.ground + GateTests.site + source)
    let found = folder.check().diagnostics
    #expect(found.names.contains("unknown-topic"))
    let printer = DiagnosticPrinter(
      language: .swedish,
      sources: { path in folder.files.first { $0.file.path == path }.map { PersonalNumbers.conceal($0.file) } })
    let last = number.suffix(4)
    for format in DiagnosticFormat.allCases { #expect(!printer.string(found, as: format).contains(last), "\(format)") }
  }
}
