/// A number that tells rows of numbers apart.
struct NumberPrint {
  private(set) var value: UInt64
  static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(_ first: UInt64) { value = first }

  mutating func mix(_ number: UInt64) {
    value = (value ^ number) &* Self.factor
    value ^= value >> 29
  }
}
