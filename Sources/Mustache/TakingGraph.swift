import Diagnostics

/// Which visit of a template takes in which other, to find templates that take themselves in without end.
///
/// Going round must lead to smaller and smaller things, since only these come to an end: from a row to the rows below it. A round
/// that stays with the same thing, or fetches something from further out, does not.
struct TakingGraph {
  var edges: [Edge] = []

  struct Edge {
    let from: Int
    let to: Int
    let step: Step
    /// The partial's name and where it is written.
    let name: String
    let range: SourceRange
  }

  /// How the thing that a partial is taken in with lies to the thing that its template was rendered with.
  enum Step {
    /// The same thing.
    case same
    /// A part of it.
    case deeper
    /// Something found further out, which may be larger.
    case elsewhere
  }

  /// The edges by which pages would never end.
  func endless() -> [Edge] {
    let groups = self.groups(among: edges)
    let away = edges.filter { $0.step == .elsewhere && groups[$0.from] == groups[$0.to] }
    let staying = edges.filter { $0.step == .same }
    let stayingGroups = self.groups(among: staying)
    return away + staying.filter { stayingGroups[$0.from] == stayingGroups[$0.to] }
  }

  /// A number for each visit: the same for those that lead to each other and back (strongly connected, by two searches).
  private func groups(among edges: [Edge]) -> [Int: Int] {
    var forward: [Int: [Int]] = [:]
    var backward: [Int: [Int]] = [:]
    for edge in edges {
      forward[edge.from, default: []].append(edge.to)
      backward[edge.to, default: []].append(edge.from)
    }
    let visits = Set(edges.flatMap { [$0.from, $0.to] }).sorted()
    var finished: [Int] = []
    var seen: Set<Int> = []
    for visit in visits { search(from: visit, along: forward, &seen) { finished.append($0) } }
    var groups: [Int: Int] = [:]
    seen = []
    for visit in finished.reversed() { search(from: visit, along: backward, &seen) { groups[$0] = visit } }
    return groups
  }

  /// Goes depth first through what was not seen, and names each visit when all that it leads to has been named.
  private func search(from start: Int, along next: [Int: [Int]], _ seen: inout Set<Int>, _ finish: (Int) -> Void) {
    guard seen.insert(start).inserted else { return }
    var path = [(visit: start, at: 0)]
    while let (visit, at) = path.last {
      guard let targets = next[visit], at < targets.count else {
        finish(visit)
        path.removeLast()
        continue
      }
      path[path.count - 1].at += 1
      if seen.insert(targets[at]).inserted { path.append((targets[at], 0)) }
    }
  }
}
