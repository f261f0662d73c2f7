import Diagnostics

extension SourceFile {
  /// A number that two versions of a file hardly share: good enough to notice that a file was saved, made for speed, and the
  /// same on every machine. Against somebody who wants to deceive it is no protection.
  package var fingerprint: UInt64 { fingerprint(upTo: bytes.count) }

  /// The same of the file's beginning.
  func fingerprint(upTo end: Int) -> UInt64 {
    bytes.prefix(end).withUnsafeBytes { bytes in
      var print = NumberPrint(UInt64(bytes.count) &* NumberPrint.factor)
      let words = bytes.count / 8
      for index in 0..<words { print.mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))) }
      for byte in bytes[(8 * words)...] { print.mix(UInt64(byte)) }
      return print.value
    }
  }
}
