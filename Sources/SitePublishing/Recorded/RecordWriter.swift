import Checksums

/// Values in a row of bytes, for a program on this machine to read again: in memory, or in a file.
package struct RecordWriter {
  /// Those that are not yet in the file; all where there is none.
  package private(set) var bytes: [UInt8] = []
  /// Below zero where there is none.
  private let file: Int32
  private var check = DamageCheck()
  private var isWritten = true

  /// What is shorter is collected before it goes into the file.
  static let pieceSize = 1 << 16

  /// - Parameter start: bytes that come before all others.
  /// - Parameter file: an open file that takes all. What is large goes into it from where it lies.
  package init(_ start: [UInt8] = [], into file: Int32 = -1) {
    self.file = file
    start.withUnsafeBytes { put($0) }
  }

  private mutating func put(_ more: UnsafeRawBufferPointer) {
    if file >= 0 {
      check.add(more)
      if bytes.count + more.count > RecordWriter.pieceSize { drain() }
      if more.count > RecordWriter.pieceSize {
        isWritten = isWritten && writeAll(more, to: file)
        return
      }
    }
    bytes += more
  }

  private mutating func drain() {
    isWritten = isWritten && bytes.withUnsafeBytes { writeAll($0, to: file) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Ends the file with a checksum of all, by which a damage shows; false with `errno` where it could not be written.
  package mutating func seal() -> Bool {
    withUnsafeBytes(of: check.checksum) { bytes += $0 }
    drain()
    return isWritten
  }

  package mutating func add(_ number: Int) { withUnsafeBytes(of: UInt64(bitPattern: Int64(number))) { put($0) } }

  package mutating func add(_ text: String) {
    add(text.utf8.count)
    var text = text
    text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
  }

  /// Values that are nothing but their bytes.
  package mutating func add<Value: BitwiseCopyable>(_ values: [Value]) {
    add(values.count)
    values.withUnsafeBytes { put($0) }
  }
}
