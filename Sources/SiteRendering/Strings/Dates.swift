import AuditModel

extension Strings {
  /// `16 april 2021`, `april 2021` or `2021`, as precise as the date is, without its doubt.
  func date(_ date: EDTFDate) -> String {
    var text = ""
    text.reserveCapacity(24)
    if let day = date.day {
      text += String(day)
      text += " "
    }
    if let month = date.month {
      text += months[month - 1]
      text += " "
    }
    text += String(date.year)
    return text
  }

  func date(_ day: Day) -> String { date(EDTFDate(day)) }

  /// `den 16 april 2021`, `april 2021 (osäkert)`: a date as it stands in a sentence.
  func dayInSentence(_ date: EDTFDate) -> String {
    let words = date.day == nil ? self.date(date) : text(.dateDay, ["date": .text(self.date(date))])
    return doubt(date).map { "\(words) (\($0))" } ?? words
  }

  /// The doubt in words, for beside a date; nil where there is none.
  func doubt(_ date: EDTFDate) -> String? {
    if date.isUncertain { return text(.dateUncertain) }
    if date.isApproximate { return text(.dateApproximate) }
    return nil
  }
}

extension EDTFDate {
  /// What the `datetime` attribute takes: the date without its doubt.
  var machine: String { notation(withDoubt: false) }
}
