import Foundation
import Testing

@testable import SitePublishing

/// What a record is made of comes back from its file as it was, or not at all.
@Suite struct RecordTests {
  private let start = Array("Record\n".utf8)
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/record" }

  init() { folder = TemporaryFolder() }

  /// Some values that are collected, and some that go into the file from where they lie.
  private let lists: [[UInt32]] = [[], [7], (0..<20_000).map { $0 &* 37 }, [1, 2], (0..<40_000).map { ~$0 }]

  private func write() -> Bool {
    let file = Descriptor.open(path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600)
    var record = RecordWriter(start, into: file.number)
    for (number, list) in lists.enumerated() {
      record.add(-number)
      record.add("lista \(number)")
      record.add(list)
    }
    return record.seal()
  }

  /// The values; nil where the file is not whole.
  private func read() -> [[UInt32]]? {
    let file = Descriptor.open(path, O_RDONLY)
    guard let size = file.status?.st_size, var record = RecordReader(file: file.number, size: Int(size), after: start) else {
      return nil
    }
    var read: [[UInt32]] = []
    for number in lists.indices {
      guard record.number() == -number, record.text() == "lista \(number)", let list = record.values(UInt32.self) else {
        return nil
      }
      read.append(list)
    }
    return record.isWhole() ? read : nil
  }

  @Test func valuesOfAnySizeComeBack() {
    #expect(write())
    #expect(read() == lists)
  }

  @Test func aDamagedFileGivesNothing() throws {
    #expect(write())
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in [0, 8, 20, 60, 70_000, whole.count - 100_000, whole.count - 1] {
      var damaged = whole
      damaged[place] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(read() == nil, "byte \(place)")
      try whole.prefix(place).write(to: URL(fileURLWithPath: path))
      #expect(read() == nil, "cut at \(place)")
    }
    try (whole + [0]).write(to: URL(fileURLWithPath: path))
    #expect(read() == nil, "something comes after it")
    try whole.write(to: URL(fileURLWithPath: path))
    #expect(read() == lists)
  }

  @Test func whatCannotBeWrittenIsTold() {
    var record = RecordWriter(start, into: 1_000_000)
    record.add(lists[4])
    let isWritten = record.seal()
    #expect(!isWritten)
  }
}
