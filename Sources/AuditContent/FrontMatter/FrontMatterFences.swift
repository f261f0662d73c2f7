#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two `---` lines around the front matter of a file.
struct FrontMatterFences {
  /// The bytes of the first `---` line, its line break included.
  var opening: Range<Int>?
  var closing: Range<Int>?

  init(in bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var line = Self.line(at: Self.textStart(of: bytes), in: bytes)
      while !line.isEmpty, bytes[line].allSatisfy({ $0 <= UInt8(ascii: " ") }) {
        line = Self.line(at: line.upperBound, in: bytes)
      }
      guard Self.isFence(line, in: bytes) else { return }
      opening = line
      repeat { line = Self.line(at: line.upperBound, in: bytes) } while !line.isEmpty && !Self.isFence(line, in: bytes)
      if !line.isEmpty { closing = line }
    }
  }

  /// Where the text begins: after a byte-order mark, where there is one.
  static func textStart(of bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func line(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard start < bytes.count, let base = bytes.baseAddress else { return start..<start }
    guard let end = memchr(base + start, 0x0A, bytes.count - start) else { return start..<bytes.count }
    return start..<(UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1)
  }

  private static func isFence(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count >= 3 && bytes[line.lowerBound] == UInt8(ascii: "-") && bytes[line.lowerBound + 1] == UInt8(ascii: "-")
      && bytes[line.lowerBound + 2] == UInt8(ascii: "-") && bytes[line.dropFirst(3)].allSatisfy { $0 <= UInt8(ascii: " ") }
  }
}
