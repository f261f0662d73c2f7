import AuditModel
import Foundation
import Testing

@testable import SiteRendering

/// What holds of every file of open data, on the five founding documents and on the example that uses all of the format.
@Suite struct DataFileTests {
  @Test(arguments: EveryPageTests.sites) func csvAndJSONHoldTheSameRowsAndColumns(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    for file in DataFile.all(of: site.insight) where file.format == .csv {
      let rows = CSVReader.rows(of: site.bytes(file))
      let header = try #require(rows.first, "\(file)")
      #expect(rows.allSatisfy { $0.count == header.count }, "\(file)")
      var json = file
      json.format = .json
      let objects = try site.json(json)
      #expect(objects.count == rows.count - 1, "\(file)")
      #expect(objects.allSatisfy { Set($0.keys) == Set(header) }, "\(file)")
    }
  }

  @Test(arguments: EveryPageTests.sites) func whatHasAnIdIsSortedByIt(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    for table in [DataFile.Table.municipalities, .boards, .audits, .recommendations, .replies, .measures, .followUps] {
      let ids = CSVReader.rows(of: site.bytes(DataFile(table: table, format: .csv))).dropFirst().map { $0[0] }
      #expect(!ids.isEmpty || content == "content", "\(table)")
      #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(table)")
    }
  }

  @Test func theFiveDocumentsHoldTwentyTwoRecommendations() throws {
    let site = TinySite(contentOfProject: "content")
    let objects = try site.json(DataFile(table: .recommendations, format: .json))
    #expect(objects.count == 23)
    #expect(objects.count { $0["counted"] == .flag(true) } == 22)
    let part = try #require(objects.first { $0["id"] == .text("boras/integration-2021/R1a") })
    #expect(part["parent"] == .text("boras/integration-2021/R1"))
    #expect(part["to"] == .list(["boras/kommunstyrelsen"]))
    #expect(part["with"] == .list([]))
    #expect(part["due"] == .nothing)
    #expect(part["url"] == .text("https://revision.example.se/boras/integration-2021/r1a/"))
  }

  @Test func aReplyOfAnUncertainDaySaysSo() throws {
    let site = TinySite(contentOfProject: "content")
    let reply = try #require(try site.json(DataFile(table: .replies, format: .json)).first)
    #expect(reply["date"] == .text("2021-11-12?"))
    #expect(reply["days_late"] == .number(210))
    #expect(reply["uncertain"] == .flag(true))
  }

  @Test func aMatrixNamesRecommendationsByTheirPart() {
    let site = TinySite(contentOfProject: "content")
    let file = DataFile(table: .comparison(ComparisonID(.themes)), format: .csv)
    let rows = CSVReader.rows(of: site.bytes(file))
    #expect(
      rows[0] == [
        "theme", "boras/integration-2021", "trollhattan/integration", "vanersborg/integration-2019",
        "vanersborg/integration-2022",
      ])
    #expect(
      rows.contains([
        "uppfoljning", "primary:R1b primary:R2 secondary:R1c", "secondary:R1", "primary:R4",
        "primary:R4 primary:R5 primary:R7 secondary:R2",
      ]))
    #expect(rows.contains { $0[0] == "rutiner-dokumentation" && $0[2] == "observed:negative" })
  }

  @Test func aCellIsQuotedOnlyWhereItMustBe() {
    let site = TinySite("")
    var csv = CSVBytes()
    for text in ["plain", "a,b", "say \"no\"", "two\nlines", "=1+1", ""] { csv.cell(.text(text), site.context) }
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",'=1+1,\r\n")
  }

  /// A spreadsheet works out none of them, and a program finds every number as it is.
  @Test func aTextThatIsAFormulaHasAnApostropheAndANumberNever() {
    let site = TinySite("")
    var csv = CSVBytes()
    for text in ["=cmd|' /C calc'!A0", "@SUM(1)", "+1-cmd", "-2+3", "\tx", "\rx", "-", "- 5,2 %", "+46 33 35 70 00", "–", "a=1"] {
      csv.cell(.text(text), site.context)
    }
    csv.cell(.number(-3), site.context)
    csv.cell(.texts(["=a", "=b"]), site.context)
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "'=cmd|' /C calc'!A0,'@SUM(1),'+1-cmd,'-2+3,'\tx,\"'\rx\",-,\"- 5,2 %\",+46 33 35 70 00,–,a=1,-3,'=a; =b")
  }

  @Test func jsonTextIsEscaped() {
    var json = JSONBytes()
    json.string("å \"q\" \\ \n\u{1}")
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"å \\\"q\\\" \\\\ \\n\\u0001\"")
  }
}

extension TinySite {
  func bytes(_ file: DataFile) -> [UInt8] {
    var bytes: [UInt8] = []
    renderer.render(.data(file), into: &bytes)
    return bytes
  }

  func json(_ file: DataFile) throws -> [[String: JSONCell]] {
    try JSONDecoder().decode([[String: JSONCell]].self, from: Data(bytes(file)))
  }
}

/// What a value of a data file can be.
enum JSONCell: Decodable, Equatable {
  case nothing
  case flag(Bool)
  case number(Int)
  case decimal(Double)
  case text(String)
  case list([String])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .nothing
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let number = try? value.decode(Double.self) {
      self = .decimal(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try value.decode([String].self))
    }
  }
}

/// Reads CSV by the letter of RFC 4180.
enum CSVReader {
  static func rows(of bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0
      if isQuoted {
        if byte == UInt8(ascii: "\""), next == UInt8(ascii: "\"") {
          cell.append(byte)
          i += 1
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte == UInt8(ascii: "\r"), next == UInt8(ascii: "\n") {
        row.append(String(decoding: cell, as: UTF8.self))
        rows.append(row)
        (row, cell) = ([], [])
        i += 1
      } else {
        cell.append(byte)
      }
      i += 1
    }
    return rows
  }
}
