/// The parts of a ZIP archive that stand around the files, which are stored as they are (APPNOTE 6.3, ISO/IEC 21320-1).
///
/// Whoever writes the archive writes `header(…)` and then the file's bytes, file after file, and `end()` last. What is larger
/// than 4 GB, or more than 65,534 files, is told in the fields of ZIP64. Every file bears the same day, at midnight, so that the
/// same files give the same bytes.
public struct ZIPDirectory: Sendable {
  private let date: UInt16
  private var directory: [UInt8] = []
  private var count = 0
  /// How many bytes of the archive stand before the next header.
  private var offset = 0

  public init(year: Int, month: Int, day: Int) {
    // MS-DOS knows the years 1980 to 2107.
    date = UInt16(min(max(year, 1980), 2107) - 1980) << 9 | UInt16(month) << 5 | UInt16(day)
  }

  /// What stands before a file's bytes.
  /// - Parameter checksum: the CRC-32 of its bytes.
  public mutating func header(of name: String, size: Int, checksum: UInt32) -> [UInt8] {
    let isLarge = size >= ZIPDirectory.limit
    let isFar = offset >= ZIPDirectory.limit
    let sizes = isLarge ? [UInt64(size), UInt64(size)] : []
    var header: [UInt8] = []
    header.append(0x0403_4B50 as UInt32)
    header += fields(name, size, checksum, needsZIP64: isLarge, extra: extra(sizes))
    header += name.utf8
    header += extra(sizes)

    let far = extra(sizes + (isFar ? [UInt64(offset)] : []))
    let needsZIP64 = isLarge || isFar
    directory.append(0x0201_4B50 as UInt32)
    directory.append(UInt16(needsZIP64 ? 45 : 20))
    directory += fields(name, size, checksum, needsZIP64: needsZIP64, extra: far)
    // No comment, disk 0, no attributes.
    for word in [0, 0, 0] as [UInt16] { directory.append(word) }
    for word in [0, UInt32(min(offset, ZIPDirectory.limit))] { directory.append(word) }
    directory += name.utf8
    directory += far
    count += 1
    offset += header.count + size
    return header
  }

  /// What stands after the last file.
  public func end() -> [UInt8] {
    var end = directory
    let needsZIP64 = count >= 0xFFFF || directory.count >= ZIPDirectory.limit || offset >= ZIPDirectory.limit
    if needsZIP64 {
      end.append(0x0606_4B50 as UInt32)
      end.append(44 as UInt64)
      for word in [45, 45] as [UInt16] { end.append(word) }
      for word in [0, 0] as [UInt32] { end.append(word) }
      for word in [count, count, directory.count, offset] { end.append(UInt64(word)) }
      end.append(0x0706_4B50 as UInt32)
      end.append(0 as UInt32)
      end.append(UInt64(offset + directory.count))
      end.append(1 as UInt32)
    }
    end.append(0x0605_4B50 as UInt32)
    let files = UInt16(min(count, 0xFFFF))
    for word in [0, 0, files, files] { end.append(word) }
    for word in [directory.count, offset] { end.append(UInt32(min(word, ZIPDirectory.limit))) }
    end.append(0 as UInt16)
    return end
  }

  /// What does not fit a field of four bytes, or is its sign that ZIP64 tells.
  private static let limit = 0xFFFF_FFFF

  /// Version needed, names in UTF-8, stored, midnight, the day, CRC, size twice, length of the name and of the extra field.
  private func fields(_ name: String, _ size: Int, _ checksum: UInt32, needsZIP64: Bool, extra: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for word in [needsZIP64 ? 45 : 20, 1 << 11, 0, 0, date] as [UInt16] { bytes.append(word) }
    let size = UInt32(min(size, ZIPDirectory.limit))
    for word in [checksum, size, size] { bytes.append(word) }
    for word in [UInt16(name.utf8.count), UInt16(extra.count)] { bytes.append(word) }
    return bytes
  }

  private func extra(_ words: [UInt64]) -> [UInt8] {
    if words.isEmpty { return [] }
    var bytes: [UInt8] = []
    for word in [1, UInt16(8 * words.count)] { bytes.append(word) }
    for word in words { bytes.append(word) }
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append<Word: FixedWidthInteger>(_ word: Word) {
    for shift in stride(from: 0, to: Word.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}
