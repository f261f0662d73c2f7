import Synchronization

/// The bytes of a page while it is put together: one piece of memory that grows, so that appending is a check of room and a copy.
///
/// Its memory is that of a page before, since an allocator takes long over pieces of this size.
struct PageBytes: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// Most pages are smaller.
  private static let firstCapacity = 1 << 15
  private static let largestKept = 1 << 20
  /// As many pages as are likely to be rendered at a time.
  private static let mostKept = 16

  private struct Piece: @unchecked Sendable {
    let start: UnsafeMutablePointer<UInt8>
    let capacity: Int
  }

  /// What pages before this one have left.
  private static let left = Mutex<[Piece]>([])

  init() {
    let piece =
      PageBytes.left.withLock { $0.popLast() }
      ?? Piece(start: .allocate(capacity: PageBytes.firstCapacity), capacity: PageBytes.firstCapacity)
    (start, capacity) = (piece.start, piece.capacity)
  }

  deinit {
    let piece = Piece(start: start, capacity: capacity)
    let isKept = PageBytes.left.withLock { left in
      guard piece.capacity <= PageBytes.largestKept, left.count < PageBytes.mostKept else { return false }
      left.append(piece)
      return true
    }
    if !isKept { piece.start.deallocate() }
  }

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
