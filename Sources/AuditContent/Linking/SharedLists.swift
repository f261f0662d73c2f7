import AuditModel

/// Lists of one thing, of which those that name the same are one in memory: most lists that an archive holds are so short, and
/// what stands near each other names the same.
struct SharedLists<Entity>: Sendable {
  private var known: [Int32: [ID<Entity>]] = [:]
  /// Those of one audit and its municipality.
  private static var most: Int { 64 }

  mutating func one(_ ids: [ID<Entity>]) -> [ID<Entity>] {
    guard ids.count == 1, let id = ids.first else { return ids }
    if let list = known[id.index] { return list }
    if known.count == Self.most { known.removeAll(keepingCapacity: true) }
    known[id.index] = ids
    return ids
  }
}
