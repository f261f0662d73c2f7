/// The letters of words that are searched for: small, a byte each, with å, ä and ö as in Latin 1.
///
/// Other letters with marks lose them (é is e); a letter of another alphabet becomes `u` and its number, so that it is found too.
enum Letters {
  static let aRing: UInt8 = 0xE5
  static let aDots: UInt8 = 0xE4
  static let oDots: UInt8 = 0xF6

  /// Without marks: å and ä are a, ö is o.
  static func folded(_ letter: UInt8) -> UInt8 {
    switch letter {
    case aRing, aDots: UInt8(ascii: "a")
    case oDots: UInt8(ascii: "o")
    default: letter
    }
  }

  static func folded(_ word: some Sequence<UInt8>) -> [UInt8] { word.map(folded) }

  static func isDigit(_ letter: UInt8) -> Bool { letter &- 0x30 < 10 }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
    default: false
    }
  }

  /// Latin 1 from U+00C0 on as small letters without marks other than those of å, ä and ö; 0 for what is no letter.
  static let latin1: [UInt8] = Array(
    [
      "aaa", "a\u{E4}\u{E5}\u{E4}", "ceeeeiiii", "dnoooo\u{F6}", "\0", "\u{F6}uuuuy", "ts",
      "aaa", "a\u{E4}\u{E5}\u{E4}", "ceeeeiiii", "dnoooo\u{F6}", "\0", "\u{F6}uuuuy", "ty",
    ].joined().unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })

  /// A word of this alphabet as text.
  static func text(_ word: some Sequence<UInt8>) -> String {
    var text = ""
    for letter in word { text.unicodeScalars.append(Unicode.Scalar(letter)) }
    return text
  }

  /// The words of a text, in order.
  static func words(of text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var text = text
    text.withUTF8 { bytes in forEachWord(of: bytes) { words.append(Array($0)) } }
    return words
  }

  /// Calls `body` with every word of a text in UTF-8, in order. The word is gone when it returns.
  @inline(__always)
  static func forEachWord(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    // What is longest: two bytes that are three letters of another alphabet as small ones, each six long.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 9 * bytes.count + 1) { word in
      var length = 0
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if byte < 0x80 {
          i += 1
          let small = byte | 0x20
          if small &- 0x61 < 26 || isDigit(byte) {
            word[length] = small
            length += 1
          } else if length > 0 {
            body(UnsafeBufferPointer(rebasing: word[..<length]))
            length = 0
          }
          continue
        }
        let (value, size) = scalar(of: bytes, at: i)
        i += size
        if !append(value, to: word, &length), length > 0 {
          body(UnsafeBufferPointer(rebasing: word[..<length]))
          length = 0
        }
      }
      if length > 0 { body(UnsafeBufferPointer(rebasing: word[..<length])) }
    }
  }

  /// Lets a character that is not of ASCII go on with a word; returns whether the word goes on.
  private static func append(_ value: UInt32, to word: UnsafeMutableBufferPointer<UInt8>, _ length: inout Int) -> Bool {
    let last = length > 0 ? word[length - 1] : 0
    switch value {
    case 0xC0...0xFF:
      let letter = latin1[Int(value) - 0xC0]
      if letter == 0 { return false }
      word[length] = letter
      length += 1
    case 0xAD: break  // a soft hyphen
    case 0x30A: if last == UInt8(ascii: "a") { word[length - 1] = aRing }
    case 0x308:
      if last == UInt8(ascii: "a") { word[length - 1] = aDots }
      if last == UInt8(ascii: "o") { word[length - 1] = oDots }
    case 0x300...0x36F: break
    default:
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return false }
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        for letter in "u\(String(small.value, radix: 16))".utf8 {
          word[length] = letter
          length += 1
        }
      }
    }
    return true
  }

  @inline(__always)
  private static func scalar(of bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (UInt32, Int) {
    func next(_ n: Int) -> UInt32 { i + n < bytes.count ? UInt32(bytes[i + n] & 0x3F) : 0 }
    let first = UInt32(bytes[i])
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}
