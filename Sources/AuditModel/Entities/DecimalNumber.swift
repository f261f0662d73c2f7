/// A number with as many decimals as it was written with: `1 234,5`. Never a binary fraction, so nothing is lost or added.
public struct DecimalNumber: Sendable, Hashable {
  /// The number without its decimal mark: 12345 for `1 234,5`.
  public var digits: Int
  public var decimals: Int

  /// What a chart can still reckon with in whole numbers.
  public static let limit = 100_000_000_000_000

  public init(_ digits: Int, decimals: Int = 0) {
    self.digits = digits
    self.decimals = decimals
  }

  /// A number as Swedes or programs write it: `12 345,5`, `-3.2`, `45 %`. Nil for anything else, and for what is out of all
  /// measure.
  ///
  /// Of commas and points the last is the decimal mark, unless it stands more than once. Others stand between thousands.
  public init?(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.last == "%" { scalars.removeLast() }
    while let last = scalars.last, Self.isBlank(last) { scalars.removeLast() }
    var isNegative = false
    if let sign = scalars.first, sign == "-" || sign == "−" || sign == "+" {
      isNegative = sign != "+"
      scalars.removeFirst()
    }
    let last = scalars.last { $0 == "," || $0 == "." }
    let decimalMark = last.flatMap { mark in scalars.count { $0 == mark } == 1 ? mark : nil }
    var (digits, decimals, isFraction) = (0, 0, false)
    // How many digits stand in each group of thousands.
    var groups = [0]
    for scalar in scalars {
      switch scalar {
      case "0"..."9":
        digits = digits * 10 + Int(scalar.value) - 48
        if isFraction { decimals += 1 } else { groups[groups.count - 1] += 1 }
        guard digits <= Self.limit else { return nil }
      case _ where scalar == decimalMark: isFraction = true
      case ",", ".", " ", "\u{A0}", "\u{202F}", "\u{2009}":
        if isFraction { return nil }
        groups.append(0)
      default: return nil
      }
    }
    guard groups[0] > 0, groups.count == 1 || groups[0] <= 3, groups.dropFirst().allSatisfy({ $0 == 3 }), decimals <= 9 else {
      return nil
    }
    self.init(isNegative ? -digits : digits, decimals: decimals)
  }

  /// The number without its mark, written with more decimals; nil where that is out of all measure.
  public func digits(decimals wanted: Int) -> Int? {
    var digits = digits
    for _ in decimals..<max(decimals, wanted) {
      digits *= 10
      guard abs(digits) <= Self.limit else { return nil }
    }
    return digits
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// As programs write it: `-1234.5`.
  public var description: String {
    let text = NumberStyle(group: "", decimalMark: ".").text(self)
    return digits < 0 ? "-" + text.dropFirst() : text
  }
}

/// How a language writes numbers.
public struct NumberStyle: Sendable, Hashable {
  /// Between thousands.
  public var group: String
  public var decimalMark: String

  public init(group: String, decimalMark: String) {
    self.group = group
    self.decimalMark = decimalMark
  }

  /// `1 234,5`, with spaces that do not break.
  public static let swedish = NumberStyle(group: "\u{A0}", decimalMark: ",")

  /// A number with its minus sign, its thousands apart.
  public func text(_ number: DecimalNumber) -> String {
    let figures = Array(String(number.digits.magnitude).utf8)
    let padded = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, number.decimals + 1 - figures.count)) + figures
    let whole = padded.dropLast(number.decimals)
    var text = number.digits < 0 ? "−" : ""
    for (place, figure) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { text += group }
      text.unicodeScalars.append(Unicode.Scalar(figure))
    }
    guard number.decimals > 0 else { return text }
    return text + decimalMark + String(decoding: padded.suffix(number.decimals), as: UTF8.self)
  }
}
