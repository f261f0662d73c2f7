import Diagnostics

/// A file in which a test marks, with ⬇ before the byte, where a problem is expected.
struct MarkedFile {
  let file: SourceFile
  let markers: [Int]

  init(_ text: String, path: String = "boras/granskning/audit.md") {
    let arrow = Array("⬇".utf8)
    var bytes: [UInt8] = []
    var markers: [Int] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      if rest.starts(with: arrow) {
        markers.append(bytes.count)
        rest = rest.dropFirst(arrow.count)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    file = SourceFile(path: path, bytes: bytes)
    self.markers = markers
  }
}

extension Sequence where Element == Diagnostic {
  var names: [String] { map(\.code.name) }
  var offsets: [Int] { map(\.location.lower) }
}

extension Diagnostic {
  /// A file with this problem's first replacement made.
  func fixed(_ file: SourceFile) -> SourceFile? {
    guard let fix = fixIts.first else { return nil }
    var bytes = file.bytes
    bytes.replaceSubrange(fix.location.range, with: Array(fix.replacement.utf8))
    return SourceFile(path: file.path, bytes: bytes)
  }
}
