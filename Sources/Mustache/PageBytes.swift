/// The bytes of a page while it is put together: one piece of memory that grows, so that appending is a check of room and a copy.
struct PageBytes: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// Most pages are smaller.
  private static let firstCapacity = 1 << 15

  init() {
    capacity = PageBytes.firstCapacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  private mutating func makeRoom(for more: Int) {
    if capacity - count < more { grow(for: more) }
  }

  @inline(never)
  private mutating func grow(for more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    (start + count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ number: Int) {
    if number >= 0, number < 10 {
      makeRoom(for: 1)
      start[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)
      count += 1
    } else {
      append(String(number))
    }
  }

  /// Appends text as `appendEscaped` does.
  mutating func append(escaping text: String) {
    escapedPieces(of: text) { append($0) }
  }
}
