/// What number the same name has in two sites, where names stand in order.
struct NumberMap: Sendable {
  /// Nil where both have the same names: then a number is its own.
  private var numbers: (old: [Int32], new: [Int32])?

  /// Both have the same names.
  init() {}

  /// - Parameter old: where the names of the old site stand in its paths.
  init(_ old: [Range<Int>], of oldPaths: [UInt8], _ new: [Range<Int>], of newPaths: [UInt8]) {
    var (inOld, inNew) = ([Int32](repeating: -1, count: new.count), [Int32](repeating: -1, count: old.count))
    var (a, b) = (0, 0)
    while a < old.count, b < new.count {
      let (first, second) = (oldPaths[old[a]], newPaths[new[b]])
      if first == second {
        inOld[b] = Int32(a)
        inNew[a] = Int32(b)
        (a, b) = (a + 1, b + 1)
      } else if first.lexicographicallyPrecedes(second) {
        a += 1
      } else {
        b += 1
      }
    }
    numbers = (inOld, inNew)
  }

  /// The number that a name of the new site has in the old one.
  func old(_ number: Int) -> Int? {
    guard let numbers else { return number }
    return numbers.old[number] < 0 ? nil : Int(numbers.old[number])
  }

  func new(_ number: Int) -> Int? {
    guard let numbers else { return number }
    return numbers.new[number] < 0 ? nil : Int(numbers.new[number])
  }

  /// Marks of the old site in the order of the new one; zero for what the old one has not.
  func carry(_ marks: [UInt64]) -> [UInt64] {
    guard let numbers else { return marks }
    return numbers.old.map { $0 < 0 ? 0 : marks[Int($0)] }
  }

  func carry(_ fresh: [UInt32]) -> [UInt32] { fresh.compactMap { new(Int($0)).map { UInt32($0) } } }
}
