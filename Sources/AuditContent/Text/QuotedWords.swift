/// The words of a text in which quotations are looked for: word for word, or nearly.
struct QuotedWords {
  private let words: [BodyWords.Word]
  /// One bit for each pair of neighbouring words, to see quickly what cannot be there.
  private var pairs = [UInt64](repeating: 0, count: 128)

  /// Words that may still be looked at: far more than any document needs, few enough for a strange one to do no harm.
  private var budget = 50_000_000

  init(_ words: [BodyWords.Word]) {
    self.words = words
    for index in words.indices.dropFirst() {
      let bit = Self.pair(words[index - 1].hash, words[index].hash)
      pairs[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  private static func pair(_ a: UInt64, _ b: UInt64) -> Int {
    let mixed = (a &* 31 &+ b) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 51)
  }

  /// Where the text has exactly these words.
  mutating func exactly(_ quotation: [BodyWords.Word]) -> Range<Int>? {
    guard let first = quotation.first?.hash, words.count >= quotation.count, knownPairs(quotation) == quotation.count - 1 else {
      return nil
    }
    budget -= words.count
    for start in 0...words.count - quotation.count where words[start].hash == first {
      var index = 1
      while index < quotation.count, words[start + index].hash == quotation[index].hash { index += 1 }
      budget -= index
      guard budget > 0 else { return nil }
      if index == quotation.count { return start..<start + index }
    }
    return nil
  }

  /// Where the text has nearly these words, at least four in five of them in a stretch as long; nil where it has not, or
  /// where they are too few to tell.
  mutating func nearly(_ quotation: [BodyWords.Word]) -> Range<Int>? {
    let count = quotation.count
    guard budget > 0 else { return nil }
    guard count >= 8, words.count >= count * 4 / 5, knownPairs(quotation) * 2 >= count - 1 else { return nil }
    budget -= words.count
    return stretch(quotation)
  }

  /// How many pairs of neighbouring words the text may have too.
  private func knownPairs(_ quotation: [BodyWords.Word]) -> Int {
    quotation.indices.dropFirst().count { index in
      let bit = Self.pair(quotation[index - 1].hash, quotation[index].hash)
      return pairs[bit >> 6] & 1 << UInt64(bit & 63) != 0
    }
  }

  /// The stretch with most of the words, counted as a window moves over the text.
  private func stretch(_ quotation: [BodyWords.Word]) -> Range<Int>? {
    var size = 16
    while size < quotation.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    // How many more of each word the window may have.
    var left = [Int32](repeating: 0, count: size)
    func slot(_ hash: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 31) & (size - 1)
      while keys[slot] != hash && keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      return slot
    }
    for word in quotation {
      let slot = slot(word.hash)
      keys[slot] = word.hash
      left[slot] += 1
    }
    let width = min(words.count, quotation.count)
    var shared = 0
    var best = (shared: 0, end: 0)
    for end in words.indices {
      let entering = slot(words[end].hash)
      if keys[entering] != 0 {
        left[entering] -= 1
        if left[entering] >= 0 { shared += 1 }
      }
      if end >= width {
        let leaving = slot(words[end - width].hash)
        if keys[leaving] != 0 {
          left[leaving] += 1
          if left[leaving] > 0 { shared -= 1 }
        }
      }
      if shared > best.shared { best = (shared, end + 1) }
    }
    guard best.shared * 5 >= quotation.count * 4 else { return nil }
    return max(0, best.end - width)..<best.end
  }
}
