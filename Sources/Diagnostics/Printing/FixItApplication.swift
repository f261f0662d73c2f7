/// The file with the fix-its applied that concern it.
///
/// Where two touch the same bytes the first in the file wins; checking again finds what is left. Equal ones count once.
public func apply(_ fixIts: [Diagnostic.FixIt], to file: SourceFile) -> SourceFile {
  let ordered =
    fixIts
    .filter { $0.location.path == file.path && $0.location.upper <= file.bytes.count && $0.location.lower >= 0 }
    .enumerated()
    .sorted { a, b in
      let (first, second) = (a.element.location, b.element.location)
      return (first.lower, first.upper, a.offset) < (second.lower, second.upper, b.offset)
    }
    .map(\.element)

  var bytes: [UInt8] = []
  var copied = 0  // up to where the file has been taken over
  var last: SourceRange?
  for fixIt in ordered where fixIt.location.lower >= copied && fixIt.location != last {
    bytes += file.bytes[copied..<fixIt.location.lower]
    bytes += fixIt.replacement.utf8
    copied = fixIt.location.upper
    last = fixIt.location
  }
  bytes += file.bytes[copied...]
  return SourceFile(path: file.path, bytes: bytes)
}
