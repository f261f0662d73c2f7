/// The one of `candidates` that `word` was probably meant to be, or nil where none is close.
///
/// Close means: the same but for case, accents, hyphens and spaces, or at most a third of the letters (three at most)
/// changed, dropped, added or swapped. Ties go to the candidate that comes first.
public func nearMiss(of word: String, among candidates: some Sequence<String>) -> String? {
  let folded = fold(word)
  guard !folded.isEmpty else { return nil }
  let limit = min(3, folded.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let other = fold(candidate)
    guard abs(other.count - folded.count) <= limit else { continue }
    let distance = editDistance(folded, other, limit: limit)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// Whether a near miss may be put in a word's place unasked: R2 for R1, or 2024 for 2023, is no slip of the pen but another
/// thing.
public func isSlip(of near: String, for word: String) -> Bool {
  func digits(_ text: String) -> [UInt8] { text.utf8.filter { (0x30...0x39).contains($0) } }
  return digits(word) == digits(near)
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
