import AuditModel

/// What a date that is not written as Missiv reads it was probably meant to be.
struct DateHint: Equatable {
  /// The date, where it is plain what was meant.
  var date: EDTFDate?
  /// Whether it is written rightly but the calendar has no such day.
  var isNoDay = false

  private static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  init(_ text: String) {
    var numbers: [(value: Int, digits: Int)] = []
    var words: [String] = []
    var word = ""
    var digits = ""
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
    func close() {
      if !digits.isEmpty, let value = Int(digits) { numbers.append((value, digits.utf8.count)) }
      if !word.isEmpty { words.append(word.lowercased()) }
      digits = ""
      word = ""
    }
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        if !word.isEmpty { close() }
        digits.unicodeScalars.append(scalar)
      } else if isLetter(scalar) {
        if !digits.isEmpty { close() }
        word.unicodeScalars.append(scalar)
      } else {
        close()
      }
    }
    close()
    words.removeAll { ["den", "e", "a", "th", "st", "nd", "rd", "the", "of", "ca", "cirka", "circa"].contains($0) }
    let isApproximate = text.hasPrefix("ca ") || text.hasPrefix("cirka ") || text.hasSuffix("~")
    let isUncertain = text.hasSuffix("?")
    let month = words.first.flatMap { word in
      Self.months.firstIndex { word.hasPrefix($0) } ?? ["may": 4, "oct": 9].first { word.hasPrefix($0.key) }?.value
    }
    var parts: (year: Int, month: Int?, day: Int?)?
    switch (numbers.count, words.count) {
    case (1, 0):
      if numbers[0].digits == 4 { parts = (numbers[0].value, nil, nil) }
      if numbers[0].digits == 8 {
        parts = (numbers[0].value / 10_000, numbers[0].value / 100 % 100, numbers[0].value % 100)
      }
    case (2, 0): if numbers[0].digits == 4 { parts = (numbers[0].value, numbers[1].value, nil) }
    case (3, 0):
      if numbers[0].digits == 4 { parts = (numbers[0].value, numbers[1].value, numbers[2].value) }
      // Swedish order is day, month, year; 5/12 leaves no doubt where the text says the year last.
      if numbers[2].digits == 4, numbers[0].digits <= 2 { parts = (numbers[2].value, numbers[1].value, numbers[0].value) }
    case (2, 1):
      if let month, numbers[1].digits == 4 { parts = (numbers[1].value, month + 1, numbers[0].value) }
      if let month, numbers[0].digits == 4 { parts = (numbers[0].value, month + 1, numbers[1].value) }
    case (1, 1): if let month, numbers[0].digits == 4 { parts = (numbers[0].value, month + 1, nil) }
    default: break
    }
    guard let parts else { return }
    date = EDTFDate(
      year: parts.year, month: parts.month, day: parts.day, isUncertain: isUncertain, isApproximate: isApproximate)
    isNoDay = date == nil
  }
}
