import AuditModel
import Checksums

/// Writes a ZIP archive whose files are stored as they are (APPNOTE 6.3, without ZIP64: at most 65,535 files and 4 GB).
///
/// Every file bears the same day, at midnight, so that the same data gives the same bytes.
struct ZIPBytes {
  private(set) var bytes: [UInt8]
  private let start: Int
  private let date: UInt16
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  init(bytes: [UInt8] = [], day: Day) {
    self.bytes = bytes
    start = bytes.count
    let (year, month, day) = day.components
    // MS-DOS knows the years 1980 to 2107.
    date = UInt16(min(max(year, 1980), 2107) - 1980) << 9 | UInt16(month) << 5 | UInt16(day)
  }

  mutating func add(_ name: String, _ contents: [UInt8]) {
    let offset = UInt32(bytes.count - start)
    let size = UInt32(contents.count)
    // Version 2.0; names in UTF-8; stored; midnight; the day; CRC; size twice; length of the name; no extra field.
    var header: [UInt8] = []
    for word in [20, 1 << 11, 0, 0, date] as [UInt16] { header.append(word) }
    for word in [CRC32.checksum(of: contents), size, size] { header.append(word) }
    for word in [UInt16(name.utf8.count), 0] { header.append(word) }
    bytes.append(0x0403_4B50 as UInt32)
    bytes += header
    bytes += name.utf8
    bytes += contents

    directory.append(0x0201_4B50 as UInt32)
    directory.append(20 as UInt16)
    directory += header
    // No comment, disk 0, no attributes.
    for word in [0, 0, 0] as [UInt16] { directory.append(word) }
    for word in [0, offset] as [UInt32] { directory.append(word) }
    directory += name.utf8
    count += 1
  }

  mutating func end() {
    let offset = UInt32(bytes.count - start)
    bytes += directory
    bytes.append(0x0605_4B50 as UInt32)
    for word in [0, 0, count, count] as [UInt16] { bytes.append(word) }
    for word in [UInt32(directory.count), offset] { bytes.append(word) }
    bytes.append(0 as UInt16)
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append<Word: FixedWidthInteger>(_ word: Word) {
    for shift in stride(from: 0, to: Word.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}
