/// Where a recommendation came from and where it came back: chains of `repeats` in both directions.
public struct Lineage: Sendable, Hashable {
  /// Earlier recommendations that it repeats, nearest first.
  public var earlier: [Step]
  /// Later ones that repeat it, nearest first.
  public var later: [Step]

  /// A recommendation of the chain and how it is tied to the one before it.
  public struct Step: Sendable, Hashable {
    public var recommendation: ID<Recommendation>
    public var strength: RepetitionStrength
    public var note: String?
    /// 1 for those tied directly.
    public var distance: Int
  }

  public var isEmpty: Bool { earlier.isEmpty && later.isEmpty }
}

extension Insight {
  /// The chain of a recommendation; each other one stands in it once, even where repeats run in a circle.
  public func lineage(of id: ID<Recommendation>) -> Lineage {
    var seen: Set<ID<Recommendation>> = [id]
    func steps(_ next: (ID<Recommendation>) -> [Lineage.Step]) -> [Lineage.Step] {
      var steps: [Lineage.Step] = []
      var frontier = [id]
      var distance = 1
      while !frontier.isEmpty {
        var found: [Lineage.Step] = []
        for origin in frontier {
          for var step in next(origin) where seen.insert(step.recommendation).inserted {
            step.distance = distance
            found.append(step)
          }
        }
        steps += found
        frontier = found.map(\.recommendation)
        distance += 1
      }
      return steps
    }
    let earlier = steps { id in
      archive[id].repeats.map { Lineage.Step(recommendation: $0.of, strength: $0.strength, note: $0.note, distance: 0) }
    }
    let later = steps { id in
      archive.links.repeatedBy[id].flatMap { later in
        archive[later].repeats.filter { $0.of == id }.map {
          Lineage.Step(recommendation: later, strength: $0.strength, note: $0.note, distance: 0)
        }
      }
    }
    return Lineage(earlier: earlier, later: later)
  }
}
