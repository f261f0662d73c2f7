/// A date as precise as its document: a year, a month or a day, perhaps uncertain (`?`) or approximate (`~`).
///
/// The notation is EDTF (ISO 8601-2, level 1): `2021`, `2021-03`, `2021-03-23`, `2021-11-12?`, `2018~`, `2018%` for both.
public struct EDTFDate: Hashable, Sendable {
  public let year: Int16
  /// 1 to 12, or nil where only the year is known.
  public var month: Int? { packedMonth == 0 ? nil : Int(packedMonth) }
  /// 1 to 31, or nil where only the month or the year is known.
  public var day: Int? { packedDay == 0 ? nil : Int(packedDay) }
  public let isUncertain: Bool
  public let isApproximate: Bool

  private let packedMonth: UInt8
  private let packedDay: UInt8

  /// Nil where the calendar has no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, isUncertain: Bool = false, isApproximate: Bool = false) {
    guard (1...9999).contains(year), Day(year: year, month: month ?? 1, day: day ?? 1) != nil, month != nil || day == nil else {
      return nil
    }
    self.year = Int16(year)
    self.packedMonth = UInt8(month ?? 0)
    self.packedDay = UInt8(day ?? 0)
    self.isUncertain = isUncertain
    self.isApproximate = isApproximate
  }

  public init(_ day: Day) {
    let (year, month, day) = day.components
    self.year = Int16(truncatingIfNeeded: year)
    self.packedMonth = UInt8(month)
    self.packedDay = UInt8(day)
    self.isUncertain = false
    self.isApproximate = false
  }

  /// Reads the notation above; nil where the text is something else or no such day exists.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    var uncertain = false
    var approximate = false
    switch bytes.last {
    case UInt8(ascii: "?"): uncertain = true
    case UInt8(ascii: "~"): approximate = true
    case UInt8(ascii: "%"): (uncertain, approximate) = (true, true)
    default: break
    }
    if uncertain || approximate { bytes.removeLast() }
    guard [4, 7, 10].contains(bytes.count) else { return nil }
    var numbers: [Int] = []
    var number = 0
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        numbers.append(number)
        number = 0
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    numbers.append(number)
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil,
      isUncertain: uncertain, isApproximate: approximate)
  }

  /// Whether it names one day for certain, so that days can be counted from it.
  public var isExact: Bool { packedDay != 0 && !isUncertain && !isApproximate }

  public var firstDay: Day {
    Day(year: Int(year), month: month ?? 1, day: day ?? 1) ?? Day(number: 0)
  }

  /// The last day it can mean: what counts where order matters (DOMAIN: dates).
  public var lastDay: Day {
    let month = month ?? 12
    return Day(year: Int(year), month: month, day: day ?? Day.daysIn(month: month, of: Int(year))) ?? Day(number: 0)
  }

  /// Whether `asOf` lies after every day it can mean.
  public func isPast(asOf: Day) -> Bool { lastDay < asOf }
}

extension EDTFDate: CustomStringConvertible {
  /// The notation it was read from.
  public var description: String { notation(withDoubt: true) }

  /// The notation, perhaps without the sign for what is uncertain or approximate.
  public func notation(withDoubt: Bool) -> String {
    // One piece of text at once: every page has some dates, every table a column of them.
    String(unsafeUninitializedCapacity: 11) { bytes in
      var count = 0
      func digits(_ number: Int, _ width: Int) {
        var rest = number
        for place in (count..<count + width).reversed() {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        count += width
      }
      func sign(_ sign: Unicode.Scalar) {
        bytes[count] = UInt8(ascii: sign)
        count += 1
      }
      digits(Int(year), 4)
      if packedMonth != 0 {
        sign("-")
        digits(Int(packedMonth), 2)
      }
      if packedDay != 0 {
        sign("-")
        digits(Int(packedDay), 2)
      }
      switch (withDoubt && isUncertain, withDoubt && isApproximate) {
      case (true, true): sign("%")
      case (true, false): sign("?")
      case (false, true): sign("~")
      case (false, false): break
      }
      return count
    }
  }
}
