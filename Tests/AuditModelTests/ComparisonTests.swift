import AuditModel
import Testing

@Suite struct ComparisonTests {
  /// Two municipalities, one audited twice, as in a small collection of one topic.
  private func collection() -> Exempelby {
    var town = Exempelby(.incomplete)
    town.audit(
      "integration-2022", date: "2022", topics: ["integration"], asksBy: "2022-11-25", from: ["ks"],
      inferred: [Inference(field: "date", reason: "följer av svarstiden")],
      assessments: [
        Assessment(of: [.board(town.board("ks"))], aspect: "styrning", level: .insufficiently, quote: "inte tillräckligt")
      ])
    town.recommend("R1", to: ["ks"], themes: ["roller"])
    town.recommend("R2", to: ["ks"], themes: ["dokument", "roller"])
    town.keyFigure("Elever", ["2021": "12"])
    town.keyFigure("Fel", ["2020": "1,5", "2021": "", "2022": "3"], source: "Felanmälan", breakBefore: 2)
    town.audit(
      "integration-2019", date: "2019", topics: ["integration"], asksBy: "2019-07-30", from: ["ks", "sn"],
      assessments: [
        Assessment(of: [.board(town.board("ks"))], level: .partly, quote: "delvis"),
        Assessment(of: [.board(town.board("sn"))], level: .fully, quote: "säkerställer"),
      ])
    town.recommend("R1", to: ["ks"], themes: ["roller"])
    town.recommend("R2", to: ["sn"], themes: ["rutiner"])
    town.observe(["dokument"], .positive)
    town.observe(["dokument"], .negative)
    town.observe(["roller"], .negative)
    town.municipality("ovningskoping")
    town.audit(
      "integration", date: nil, topics: ["integration"],
      assessments: [
        Assessment(of: [.board(town.board("ks"))], aspect: "styrning", level: .partly, quote: "delvis men inte"),
        Assessment(of: [.board(town.board("ks"))], aspect: "uppföljning", level: .not, quote: "delvis men inte"),
      ])
    town.recommend("R1", to: ["ks"], themes: ["dokument"])
    town.recommend("R1a", to: ["ks"], themes: ["roller"], under: "R1")
    town.recommend("R1b", to: ["ks"], themes: ["uppsikt"], under: "R1")
    town.observe(["rutiner"], nil)
    town.keyFigure("fel", ["2021": "7"])
    return town
  }

  private func table(_ kind: ComparisonKind, topic: ID<Topic>? = nil) -> ComparisonTable {
    collection().insight().comparison(ComparisonID(kind, topic: topic))
  }

  /// A cell in few letters, for comparing whole tables.
  private func text(_ cell: ComparisonTable.Cell, _ archive: Archive) -> String {
    let contents = cell.contents.map { content in
      switch content {
      case .verbatim(let text), .text(let text): text
      case .municipality(let id): archive[id].id
      case .audit(let id): archive[id].id
      case .board(let id): archive[id].shortID
      case .boardKind(let id): archive[id].id
      case .theme(let id): archive[id].id
      case .recommendations(let ids, let isPrimary):
        ids.map { archive[$0].shortID }.joined(separator: "+") + (isPrimary ? "" : "?")
      case .themed(let primary, let secondary): "\(primary)/\(secondary)"
      case .observed(let tone): "(" + (tone?.rawValue ?? "") + ")"
      case .level(let level): level.rawValue
      case .count(let count): String(count)
      case .share(let share): "\(share.count) of \(share.of)"
      case .days(let days, let isUncertain): String(days) + (isUncertain ? "?" : "")
      case .date(let date): date.description
      case .replyState(let state): state.name
      case .number(let number): number.description
      }
    }
    return contents.joined(separator: " ") + cell.notes.map { "*\($0 + 1)" }.joined()
  }

  private func text(_ table: ComparisonTable) -> [String] {
    table.rows.map { $0.map { text($0, collection().archive) }.joined(separator: " | ") }
  }

