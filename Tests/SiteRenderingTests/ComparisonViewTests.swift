import AuditModel
import Mustache
import Testing

@testable import SiteRendering

@Suite struct ComparisonViewTests {
  private let site = TinySite(contentOfProject: "content")

  private func comparison(_ kind: ComparisonKind) -> Record {
    ComparisonView.make(site.context, ComparisonID(kind)).record
  }

  @Test func everyColumnHeadingHasItsWord() {
    for word in ComparisonTable.Word.allCases { #expect(word.phrase.rawValue == "column." + word.rawValue) }
  }

  @Test func fourAuditsStandSideBySide() {
    let themes = comparison(.themes)
    #expect(themes.flag("isMatrix"))
    #expect(themes.list("columns").map { $0.text("name") } == ["Tema", "Borås", "Trollhättan", "Vänersborg", "Vänersborg"])
    #expect(themes.list("columns").map { $0.text("detail") } == [nil, "2021", "årtal saknas", "2019", "2022"])
  }

  @Test func everyNoteLeadsBackToAPlaceThatLeadsToIt() {
    for kind in ComparisonKind.allCases {
      let table = comparison(kind)
      let cells = table.list("rows").flatMap { $0.list("header") + $0.list("cells") }
      let references = (table.list("columns") + cells).flatMap { $0.list("notes") }
      let anchors = references.compactMap { $0.text("anchor") }
      #expect(Set(anchors).count == anchors.count)
      for note in table.list("notes") {
        #expect(anchors.contains(note.text("back") ?? ""), "\(kind) \(note.text("text") ?? "")")
        #expect(references.contains { $0.text("note") == note.text("anchor") })
      }
    }
  }

  @Test func anAspectStandsBesideWhomItIsOf() throws {
    let first = try #require(comparison(.assessments).list("rows").first)
    let of = try #require(first.list("cells").first)
    #expect(of.list("pieces").first?.list("link").first?.text("name") == "Borås Stad som helhet")
    #expect(of.text("aspect") == "styrning och samordning")
  }

  @Test func whatIsNotKnownIsSaidInWords() throws {
    let rows = comparison(.replyTimes).list("rows")
    let missing = try #require(rows.last)
    #expect(missing.list("cells").compactMap { $0.text("nothing") } == ["Ingen uppgift"])
    #expect(missing.list("cells").last?.list("pieces").first?.text("text") == "Inget svar i samlingen")
  }

  @Test func daysFromAnUncertainDateAreSaidToBe() throws {
    let first = try #require(comparison(.replyTimes).list("rows").first)
    #expect(first.list("cells").last?.list("pieces").first?.text("text") == "210 dagar efter begärt datum (osäkert)")
  }

  @Test func onlyWhatAPictureShowsHasOne() {
    let pictured = ComparisonKind.allCases.filter { ComparisonPicture.make(site.context, ComparisonID($0)) != nil }
    #expect(pictured == [.states, .replyTimes])
  }

  @Test func manyAuditsAreCountedWithTheirMunicipalitiesSideBySide() {
    let example = TinySite(contentOfProject: "templates/example/content")
    let themes = ComparisonView.make(example.context, ComparisonID(.themes)).record
    #expect(themes.flag("isMatrix"))
    #expect(themes.list("columns").compactMap { $0.text("name") } == ["Tema", "Exempelby", "Övningsköping"])
    #expect(themes.list("columns").map { $0.text("detail") } == [nil, "19 rekommendationer", "12 rekommendationer"])
  }

  @Test func aCountHasTheShadeThatTheKeySays() throws {
    let example = TinySite(contentOfProject: "templates/example/content")
    let themes = ComparisonView.make(example.context, ComparisonID(.themes)).record
    #expect(themes.list("heat").map { $0.text("counts") } == ["1", "2", "3", "4–5"])
    let routines = try #require(themes.list("rows").first { $0.list("cells").first?.text("heat") == "heat-4" })
    #expect(routines.list("cells").first?.list("pieces").first?.list("lines").first?.text("count") == "5")
    // Numbers of recommendations are no counts, and have no shades to read.
    #expect(comparison(.themes).list("heat").isEmpty)
  }

  @Test func keyFiguresThatTwoMunicipalitiesHaveAreDrawnOnOneAxis() throws {
    let example = TinySite(contentOfProject: "templates/example/content")
    let figures = ComparisonView.make(example.context, ComparisonID(.keyFigures)).record
    #expect(figures.list("charts").map { $0.text("name") } == ["Skolbyggnader i underhållsplanen", "Akuta fel"])
    let faults = try #require(figures.list("charts").last).markup("panels")
    // Both panels count to 200, though only one of them has as much.
    #expect(faults.split(separator: ">200</text>").count == 3)
    #expect(faults.contains("chart-break"))
    #expect(figures.list("rows").count == 5)
    #expect(
      figures.list("notes").contains {
        $0.text("text") == "Exempelby 2022: Seriebrott 2023:"
          && $0.text("remark") == "Från 2023 räknas varje anmälan och inte varje fel."
      })
  }

  @Test func aTopicNamesTheThemesThatAllMunicipalitiesShare() {
    let topic = site.record(.topic(ID(0), sheet: 1))
    #expect(topic.text("answer") == "4 granskningar i 3 kommuner, med 22 rekommendationer.")
    #expect(topic.text("shared")?.hasPrefix("De 3 kommunerna har 4 teman gemensamma i sina rekommendationer: ") == true)
  }
}

@Suite struct BoardAnswerTests {
  private let site = TinySite(contentOfProject: "content")

  private func board(_ id: String) -> Record {
    site.record(.board(ID(site.archive.boards.firstIndex { $0.id == id } ?? -1), sheet: 1))
  }

  @Test func whatMayBeElsewhereIsNotSaidToBeLate() {
    #expect(
      board("boras/arbetslivsnamnden").text("answer")
        == "Arbetslivsnämnden har 3 åtgärder vars tidsfrist har gått ut och vars redovisning inte finns i samlingen. "
        + "1 rekommendation saknar eget svar från Arbetslivsnämnden i de dokument som finns här.")
    #expect(board("boras/arbetslivsnamnden").list("debts").allSatisfy { $0.text("lateness") == nil })
  }

  @Test func whatNothingWasAskedOfOwesNothing() {
    for (index, board) in site.archive.boards.enumerated() {
      let id = ID<Board>(index)
      let isAsked = !site.archive.links.addressed[id].isEmpty || !site.archive.links.measuresBy[id].isEmpty
      guard !isAsked else { continue }
      #expect(
        site.record(.board(id, sheet: 1)).text("answer")
          == "Inga rekommendationer är riktade till \(board.name) i de dokument som finns här.", "\(board.id)")
    }
  }

  @Test func nothingIsLateWhereDocumentsMayBeMissing() {
    let overdue = site.record(.overdue(sheet: 1))
    #expect(
      overdue.text("answer")
        == "Inget är försenat. 3 svar och redovisning av 3 åtgärder finns inte i samlingen, men kan finnas någon annanstans.")
    #expect(overdue.list("missing").allSatisfy { $0.text("days") == nil })
  }

  @Test func whatIsLateIsCountedApart() {
    let example = TinySite(contentOfProject: "templates/example/content")
    #expect(example.record(.overdue(sheet: 1)).text("answer")?.hasPrefix("1 svar och 5 åtgärder är försenade.") == true)
  }
}
