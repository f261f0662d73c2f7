extension Insight {
  /// As many audits as stand side by side on a page.
  private static let matrixLimit = 5

  /// Theme × audit, with the numbers of the recommendations; municipality × theme, with counts, where there are more audits
  /// than stand side by side.
  func themes(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    audits.count <= Insight.matrixLimit ? themeMatrix(id, audits) : themeCounts(id, audits)
  }

  private func themeMatrix(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    var table = table(
      id, [.init("theme", .word(.theme))] + audits.map { .init(archive[$0].id, .audit($0)) }, isMatrix: true)
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
      var primary = [[ID<Recommendation>]](repeating: [], count: themes.count)
      var secondary = primary
      var observed = [Tone?](repeating: nil, count: themes.count)
      var isObserved = [Bool](repeating: false, count: themes.count)
      var count = 0
      for audit in audits {
        for id in leaves(of: audit) {
          count += 1
          for (place, theme) in archive[id].themes.enumerated() {
            if place == 0 { primary[Int(theme.index)].append(id) } else { secondary[Int(theme.index)].append(id) }
          }
        }
        for observation in archive[audit].observations {
          for theme in observation.themes {
            let index = Int(theme.index)
            observed[index] = isObserved[index] && observed[index] != observation.tone ? .mixed : observation.tone
            isObserved[index] = true
          }
        }
      }
      var row: [ComparisonTable.Cell] = [.init(.municipality(municipality)), .init(.count(count))]
      for index in themes.indices {
        var contents: [ComparisonTable.Content] = []
        if !primary[index].isEmpty { contents.append(.recommendations(primary[index], isPrimary: true)) }
        if !secondary[index].isEmpty { contents.append(.recommendations(secondary[index], isPrimary: false)) }
        if contents.isEmpty, isObserved[index] { contents.append(.observed(observed[index])) }
        row.append(.init(contents))
      }
      table.rows.append(row)
    }
    return table
  }

  /// The tone in which an audit observed a theme: mixed where its observations differ; nil where there is none, and
  /// `.some(nil)` where none has a tone.
  private func observedTone(of theme: ID<Theme>, in audit: ID<Audit>) -> Tone?? {
    let tones = archive[audit].observations.filter { $0.themes.contains(theme) }.map(\.tone)
    guard let first = tones.first else { return nil }
    return .some(tones.allSatisfy { $0 == first } ? first : .mixed)
  }
}
