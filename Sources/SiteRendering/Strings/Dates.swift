import AuditModel

extension Strings {
  /// `16 april 2021`, `april 2021` or `2021`, as precise as the date is, without its doubt.
  func date(_ date: EDTFDate) -> String {
    let month = date.month.map { months[$0 - 1] } ?? ""
    // One piece of text at once: there are some on every page.
    return String(unsafeUninitializedCapacity: month.utf8.count + 10) { bytes in
      var count = 0
      func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
      }
      func append(number: Int) {
        if number >= 10 { append(number: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
      }
      if let day = date.day {
        append(number: day)
        append(UInt8(ascii: " "))
      }
      if !month.isEmpty {
        for byte in month.utf8 { append(byte) }
        append(UInt8(ascii: " "))
      }
      append(number: Int(date.year))
      return count
    }
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
