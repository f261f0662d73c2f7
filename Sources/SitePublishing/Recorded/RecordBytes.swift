import CMemory
import Checksums

/// Values in a row of bytes, for a program on this machine to read again.
package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []

  /// - Parameter start: bytes that come before all others.
  /// - Parameter capacity: how many bytes there will be, as far as is known.
  package init(_ start: [UInt8] = [], capacity: Int = 0) {
    bytes.reserveLargeCapacity(capacity)
    bytes += start
  }

  package mutating func add(_ number: Int) { withUnsafeBytes(of: UInt64(bitPattern: Int64(number))) { bytes += $0 } }

  /// Adds a checksum of all before, by which a damage shows.
  package mutating func seal() { withUnsafeBytes(of: bytes.withUnsafeBytes(DamageCheck.checksum)) { bytes += $0 } }

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

  /// Nil where the bytes are not those that a writer began in this way and sealed.
  package init?(sealed bytes: [UInt8], after start: [UInt8]) {
    let end = bytes.count - MemoryLayout<UInt64>.size
    guard end >= start.count, bytes.starts(with: start) else { return nil }
    let isWhole = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: end, as: UInt64.self) == DamageCheck.checksum(of: UnsafeRawBufferPointer(rebasing: $0[..<end]))
    }
    guard isWhole else { return nil }
    self.init(bytes, from: start.count)
  }

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
      missiv_expect_use(buffer.baseAddress, count * size)
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count * size])) }
      filled = count
    }
  }
}

extension Array {
  /// Reserves room for many elements, which are going to fill all of it.
  mutating func reserveLargeCapacity(_ count: Int) {
    reserveCapacity(count)
    withUnsafeMutableBufferPointer { missiv_expect_use($0.baseAddress, count * MemoryLayout<Element>.stride) }
  }
}