  @Test func twoYearsOfOneMunicipalityStandSideBySideInTheThemeMatrix() {
    let table = table(.themes)
    #expect(table.isMatrix)
    #expect(
      table.columns.map(\.key) == [
        "theme", "exempelby/integration-2019", "exempelby/integration-2022", "ovningskoping/integration",
      ])
    #expect(
      text(table) == [
        "roller | R1 | R1 R2? | R1a",
        "dokument | (mixed) | R2 | R1*2",
        "rutiner | R2 |  | ()",
        "uppsikt |  |  | R1b",
      ])
    #expect(table.audits == 3)
    #expect(table.recommendations == 6)
  }

  @Test func notesTellOfUmbrellasAndInferredFacts() {
    let table = table(.themes)
    let town = collection()
    #expect(
      table.notes == [
        .inference(town.audit("integration-2022"), Inference(field: "date", reason: "följer av svarstiden")),
        .umbrella(town.recommendation("integration/R1")),
      ])
    #expect(table.columns.map(\.notes) == [[], [], [0], []])
  }

  @Test func assessmentsKeepTheAuditorsWordsAndTellWhatAReaderShouldKnow() {
    let table = table(.assessments)
    let town = collection()
    #expect(
      text(table) == [
        "exempelby/integration-2019 | ks |  | delvis | partly",
        "exempelby/integration-2019 | sn |  | säkerställer | fully*1",
        "exempelby/integration-2022*2 | ks | styrning | inte tillräckligt | insufficiently",
        "ovningskoping/integration | ks | styrning | delvis men inte | partly*3",
        "ovningskoping/integration | ks | uppföljning | delvis men inte | not*3",
      ])
    #expect(table.notes.count == 3)
    #expect(table.notes[2] == .oneSentence(town.audit("ovningskoping/integration")))
    if case .fullyYetRecommended(let audit, let board) = table.notes[0] {
      #expect(audit == town.audit("integration-2019") && town.archive[board].shortID == "sn")
    } else {
      Issue.record("the first note is another")
    }
  }

  @Test func statesHaveAColumnEachThatSomethingIsIn() {
    let table = table(.states)
    #expect(table.columns.map(\.key) == ["municipality", "recommendations", "unasked", "not-in-collection"])
    #expect(text(table) == ["exempelby | 4 | 0 | 4", "ovningskoping | 2 | 2 | 0"])
  }

  @Test func replyTimesHaveARowABoardAndOneWhereNoneWasAsked() {
    #expect(
      text(table(.replyTimes)) == [
        "exempelby/integration-2019 | ks | 2019-07-30 |  | not-in-collection | ",
        "exempelby/integration-2019 | sn | 2019-07-30 |  | not-in-collection | ",
        "exempelby/integration-2022 | ks | 2022-11-25 |  | not-in-collection | ",
        "ovningskoping/integration |  |  |  | not-asked | ",
      ])
  }

  @Test func boardsOfAKindAreComparedAcrossMunicipalities() {
    let table = table(.boardKinds)
    #expect(
      table.columns.map(\.key) == ["kind", "municipality", "boards", "recommendations", "open", "followed_up", "done"])
    #expect(
      text(table) == [
        "ks | exempelby | ks | 3 | 3 | 0 of 3 | 0 of 0", "ks | ovningskoping | ks | 2 | 2 | 0 of 2 | 0 of 0",
        "sn | exempelby | sn | 1 | 1 | 0 of 1 | 0 of 0",
      ])
  }

  @Test func everyRowHasACellForEachColumnAndEveryNoteIsThere() {
    let insight = collection().insight()
    #expect(insight.comparisons.count == 12)
    for id in insight.comparisons {
      let table = insight.comparison(id)
      #expect(!table.isEmpty)
      for row in table.rows {
        #expect(row.count == table.columns.count)
        #expect(row.allSatisfy { $0.notes.allSatisfy(table.notes.indices.contains) })
      }
      let records = insight.records(of: id)
      var rows = 0
      records.forEach { row in
        rows += 1
        #expect(row.count == records.columns.count)
      }
      #expect(rows >= 3)
      #expect(Set(table.columns.map(\.key)).count == table.columns.count)
      #expect(Set(records.columns.map(\.key)).count == records.columns.count)
    }
  }

  @Test func comparisonsStandAllFirstAndThenTopicByTopic() {
    let ids = collection().insight().comparisons
    #expect(ids.prefix(6).map(\.kind) == ComparisonKind.allCases)
    #expect(ids.prefix(6).allSatisfy { $0.topic == nil })
    #expect(ids.suffix(6).allSatisfy { $0.topic == ID(0) })
  }

  @Test func keyFiguresOfMostMunicipalitiesStandFirstWithTheirSourceAndBreak() {
    let table = table(.keyFigures)
    #expect(table.columns.map(\.key) == ["key_figure", "audit", "2020", "2021", "2022"])
    #expect(
      text(table) == [
        "Fel | exempelby/integration-2022*1 | 1.5 |  | 3*2", "fel | ovningskoping/integration |  | 7 | ",
        "Elever | exempelby/integration-2022 |  | 12 | ",
      ])
    #expect(table.audits == 2)
  }

  @Test func onlyTheLatestPeriodsStandSideBySideButTheRecordsHaveThemAll() {
    var town = Exempelby()
    town.audit()
    town.keyFigure(
      "Fel",
      ["2011": "1", "2012": "2", "2013": "3", "2014": "4", "2015": "5", "2016": "6", "2017": "7", "2018": "8", "2019": "9"])
    let id = ComparisonID(.keyFigures)
    #expect(town.insight().comparison(id).columns.map(\.key).dropFirst(2).first == "2012")
    var rows = 0
    town.insight().records(of: id).forEach { _ in rows += 1 }
    #expect(rows == 9)
  }

  @Test func whatHasNothingToShowIsNotListed() {
    var town = Exempelby()
    town.audit(topics: ["skola"])
    town.recommend("R1", to: [])
    #expect(town.insight().comparisons.map(\.kind) == [.states, .states])
  }

  @Test func moreAuditsThanStandSideBySideAreCountedByMunicipality() {
    var town = collection()
    for year in 2020...2023 {
      town.audit("mer-\(year)", date: "\(year)")
      town.recommend("R1", to: ["ks"], themes: ["roller", "dokument"])
      town.observe(["rutiner"], .positive)
    }
    let table = town.insight().comparison(ComparisonID(.themes))
    #expect(table.columns.map(\.key) == ["municipality", "recommendations", "roller", "dokument", "rutiner", "uppsikt"])
    #expect(
      table.rows.map { $0.map { text($0, town.archive) }.joined(separator: " | ") } == [
        "exempelby | 4 | 2/1 | 1/0 | 1/0 | ", "ovningskoping | 6 | 5/0 | 0/4 | (mixed) | 1/0",
      ])
  }

  @Test func recordsKeepEveryFactAsARow() {
    let town = collection()
    var rows: [String] = []
    town.insight().records(of: ComparisonID(.themes)).forEach { row in
      rows.append(row.dropFirst().map { text($0, town.archive) }.joined(separator: ","))
    }
    #expect(rows.count == 12)
    #expect(rows.first == "exempelby/integration-2019,2019,roller,primary,exempelby/integration-2019/R1,true,")
    #expect(rows.contains("exempelby/integration-2022,2022,roller,secondary,exempelby/integration-2022/R2,true,"))
    #expect(rows.contains("exempelby/integration-2019,2019,dokument,observed,,,positive"))
    #expect(rows.contains("ovningskoping/integration,,dokument,primary,ovningskoping/integration/R1,false,"))
  }

  @Test func cellsSortByWhatTheyMeanAndNotByTheirWords() {
    typealias Cell = ComparisonTable.Cell
    func key(_ content: ComparisonTable.Content) -> Int { Cell(content).sortKey ?? .min }
    #expect(key(.level(.fully)) > key(.level(.partly)))
    #expect(key(.level(.not)) > key(.level(.notAssessable)))
    #expect(key(.themed(primary: 2, secondary: 0)) > key(.themed(primary: 1, secondary: 900)))
    #expect(key(.share(Share(count: 1, of: 2))) > key(.share(Share(count: 9, of: 20))))
    #expect(key(.replyState(.late(days: 2))) > key(.replyState(.inTime(daysBefore: 3))))
    #expect(Cell().sortKey == nil)
  }
}
