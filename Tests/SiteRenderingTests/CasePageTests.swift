import AuditModel
import Foundation
import Mustache
import Testing

@testable import SiteRendering

/// What the pages about cases show of the example, which uses all of the content format.
@Suite struct CasePageTests {
  private static let example = TinySite(contentOfProject: "templates/example/content")
  private static let founding = TinySite(contentOfProject: "content")

  private func recommendation(_ id: String, in site: TinySite = example) -> Record {
    site.record(.recommendation(site.recommendation(id)))
  }

  @Test func theLatestWordOfEachVoiceStandsInFullAndEarlierOnesBeside() {
    let page = recommendation("exempelby/skolbyggnader-2022/R2")
    #expect(page.list("claims").map { $0.text("quote") } == ["Underhållsplanen är framtagen och beslutad."])
    #expect(page.list("earlierClaims").count == 2)
    #expect(page.list("verdicts").count == 1)
    #expect(
      page.list("claims").first?.text("check") == "Nämndens egen uppgift. Revisorernas bedömning kom 255 dagar senare.")
  }

  @Test func boardsThatAnswerEachForThemselvesAllStandInFull() {
    let page = recommendation("exempelby/skolbyggnader-2022/R5")
    #expect(page.list("answers").map { $0.text("by") } == ["Grundskolenämnden", "Fastighetsnämnden"])
    #expect(page.list("earlierAnswers").isEmpty)
  }

  /// Or a reader without the style sheet would see words run together.
  @Test func whatStandsInARowHasSpacesBetween() {
    let site = CasePageTests.example
    let id = site.recommendation("exempelby/skolbyggnader-2022/R2")
    let board = ID<Board>(site.archive.boards.firstIndex { $0.id == "exempelby/fastighetsnamnden" } ?? -1)
    let pages: [SitePage] = [
      .start, .audit(site.archive[id].audit), .recommendation(id), .board(board, sheet: 1), .overdue(sheet: 1),
    ]
    for page in pages {
      let rows = site.html(page).components(separatedBy: "<div class=\"rec-meta\">").dropFirst()
      #expect(!rows.isEmpty, "\(page)")
      for row in rows.map({ $0.components(separatedBy: "</div>")[0] }) {
        for end in ["</span><span", "</span><a", "</a><span", "</a><a", "</b><span"] {
          #expect(!row.contains(end), "\(end) in \(row)")
        }
      }
    }
  }

  /// Nobody is to take a part for the whole.
  @Test func aListThatIsCutSaysHowManyMoreThereAre() {
    func audit(_ number: Int, _ facts: String) -> String {
      "\n-- exempelby/a\(number)/audit.md --\n---\ntype: audit\ntitle: A\nauditor: B\ndate: 2022\n\(facts)---\n"
    }
    let shared = (1...21).map { "    - {id: R\($0), to: [ks], with: [fn], text: Gör \($0)}\n" }.joined()
    let concerning = (22...43).map { "    - {id: R\($0), to: [ks], concerns: [fn], text: Gör \($0)}\n" }.joined()
    let assessments = (1...53).map { "  - {of: [fn], aspect: del \($0), level: partly}\n" }.joined()
    let site = TinySite(
      audit(0, "assessments:\n\(assessments)recommendations:\n  items:\n\(shared)\(concerning)")
        + (1...104).map { audit($0, "observations: [{text: C, themes: [rutiner]}]\n") }.joined())
    let board = site.record(.board(ID(0), sheet: 1))
    #expect(board.list("shared").count == 20 && board.text("otherShared") == "Och 1 till.")
    #expect(board.list("concerning").count == 20 && board.text("otherConcerning") == "Och 2 till.")
    #expect(board.list("assessedIn").count == 50 && board.text("otherAssessed") == "Och 3 till.")
    let theme = site.record(.theme(ID(1), sheet: 1))
    #expect(theme.list("observed").count == 100 && theme.text("otherObserved") == "Och 4 till.")
    for page in [SitePage.board(ID(0), sheet: 1), .theme(ID(1), sheet: 1)] { #expect(site.html(page).contains(" till.</p>")) }
  }

  /// What concerns nobody who replies is not counted as none of none.
  @Test func aReplyToAnAuditWithoutRecommendationsTouchesNone() {
    let site = TinySite(
      """

      -- exempelby/skola/audit.md --
      ---
      type: audit
      title: Skolan
      auditor: Exempelby revisorer
      date: 2022-09-15
      reply: {due: 2022-12-01, from: [fn]}
      ---
      -- exempelby/skola/svar.md --
      ---
      type: reply
      by: [fn]
      date: 2022-11-28
      ---

      """)
    for page in [SitePage.audit(ID(0)), .reply(ID(0)), .start] {
      #expect(!site.html(page).contains("0 av 0"))
    }
    #expect(site.html(.reply(ID(0))).contains("Granskningen har inga rekommendationer till den som svarar."))
  }

  @Test func aMovedDeadlineKeepsItsEarlierDates() {
    let deadline = recommendation("exempelby/skolbyggnader-2022/R2").list("deadline").first
    #expect(deadline?.list("earlier").map { $0.text("text") } == ["31 december 2023", "30 juni 2024"])
    #expect(deadline?.list("current").first?.text("text") == "31 december 2024")
    #expect(deadline?.text("moved") == "Flyttad 2 gånger, sammanlagt 366 dagar")
  }

  @Test func aRowInAListShowsOnlyWhatSetsItApart() throws {
    let site = CasePageTests.example
    let row = RecommendationRow(context: site.context, id: site.recommendation("exempelby/skolbyggnader-2022/R2")).record
    #expect(row.list("flags").map { $0.text("symbol") } == ["recurring", "moved"])
    let plain = RecommendationRow(context: site.context, id: site.recommendation("exempelby/skolbyggnader-2022/R8")).record
    #expect(plain.list("flags").isEmpty)
  }

  @Test func namesInARowKnowWhetherMoreCome() {
    let to = recommendation("exempelby/skolbyggnader-2022/R5").list("to")
    #expect(to.map { $0.flag("hasMore") } == [true, false])
    let site = CasePageTests.example
    let assessed = site.record(.audit(site.audit("exempelby/skolbyggnader-2022"))).list("assessed")
    #expect(assessed.map { $0.flag("hasMore") } == [true, true, false])
  }

  @Test func twoAssessmentsInOneSentenceQuoteItOnce() {
    let site = CasePageTests.founding
    let page = site.record(.audit(site.audit("trollhattan/integration")))
    let assessments = page.list("assessments")
    #expect(assessments.map { $0.flag("isSameSentence") } == [false, true])
    #expect(assessments.map { $0.text("quote") == nil } == [false, true])
  }

  @Test func aMeasureHasAnAnchorThatItsAddressLeadsTo() {
    let site = CasePageTests.founding
    let html = site.html(.reply(ID(0)))
    for id in Archive.ids(site.archive.measures) {
      let address = site.context.address(id)
      let anchor = address.components("#").last ?? ""
      #expect(html.contains("id=\"\(anchor)\""), "\(address)")
    }
  }

  @Test func nothingIsLateWhereDocumentsMayBeMissing() {
    let site = CasePageTests.founding
    for page in site.renderer.plan.pages {
      switch page {
      case .municipality, .audit, .recommendation, .reply, .followUp:
        #expect(!site.html(page).contains("försenat svar") && !site.html(page).contains("dagar försenat"), "\(page)")
      default: continue
      }
    }
  }

  @Test func theStartPageAnswersItsQuestionFromWhatIsKnown() {
    #expect(
      CasePageTests.founding.record(.start).text("answer")
        == "Det går ännu inte att säga. Revisorerna har lämnat 22 rekommendationer till 3 kommuner. "
        + "6 av dem har ett svar i samlingen. Ingen uppföljning finns där.")
  }

  @Test func aMunicipalityWithoutAnswersSaysSoInWords() {
    let site = CasePageTests.founding
    let id = ID<Municipality>(site.archive.municipalities.firstIndex { $0.id == "vanersborg" } ?? -1)
    #expect(
      site.record(.municipality(id)).text("answer")
        == "Revisorerna har lämnat 12 rekommendationer i 2 granskningar. "
        + "Ingen av rekommendationerna har ett svar i samlingen. Ingen uppföljning finns i samlingen.")
  }

  @Test func everyMunicipalityIsReachedFromTheStartPage() {
    let many = (1...33).map { number in
      """

      -- by-\(number)/index.md --
      ---
      type: municipality
      name: By \(number)
      code: "9\(100 + number)"
      ---

      """
    }.joined()
    let site = TinySite(many)
    let page = site.record(.start)
    #expect(page.list("places").count == 30)
    #expect(page.list("otherPlaces").count == 4)
    let html = site.html(.start)
    for number in 1...33 { #expect(html.contains("href=\"by-\(number)/index.html\"")) }
  }

  @Test func aSheetOfAuditsGoesOnWhereTheOneBeforeEnds() {
    let many = (1...SitePlan.sheetSize + 7).map { number in
      """

      -- exempelby/g-\(number)/audit.md --
      ---
      type: audit
      title: Granskning \(number)
      auditor: Exempelby revisorer
      date: \(1900 + number)
      ---

      """
    }.joined()
    let insight = TinySite(many).insight
    let sheets = (1...2).map { ListEntries.audits(onSheet: $0, in: insight) }
    #expect(sheets.map(\.count) == [SitePlan.sheetSize, 7])
    #expect(Set(sheets.joined()).count == SitePlan.sheetSize + 7)
    #expect(insight.archive[sheets[0][0]].title == "Granskning \(SitePlan.sheetSize + 7)")
    #expect(insight.archive[sheets[1][6]].title == "Granskning 1")
  }
}
