import Charts
import Mustache
import Testing

@testable import AuditModel
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

  @Test func aMarkStandsAsManyDaysFromTheDateAsTheReplyCame() throws {
    let plot = try plot(audit("skola", from: "fn", reply("skola", by: "fn", "2022-12-31")))
    let row = try #require(plot.rows.first)
    #expect(row.sentence == "30 dagar efter begärt datum")
    #expect(row.marks == DayPlot.Row(marks: [.init(days: 30, isUncertain: false)], lacksReply: false))
  }

  @Test func anUncertainDateIsSaidToBeSo() throws {
    let plot = try plot(audit("skola", from: "fn", reply("skola", by: "fn", "2022-12-31?")))
    #expect(plot.rows[0].marks?.marks == [.init(days: 30, isUncertain: true)])
    #expect(plot.rows[0].sentence.hasSuffix("(osäkert)"))
  }

  @Test func boardsOfOneAuditWithTheSameOutcomeShareALine() throws {
    let plot = try plot(audit("skola", from: "fn, ks"), replies: "incomplete")
    #expect(plot.rows.map(\.detail) == ["Fastighetsnämnden och Kommunstyrelsen"])
    #expect(plot.rows[0].sentence == "Inget svar i samlingen")
  }

  @Test func aMissingReplyIsNeverADay() throws {
    let plot = try plot(audit("skola", from: "fn"))
    #expect(plot.rows[0].marks == DayPlot.Row(marks: [], lacksReply: true))
    let picture = try #require(plot.record.list("rows").first)
    #expect(picture.markup("picture").contains("line-unknown") && !picture.markup("picture").contains("<circle"))
  }

  @Test func moreAuditsThanAPictureShowsAreSummedUpByMunicipality() throws {
    let many = (1...15).map { audit("skola-\($0)", from: "fn", $0 < 7 ? reply("skola-\($0)", by: "fn", "2022-11-30") : "") }
      .joined()
    let plot = try plot(many)
    #expect(plot.rows.map(\.detail) == ["15 granskningar"])
    #expect(plot.rows[0].marks?.marks.count == 6)
    #expect(plot.rows[0].sentence == "6 av 15 (40 procent) i tid, 1 dag före begärt datum, median för 6 svar, 9 försenade svar")
  }

  @Test func fewRepliesHaveNoPerCentAndNoMedian() {
    let few = audit("skola", from: "fn", reply("skola", by: "fn", "2022-11-30")) + audit("bad", from: "fn")
    let context = TinySite(few, asOf: "2023-03-01").context
    #expect(context.summary(of: context.expectations) == "1 av 2 i tid, 1 försenat svar")
  }

  @Test func aMunicipalityIsShownYearByYear() throws {
    let two =
      audit("skola", from: "fn", reply("skola", by: "fn", "2022-11-30"))
      + audit("bad", from: "fn").replacing("2022", with: "2020")
    let context = TinySite(two, asOf: "2023-03-01").context
    let years = try #require(YearsView(context, ID(0))).record
    #expect(years.list("bars").map { $0.text("year") } == ["2020", "2022"])
    #expect(
      years.list("bars").map { $0.text("followedUp") } == Array(repeating: "1 av 1 utan uppföljning i samlingen.", count: 2))
    #expect(YearsView(TinySite(audit("skola", from: "fn")).context, ID(0)) == nil)
  }
}
