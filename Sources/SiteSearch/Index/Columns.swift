/// What documents are filtered by, a character or two each, in the order of the documents.
struct Columns: Sendable {
  private(set) var files: [IndexFile] = []
  /// The sets of topics that occur, which the first column names by their places.
  private(set) var topicSets: [[Int]] = []

  private static let firstYear = 1900

  init(_ facets: [SearchDocument.Facets], sorts: [Int]) {
    let topics = Sets(facets.map(\.topics))
    topicSets = topics.sets
    // Kinds and states of all; then runs of documents of the same municipality, year and topics: all lengths, all municipalities,
    // …. What is alike stands beside each other, which is sent in less.
    var text = NumberText()
    for sort in sorts { text.append(sort) }
    let runs = Columns.runs(facets, topics.places)
    for run in runs { text.append(run.count) }
    text.append(differences: runs.lazy.map { facets[$0.lowerBound].municipality.map { $0 + 1 } ?? 0 })
    text.append(differences: runs.lazy.map { facets[$0.lowerBound].year.map { max(1, $0 - Columns.firstYear) } ?? 0 })
    var last: Int?
    for run in runs {
      let place = topics.places[run.lowerBound]
      text.append(place == last ? 0 : place + 1)
      last = place
    }
    files += IndexFile.text("c", text.bytes)
    files += Columns.file("ct", Sets(facets.map(\.themes)))
    files += Columns.file("cb", Sets(facets.map(\.boards)))
  }

  private static func runs(_ facets: [SearchDocument.Facets], _ topics: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for end in facets.indices.dropFirst() + [facets.count] where end > start {
      if end < facets.count, facets[end].municipality == facets[start].municipality, facets[end].year == facets[start].year,
        topics[end] == topics[start]
      { continue }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  /// The sets, then for each document the place of its own.
  private static func file(_ name: String, _ sets: Sets) -> [IndexFile] {
    var text = NumberText()
    text.append(sets.sets.count)
    for set in sets.sets {
      text.append(set.count)
      for member in set { text.append(member) }
    }
    for place in sets.places { text.append(place) }
    return IndexFile.text(name, text.bytes)
  }

  /// Sets that occur among documents, the most frequent first.
  private struct Sets {
    let sets: [[Int]]
    let places: [Int]

    init(_ all: [[Int]]) {
      var counts: [[Int]: Int] = [:]
      for set in all { counts[set, default: 0] += 1 }
      sets = counts.sorted { a, b in
        a.value == b.value ? a.key.lexicographicallyPrecedes(b.key) : a.value > b.value
      }.map(\.key)
      var place: [[Int]: Int] = [:]
      for (index, set) in sets.enumerated() { place[set] = index }
      places = all.map { place[$0] ?? 0 }
    }
  }
}
