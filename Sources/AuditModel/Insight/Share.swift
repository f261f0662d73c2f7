/// So many of so many. Below five of them no per cent is shown, only the two numbers (DOMAIN: measures).
public struct Share: Sendable, Hashable {
  public var count: Int
  public var of: Int

  public init(count: Int, of: Int) {
    self.count = count
    self.of = of
  }

  public var isSmall: Bool { of < 5 }
  /// Whole per cent, halves up; nil where there are too few to say.
  public var percent: Int? { isSmall ? nil : (count * 200 + of) / (of * 2) }
}

/// The middle of some numbers, halves rounded up; nil where there are none.
func median(_ numbers: [Int]) -> Int? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  if sorted.count % 2 == 1 { return sorted[middle] }
  let sum = sorted[middle - 1] + sorted[middle]
  return sum >= 0 ? (sum + 1) / 2 : sum / 2
}
