import Checksums
import Foundation
import Testing

@testable import ZIPFiles

@Suite struct ZIPTests {
  private let path = NSTemporaryDirectory() + "missiv-zip-" + UUID().uuidString

  private func withArchive<Result>(_ bytes: [UInt8], _ body: (ZIPReader?) throws -> Result) throws -> Result {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(ZIPReader(path))
  }

  private func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
    var directory = ZIPDirectory(year: 2026, month: 11, day: 21)
    var bytes: [UInt8] = []
    for (name, text) in files {
      let contents = Array(text.utf8)
      bytes += directory.header(of: name, size: contents.count, checksum: CRC32.checksum(of: contents)) + contents
    }
    return bytes + directory.end()
  }

  private let files = [("å/ä ö.html", "sida"), ("tom.txt", ""), ("lång.csv", String(repeating: "a,b\n", count: 50_000))]

  private func text(_ reader: ZIPReader, _ entry: ZIPReader.Entry) -> String? {
    var bytes: [UInt8] = []
    return reader.read(entry) { bytes += $0 } ? String(decoding: bytes, as: UTF8.self) : nil
  }

  @Test func whatIsWrittenIsRead() throws {
    try withArchive(archive(files)) { reader in
      let reader = try #require(reader)
      #expect(reader.entries.map(\.name) == files.map(\.0))
      for (entry, file) in zip(reader.entries, files) {
        #expect(text(reader, entry) == file.1)
        #expect(entry.checksum == CRC32.checksum(of: Array(file.1.utf8)))
      }
    }
  }

  /// The large file is a hole: there is nothing of it on the disk.
  @Test func moreThanFourGigabytesAreReadByTheFieldsOfZIP64() throws {
    let size = 5_000_000_000
    var directory = ZIPDirectory(year: 2026, month: 11, day: 21)
    let first = directory.header(of: "stor.bin", size: size, checksum: 0)
    let second = directory.header(of: "sist.txt", size: 4, checksum: CRC32.checksum(of: Array("sist".utf8)))
    FileManager.default.createFile(atPath: path, contents: Data(first))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: UInt64(first.count + size))
    try file.seekToEnd()
    try file.write(contentsOf: Data(second + Array("sist".utf8) + directory.end()))
    try file.close()
    let reader = try #require(ZIPReader(path))
    #expect(reader.entries.map(\.size) == [size, 4])
    #expect(text(reader, reader.entries[1]) == "sist")
  }

  @Test func moreFilesThanFitTwoBytesAreReadByTheFieldsOfZIP64() throws {
    try withArchive(archive((0..<65_536).map { ("\($0)", "") })) { reader in
      #expect(reader?.entries.count == 65_536)
    }
  }

  @Test func aNameThatStandsTwiceMakesItUnreadable() throws {
    try withArchive(archive([("a", "1"), ("b", ""), ("a", "2")])) { #expect($0 == nil) }
  }

  @Test func whatIsCutOffIsUnreadable() throws {
    let bytes = archive([("a", "1"), ("b", "22")])
    for count in 0..<bytes.count { try withArchive(Array(bytes[..<count])) { #expect($0 == nil, "\(count)") } }
  }

  @Test func whateverIsChangedNothingIsReadThatIsNotThere() throws {
    let bytes = archive([("a", "1"), ("b", "22")])
    for index in bytes.indices {
      for value in [0, 1, 0x7F, 0xFF] as [UInt8] where bytes[index] != value {
        var changed = bytes
        changed[index] = value
        try withArchive(changed) { reader in
          for entry in reader?.entries ?? [] {
            if let text = text(try #require(reader), entry) { #expect(text.utf8.count <= bytes.count) }
          }
        }
      }
    }
  }
}
