import Diagnostics

/// Finds what scanning leaves in a text and no writer writes: `fér`, `k0mmun`, `nÃ¤mnd`, `kommun- styrelsen`, `Sida 2 av 5`.
struct ScanningMarks {
  private let text: DocumentText
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: DocumentText, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.bytes = bytes
  }

  mutating func scan() {
    for word in text.words.words where word.hasAccent { checkLetters(of: word) }
    for block in text.outline.blocks where block.kind == .paragraph { scan(block.range) }
  }

  private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
  private func isLower(_ index: Int) -> Bool {
    let byte = byte(index)
    return byte >= 0x61 && byte <= 0x7A || byte == 0xC3 && self.byte(index + 1) >= 0x9F
      || byte >= 0x9F && byte < 0xC0 && self.byte(index - 1) == 0xC3
  }
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// é stands at the end of Swedish words, never near their beginning before an r, n, l or t (*idé*, *kommitté*; but *fér*,
  /// *éver*).
  private mutating func checkLetters(of word: BodyWords.Word) {
    let range = word.range
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      defer { index += 1 }
      guard bytes[index] == 0xC3 else { continue }
      let second = bytes[index + 1]
      if second == 0x83 || second == 0x82 {
        // UTF-8 read as something else.
        report(range, Wording(sv: "Sönderläst bokstav", en: "Garbled letter"))
        return
      }
      guard second == 0xA9, !word.isCapital, index - range.lowerBound <= 1, index + 2 < range.upperBound, isLower(index + 2)
      else {
        continue
      }
      let written = text.file.text(in: range)
      if range.count > 5, !(bytes[index + 2] == UInt8(ascii: "r") && index - range.lowerBound == 1) { continue }
      let meant = index - range.lowerBound == 1 && written == "fér" ? "för" : nil
      report(range, Wording(sv: "\(written) är inget svenskt ord", en: "\(written) is no Swedish word"), meant: meant)
      return
    }
  }

  private mutating func report(_ range: Range<Int>, _ message: Wording, meant: String? = nil) {
    diagnostics.append(.scanningLeftover(message, meant: meant, at: text.place(range)))
  }

  private mutating func scan(_ range: Range<Int>) {
    var lineStart = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "-"): checkHyphen(at: index, in: range)
      case UInt8(ascii: "0"), UInt8(ascii: "1"): checkDigit(at: index)
      case UInt8(ascii: "\n"):
        checkLine(lineStart..<index)
        lineStart = index + 1
      default: break
      }
      index += 1
    }
    checkLine(lineStart..<range.upperBound)
  }

  // MARK: Hyphenation

  /// What may follow a hyphen and a space: `för- och nackdelar`.
  private static let joining: [[UInt8]] = [
    "och", "eller", "samt", "respektive", "resp", "till", "men", "liksom", "kontra", "alternativt", "som", "and", "or", "to",
  ].map { Array($0.utf8) }

  private mutating func checkHyphen(at hyphen: Int, in range: Range<Int>) {
    guard hyphen > range.lowerBound + 1, isLower(hyphen - 1), isLower(hyphen - 2) else { return }
    var next = hyphen + 1
    while next < range.upperBound, bytes[next] <= 0x20 || bytes[next] == UInt8(ascii: ">") { next += 1 }
    guard next > hyphen + 1, next + 1 < range.upperBound, isLower(next) else { return }
    var end = next
    while end < range.upperBound, isLower(end) { end += 1 }
    guard end - next > 1, !Self.joining.contains(where: { bytes[next..<end].elementsEqual($0) }) else { return }
    var start = hyphen
    while start > range.lowerBound, bytes[start - 1] | 0x20 >= 0x61 && bytes[start - 1] | 0x20 <= 0x7A || bytes[start - 1] >= 0x80
    {
      start -= 1
    }
    let joined = text.file.text(in: start..<hyphen) + text.file.text(in: next..<end)
    report(
      start..<end, Wording(sv: "\(joined) är avstavat inne i texten", en: "\(joined) is hyphenated inside the text"),
      meant: joined)
  }

  // MARK: Digits in words

  /// `k0mmun`: a nought or a one with two small letters on one side and one on the other.
  private mutating func checkDigit(at index: Int) {
    guard isLower(index - 1), isLower(index + 1), isLower(index - 2) || isLower(index + 3) || isLower(index + 2) else { return }
    var start = index
    var end = index + 1
    func isPart(_ index: Int) -> Bool {
      isLower(index) || isDigit(byte(index)) || byte(index) | 0x20 >= 0x61 && byte(index) | 0x20 <= 0x7A
    }
    while isPart(start - 1), index - start < 40 { start -= 1 }
    while isPart(end), end - index < 40 { end += 1 }
    // Names of files, addresses and ids have digits; so have words with several.
    let around = [byte(start - 1), byte(end)]
    guard end - start >= 5, bytes[start..<end].count(where: isDigit) == 1,
      !around.contains(where: { [0x2F, 0x2E, 0x5F, 0x2D, 0x40, 0x60, 0x23].contains($0) && $0 != 0x2E || $0 == 0x3A }),
      byte(end) != UInt8(ascii: ".") || !isLower(end + 1)
    else { return }
    report(
      start..<end,
      Wording(
        sv: "Siffra inne i ordet \(text.file.text(in: start..<end))", en: "Digit in the word \(text.file.text(in: start..<end))"))
  }

  // MARK: Page headers

  /// A line that is a page's number, or that ends in one: `3`, `- 3 -`, `Sida 2 av 5`, `Borås Stad 2021-11-12 3(3)`.
  private mutating func checkLine(_ range: Range<Int>) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    guard lower < upper, upper - lower <= 80,
      isDigit(bytes[upper - 1]) || bytes[upper - 1] == UInt8(ascii: ")") || bytes[upper - 1] == 0x2D
    else { return }
    let line = Array(bytes[lower..<upper])
    guard PageHeader.isOne(line) else { return }
    report(lower..<upper, Wording(sv: "Sidnummer eller sidhuvud i texten", en: "Page number or page header inside the text"))
  }
}

/// What a page's number looks like where a page began or ended.
enum PageHeader {
  static func isOne(_ line: [UInt8]) -> Bool {
    let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
    func number(_ word: some Collection<UInt8>) -> Int? {
      word.count <= 3 && !word.isEmpty && word.allSatisfy { $0 &- 0x30 < 10 } ? word.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    func inBrackets(_ word: ArraySlice<UInt8>) -> Int? {
      word.first == 0x28 && word.last == 0x29 ? number(word.dropFirst().dropLast()) : nil
    }
    guard let last = words.last else { return false }
    // 3(3), 3 (3)
    if let open = last.firstIndex(of: 0x28), let page = number(last[..<open]), let all = inBrackets(last[open...]) {
      return page >= 1 && page <= all && all > 1
    }
    if words.count >= 2, let all = inBrackets(last), let page = number(words[words.count - 2]) {
      return page >= 1 && page <= all && all > 1
    }
    let first = String(decoding: words[0], as: UTF8.self).lowercased()
    if ["sida", "sid", "sid.", "page"].contains(first) {
      if words.count == 2 { return number(last) != nil }
      return words.count == 4 && number(words[1]) != nil && number(last) != nil
    }
    // - 3 -
    return words.count == 3 && words[0].elementsEqual([0x2D]) && last.elementsEqual([0x2D]) && number(words[1]) != nil
  }
}
