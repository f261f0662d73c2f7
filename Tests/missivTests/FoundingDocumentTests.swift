import AuditModel
import Foundation
import Testing

@testable import missiv

/// What must come out of the five founding documents.
@Suite struct FoundingDocumentTests {
  private func archive() throws -> (Archive, Insight) {
    let pipeline = try TestSite(contentOfProject: "content").pipeline()
    return (try #require(pipeline.archive), try #require(pipeline.insight))
  }

  @Test func countsTwentyTwoRecommendations() throws {
    let site = try TestSite(contentOfProject: "content")
    try site.build()
    let rows = try site.json("recommendations")
    let counted = rows.filter { $0["counted"] as? Bool == true }
    #expect(counted.count == 22)
    #expect(rows.count == 23)
    let byAudit = Dictionary(grouping: counted) { $0["audit"] as? String ?? "" }.mapValues(\.count)
    #expect(
      byAudit == [
        "boras/integration-2021": 6, "vanersborg/integration-2019": 5, "trollhattan/integration": 4,
        "vanersborg/integration-2022": 7,
      ])
  }

  @Test func addressesBoardsAsRecorded() throws {
    let (archive, _) = try archive()
    func count(_ board: String) throws -> Int {
      let index = try #require(archive.boards.firstIndex { $0.id == board })
      return archive.links.addressed[ID(index)].filter { archive[$0].isCounted }.count
    }
    #expect(try count("boras/kommunstyrelsen") == 5)
    #expect(try count("boras/arbetslivsnamnden") == 1)
    #expect(try count("vanersborg/kommunstyrelsen") == 4 + 7)
    #expect(try count("vanersborg/socialnamnden") == 1)
    #expect(try count("trollhattan/kommunstyrelsen") == 4)
  }

  @Test func givesEveryRecommendationItsThemes() throws {
    let (archive, _) = try archive()
    let expected: [String: [String]] = [
      "boras/integration-2021/R1": ["styrdokument"],
      "boras/integration-2021/R1a": ["roller-ansvar", "samordning-samverkan"],
      "boras/integration-2021/R1b": ["uppfoljning"],
      "boras/integration-2021/R1c": ["spridning-aterrapportering", "uppfoljning"],
      "boras/integration-2021/R1d": ["analys-effekter"],
      "boras/integration-2021/R2": ["uppfoljning"],
      "boras/integration-2021/R3": ["uppsikt"],
      "trollhattan/integration/R1": ["mal-handlingsplaner", "uppfoljning"],
      "trollhattan/integration/R2": ["styrdokument"],
      "trollhattan/integration/R3": ["samordning-samverkan"],
      "trollhattan/integration/R4": ["uppsikt", "spridning-aterrapportering"],
      "vanersborg/integration-2019/R1": ["roller-ansvar"],
      "vanersborg/integration-2019/R2": ["mal-handlingsplaner"],
      "vanersborg/integration-2019/R3": ["mal-handlingsplaner"],
      "vanersborg/integration-2019/R4": ["uppfoljning", "analys-effekter"],
      "vanersborg/integration-2019/R5": ["rutiner-dokumentation", "analys-effekter"],
      "vanersborg/integration-2022/R1": ["roller-ansvar"],
      "vanersborg/integration-2022/R2": ["styrdokument", "spridning-aterrapportering", "uppfoljning"],
      "vanersborg/integration-2022/R3": ["roller-ansvar", "mal-handlingsplaner"],
      "vanersborg/integration-2022/R4": ["uppfoljning"],
      "vanersborg/integration-2022/R5": ["uppfoljning", "roller-ansvar"],
      "vanersborg/integration-2022/R6": ["roller-ansvar"],
      "vanersborg/integration-2022/R7": ["uppfoljning", "samordning-samverkan"],
    ]
    let themes = Dictionary(uniqueKeysWithValues: archive.recommendations.map { ($0.id, $0.themes.map { archive[$0].id }) })
    #expect(themes == expected)
  }

  @Test func keepsTheAssessmentsApart() throws {
    let (archive, _) = try archive()
    func levels(_ audit: String) -> [String] {
      archive.audits.first { $0.id == audit }?.assessments.map { assessment in
        let of = assessment.of.map {
          switch $0 {
          case .board(let id): archive[id].shortID
          case .municipality(let id): archive[id].id
          }
        }
        return of.joined(separator: "+") + " " + (assessment.level?.rawValue ?? "–")
      } ?? []
    }
    #expect(levels("boras/integration-2021") == ["boras partly"])
    #expect(levels("trollhattan/integration") == ["kommunstyrelsen partly", "kommunstyrelsen not"])
    #expect(levels("vanersborg/integration-2019") == ["kommunstyrelsen partly", "socialnamnden fully"])
    #expect(levels("vanersborg/integration-2022") == ["kommunstyrelsen insufficiently", "kommunstyrelsen not"])
  }

  @Test func neverCallsAReplyLateThatMayExistElsewhere() throws {
    let (archive, insight) = try archive()
    for id in Archive.ids(archive.recommendations) where archive[id].isCounted {
      #expect(insight[id].state != .replyOverdue)
    }
    let states = Dictionary(grouping: insight.keyFigures(of: .all).states) { $0.state }.mapValues { $0[0].count }
    #expect(states == [.answered: 6, .notInCollection: 12, .unasked: 4])
  }

  @Test func countsTheOnlyReplyAsUncertainlyLate() throws {
    let (archive, insight) = try archive()
    let audit = try #require(archive.audits.firstIndex { $0.id == "boras/integration-2021" })
    let expectations = insight.expectations(of: ID(audit))
    #expect(expectations.map(\.state) == [.late(days: 210)])
    #expect(expectations.map(\.isUncertain) == [true])
  }

  @Test func theReplyTouchesSixOfSixAndOneGotNoMeasure() throws {
    let (archive, insight) = try archive()
    let coverage = insight[ID<Reply>(0)]
    #expect(coverage.asked.count == 6)
    #expect(coverage.covered.count == 6)
    #expect(coverage.withoutMeasure.map { archive[$0].shortID } == ["R1c"])
  }

  /// Every quotation stands in the transcription of its own document, but for the breaks of lines and list marks.
  @Test func quotesAreVerbatim() throws {
    let (archive, _) = try archive()
    var count = 0
    func check(_ quote: String?, in body: Body) throws {
      guard let quote else { return }
      let text = try String(contentsOfFile: projectFolder + "/content/" + archive.path(of: body), encoding: .utf8)
      let start = text.utf8.index(text.startIndex, offsetBy: Int(body.start))
      #expect(plain(String(text[start...])).contains(plain(quote)), "\(archive.path(of: body)): \(quote)")
      count += 1
    }
    for audit in archive.audits {
      for quote in audit.purpose + [audit.replyRequest?.wording].compactMap({ $0 }) { try check(quote, in: audit.body) }
      for assessment in audit.assessments { try check(assessment.quote, in: audit.body) }
      for observation in audit.observations { try check(observation.text, in: audit.body) }
      for id in audit.recommendations {
        try check(archive[id].text, in: audit.body)
        try check(archive[id].leadIn, in: audit.body)
      }
    }
    for reply in archive.replies {
      for id in reply.answers { try check(archive[id].quote, in: reply.body) }
      for id in reply.measures { try check(archive[id].text, in: reply.body) }
      for cited in reply.cites { try check(cited.quote, in: reply.body) }
    }
    #expect(count > 80)
  }

  private func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).filter { !["-", "*", "•", "#", "##", "###"].contains($0) }.joined(separator: " ")
  }
}
