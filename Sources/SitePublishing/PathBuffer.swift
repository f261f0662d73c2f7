#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A checked relative path as C wants it, in memory that is used again for the next path.
final class PathBuffer {
  private var capacity = 512
  private(set) var pointer: UnsafeMutablePointer<CChar>
  /// Without the zero byte at the end.
  private(set) var count = 0

  init() { pointer = .allocate(capacity: capacity) }

  deinit { pointer.deallocate() }

  /// Takes in a path such as `boras/index.html`. One that is empty or absolute, has an empty part, `.`, `..` or a zero byte
  /// could lead out of the site and is refused.
  func load(_ path: String) throws(PublishingError) {
    var path = path
    let accepted = path.withUTF8 { take($0) }
    if !accepted { throw .pathIsUnusable(path) }
  }

  /// Takes in a path that was accepted before.
  func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: bytes.count)
    if let start = bytes.baseAddress { memcpy(pointer, start, bytes.count) }
    pointer[bytes.count] = 0
    count = bytes.count
  }

  private func makeRoom(for count: Int) {
    if count < capacity { return }
    pointer.deallocate()
    capacity = count * 2
    pointer = .allocate(capacity: capacity)
  }

  private func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    makeRoom(for: bytes.count)
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var length = 0  // of the part that is being read
    var dots = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0 { return false }
      if byte == slash {
        if length == 0 || (length == dots && dots <= 2) { return false }
        length = 0
        dots = 0
      } else {
        length += 1
        if byte == dot { dots += 1 }
      }
      pointer[index] = CChar(bitPattern: byte)
    }
    if length == 0 || (length == dots && dots <= 2) { return false }
    pointer[bytes.count] = 0
    count = bytes.count
    return true
  }

  var text: String { String(cString: pointer) }
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: pointer, count: count) }

  /// Makes the folders that the file is in, below `root`; false with `errno`.
  func makeFolders(in root: Int32) -> Bool { makeFolders(in: root, upTo: count) }

  /// Most often only the innermost folder is missing, so that one is tried first.
  private func makeFolders(in root: Int32, upTo end: Int) -> Bool {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    guard let folderEnd = (0..<end).last(where: { pointer[$0] == slash }) else { return true }
    func make() -> Bool {
      pointer[folderEnd] = 0
      defer { pointer[folderEnd] = slash }
      return mkdirat(root, pointer, 0o777) == 0 || errno == EEXIST
    }
    return make() || (errno == ENOENT && makeFolders(in: root, upTo: folderEnd) && make())
  }
}
