/// Numbers as printable characters, small ones as one: the postings of the index, in files that a script can read.
///
/// A digit is one of the 91 characters from `#` to `~` but the backslash. Digits below 64 stand for themselves, the next 22 begin
/// a number of two digits, four more one of three, and the last a number of five.
struct NumberText {
  private(set) var bytes: [UInt8] = []

  static let base = 91
  static let two = 64
  static let three = 86
  static let five = 90
  static let fromTwo = 64
  static let fromThree = fromTwo + (three - two) * base
  static let fromFive = fromThree + (five - three) * base * base
  /// The largest number and one.
  static let end = fromFive + base * base * base * base

  private mutating func digit(_ digit: Int) {
    let code = UInt8(truncatingIfNeeded: digit + 35)
    bytes.append(code < 92 ? code : code + 1)
  }

  mutating func append(_ number: Int) {
    precondition(number >= 0 && number < NumberText.end)
    let base = NumberText.base
    if number < NumberText.fromTwo { return digit(number) }
    if number < NumberText.fromThree {
      let rest = number - NumberText.fromTwo
      digit(NumberText.two + rest / base)
      return digit(rest % base)
    }
    if number < NumberText.fromFive {
      let rest = number - NumberText.fromThree
      digit(NumberText.three + rest / (base * base))
      digit(rest / base % base)
      return digit(rest % base)
    }
    let rest = number - NumberText.fromFive
    digit(NumberText.five)
    digit(rest / (base * base * base))
    digit(rest / (base * base) % base)
    digit(rest / base % base)
    digit(rest % base)
  }

  /// Numbers by how much each is above the one before (twice that) or below (twice that, less one).
  mutating func append(differences numbers: some Sequence<Int>) {
    var last = 0
    for number in numbers {
      append(number >= last ? 2 * (number - last) : 2 * (last - number) - 1)
      last = number
    }
  }

  /// A word of `Letters`, as UTF-8.
  mutating func append(word: some Sequence<UInt8>) {
    for letter in word {
      if letter < 0x80 {
        bytes.append(letter)
      } else {
        bytes.append(0xC0 | letter >> 6)
        bytes.append(0x80 | letter & 0x3F)
      }
    }
  }

  /// A word by what it shares with the one before, and the rest.
  mutating func append(word: [UInt8], after before: [UInt8]) {
    let shared = zip(before, word).prefix { $0 == $1 }.count
    append(shared)
    append(word.count - shared)
    append(word: word[shared...])
  }

  mutating func append(raw other: some Sequence<UInt8>) { bytes += other }
}
