import Testing

@testable import TextDifference

/// Numbers that look random and are the same every time (Knuth's MMIX).
private struct Numbers: RandomNumberGenerator {
  private var state: UInt64 = 1
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

@Suite struct EditsTests {
  /// `=` for what both have, `-` and `+` for what one has.
  private func text(_ old: String, _ new: String, limit: Int = 100) -> String {
    let (old, new) = (Array(old), Array(new))
    return edits(from: old, to: new, limit: limit).map { edit in
      switch edit {
      case .keep(let a, let b):
        old[a] == new[b] ? "\(old[a])" : "?"
      case .remove(let a): "-\(old[a])"
      case .add(let b): "+\(new[b])"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", "", ""), ("abc", "abc", "abc"), ("", "ab", "+a+b"), ("ab", "", "-a-b"), ("abc", "axc", "a-b+xc"),
    ("abcd", "bcde", "-abcd+e"),
    ("ab", "xaby", "+xab+y"),
  ])
  func theWayIsTheShortest(old: String, new: String, way: String) { #expect(text(old, new) == way) }

  @Test func theExampleOfMyersTakesFiveChanges() {
    let way = text("abcabba", "cbabac")
    #expect(way.count { $0 == "-" || $0 == "+" } == 5)
  }

  @Test func anyWayLeadsFromTheOldToTheNew() {
    var random = Numbers()
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 0...20, using: &random)).map { _ in Int.random(in: 0...4, using: &random) }
      let new = (0..<Int.random(in: 0...20, using: &random)).map { _ in Int.random(in: 0...4, using: &random) }
      var (olds, news): ([Int], [Int]) = ([], [])
      for edit in edits(from: old, to: new) {
        switch edit {
        case .keep(let a, let b):
          #expect(old[a] == new[b])
          olds.append(a)
          news.append(b)
        case .remove(let a): olds.append(a)
        case .add(let b): news.append(b)
        }
      }
      #expect(olds == Array(old.indices), "\(old) → \(new)")
      #expect(news == Array(new.indices), "\(old) → \(new)")
    }
  }

  @Test func beyondTheLimitTheMiddleIsReplaced() {
    #expect(text("aXbcdY", "aUcbeV", limit: 2) == "a-X-b-c-d-Y+U+c+b+e+V")
  }
}
