/// What documents are filtered by, a character or two each, in the order of the documents.
struct Columns: Sendable {
  private(set) var files: [IndexFile] = []
  /// The sets of topics that occur, which the first column names by their places.
  private(set) var topicSets: [[Int]] = []

  private static let firstYear = 1900

  init(_ facets: [DocumentFacets], _ sets: FacetSets) {
    let topics = Order(sets.topics, facets.lazy.map(\.topics))
    topicSets = topics.sets
    // Kinds and states of all; then runs of documents of the same municipality, year and topics: all lengths, all municipalities,
    // …. What is alike stands beside each other, which is sent in less.
    var text = NumberText()
    for document in facets { text.append(Int(document.sort)) }
    let runs = Columns.runs(facets)
    for run in runs { text.append(run.count) }
    let firsts = runs.lazy.map { facets[$0.lowerBound] }
    text.append(differences: firsts.map { Int($0.municipality) })
    text.append(differences: firsts.map { $0.year.map { max(1, Int($0) - Columns.firstYear) } ?? 0 })
    var last: Int?
    for first in firsts {
      let place = topics.places[Int(first.topics)]
      text.append(place == last ? 0 : place + 1)
      last = place
    }
    files += IndexFile.text("c", text.bytes)
    files += Columns.file("ct", sets.themes, facets.lazy.map(\.themes))
    files += Columns.file("cb", sets.boards, facets.lazy.map(\.boards))
  }

  private static func runs(_ facets: [DocumentFacets]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for end in facets.indices.dropFirst() + [facets.count] where end > start {
      if end < facets.count, facets[end].municipality == facets[start].municipality, facets[end].year == facets[start].year,
        facets[end].topics == facets[start].topics
      {
        continue
      }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  /// The sets, then for each document the place of its own.
  private static func file(_ name: String, _ table: FacetSets.SetTable, _ documents: some Sequence<Int32>) -> [IndexFile] {
    let order = Order(table, documents)
    var text = NumberText()
    text.append(order.sets.count)
    for set in order.sets {
      text.append(set.count)
      for member in set { text.append(member) }
    }
    for number in documents { text.append(order.places[Int(number)]) }
    return IndexFile.text(name, text.bytes)
  }

  /// Sets that occur among documents, the most frequent first.
  private struct Order {
    let sets: [[Int]]
    /// By the sets' numbers.
    let places: [Int]

    init(_ table: FacetSets.SetTable, _ documents: some Sequence<Int32>) {
      var counts = [Int](repeating: 0, count: table.sets.count)
      for number in documents { counts[Int(number)] += 1 }
      let order = table.sets.indices.sorted { a, b in
        counts[a] == counts[b] ? table.sets[a].lexicographicallyPrecedes(table.sets[b]) : counts[a] > counts[b]
      }
      sets = order.map { table.sets[$0] }
      var places = counts
      for (place, number) in order.enumerated() { places[number] = place }
      self.places = places
    }
  }
}
