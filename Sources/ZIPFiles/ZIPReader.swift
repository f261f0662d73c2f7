#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the files of a ZIP archive whose files are stored as they are.
///
/// Nothing in the archive is trusted: whatever does not fit together makes it unreadable. May be used by several threads at once.
public final class ZIPReader: Sendable {
  public struct Entry: Sendable {
    public let name: String
    /// In bytes.
    public let size: Int
    public let checksum: UInt32
    /// False where the file is compressed or encrypted; it cannot be read here then.
    public let isStored: Bool
    /// Where its own header stands.
    fileprivate let offset: Int
  }

  /// In the order of the archive's directory. No name stands there twice.
  public let entries: [Entry]
  private let file: Int32
  private let size: Int

  /// Opens an archive; nil where the file cannot be read, is no ZIP archive or is damaged.
  public init?(_ path: String) {
    file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      (entries, size) = ([], 0)
      return nil
    }
    size = Int(status.st_size)
    guard let directory = ZIPReader.directory(of: file, size), let entries = ZIPReader.entries(in: directory) else {
      self.entries = []
      return nil
    }
    self.entries = entries
  }

  deinit { if file >= 0 { close(file) } }

  /// Hands over a file's bytes piece by piece; false where they cannot be read to their end.
  public func read(_ entry: Entry, _ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard entry.isStored, let header = ZIPReader.bytes(of: file, at: entry.offset, 30), header.number(0, 4) == 0x0403_4B50 else {
      return false
    }
    var start = entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
    guard start <= size, entry.size <= size - start else { return false }
    let end = start + entry.size
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 64) { piece in
      while start < end {
        let count = pread(file, piece.baseAddress, min(piece.count, end - start), off_t(start))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        start += count
      }
      return true
    }
  }

  private static func bytes(of file: Int32, at offset: Int, _ count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0 else { return nil }
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while filled < count, let base = buffer.baseAddress {
        let more = pread(file, base + filled, count - filled, off_t(offset + filled))
        if more < 0, errno == EINTR { continue }
        if more <= 0 { break }
        filled += more
      }
      initialized = filled
    }
    return filled == count ? bytes : nil
  }

  /// The archive's directory, found from its end; a comment may follow.
  private static func directory(of file: Int32, _ size: Int) -> [UInt8]? {
    let tailSize = min(size, 22 + 0xFFFF)
    guard tailSize >= 22, let tail = bytes(of: file, at: size - tailSize, tailSize) else { return nil }
    guard
      let end = (0...(tailSize - 22)).last(where: {
        tail.number($0, 4) == 0x0605_4B50 && $0 + 22 + tail.number($0 + 20, 2) == tailSize
      })
    else { return nil }
    var (count, offset) = (tail.number(end + 12, 4), tail.number(end + 16, 4))
    if count == 0xFFFF_FFFF || offset == 0xFFFF_FFFF || tail.number(end + 10, 2) == 0xFFFF {
      // ZIP64 tells in a record of its own, and where that stands just before.
      guard let locator = bytes(of: file, at: size - tailSize + end - 20, 20), locator.number(0, 4) == 0x0706_4B50,
        let place = locator.place(8), place <= size, let record = bytes(of: file, at: place, 56),
        record.number(0, 4) == 0x0606_4B50,
        let longCount = record.place(40), let longOffset = record.place(48)
      else { return nil }
      (count, offset) = (longCount, longOffset)
    }
    guard offset <= size, count <= size - offset else { return nil }
    return bytes(of: file, at: offset, count)
  }

  private static func entries(in directory: [UInt8]) -> [Entry]? {
    var entries: [Entry] = []
    var names: Set<String> = []
    var at = 0
    while at < directory.count {
      guard directory.count - at >= 46, directory.number(at, 4) == 0x0201_4B50 else { return nil }
      let (nameLength, extraLength) = (directory.number(at + 28, 2), directory.number(at + 30, 2))
      let next = at + 46 + nameLength + extraLength + directory.number(at + 32, 2)
      guard next <= directory.count else { return nil }
      let nameBytes = directory[(at + 46)..<(at + 46 + nameLength)]
      guard let name = String(validating: nameBytes, as: UTF8.self), names.insert(name).inserted else { return nil }
      var long = LongFields(directory[(at + 46 + nameLength)..<(at + 46 + nameLength + extraLength)])
      guard let size = long.value(directory.number(at + 24, 4)), let packed = long.value(directory.number(at + 20, 4)),
        let offset = long.value(directory.number(at + 42, 4))
      else { return nil }
      let isStored = directory.number(at + 10, 2) == 0 && directory.number(at + 8, 2) & 1 == 0 && packed == size
      entries.append(
        Entry(
          name: name, size: size, checksum: UInt32(directory.number(at + 16, 4)), isStored: isStored, offset: offset))
      at = next
    }
    return entries
  }
}

/// The numbers of ZIP64's extra field, which come in the order of the fields that have no room for them.
private struct LongFields {
  private var rest: ArraySlice<UInt8> = []

  init(_ extra: ArraySlice<UInt8>) {
    var extra = Array(extra)[...]
    while extra.count >= 4 {
      let bytes = Array(extra)
      let length = bytes.number(2, 2)
      guard extra.count >= 4 + length else { return }
      if bytes.number(0, 2) == 1 {
        rest = bytes[4..<(4 + length)]
        return
      }
      extra = extra.dropFirst(4 + length)
    }
  }

  mutating func value(_ short: Int) -> Int? {
    guard short == 0xFFFF_FFFF else { return short }
    guard rest.count >= 8 else { return nil }
    defer { rest = rest.dropFirst(8) }
    return Array(rest.prefix(8)).place(0)
  }
}

extension [UInt8] {
  /// A number of up to four bytes, its lowest first.
  fileprivate func number(_ at: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(self[at + $1]) << (8 * $1) } }

  /// A number of eight bytes that can be a place in a file.
  fileprivate func place(_ at: Int) -> Int? {
    let value = (0..<8).reduce(UInt64(0)) { $0 | UInt64(self[at + $1]) << UInt64(8 * $1) }
    return Int(exactly: value)
  }
}
