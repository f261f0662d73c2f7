import CMemory
import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads what a `RecordWriter` has written. Whatever else the bytes hold, it ends with nil.
package struct RecordReader {
  /// What is at hand; of a file, the bytes that were read last.
  private var bytes: [UInt8]
  private var place: Int
  /// Below zero where there is none.
  private let file: Int32
  /// How many bytes of the file come after those at hand.
  private var left = 0
  private var check = DamageCheck()

  package init(_ bytes: [UInt8], from place: Int = 0) { (self.bytes, self.place, file) = (bytes, place, -1) }

  /// Reads an open file of some size; nil where it does not begin with some bytes. What is read may be relied on when `isWhole`
  /// says so.
  package init?(file: Int32, size: Int, after start: [UInt8]) {
    (bytes, place, self.file, left) = ([], 0, file, size)
    var found = [UInt8](repeating: 0, count: start.count)
    guard found.withUnsafeMutableBytes({ take($0) }), found == start else { return nil }
  }

  /// Whether the file ends here, and is as it was sealed.
  package mutating func isWhole() -> Bool {
    let expected = check.checksum
    return number().map { UInt64(bitPattern: Int64($0)) } == expected && count == 0
  }

  /// How many bytes there are yet.
  private var count: Int { bytes.count - place + left }

  /// Takes the next bytes; false where there are too few.
  private mutating func take(_ target: UnsafeMutableRawBufferPointer) -> Bool {
    guard target.count <= count else { return false }
    var rest = target
    while !rest.isEmpty {
      let ready = min(bytes.count - place, rest.count)
      bytes.withUnsafeBytes { rest.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + ready])) }
      place += ready
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[ready...])
      if rest.isEmpty { break }
      if rest.count >= RecordWriter.pieceSize {
        guard let start = rest.baseAddress, readAll(start, rest.count, from: file) == rest.count else { return false }
        left -= rest.count
        break
      }
      let size = min(left, RecordWriter.pieceSize)
      bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        if let start = buffer.baseAddress { filled = max(0, readAll(start, size, from: file)) }
      }
      guard bytes.count == size else { return false }
      (place, left) = (0, left - size)
    }
    if file >= 0 { check.add(UnsafeRawBufferPointer(target)) }
    return true
  }

  package mutating func number() -> Int? {
    var number: UInt64 = 0
    guard withUnsafeMutableBytes(of: &number, { take($0) }) else { return nil }
    return Int(Int64(bitPattern: number))
  }

  /// A number of things, each of at least some bytes.
  package mutating func count(of size: Int = 1) -> Int? {
    guard let count = number(), count >= 0, count <= self.count / max(1, size) else { return nil }
    return count
  }

  package mutating func text() -> String? { values(UInt8.self).flatMap { String(validating: $0, as: UTF8.self) } }

  package mutating func values<Value: BitwiseCopyable>(_ type: Value.Type) -> [Value]? {
    let size = MemoryLayout<Value>.stride
    guard let count = count(of: size) else { return nil }
    var isRead = true
    let values = [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      missiv_expect_use(buffer.baseAddress, count * size)
      isRead = take(UnsafeMutableRawBufferPointer(buffer))
      filled = isRead ? count : 0
    }
    return isRead ? values : nil
  }
}
