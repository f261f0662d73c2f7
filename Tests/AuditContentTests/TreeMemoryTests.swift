import Dispatch
import Synchronization
import Testing

@testable import AuditContent

@Suite struct TreeMemoryTests {
  /// The words of a tree, as they stand in it.
  private func words(of tree: borrowing CommonMarkTree) -> [String] {
    var words: [String] = []
    let walk = tree.walk()
    while let (event, node) = walk.next() {
      if event == .enter, node.kind == .text { words.append(String(decoding: node.literal, as: UTF8.self)) }
    }
    return words
  }

  private func text(_ count: Int, _ word: String) -> [UInt8] {
    Array((1...count).map { "\(word) *nummer* \($0)\n\n" }.joined().utf8)
  }

  private func expected(_ count: Int, _ word: String) -> [String] { (1...count).flatMap { ["\(word) ", "nummer", " \($0)"] } }

  @Test func aTreeThatIsStillReadKeepsItsTextWhenAnotherIsGone() {
    let first = Optional(CommonMarkTree(text(20, "första")))
    let second = CommonMarkTree(text(20, "andra"))
    if let first = consume first { #expect(words(of: first) == expected(20, "första")) }
    let third = CommonMarkTree(text(20, "tredje"))
    #expect(words(of: second) == expected(20, "andra"))
    #expect(words(of: third) == expected(20, "tredje"))
  }

  @Test func aTextThatNeedsManyPiecesIsReadWhole() {
    let tree = CommonMarkTree(text(20_000, "lång"))
    #expect(words(of: tree) == expected(20_000, "lång"))
    // Longer than a piece by itself, and grown in place and by moving.
    let block = String(repeating: "a", count: 1 << 20)
    let long = CommonMarkTree(Array("\(block)\nb\n".utf8))
    #expect(words(of: long) == [block, "b"])
  }

  @Test func aTreeIsTheSameInMemoryThatOthersWereMadeIn() {
    for round in 1...50 {
      let tree = CommonMarkTree(text(round * 7, "varv"))
      #expect(words(of: tree) == expected(round * 7, "varv"))
    }
  }

  @Test func treesAreMadeOnManyThreadsAtOnce() {
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      let tree = CommonMarkTree(text(200, "tråd \(number)"))
      if words(of: tree) != expected(200, "tråd \(number)") { wrong.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
