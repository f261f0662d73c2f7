/// A Swedish personal number (*personnummer*) or co-ordination number (*samordningsnummer*): its date, its last four digits, and
/// whether they can be one.
///
/// Folkbokföringslagen (1991:481) 18 §: year, month, day, a birth number of three digits and a check digit after Luhn. In a
/// co-ordination number 60 is added to the day. Organisation numbers have 20 or more where the month stands, so none can be one.
struct PersonalNumber {
  /// Four digits, or nil where only two were written.
  var year: Int?
  /// Year in the century, month and day as one number: 900101.
  var date: Int
  /// Birth number and check digit as one number.
  var last: Int

  var isPlausible: Bool {
    if let year, !(1880...2039).contains(year) { return false }
    let month = date / 100 % 100
    let day = date % 100 > 60 ? date % 100 - 60 : date % 100
    guard (1...12).contains(month), day >= 1, day <= daysOfMonth(month), last > 9 else { return false }
    return luhnSum % 10 == 0
  }

  private func daysOfMonth(_ month: Int) -> Int {
    switch month {
    case 2: (year ?? date / 10_000) % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Every other digit counts twice, the check digit once.
  private var luhnSum: Int {
    var rest = date * 10_000 + last
    var sum = 0
    var isDoubled = false
    while rest > 0 {
      let digit = isDoubled ? rest % 10 * 2 : rest % 10
      sum += digit > 9 ? digit - 9 : digit
      isDoubled.toggle()
      rest /= 10
    }
    return sum
  }
}
