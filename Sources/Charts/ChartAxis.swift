import AuditModel

/// A share of a picture's width or height, in hundredths of a per cent: whole numbers give the same bytes everywhere.
struct Permyriad: Hashable, Comparable {
  var hundredths: Int

  init(_ hundredths: Int) { self.hundredths = hundredths }

  static let all = Permyriad(10_000)

  static func < (a: Permyriad, b: Permyriad) -> Bool { a.hundredths < b.hundredths }

  /// `12.5%`, for an attribute.
  var text: String {
    let fraction = hundredths % 100
    guard fraction != 0 else { return "\(hundredths / 100)%" }
    if fraction % 10 == 0 { return "\(hundredths / 100).\(fraction / 10)%" }
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
  }
}

/// An axis of numbers that always has zero on it, with round numbers at its lines.
struct ChartAxis: Equatable {
  /// In whole units of the last decimal.
  let low: Int
  let high: Int
  let step: Int
  let decimals: Int

  private static let intervals = 3

  init(_ digits: [Int], decimals: Int) {
    let low = min(0, digits.min() ?? 0)
    let high = max(0, digits.max() ?? 0)
    let least = max(1, (high - low + Self.intervals - 1) / Self.intervals)
    var power = 1
    while power * 10 <= least { power *= 10 }
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= least } ?? power * 10
    self.step = step
    self.low = -((-low + step - 1) / step) * step
    self.high = max(low < 0 ? 0 : step, (high + step - 1) / step * step)
    self.decimals = decimals
  }

  /// An axis without lines, which ends where the numbers do.
  init(exactly digits: [Int], decimals: Int) {
    low = min(0, digits.min() ?? 0)
    high = max(low < 0 ? 0 : 1, digits.max() ?? 0)
    step = high - low
    self.decimals = decimals
  }

  /// From the lowest to the highest.
  var ticks: [Int] { Array(stride(from: low, through: high, by: step)) }

  /// How far from the low end a number stands.
  func place(_ digits: Int) -> Permyriad { Permyriad((digits - low) * 10_000 / (high - low)) }

  func text(_ digits: Int, _ style: NumberStyle) -> String {
    // Lines stand at round numbers: what is only zeros after the mark is left out.
    var (digits, decimals) = (digits, decimals)
    while decimals > 0, ticks.allSatisfy({ $0 % Self.power(self.decimals - decimals + 1) == 0 }) {
      digits /= 10
      decimals -= 1
    }
    return style.text(DecimalNumber(digits, decimals: decimals))
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { result, _ in result * 10 } }
}
