/// A checksum of 64 bits by which a damage shows, at the speed of memory. Against intention it is no help.
///
/// It is of pieces in their order: where they end counts, too. In each, four rows of words are mixed side by side. Every step can
/// be undone, so that a change within one word always changes the checksum.
package struct DamageCheck: Sendable {
  /// Of all pieces so far.
  package private(set) var checksum = ~factor

  package init() {}

  package mutating func add(_ piece: UnsafeRawBufferPointer) {
    checksum = DamageCheck.mixed(checksum, DamageCheck.checksum(of: piece))
  }

  private static let factor: UInt64 = 0xBF58_476D_1CE4_E5B9

  @inline(__always) private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* factor
    return product ^ product >> 29
  }

  private static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b, c, d) = (~factor, ~factor, ~factor, ~factor)
    var place = 0
    if let start = bytes.baseAddress {
      func word(_ number: Int) -> UInt64 {
        UInt64(littleEndian: start.loadUnaligned(fromByteOffset: place + 8 * number, as: UInt64.self))
      }
      while bytes.count - place >= 32 {
        (a, b, c, d) = (mixed(a, word(0)), mixed(b, word(1)), mixed(c, word(2)), mixed(d, word(3)))
        place += 32
      }
    }
    for byte in bytes[place...] { a = mixed(a, UInt64(byte)) }
    return [b, c, d, UInt64(bytes.count)].reduce(mixed(0, a), mixed)
  }
}
