extension Insight {
  /// How many recommendations are in each state, by municipality; states that none is in have no column.
  func states(_ id: ComparisonID, _ audits: [ID<Audit>]) -> ComparisonTable {
    var counts: [(ID<Municipality>, [RecommendationState: Int])] = []
    for (municipality, audits) in byMunicipality(audits) {
      var states: [RecommendationState: Int] = [:]
      for leaf in audits.flatMap({ leaves(of: $0) }) { states[self[leaf].state, default: 0] += 1 }
      if !states.isEmpty { counts.append((municipality, states)) }
    }
    let used = RecommendationState.allCases.filter { state in counts.contains { $0.1[state] != nil } }
    var table = table(
      id,
      [.init("municipality", .word(.municipality)), .init("recommendations", .word(.recommendations), .number)]
        + used.map { .init($0.rawValue, .state($0), .number) })
    table.rows = counts.map { municipality, states in
      [.init(.municipality(municipality)), .init(.count(states.values.reduce(0, +)))]
        + used.map { .init(.count(states[$0] ?? 0)) }
    }
    return table
  }
}
