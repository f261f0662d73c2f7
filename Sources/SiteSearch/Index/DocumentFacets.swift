/// What a document can be filtered by, in a few bytes, since those of all documents are in memory at once.
struct DocumentFacets: Sendable {
  /// The kind, and for recommendations the state.
  let sort: UInt8
  /// Counted from 1; 0 where there is none.
  let municipality: Int32
  let year: Int32?
  /// Numbers of sets.
  var topics: Int32
  var themes: Int32
  var boards: Int32

  init(_ document: SearchDocument, _ sets: inout FacetSets) {
    let facets = document.facets
    sort = UInt8(document.kind == 0 ? document.state : 13 + document.kind)
    municipality = Int32(facets.municipality.map { $0 + 1 } ?? 0)
    year = facets.year.map { Int32($0) }
    topics = sets.topics.insert(facets.topics)
    themes = sets.themes.insert(facets.themes)
    boards = sets.boards.insert(facets.boards)
  }

  /// The same with the numbers that other sets have for a task's.
  init(_ other: DocumentFacets, _ numbers: FacetSets.Numbers) {
    self = other
    topics = numbers.topics[Int(other.topics)]
    themes = numbers.themes[Int(other.themes)]
    boards = numbers.boards[Int(other.boards)]
  }
}

/// The sets of topics, themes and boards that occur among documents.
struct FacetSets: Sendable {
  var topics = SetTable()
  var themes = SetTable()
  var boards = SetTable()

  /// The numbers that a task's sets have here.
  struct Numbers {
    let topics: [Int32]
    let themes: [Int32]
    let boards: [Int32]
  }

  mutating func insert(_ other: FacetSets) -> Numbers {
    Numbers(
      topics: other.topics.sets.map { topics.insert($0) }, themes: other.themes.sets.map { themes.insert($0) },
      boards: other.boards.sets.map { boards.insert($0) })
  }

  /// Sets and their numbers, in the order in which they came.
  struct SetTable: Sendable {
    private(set) var sets: [[Int]] = []
    private var numbers: [[Int]: Int32] = [:]

    mutating func insert(_ set: [Int]) -> Int32 {
      if let number = numbers[set] { return number }
      let number = Int32(sets.count)
      numbers[set] = number
      sets.append(set)
      return number
    }
  }
}
