/// What stands between two groups of digits that somebody wrote as one number: `-`, `+`, a space, a dash, `\-`, `&nbsp;`.
struct NumberSeparator {
  /// `-` for every kind of dash, a space where nothing else is written.
  var mark: UInt8
  var hasBlanks: Bool
  var hasLineBreak: Bool
  /// A dash as it stands between the ends of a period: –.
  var isLongDash: Bool
  /// The byte after it, a digit.
  var end: Int

  var isBlank: Bool { mark == UInt8(ascii: " ") }

  /// Nil where a digit does not follow, or what is between could not be inside a number.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    (mark, hasBlanks, hasLineBreak, isLongDash, end) = (UInt8(ascii: " "), false, false, false, start)
    var blanks = 0
    while end < bytes.count {
      let byte = bytes[end]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasBlanks = blanks > 0
        let isOne = end > start && (!isBlank || blanks > 0)
        // A point or a stroke with a space beside it ends a sentence or lists something.
        let isTight = isBlank || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") || !hasBlanks && !hasLineBreak
        guard isOne, isTight, !hasLineBreak || !isBlank, blanks <= 2 || hasLineBreak && blanks <= 40 else { return nil }
        return
      case UInt8(ascii: " "), UInt8(ascii: "\t"): blanks += 1
      case UInt8(ascii: "\n"):
        if hasLineBreak { return nil }
        hasLineBreak = true
      case UInt8(ascii: "\r"), UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "`"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ":"):
        guard isBlank else { return nil }
        mark = byte
      default:
        guard let (length, meaning) = Self.spelled(in: bytes, at: end) else { return nil }
        switch meaning {
        case .nothing: break
        case .blank: blanks += 1
        case .dash, .longDash:
          guard isBlank else { return nil }
          mark = UInt8(ascii: "-")
          isLongDash = meaning == .longDash
        case .plus:
          guard isBlank else { return nil }
          mark = UInt8(ascii: "+")
        }
        end += length - 1
      }
      end += 1
    }
    return nil
  }

  private enum Meaning { case nothing, blank, dash, longDash, plus }

  private static let spellings: [(bytes: [UInt8], meaning: Meaning)] =
    spellings(
      .blank, ["\u{A0}", "\u{2009}", "\u{202F}", "\u{2007}", "\u{2002}", "&nbsp;", "&thinsp;", "&#160;", "%20", "%C2%A0"])
    + spellings(.nothing, ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "&shy;"])
    + spellings(
      .dash,
      [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2212}", "\u{FE63}", "\u{FF0D}", "&minus;", "&hyphen;", "&#45;", "&#8209;", "%2D",
        "%2d",
      ])
    + spellings(.longDash, ["\u{2013}", "\u{2014}", "\u{2015}", "&ndash;", "&mdash;", "&#8211;", "%E2%80%93"])
    + spellings(.plus, ["%2B"])

  private static func spellings(_ meaning: Meaning, _ texts: [String]) -> [(bytes: [UInt8], meaning: Meaning)] {
    texts.map { (Array($0.utf8), meaning) }
  }

  private static func spelled(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (length: Int, meaning: Meaning)? {
    for (spelling, meaning) in spellings where bytes[start] == spelling[0] {
      if bytes[start...].starts(with: spelling) { return (spelling.count, meaning) }
    }
    return nil
  }
}
