import ZIPFiles

/// A copy in a ZIP file, such as an archive package. The folder that all of it lies in does not count.
struct PackageCopy: Copy {
  private let reader: ZIPReader
  private let entries: [String: ZIPReader.Entry]
  let paths: [String]

  /// Nil where the file is no ZIP archive, or one that cannot be read without unpacking.
  init?(_ path: String) {
    guard let reader = ZIPReader(path) else { return nil }
    self.reader = reader
    let files = reader.entries.filter { !$0.name.hasSuffix("/") }
    guard !files.isEmpty, files.allSatisfy(\.isStored) else { return nil }
    let folder = files[0].name.prefix { $0 != "/" } + "/"
    let isInFolder = files.allSatisfy { $0.name.hasPrefix(folder) }
    paths = files.map { isInFolder ? String($0.name.dropFirst(folder.count)) : $0.name }
    entries = Dictionary(uniqueKeysWithValues: zip(paths, files))
  }

  func read(_ path: String, _ take: (UnsafeRawBufferPointer) -> Void) -> CopyReading {
    guard let entry = entries[path] else { return .missing }
    return reader.read(entry, take) ? .done : .failed
  }
}
