/// The one of `candidates` that `word` was probably meant to be, or nil where none is close.
///
/// Close means: the same but for case, accents, hyphens and spaces, or at most a third of the letters (three at most)
/// changed, dropped, added or swapped, but not the opposite. Ties go to the candidate that comes first.
public func nearMiss(of word: String, among candidates: some Sequence<String>) -> String? {
  guard let word = MissedWord(word) else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word.text {
    if let distance = word.distance(to: candidate), distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// Whether a near miss may be put in a word's place unasked: R2 for R1, R3 for R3b, 2024 for 2023 or annex B for annex C is no
/// slip of the pen but another thing, and so is one of two candidates that are equally near.
public func isSlip(of near: String, for word: String, among candidates: some Sequence<String>) -> Bool {
  guard numbers(in: word) == numbers(in: near) else { return false }
  guard let word = MissedWord(word), let distance = word.distance(to: near) else { return true }
  return !candidates.contains { $0 != near && $0 != word.text && word.distance(to: $0) ?? .max <= distance }
}

public func isSlip(of near: String, for word: String) -> Bool { isSlip(of: near, for: word, among: EmptyCollection()) }

/// What tells one thing of a series from the next: digits with the letters that follow them, and letters that stand alone.
private func numbers(in text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.compactMap { part in
    if part.count == 1 { return String(part) }
    return part.firstIndex { $0.isNumber }.map { String(part.suffix(from: $0)) }
  }
}

/// A word that is no candidate, and how far it is from one.
private struct MissedWord {
  let text: String
  private let folded: [Unicode.Scalar]
  private let limit: Int

  init?(_ text: String) {
    self.text = text
    folded = fold(text)
    limit = min(3, folded.count / 3)
    if folded.isEmpty { return nil }
  }

  /// Nil where it is not close.
  func distance(to candidate: String) -> Int? {
    let other = fold(candidate)
    guard abs(other.count - folded.count) <= limit, !isOpposite(other) else { return nil }
    let distance = editDistance(folded, other, limit: limit)
    return distance <= limit ? distance : nil
  }

  /// Whether only a beginning of several letters is more in one of the two: what is not implemented, or sufficient where the
  /// other is insufficient, is the opposite.
  private func isOpposite(_ other: [Unicode.Scalar]) -> Bool {
    let (short, long) = folded.count < other.count ? (folded, other) : (other, folded)
    return long.count - short.count > 1 && long.suffix(short.count).elementsEqual(short)
  }
}

/// Letters in lower case and without accents, digits; nothing else.
private func fold(_ word: String) -> [Unicode.Scalar] {
  var folded: [Unicode.Scalar] = []
  for scalar in word.unicodeScalars.prefix(64) {
    switch scalar {
    case "å", "ä", "Å", "Ä", "á", "à": folded.append("a")
    case "ö", "Ö", "ø": folded.append("o")
    case "é", "è", "É", "ë": folded.append("e")
    case "ü", "Ü": folded.append("u")
    case "-", " ", "_": continue
    default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
  return folded
}

/// The number of letters to change, drop, add or swap with their neighbour (Damerau and Levenshtein), or more than `limit`.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var distance = min(current[j] + 1, previous[j + 1] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforePrevious[j - 1] + 1) }
      current.append(distance)
    }
    if current.min()! > limit { return limit + 1 }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
