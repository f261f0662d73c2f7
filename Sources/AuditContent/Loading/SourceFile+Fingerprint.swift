import Diagnostics

extension SourceFile {
  /// A number that two versions of a file hardly share: good enough to notice that a file was saved, made for speed, and the
  /// same on every machine. Against somebody who wants to deceive it is no protection.
  package var fingerprint: UInt64 { fingerprint(upTo: bytes.count) }

  /// The same of the file's beginning.
  func fingerprint(upTo end: Int) -> UInt64 {
    bytes.prefix(end).withUnsafeBytes { bytes in
      var value = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
      func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
      }
      let words = bytes.count / 8
      for index in 0..<words { mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))) }
      for byte in bytes[(8 * words)...] { mix(UInt64(byte)) }
      return value
    }
  }
}
