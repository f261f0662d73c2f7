/// The checksum of ZIP (ISO 3309) of bytes that come piece by piece: polynomial 0xEDB88320, read from the lowest bit.
///
/// Eight bytes are taken at once, with a table for each ("slicing by 8").
public struct CRC32: Sendable {
  private var state: UInt32 = 0xFFFF_FFFF

  public init() {}

  /// Of all bytes so far.
  public var checksum: UInt32 { ~state }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var value = state
    var index = 0
    CRC32.tables.withUnsafeBufferPointer { tables in
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ UInt64(value)
        value = 0
        for place in 0..<8 {
          let byte = Int(truncatingIfNeeded: word >> UInt64(8 * place)) & 0xFF
          value ^= tables[(7 - place) * 256 + byte]
        }
        index += 8
      }
      while index < bytes.count {
        value = tables[Int((value ^ UInt32(bytes[index])) & 0xFF)] ^ value >> 8
        index += 1
      }
    }
    state = value
  }

  public static func checksum(of bytes: [UInt8]) -> UInt32 {
    var crc = CRC32()
    bytes.withUnsafeBytes { crc.update($0) }
    return crc.checksum
  }

  /// Eight tables of 256: what a byte does to the checksum when 0 to 7 bytes follow it.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    for byte in 0..<256 as Range<UInt32> {
      var value = byte
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      tables.append(value)
    }
    for index in 256..<2048 {
      let before = tables[index - 256]
      tables.append(tables[Int(before & 0xFF)] ^ before >> 8)
    }
    return tables
  }()
}
