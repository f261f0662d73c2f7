import Checksums

/// Values in a row of bytes, for a program on this machine to read again.
package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []

  /// - Parameter start: bytes that come before all others.
  /// - Parameter capacity: how many bytes there will be, as far as is known.
  package init(_ start: [UInt8] = [], capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    bytes += start
  }

  package mutating func add(_ number: Int) { withUnsafeBytes(of: UInt64(bitPattern: Int64(number))) { bytes += $0 } }

  /// Adds the digest of all before, by which a damage shows.
  package mutating func addDigest() { withUnsafeBytes(of: SHA256.digest(of: bytes)) { bytes += $0 } }

  package mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  /// Values that are nothing but their bytes.
  package mutating func add<Value: BitwiseCopyable>(_ values: [Value]) {
    add(values.count)
    values.withUnsafeBytes { bytes += $0 }
  }
}

/// Reads what a `RecordWriter` has written. Whatever else the bytes hold, it ends with nil.
package struct RecordReader {
  private let bytes: [UInt8]
  private var place: Int

  package init(_ bytes: [UInt8], from place: Int = 0) { (self.bytes, self.place) = (bytes, place) }

  package var isAtEnd: Bool { place == bytes.count }

  package mutating func number() -> Int? {
    guard bytes.count - place >= 8 else { return nil }
    defer { place += 8 }
    return bytes.withUnsafeBytes { Int(Int64(bitPattern: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))) }
  }

  /// A number of things, each of at least some bytes.
  package mutating func count(of size: Int = 1) -> Int? {
    guard let count = number(), count >= 0, count <= (bytes.count - place) / max(1, size) else { return nil }
    return count
  }

  package mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { place += count }
    return String(validating: bytes[place..<place + count], as: UTF8.self)
  }

  package mutating func values<Value: BitwiseCopyable>(_ type: Value.Type) -> [Value]? {
    let size = MemoryLayout<Value>.stride
    guard let count = count(of: size) else { return nil }
    defer { place += count * size }
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count * size])) }
      filled = count
    }
  }
}
