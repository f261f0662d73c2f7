extension Insight {
  /// As many audits as stand side by side on a page.
  private static let matrixLimit = 5

  /// Theme × audit, with the numbers of the recommendations; municipality × theme, with counts of them, where there are more
  /// audits than stand side by side.
  func themes(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    audits.count <= Insight.matrixLimit ? themeMatrix(id, audits) : themeCounts(id, audits)
  }

  private func themeMatrix(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    var table = table(id, [.init("theme", .word(.theme))], isMatrix: true)
    for audit in audits {
      let notes = inferences(of: audit, ["municipality", "date"], in: &table)
      table.columns.append(.init(archive[audit].id, .audit(audit), notes: notes))
    }
    for theme in Archive.ids(archive.themes) {
      var row: [ComparisonTable.Cell] = [.init(.theme(theme))]
      for audit in audits {
        let recommendations = archive[audit].recommendations
        let primary = recommendations.filter { archive[$0].themes.first == theme }
        let secondary = recommendations.filter { archive[$0].themes.dropFirst().contains(theme) }
        var cell = ComparisonTable.Cell()
        if !primary.isEmpty { cell.contents.append(.recommendations(primary, isPrimary: true)) }
        if !secondary.isEmpty { cell.contents.append(.recommendations(secondary, isPrimary: false)) }
        if cell.contents.isEmpty, let tone = observedTone(of: theme, in: audit) { cell.contents.append(.observed(tone)) }
        for recommendation in primary + secondary where archive[recommendation].isUmbrella {
          cell.notes.append(table.note(.umbrella(recommendation)))
        }
        row.append(cell)
      }
      if row.dropFirst().contains(where: { !$0.contents.isEmpty }) { table.rows.append(row) }
    }
    return table
  }

  private func themeCounts(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    let themes = Archive.ids(archive.themes)
    var table = table(
      id,
      [.init("municipality", .word(.municipality)), .init("recommendations", .word(.recommendations), .number)]
        + themes.map { .init(archive[$0].id, .theme($0)) }, isMatrix: true)
    for (municipality, audits) in byMunicipality(audits) {
      var counts = [ThemeCount](repeating: ThemeCount(), count: themes.count)
      var recommendations = 0
      for audit in audits {
        for id in leaves(of: audit) {
          recommendations += 1
          for (place, theme) in archive[id].themes.enumerated() {
            if place == 0 { counts[Int(theme.index)].primary += 1 } else { counts[Int(theme.index)].secondary += 1 }
          }
        }
        for observation in archive[audit].observations {
          for theme in observation.themes { counts[Int(theme.index)].observe(observation.tone) }
        }
      }
      table.rows.append(
        [.init(.municipality(municipality)), .init(.count(recommendations))] + counts.map { .init($0.content) })
    }
    return table
  }

  /// What a municipality's audits have on a theme.
  private struct ThemeCount {
    var primary = 0
    var secondary = 0
    private var tone: Tone??

    mutating func observe(_ other: Tone?) {
      if let tone, tone != other { self.tone = .some(.mixed) } else { tone = .some(other) }
    }

    var content: ComparisonTable.Content? {
      if primary + secondary > 0 { return .themed(primary: primary, secondary: secondary) }
      return tone.map { .observed($0) }
    }
  }

  /// The tone in which an audit observed a theme: mixed where its observations differ; nil where there is none, and
  /// `.some(nil)` where none has a tone.
  private func observedTone(of theme: ID<Theme>, in audit: ID<Audit>) -> Tone?? {
    let tones = archive[audit].observations.filter { $0.themes.contains(theme) }.map(\.tone)
    guard let first = tones.first else { return nil }
    return .some(tones.allSatisfy { $0 == first } ? first : .mixed)
  }
}
