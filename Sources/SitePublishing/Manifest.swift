public import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The SHA-256 of every file of a site, as `sha256sum -c` reads it: a digest and a path on each line, sorted by the paths' bytes.
///
/// It lies at the site's root and names everything there but itself and the marker `.missiv`, which is no part of the site.
public struct Manifest: Sendable, Equatable {
  /// Where a site's manifest lies in it. As text, so that every web server knows how to send it.
  public static let path = "manifest-sha256.txt"
  /// The files of a site that its manifest does not name.
  public static let unnamedFiles: Set<String> = [path, OutputFolder.marker]

  public struct Entry: Sendable, Equatable {
    /// Relative to the folder that the manifest lies in.
    public let path: String
    public let digest: SHA256.Digest

    public init(path: String, digest: SHA256.Digest) {
      self.path = path
      self.digest = digest
    }
  }

  /// In the order of the manifest.
  public let entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// Reads the manifest of a bag (RFC 8493, 2.1.3), which writes what breaks lines as `%0A`.
  public init?(bag bytes: [UInt8]) {
    guard let read = Manifest(bytes) else { return nil }
    entries = read.entries.map { entry in
      guard entry.path.utf8.contains(UInt8(ascii: "%")) else { return entry }
      var path = entry.path
      for (character, code) in Manifest.bagCodes.reversed() {
        path = path.split(separator: code, omittingEmptySubsequences: false).joined(separator: character)
        path = path.split(separator: code.lowercased(), omittingEmptySubsequences: false).joined(separator: character)
      }
      return Entry(path: path, digest: entry.digest)
    }
  }

  /// The percent sign first when writing, and last when reading.
  private static let bagCodes = [("%", "%25"), ("\n", "%0A"), ("\r", "%0D")]

  /// The manifest's bytes as a bag has them.
  public var bagBytes: [UInt8] {
    entries.reduce(into: []) { text, entry in
      var path = entry.path
      for (character, code) in Manifest.bagCodes {
        path = path.split(separator: character, omittingEmptySubsequences: false).joined(separator: code)
      }
      entry.digest.appendHex(to: &text)
      text += "  \(path)\n".utf8
    }
  }

  /// Reads a manifest; nil where a line is anything else, or its path could lead out of the folder.
  public init?(_ bytes: [UInt8]) {
    var entries: [Entry] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      var line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      let isEscaped = line.first == UInt8(ascii: "\\")
      if isEscaped { line = line.dropFirst() }
      guard line.count > 66, let digest = SHA256.Digest(hex: line.prefix(64)) else { return nil }
      // After a space stands another one, or `*` where a file was read as it is on systems that tell the difference.
      let mark = line.dropFirst(64).prefix(2)
      guard mark.first == UInt8(ascii: " "), mark.last == UInt8(ascii: " ") || mark.last == UInt8(ascii: "*") else { return nil }
      guard let path = Manifest.path(from: line.dropFirst(66), isEscaped: isEscaped) else { return nil }
      entries.append(Entry(path: path, digest: digest))
    }
    self.init(entries: entries)
  }

  /// The manifest's bytes.
  public var bytes: [UInt8] {
    entries.reduce(into: []) { text, entry in
      var path = entry.path
      path.withUTF8 { Manifest.append($0, entry.digest, isEscaped: Manifest.needsEscape($0), to: &text) }
    }
  }

  /// Prints the manifest of the files of a table, piece by piece.
  static func print(_ table: FileTable, to take: ([UInt8]) -> Void) {
    var text: [UInt8] = []
    let unnamed = Set(unnamedFiles.compactMap { table.file(at: $0) })
    // Hardly any site has a path that must be escaped, and one look at all is quicker than one at each.
    let isEscaped = table.paths.withUnsafeBufferPointer(needsEscape)
    table.withPaths { paths in
      for file in table.indices where !unnamed.contains(file) {
        append(paths[file], table.digests[file], isEscaped: isEscaped && needsEscape(paths[file]), to: &text)
        if text.count < FileWriter.pieceSize { continue }
        take(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    take(text)
  }

  private static func needsEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return ["\\", "\n", "\r"].contains { (character: Unicode.Scalar) in memchr(start, Int32(character.value), bytes.count) != nil
    }
  }

  private static func append(_ path: UnsafeBufferPointer<UInt8>, _ digest: SHA256.Digest, isEscaped: Bool, to text: inout [UInt8])
  {
    if isEscaped { text.append(UInt8(ascii: "\\")) }
    digest.appendHex(to: &text)
    text += "  ".utf8
    if isEscaped {
      for byte in path {
        switch byte {
        case UInt8(ascii: "\\"): text += "\\\\".utf8
        case UInt8(ascii: "\n"): text += "\\n".utf8
        case UInt8(ascii: "\r"): text += "\\r".utf8
        default: text.append(byte)
        }
      }
    } else {
      text += path
    }
    text.append(UInt8(ascii: "\n"))
  }

  private static func path(from bytes: ArraySlice<UInt8>, isEscaped: Bool) -> String? {
    var path: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard isEscaped, byte == UInt8(ascii: "\\") else {
        path.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "\\"): path.append(byte)
      case UInt8(ascii: "n"): path.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): path.append(UInt8(ascii: "\r"))
      default: return nil
      }
    }
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !path.contains(0), !parts.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) })
    else { return nil }
    return String(validating: path, as: UTF8.self)
  }
}
