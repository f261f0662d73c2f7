import AuditContent
import AuditModel
import Diagnostics
import Testing

/// Which CSV files are key figures, and what is reported of them.
@Suite struct KeyFigureFileTests {
  private func read(_ files: KeyValuePairs<String, String>) throws -> Checked<[KeyFigureFile]> {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(path, text) }
    return Content.keyFigures(of: SourceTree.load(folder.path).value)
  }

  @Test func filesBesideAuditsWithAColumnOfPeriodsAre() throws {
    let read = try read([
      "exempelby/skola-2022/nyckeltal.csv": "År,Fel\n2021,3\n", "exempelby/skola-2022/bilagor/a.csv": "År,Fel\n2021,3\n",
      "exempelby/skola-2022/skolor.csv": "Skola,Fel\nEkskolan,3\n", "exempelby/allt.csv": "År,Fel\n2021,3\n",
    ])
    #expect(read.value.map(\.path) == ["exempelby/skola-2022/nyckeltal.csv"])
    #expect(read.value.first?.figures.map(\.name) == ["Fel"])
    #expect(read.diagnostics == [])
  }

  @Test func whatIsWrongInThemIsReported() throws {
    let read = try read([
      "exempelby/skola-2022/nyckeltal.csv": "År,Fel\n2021,3,4\n", "exempelby/skola-2022/tom.csv": "\n",
      // A table of something else may be ragged.
      "exempelby/skola-2022/skolor.csv": "Skola,Fel\nEkskolan,3,4\n",
    ])
    #expect(read.diagnostics.names == ["csv-columns", "csv-empty"])
  }
}
