/// Takes compounds apart into words of the collection: *integrationsarbetet* into *integrations* and *arbetet*.
///
/// A split counts where both sides are words of their own somewhere in the collection, in any form and with or without a binding
/// letter; or where one of them is and is hardly there by chance: a long last side, or a first one with the letter that binds it.
struct CompoundSplitter {
  private let known: KnownStems
  private var parts: [[UInt8]: [[UInt8]]] = [:]

  private static let leastWord = 7
  private static let leastFirst = 3
  private static let leastLast = 4
  private static let leastLastAlone = 6
  private static let leastBound = 6

  init(_ known: KnownStems) { self.known = known }

  /// The parts of a word as they stand in it, parts of parts too; none where it is no compound.
  mutating func parts(of word: [UInt8]) -> [[UInt8]] {
    guard word.count >= CompoundSplitter.leastWord, !word.contains(where: Letters.isDigit) else { return [] }
    if let parts = parts[word] { return parts }
    parts[word] = []
    guard let split = split(word) else { return [] }
    var all: [[UInt8]] = []
    let first = Array(word[..<split.at])
    let last = Array(word[split.at...])
    if split.known != .last { all.append(unbound(first)) }
    if split.known != .first { all.append(last) }
    all += parts(of: last) + parts(of: first)
    parts[word] = all
    return all
  }

  private enum Side { case both, first, last }

  /// The split with the longest last part; with two known sides before one with a known last, and that before a known first.
  private func split(_ word: [UInt8]) -> (at: Int, known: Side)? {
    let folded = Letters.folded(word)
    let whole = Stemmer.swedish.stem(folded)
    var onlyLast: Int?
    var onlyFirst: Int?
    for at in CompoundSplitter.leastFirst..<max(CompoundSplitter.leastFirst, word.count - CompoundSplitter.leastLast + 1) {
      let first = Array(folded[..<at])
      let last = Array(folded[at...])
      let stem = Stemmer.swedish.stem(last)
      let isLastKnown = whole.count > stem.count && known.contains(stem)
      if isLastKnown, isKnown(first) { return (at, .both) }
      if isLastKnown, onlyLast == nil, last.count >= CompoundSplitter.leastLastAlone { onlyLast = at }
      if CompoundSplitter.isBound(first), isKnown(first) { onlyFirst = at }
    }
    return onlyLast.map { ($0, .last) } ?? onlyFirst.map { ($0, .first) }
  }

  /// Whether a word ends as first sides do and words by themselves rarely: *integrations*, *gatu*, *kvinno*.
  private static func isBound(_ first: [UInt8]) -> Bool {
    switch first.last {
    case UInt8(ascii: "s"): first.count >= leastBound
    case UInt8(ascii: "u"), UInt8(ascii: "o"): first.count > leastFirst
    default: false
    }
  }

  private func isKnown(_ first: [UInt8]) -> Bool {
    if known.contains(Stemmer.swedish.stem(first)) { return true }
    guard let last = first.last, last == UInt8(ascii: "o") || last == UInt8(ascii: "u"), first.count > CompoundSplitter.leastFirst
    else { return false }
    return known.contains(Stemmer.swedish.stem(Array(first.dropLast())))
  }

  /// Without the binding vowel of *gatu* and *kvinno*, where that makes it a word of the collection.
  private func unbound(_ first: [UInt8]) -> [UInt8] {
    known.contains(Stemmer.swedish.stem(Letters.folded(first))) ? first : Array(first.dropLast())
  }
}
