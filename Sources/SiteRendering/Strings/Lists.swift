extension Strings {
  /// Words in a row, with the language's word before the last: `a, b och c`.
  func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return text(.listLast, ["first": .text(words.dropLast().joined(separator: ", ")), "last": .text(last)])
  }
}

extension Array where Element: Hashable {
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
