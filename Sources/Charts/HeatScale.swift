/// Which shade stands for a count in a heat table: at most four, so that each is told from the next, and none for zero.
public struct HeatScale: Sendable, Equatable {
  /// The highest count in the table.
  public let most: Int

  public static let shades = 4

  public init(most: Int) { self.most = most }

  /// From 1, the lightest, to 4; nil for zero.
  public func shade(of count: Int) -> Int? {
    guard count > 0 else { return nil }
    return most <= Self.shades ? min(count, most) : min(Self.shades, (count * Self.shades + most - 1) / most)
  }

  /// The counts that each shade stands for, from the lightest.
  public var counts: [ClosedRange<Int>] {
    guard most > 0 else { return [] }
    return (1...Self.shades).compactMap { shade in
      let low = most <= Self.shades ? shade : (shade - 1) * most / Self.shades + 1
      let high = most <= Self.shades ? shade : shade * most / Self.shades
      return low <= high && high <= most ? low...high : nil
    }
  }
}
