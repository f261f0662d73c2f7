import Diagnostics

/// A register of the content folder that a build changes.
public struct RegisterFile: Sendable {
  /// In the content folder.
  public let path: String
  /// What it held when it was read; empty where there was none.
  public let old: [UInt8]
  private let print: @Sendable () -> [UInt8]
  /// What it is to hold: made when it is asked for, since many may be new, and stay until the site is published.
  public var new: [UInt8] { print() }

  init(path: String, old: [UInt8], print: @escaping @Sendable () -> [UInt8]) {
    (self.path, self.old, self.print) = (path, old, print)
  }
}

extension SourceFile {
  /// A register's bytes without the mark of UTF-8 that a Windows editor puts before them.
  var registerBytes: ArraySlice<UInt8> { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] }

  /// The lines of a register with their places: all but comments and empty ones, without what a Windows editor puts at their
  /// ends.
  var registerLines: [(text: String, place: SourceRange)] {
    var lines: [(String, SourceRange)] = []
    var start = registerBytes.startIndex
    for line in registerBytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      lines.append((String(decoding: text, as: UTF8.self), SourceRange(path: path, lower: start, upper: start + text.count)))
    }
    return lines
  }
}
