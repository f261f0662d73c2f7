/// Finds the personal and co-ordination numbers in a text, as people write them: with ten or twelve digits, with any dash, a
/// plus, spaces or nothing, the date with or without hyphens, broken over two lines.
///
/// Since a hit stops publication and cannot be silenced, date and check digit must both be right, and what is a date and a time,
/// a period, a sum of money or a telephone number by its looks is left alone. Takes time in proportion to the text.
struct PersonalNumberScan {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Calls `found` with the bytes of each, in order.
  func each(_ found: (Range<Int>) -> Void) {
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      // The digits of %20 are no part of the number after it.
      let start = index > 0 && bytes[index - 1] == UInt8(ascii: "%") ? min(index + 2, bytes.count) : index
      let length = run(at: start)
      if let end = match(at: start, length) {
        found(start..<end)
        index = end
      } else {
        index = max(start + length, index + 1)
      }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

  private func run(at start: Int) -> Int {
    var end = start
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end - start
  }

  private func number(at start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Where the number that begins here ends.
  private func match(at start: Int, _ length: Int) -> Int? {
    switch length {
    case 12, 10: return matchUndivided(at: start, length)
    case 8, 6: return matchDivided(at: start, length)
    case 4, 2: return matchWrittenDate(at: start, length)
    default: return nil
    }
  }

  /// `199001012384`, `9001012384`.
  private func matchUndivided(at start: Int, _ length: Int) -> Int? {
    let end = start + length
    let date = number(at: end - 10, 6)
    let year = length == 12 ? number(at: start, 4) : nil
    guard PersonalNumber(year: year, date: date, last: number(at: end - 4, 4)).isPlausible, !continues(at: end),
      !isLetter(byte(end)), !isLetter(byte(start - 1)) || endsInNumberSign(start)
    else { return nil }
    switch byte(start - 1) {
    case UInt8(ascii: "+"): return nil
    case UInt8(ascii: "."), UInt8(ascii: ":"): if isDigit(byte(start - 2)) { return nil }
    default: break
    }
    // What a web address has in it is mostly the number of something else.
    if length == 10, isInAddress(start) || byte(start) == UInt8(ascii: "0") && isCalledTelephone(start) { return nil }
    return end
  }

  /// `19900101-2384`, `900101+2384`, `900101 2384`.
  private func matchDivided(at start: Int, _ length: Int) -> Int? {
    guard let separator = NumberSeparator(in: bytes, at: start + length), run(at: separator.end) == 4 else { return nil }
    let last = number(at: separator.end, 4)
    let number = PersonalNumber(
      year: length == 8 ? number(at: start, 4) : nil, date: number(at: start + length - 6, 6), last: last)
    let end = separator.end + 4
    guard number.isPlausible, !(separator.hasBlanks && continues(at: end)), !isMoney(end) else { return nil }
    // 20210323–2022 is a period, 20210323_1430 a time.
    if separator.isLongDash || separator.mark == UInt8(ascii: "_"), let year = number.year, year >= 1990 {
      if isYear(last) || separator.mark == UInt8(ascii: "_") && isTime(last) { return nil }
    }
    return end
  }

  /// `1990-01-01-2384`, `90.01.01-2384`.
  private func matchWrittenDate(at start: Int, _ length: Int) -> Int? {
    guard let first = NumberSeparator(in: bytes, at: start + length), !first.hasLineBreak, run(at: first.end) == 2,
      let second = NumberSeparator(in: bytes, at: first.end + 2), !second.hasLineBreak, second.mark == first.mark,
      run(at: second.end) == 2, let separator = NumberSeparator(in: bytes, at: second.end + 2), run(at: separator.end) == 4
    else { return nil }
    let year = number(at: start, length)
    let date = year % 100 * 10_000 + number(at: first.end, 2) * 100 + number(at: second.end, 2)
    let last = number(at: separator.end, 4)
    let end = separator.end + 4
    guard PersonalNumber(year: length == 4 ? year : nil, date: date, last: last).isPlausible, !isMoney(end) else { return nil }
    // 08 12 12 12 34 is a telephone number.
    if length == 2, first.isBlank, byte(start) == UInt8(ascii: "0") { return nil }
    if separator.hasBlanks || separator.isLongDash {
      // A date and a year, a time, or another date.
      let isRecent = length == 4 ? year >= 1990 : year < 40
      if continues(at: end) || isRecent && (isYear(last) || isTime(last)) { return nil }
    }
    return end
  }

  private func isYear(_ number: Int) -> Bool { (1900...2099).contains(number) }

  private func isTime(_ number: Int) -> Bool { number / 100 < 24 && number % 100 < 60 }

  /// Whether more digits of the same number follow: a decimal, a time, a date.
  private func continues(at end: Int) -> Bool {
    switch byte(end) {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "/"): isDigit(byte(end + 1))
    case 0xE2: byte(end + 1) == 0x80 && isDigit(byte(end + 3))
    default: false
    }
  }

  private func isMoney(_ end: Int) -> Bool {
    let rest = bytes[end...].prefix(8).drop { $0 == UInt8(ascii: " ") || $0 == 0xC2 || $0 == 0xA0 }
    return ["kr", "tkr", "mnkr", "mkr", "SEK"].contains { rest.starts(with: $0.utf8) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0xC3 && byte <= 0xC5 }

  /// `pnr9001012384`
  private func endsInNumberSign(_ start: Int) -> Bool {
    start >= 2 && bytes[start - 1] | 0x20 == UInt8(ascii: "r") && bytes[start - 2] | 0x20 == UInt8(ascii: "n")
  }

  /// Whether the word that the digits stand in is a web address, where any number may be an id.
  private func isInAddress(_ start: Int) -> Bool {
    var index = start
    while index > 2, start - index < 400, bytes[index - 1] > 0x20 {
      index -= 1
      if bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "/"), bytes[index - 2] == UInt8(ascii: ":") {
        return true
      }
    }
    return false
  }

  private func isCalledTelephone(_ start: Int) -> Bool {
    let before = bytes[max(0, start - 16)..<start].map { $0 | 0x20 }
    return ["tel", "mob", "fax", "sms", "xel", "phone"].contains { word in
      before.indices.contains { before[$0...].starts(with: word.utf8) }
    }
  }
}
