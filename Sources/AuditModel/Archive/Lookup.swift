/// For each thing of one kind the things of another that belong to it, in order: an index that is made once, in linear time.
public struct Lookup<Key, Element>: Sendable {
  @usableFromInline let starts: [Int32]
  @usableFromInline let elements: [ID<Element>]

  /// `pairs` in the order in which the elements are to stand under each key; duplicates are kept.
  public init(keys count: Int, pairs: [(ID<Key>, ID<Element>)]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for (key, _) in pairs { starts[Int(key.index) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var elements = [ID<Element>](repeating: ID(0), count: pairs.count)
    for (key, element) in pairs {
      elements[Int(next[Int(key.index)])] = element
      next[Int(key.index)] += 1
    }
    self.starts = starts
    self.elements = elements
  }

  @inlinable public subscript(key: ID<Key>) -> ArraySlice<ID<Element>> {
    elements[Int(starts[Int(key.index)])..<Int(starts[Int(key.index) + 1])]
  }
}
