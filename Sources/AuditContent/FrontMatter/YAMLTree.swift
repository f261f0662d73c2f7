import Diagnostics

/// What could be read of a piece of YAML.
struct YAMLTree {
  var root: YAMLNode?
  var diagnostics: [Diagnostic] = []
  /// False where a syntax error made the reader leave something out.
  var isWhole = true
  /// Whether ids were left out, since the key that they stood under stands twice or is none.
  var hasLosses = false
}

/// Reads a range of a file as YAML and goes on after syntax errors with the next key at the left margin.
func readYAMLTree(of file: SourceFile, in content: Range<Int>) -> YAMLTree {
  file.bytes.withUnsafeBufferPointer { bytes in
    var tree = YAMLTree()
    var start = content.lowerBound
    for _ in 0..<YAMLLimits.syntaxErrors {
      var builder = YAMLTreeBuilder(file: file)
      let stop = builder.read(UnsafeBufferPointer(rebasing: bytes[start..<content.upperBound]), from: start, joining: tree.root)
      tree.root = builder.root ?? tree.root
      tree.diagnostics += builder.diagnostics
      if builder.hasLosses { tree.hasLosses = true }
      guard case .at(let error) = stop else { break }
      tree.isWhole = false
      guard let next = lineOfNextKey(after: error, in: bytes[content]) else { break }
      start = next
    }
    return tree
  }
}

/// The start of the first line after a place that begins with a key at the left margin: `key:`.
private func lineOfNextKey(after place: Int, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  var index = max(place, bytes.startIndex)
  while index < bytes.endIndex {
    guard let lineBreak = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let start = lineBreak + 1
    index = start
    while index < bytes.endIndex, isKeyByte(bytes[index]) { index += 1 }
    guard index > start, index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { continue }
    if index + 1 == bytes.endIndex || bytes[index + 1] <= UInt8(ascii: " ") { return start }
  }
  return nil
}

func isKeyByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
