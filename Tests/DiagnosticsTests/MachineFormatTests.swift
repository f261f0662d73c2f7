import Diagnostics
import Foundation
import Testing

@Suite struct JSONFormatTests {
  struct Row: Decodable, Equatable {
    struct Note: Decodable, Equatable {
      var path: String, line: Int, column: Int, message: String
    }
    struct FixIt: Decodable, Equatable {
      var line: Int, column: Int, endLine: Int, endColumn: Int, offset: Int, length: Int, replacement: String
    }
    var path: String, line: Int, column: Int, endLine: Int, endColumn: Int
    var severity: String, code: String, message: String, cure: String?
    var notes: [Note], fixIts: [FixIt]
  }

  @Test func isAnArrayOfObjects() throws {
    let text = Example.printer().string([Example.warning, Example.error], as: .json)
    let rows = try JSONDecoder().decode([Row].self, from: Data(text.utf8))
    #expect(
      rows == [
        Row(
          path: "exempelby/å 1.md", line: 2, column: 1, endLine: 2, endColumn: 6, severity: "error", code: "unknown-key",
          message: "“tilte” is no key", cure: "Write title.",
          notes: [.init(path: "exempelby/å 1.md", line: 1, column: 1, message: "the file begins here")],
          fixIts: [.init(line: 2, column: 1, endLine: 2, endColumn: 6, offset: 4, length: 5, replacement: "title")]),
        Row(
          path: "exempelby/å 1.md", line: 3, column: 7, endLine: 3, endColumn: 17, severity: "warning", code: "odd-date",
          message: "1821 is before the Municipal Acts", cure: nil, notes: [], fixIts: []),
      ])
  }

  @Test func anEmptyListIsAnEmptyArray() {
    #expect(Example.printer().string([], as: .json) == "[]\n")
  }

  @Test func everyCharacterSurvives() throws {
    let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))) + "\u{2028}💧\"\\"
    var bytes: [UInt8] = []
    appendJSONString(text, to: &bytes)
    #expect(try JSONDecoder().decode(String.self, from: Data(bytes)) == text)
    #expect(!bytes.contains { $0 < 0x20 })
  }
}

@Suite struct GitHubFormatTests {
  @Test func isOneCommandALineWithEverythingEscaped() {
    #expect(
      Example.printer(.swedish).string([Example.warning, Example.error], as: .github) == """
        ::error file=exempelby/å 1.md,line=2,col=1,title=unknown-key::”tilte” är ingen nyckel%0ASkriv title.
        ::warning file=exempelby/å 1.md,line=3,col=7,title=odd-date::1821 är före kommunallagarna: 100 %25 fel, eller?

        """)
    let odd = Diagnostic(Example.oddDate, Wording(sv: "", en: "a\r\nb"), at: .start(of: "a:b,c%d.md"))
    #expect(
      Example.printer().string([odd], as: .github)
        == "::warning file=a%3Ab%2Cc%25d.md,line=1,col=1,title=odd-date::a%0D%0Ab\n")
  }
}

@Suite struct SARIFFormatTests {
  struct Log: Decodable {
    struct Text: Decodable { var text: String }
    struct Region: Decodable { var startLine: Int, startColumn: Int, endLine: Int, endColumn: Int }
    struct Artifact: Decodable { var uri: String }
    struct Physical: Decodable { var artifactLocation: Artifact, region: Region }
    struct Location: Decodable { var physicalLocation: Physical }
    struct Replacement: Decodable { var deletedRegion: Region, insertedContent: Text }
    struct Change: Decodable { var artifactLocation: Artifact, replacements: [Replacement] }
    struct Fix: Decodable { var artifactChanges: [Change] }
    struct Result: Decodable {
      var ruleId: String, ruleIndex: Int, level: String, message: Text, locations: [Location]
      var relatedLocations: [Location]?, fixes: [Fix]?
    }
    struct Rule: Decodable { var id: String, fullDescription: Text }
    struct Driver: Decodable { var name: String, rules: [Rule] }
    struct Tool: Decodable { var driver: Driver }
    struct Run: Decodable { var tool: Tool, results: [Result] }
    var version: String, runs: [Run]
  }

  @Test func isALogWithRulesResultsAndFixes() throws {
    let text = Example.printer().string([Example.warning, Example.error, Example.warning], as: .sarif)
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(run.tool.driver.rules.map(\.id) == ["odd-date", "unknown-key"])
    #expect(run.tool.driver.rules[0].fullDescription.text == "The date is unusual.")
    #expect(run.results.map(\.ruleId) == ["unknown-key", "odd-date", "odd-date"])
    for result in run.results { #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId) }
    let error = run.results[0]
    #expect(error.level == "error")
    #expect(error.message.text == "“tilte” is no key. Write title.")
    #expect(error.locations[0].physicalLocation.artifactLocation.uri == "exempelby/%C3%A5%201.md")
    #expect(error.locations[0].physicalLocation.region.endColumn == 6)
    #expect(error.relatedLocations?.count == 1)
    #expect(error.fixes?[0].artifactChanges[0].replacements[0].insertedContent.text == "title")
  }

  @Test func noDiagnosticsIsARunWithoutResults() throws {
    let log = try JSONDecoder().decode(Log.self, from: Data(Example.printer().string([], as: .sarif).utf8))
    #expect(log.runs.count == 1 && log.runs[0].results.isEmpty && log.runs[0].tool.driver.rules.isEmpty)
  }
}
