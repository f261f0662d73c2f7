import AuditModel
import Diagnostics
import Testing

@testable import AuditContent

@Suite struct MarkdownCSVTests {
  private func read(_ text: String) -> Checked<CSVTable> { readCSV(of: SourceFile(path: "nyckeltal.csv", text: text)) }

  @Test(arguments: [
    "År,Antal\n2021,\"1,5\"\n2022,\"sa \"\"nej\"\"\nigen\"\n",
    "\u{FEFF}År;Antal\r\n2021;1,5\r\n2022;\"sa \"\"nej\"\"\nigen\"\r\n",
    "År,Antal\r2021,\"1,5\"\r\r2022,\"sa \"\"nej\"\"\nigen\"",
  ])
  func readsWhatProgramsWrite(_ text: String) {
    let table = read(text)
    #expect(table.diagnostics == [])
    #expect(table.value == CSVTable(header: ["År", "Antal"], rows: [["2021", "1,5"], ["2022", "sa \"nej\"\nigen"]]))
  }

  @Test func knowsColumnsOfNumbers() {
    let table = read("a;b;c;d\n1 200;x;;−3,5 %\n-3.5;2;;4\n").value
    #expect((0..<5).map { table.isNumeric(column: $0) } == [true, false, false, true, false])
  }

  static let problems: [(code: String, source: String)] = [
    ("csv-columns", "å,b\n1,2\n⬇1,2,3\n"),
    ("csv-columns", "å,b\n⬇1\n3,4\n"),
    ("csv-quote", "å,b\n1,⬇\"2\n3,4\n"),
    ("csv-quote", "å,b\n1,\"2\"⬇x\n"),
    ("csv-empty", "⬇\n\n"),
  ]

  @Test(arguments: problems.indices)
  func pointsAtTheProblem(_ index: Int) {
    let (code, source) = Self.problems[index]
    let marked = MarkedFile(source, path: "nyckeltal.csv")
    let table = readCSV(of: marked.file)
    #expect(table.diagnostics.names == [code])
    #expect(table.diagnostics.offsets == marked.markers)
    #expect(table.diagnostics.allSatisfy { $0.cure != nil && $0.location.path == "nyckeltal.csv" })
  }

  @Test func refusesOtherEncodings() {
    let file = SourceFile(path: "n.csv", bytes: Array("a;b\n".utf8) + [0xE5] + Array(";1\n".utf8))
    #expect(readCSV(of: file).diagnostics.names == ["wrong-encoding"])
  }
}

@Suite struct CSVKeyFigureTests {
  private func figures(_ text: String) -> [KeyFigure] {
    readCSV(of: SourceFile(path: "nyckeltal.csv", text: text)).value.keyFigures()
  }

  @Test func eachColumnOfNumbersIsASeries() {
    let figures = figures("År;Sjukfrånvaro (procent);Andel;Kommentar;Fel\n2021;6,1;40 %;bra;1 200\n2022;;45 %;;3\n")
    #expect(figures.map(\.name) == ["Sjukfrånvaro", "Andel", "Fel"])
    #expect(figures.map(\.unit) == ["procent", "%", nil])
    #expect(figures[0].points.map(\.value) == [DecimalNumber(61, decimals: 1), nil])
    #expect(figures[2].points.map(\.period) == ["2021", "2022"])
  }

  @Test func sourcesAndSeriesBreaksStandInColumnsOfTheirOwn() {
    let figures = figures(
      "År,Fel,Elever,Källa,Seriebrott: fel,Seriebrott\n2021,1,2,A,,\n2022,3,4,B,Nytt sätt,\n2023,5,6,B,,Ny skola\n")
    #expect(figures.map(\.name) == ["Fel", "Elever"])
    #expect(figures[0].sources == ["A", "B"])
    #expect(figures[0].breaks == [.init(before: 1, note: "Nytt sätt"), .init(before: 2, note: "Ny skola")])
    #expect(figures[1].breaks == [.init(before: 2, note: "Ny skola")])
  }

  @Test func whatIsNoNumberIsNoSeries() {
    #expect(figures("År,Fel\n2021,få\n2022,3\n") == [])
    #expect(figures("År\n2021\n") == [])
    #expect(figures("År,Fel\n2021,\n") == [])
    #expect(figures("År,Fel\n2021,99999999999999999\n") == [])
  }

  @Test func whatIsWrongInARowAgreesWithItsNumbers() {
    let file = SourceFile(path: "tabell.csv", text: "a,b\n")
    #expect(
      Diagnostic.csvColumns(in: file, at: 0..<1, found: 1, expected: 2).message.sv == "1 värde i en rad under 2 kolumner")
    #expect(
      Diagnostic.tableExtraCells(in: file, at: 0..<1, found: 2, expected: 1).message.sv == "2 celler i en rad under 1 rubrik")
  }
}
