import Checksums
import Dispatch
import Synchronization

/// The files of a site in the order of their paths' bytes, with their digests, and the folders that they are in.
///
/// A site of 10,000 audits has 150,000 files: each is a few bytes in some long arrays.
package struct FileTable: Sendable {
  /// Each path with a zero byte after it, as the system wants it.
  private(set) var paths: [UInt8] = []
  /// Where each path begins.
  private(set) var starts: [UInt32] = []
  /// How many folders there are before those that each file is the first to be in. The site's own folder is the first of all.
  private(set) var foldersBefore: [UInt32] = []
  private(set) var folderCount = 1
  private(set) var digests: [SHA256.Digest] = []
  /// Tell what each file was made of: zeros where nobody knows.
  private(set) var keys: [SHA256.Digest] = []

  package var count: Int { starts.count }
  var indices: Range<Int> { 0..<count }

  init() {}

  mutating func reserveCapacity(_ count: Int, bytes: Int) {
    paths.reserveCapacity(bytes)
    starts.reserveCapacity(count)
    foldersBefore.reserveCapacity(count)
    digests.reserveCapacity(count)
    keys.reserveCapacity(count)
  }

  /// Appends a file whose path comes after those of all others.
  mutating func append(_ path: UnsafeBufferPointer<UInt8>, _ digest: SHA256.Digest, _ key: SHA256.Digest) {
    foldersBefore.append(UInt32(folderCount))
    starts.append(UInt32(paths.count))
    paths += path
    paths.append(0)
    digests.append(digest)
    keys.append(key)
    folderCount += withPaths { $0.newFolders(of: count - 1) { _ in } }
  }

  /// Takes note that a file is another.
  mutating func set(_ file: Int, _ digest: SHA256.Digest, _ key: SHA256.Digest) {
    digests[file] = digest
    keys[file] = key
  }

  /// Takes note that nobody knows any longer what a file was made of.
  mutating func forgetKey(of file: Int) { keys[file] = .none }

  /// A path without the zero byte.
  func path(_ file: Int) -> ArraySlice<UInt8> {
    let end = file + 1 < count ? Int(starts[file + 1]) : paths.count
    return paths[Int(starts[file])..<end - 1]
  }

  /// Where each path stands, without the zero byte.
  var filePaths: [Range<Int>] {
    indices.map { Int(starts[$0])..<($0 + 1 < count ? Int(starts[$0 + 1]) : paths.count) - 1 }
  }

  func text(ofPath file: Int) -> String { String(decoding: path(file), as: UTF8.self) }

  /// The number of the first file whose path does not come before another.
  func place(of path: UnsafeRawBufferPointer) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self.path(middle).lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of the file with a path.
  func file(at path: UnsafeRawBufferPointer) -> Int? {
    let place = place(of: path)
    return place < count && self.path(place).elementsEqual(path) ? place : nil
  }

  func file(at path: String) -> Int? {
    var path = path
    return path.withUTF8 { file(at: UnsafeRawBufferPointer($0)) }
  }

  /// The numbers of the files in a folder.
  /// - Parameter folder: with `/` after it.
  func files(in folder: String) -> Range<Int> {
    var folder = folder
    return folder.withUTF8 { folder in
      let first = place(of: UnsafeRawBufferPointer(folder))
      var end = first
      while end < count, path(end).starts(with: folder) { end += 1 }
      return first..<end
    }
  }

  func hasSamePaths(as other: FileTable) -> Bool { starts == other.starts && paths == other.paths }

  /// The files in parts of some thousands, for several threads.
  var parts: [Range<Int>] {
    let size = 4096
    return count == 0 ? [0..<0] : stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// What a task makes of each part, with all cores; in order.
  func inParallel<Result: Sendable>(_ task: @Sendable (Range<Int>) -> Result) -> [Result] {
    let parts = parts
    let results = Mutex([Result?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
      let result = task(parts[part])
      results.withLock { $0[part] = result }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }

  // MARK: Kept

  package func write(to record: inout RecordWriter) {
    record.add(paths)
    record.add(starts)
    record.add(foldersBefore)
    record.add(folderCount)
    record.add(digests)
    record.add(keys)
  }

  /// Nil where the bytes are no table.
  package init?(from record: inout RecordReader) {
    guard let paths = record.values(UInt8.self), let starts = record.values(UInt32.self),
      let foldersBefore = record.values(UInt32.self), let folderCount = record.number(),
      let digests = record.values(SHA256.Digest.self),
      let keys = record.values(SHA256.Digest.self)
    else { return nil }
    guard starts.count == digests.count, starts.count == keys.count, starts.count == foldersBefore.count, folderCount > 0 else {
      return nil
    }
    (self.paths, self.starts, self.foldersBefore, self.folderCount) = (paths, starts, foldersBefore, folderCount)
    (self.digests, self.keys) = (digests, keys)
  }
}
