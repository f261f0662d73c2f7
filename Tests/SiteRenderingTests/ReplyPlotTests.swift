import AuditModel
import Testing

@testable import SiteRendering

@Suite struct ReplyPlotTests {
  private func audit(_ name: String, from boards: String, _ replies: String = "") -> String {
    """

    -- exempelby/\(name)/audit.md --
    ---
    type: audit
    title: \(name)
    auditor: Exempelby revisorer
    date: 2022-09-15
    reply: {due: 2022-12-01, from: [\(boards)]}
    recommendations: {items: [{id: R1, to: [fn, ks], text: Gör en plan.}]}
    ---
    \(replies)
    """
  }

  private func reply(_ name: String, by board: String, _ date: String) -> String {
    """

    -- exempelby/\(name)/svar-\(board).md --
    ---
    type: reply
    by: [\(board)]
    date: \(date)
    answers: [{to: [R1], stance: accepts}]
    ---

    """
  }

  private func plot(_ documents: String, replies: String = "complete") throws -> ReplyPlot {
    let context = TinySite(documents, replies: replies, asOf: "2023-03-01").context
    return try #require(ReplyPlot.make(context, context.expectations))
  }

  @Test func nothingAskedForMakesNoPicture() {
    let context = TinySite("").context
    #expect(ReplyPlot.make(context, context.expectations) == nil)
  }

  @Test func aMarkStandsWhereTheReplyCameAndTheDueDateBetween() throws {
    let plot = try plot(audit("skola", from: "fn", reply("skola", by: "fn", "2022-12-31")))
    let row = try #require(plot.rows.first)
    #expect(row.sentence == "30 dagar efter begärt datum")
    #expect(row.isLate && !row.isUncertain && !row.isUnknown)
    #expect(plot.ticks.map(\.name).contains("begärt datum"))
    let due = try #require(plot.ticks.first { $0.name == "begärt datum" })
    #expect(row.due == due.x)
    #expect(row.mark == plot.ticks.first { $0.name == "+30" }?.x)
  }

  @Test func anUncertainDateIsSaidToBeSo() throws {
    let plot = try plot(audit("skola", from: "fn", reply("skola", by: "fn", "2022-12-31?")))
    #expect(plot.rows[0].isUncertain)
    #expect(plot.rows[0].sentence.hasSuffix("(osäkert)"))
  }

  @Test func boardsOfOneAuditWithTheSameOutcomeShareALine() throws {
    let plot = try plot(audit("skola", from: "fn, ks"), replies: "incomplete")
    #expect(plot.rows.map(\.boards) == ["Fastighetsnämnden och Kommunstyrelsen"])
    #expect(plot.rows[0].isUnknown)
    #expect(plot.rows[0].mark == nil)
    #expect(plot.rows[0].sentence == "Inget svar i samlingen")
  }

  @Test func moreThanAPictureShowsMakesNone() {
    let many = (1...15).map { audit("skola-\($0)", from: "fn") }.joined()
    let context = TinySite(many, asOf: "2023-03-01").context
    #expect(context.expectations.count == 15)
    #expect(ReplyPlot.make(context, context.expectations) == nil)
  }
}
