/// A table drawn with `|` and `-`, as GitHub's specification of Markdown describes it, by the bytes of its cells.
struct PipeTable {
  enum Alignment { case none, left, center, right }

  /// The lines before the heading row, which stay a paragraph.
  var leadingLines: ArraySlice<Range<Int>>
  var alignments: [Alignment]
  var header: [Range<Int>]
  /// Each row as it was written: with fewer or more cells than the header has.
  var rows: [[Range<Int>]]

  /// The table among the lines of a paragraph, or nil where there is none.
  init?(in lines: [Range<Int>], of source: BodySource) {
    for index in lines.indices.dropFirst() {
      guard let alignments = Self.alignments(lines[index], in: source) else { continue }
      let header = Self.cells(of: lines[index - 1], in: source)
      let hasPipe = source.bytes[lines[index - 1].lowerBound..<lines[index].upperBound].contains(UInt8(ascii: "|"))
      guard hasPipe, header.count == alignments.count else { continue }
      leadingLines = lines[..<(index - 1)]
      self.alignments = alignments
      self.header = header
      rows = lines[(index + 1)...].map { Self.cells(of: $0, in: source) }
      return
    }
    return nil
  }

  /// Whether a line looks like the one between header and rows, and how many columns it draws.
  static func alignments(_ line: Range<Int>, in source: BodySource) -> [Alignment]? {
    let allowed = source.bytes[line].allSatisfy {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || isBlank($0)
    }
    guard allowed, !line.isEmpty else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(of: line, in: source) {
      guard !cell.isEmpty else { return nil }
      let startsWithColon = source.bytes[cell.lowerBound] == UInt8(ascii: ":")
      let endsWithColon = cell.count > 1 && source.bytes[cell.upperBound - 1] == UInt8(ascii: ":")
      let dashes = cell.lowerBound + (startsWithColon ? 1 : 0)..<cell.upperBound - (endsWithColon ? 1 : 0)
      guard !dashes.isEmpty, source.bytes[dashes].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      switch (startsWithColon, endsWithColon) {
      case (false, false): alignments.append(.none)
      case (true, false): alignments.append(.left)
      case (false, true): alignments.append(.right)
      case (true, true): alignments.append(.center)
      }
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// The cells of a line: a pipe at either end is left out, one after a backslash parts nothing.
  static func cells(of line: Range<Int>, in source: BodySource) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, source.bytes[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < line.upperBound {
      if source.bytes[index] == UInt8(ascii: "|"), source.bytes[index - 1] != UInt8(ascii: "\\") || index == line.lowerBound {
        cells.append(source.trimmed(start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < line.upperBound { cells.append(source.trimmed(start..<line.upperBound)) }
    return cells
  }
}
