/// Leads every form of a Swedish word to the same stem: *nämnderna*, *nämndens* and *nämnd* to `namnd`.
///
/// It only reads the table of `StemmingRules`, as the script of the search page does. A stem need be no word.
struct Stemmer: Sendable {
  private struct Rule {
    let isWhole: Bool
    let ending: [UInt8]
    let replacement: [UInt8]
  }

  private struct Step {
    let least: Int
    /// By the last letter of the ending, the longest first.
    var rules: [[Rule]]
  }

  private let steps: [Step]
  private static let passes = 4

  static let swedish = Stemmer(StemmingRules.table)

  init(_ table: String) {
    let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: " ")
    steps = lines.split(separator: "|").map { text in
      let parts = text.split(separator: " ")
      var step = Step(least: parts.first.flatMap { Int($0) } ?? 0, rules: Array(repeating: [], count: 256))
      for part in parts.dropFirst() {
        let isWhole = part.first == "^"
        let sides = (isWhole ? part.dropFirst() : part).split(separator: ">", omittingEmptySubsequences: false)
        let rule = Rule(
          isWhole: isWhole, ending: Array(sides[0].utf8), replacement: sides.count > 1 ? Array(sides[1].utf8) : [])
        step.rules[Int(rule.ending.last ?? 0)].append(rule)
      }
      for letter in step.rules.indices { step.rules[letter].sort { $0.ending.count > $1.ending.count } }
      return step
    }
  }

  /// The stem of a folded word. Numbers, and words with digits in them, are their own.
  func stem(_ folded: [UInt8]) -> [UInt8] {
    if folded.contains(where: Letters.isDigit) { return folded }
    var word = folded
    for _ in 0..<Stemmer.passes {
      let before = word
      for step in steps {
        guard let last = word.last, let rule = step.rules[Int(last)].first(where: { fits($0, step.least, word) }) else {
          continue
        }
        word.removeLast(rule.ending.count)
        word += rule.replacement
        if rule.isWhole { return word }
      }
      if word == before { break }
    }
    return word
  }

  private func fits(_ rule: Rule, _ least: Int, _ word: [UInt8]) -> Bool {
    let rest = word.count - rule.ending.count
    guard rest >= 0, rule.isWhole ? rest == 0 : rest + rule.replacement.count >= least else { return false }
    guard word[rest...].elementsEqual(rule.ending) else { return false }
    return rule.isWhole || word[..<rest].contains(where: Letters.isVowel) || rule.replacement.contains(where: Letters.isVowel)
  }

  /// A word's stem with its å, ä and ö, as the index keeps it: `lån` and `län` are two terms.
  func term(_ word: [UInt8]) -> [UInt8] {
    let stem = stem(Letters.folded(word))
    var term = stem
    for i in term.indices where i < word.count {
      guard Letters.folded(word[i]) == stem[i] else { break }
      term[i] = word[i]
    }
    return term
  }
}
