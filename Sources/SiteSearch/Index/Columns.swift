/// What documents are filtered by, a character or two each, in the order of the documents.
struct Columns: Sendable {
  private(set) var files: [IndexFile] = []
  /// The sets of topics that occur, which the first column names by their places.
  private(set) var topicSets: [[Int]] = []

  private static let firstYear = 1900

  init(_ facets: [SearchDocument.Facets], sorts: [Int]) {
    let topics = Sets(facets.map(\.topics))
    topicSets = topics.sets
    // Kinds and states; then runs of documents of the same municipality, year and topics.
    var text = NumberText()
    for sort in sorts { text.append(sort) }
    var start = 0
    while start < facets.count {
      let first = facets[start]
      var end = start + 1
      while end < facets.count, facets[end].municipality == first.municipality, facets[end].year == first.year,
        facets[end].topics == first.topics
      { end += 1 }
      text.append(end - start)
      text.append(first.municipality.map { $0 + 1 } ?? 0)
      text.append(first.year.map { max(1, $0 - Columns.firstYear) } ?? 0)
      text.append(topics.places[start])
      start = end
    }
    files += IndexFile.text("c", text.bytes)
    files += Columns.file("ct", Sets(facets.map(\.themes)))
    files += Columns.file("cb", Sets(facets.map(\.boards)))
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
