/// The file of the table of changes, taken apart into its rows.
struct ChangeRows {
  /// What stands before the first row, and after the last.
  let head: ArraySlice<UInt8>
  let rows: [(audit: ArraySlice<UInt8>, row: ArraySlice<UInt8>)]
  let end: ArraySlice<UInt8>

  init(head: ArraySlice<UInt8>, rows: [(audit: ArraySlice<UInt8>, row: ArraySlice<UInt8>)], end: ArraySlice<UInt8>) {
    (self.head, self.rows, self.end) = (head, rows, end)
  }

  /// Nil where it was not written as the table is, or its audits are not in order.
  init?(_ bytes: [UInt8], _ format: DataFile.Format) {
    var rows: [(audit: ArraySlice<UInt8>, row: ArraySlice<UInt8>)] = []
    switch format {
    case .csv:
      var lines = ChangeRows.csvRows(bytes)
      guard !lines.isEmpty else { return nil }
      head = lines.removeFirst()
      end = []
      for line in lines {
        let cells = line.split(separator: UInt8(ascii: ","), maxSplits: 3, omittingEmptySubsequences: false)
        guard cells.count == 4, cells[0...2].allSatisfy({ $0.first != UInt8(ascii: "\"") && $0.first != UInt8(ascii: "'") })
        else { return nil }
        rows.append((cells[2], line))
      }
    case .json:
      guard bytes.starts(with: Array("[".utf8)), bytes.suffix(3).elementsEqual("\n]\n".utf8), bytes.count >= 4 else { return nil }
      head = bytes[..<1]
      end = bytes.suffix(3)
      // Line breaks in texts are written with a backslash.
      for line in bytes[1..<bytes.count - 3].split(separator: UInt8(ascii: "\n")) {
        let row = line.last == UInt8(ascii: ",") ? line.dropLast() : line
        guard let audit = ChangeRows.audit(ofJSON: row) else { return nil }
        rows.append((audit, row))
      }
    }
    for (row, next) in zip(rows, rows.dropFirst()) where next.audit.lexicographicallyPrecedes(row.audit) { return nil }
    self.rows = rows
  }

  func bytes(_ format: DataFile.Format) -> [UInt8] {
    var bytes = Array(head)
    for (place, row) in rows.enumerated() {
      if format == .json { bytes += (place == 0 ? "\n" : ",\n").utf8 }
      bytes += row.row
    }
    return bytes + end
  }

  /// The rows with their ends; an end of a line between quotation marks is none.
  private static func csvRows(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var rows: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == UInt8(ascii: "\n"), !isQuoted else { continue }
      rows.append(bytes[start...place])
      start = place + 1
    }
    return start == bytes.count ? rows : []
  }

  /// `{"date":"…","kind":"…","audit":"exempelby/…"`
  private static func audit(ofJSON row: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let parts = row.split(separator: UInt8(ascii: "\""), maxSplits: 12, omittingEmptySubsequences: false)
    guard parts.count == 13, parts[9].elementsEqual("audit".utf8), !parts[11].contains(UInt8(ascii: "\\")) else { return nil }
    return parts[11]
  }
}

/// The feed of changes, taken apart into its entries.
struct ChangeEntries {
  let head: ArraySlice<UInt8>
  let entries: [Entry]
  let end: ArraySlice<UInt8>

  struct Entry {
    let day: ArraySlice<UInt8>
    /// Of the audit, as it is written.
    let address: [UInt8]
    let bytes: ArraySlice<UInt8>
  }

  init(head: ArraySlice<UInt8>, entries: [Entry], end: ArraySlice<UInt8>) {
    (self.head, self.entries, self.end) = (head, entries, end)
  }

  /// Nil where it was not written as feeds are. Marks of XML stand in no text, so a line that is one is nothing else.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].elementsEqual("<entry>".utf8) }
    guard let last = lines.indices.last(where: { lines[$0].elementsEqual("</feed>".utf8) }) else { return nil }
    let end = lines[last].startIndex
    self.end = bytes[end...]
    head = bytes[..<(starts.first.map { lines[$0].startIndex } ?? end)]
    var entries: [Entry] = []
    for (place, start) in starts.enumerated() {
      let next = place + 1 < starts.count ? starts[place + 1] : last
      func value(after prefix: String, until mark: UInt8) -> ArraySlice<UInt8>? {
        guard let line = lines[start..<next].first(where: { $0.starts(with: prefix.utf8) }) else { return nil }
        return line.dropFirst(prefix.utf8.count).prefix { $0 != mark }
      }
      guard let day = value(after: "<updated>", until: UInt8(ascii: "T")),
        let address = value(after: "<link rel=\"alternate\" type=\"text/html\" href=\"", until: UInt8(ascii: "\""))
      else { return nil }
      entries.append(Entry(day: day, address: Array(address), bytes: bytes[lines[start].startIndex..<lines[next].startIndex]))
    }
    self.entries = entries
  }

  var bytes: [UInt8] { entries.reduce(into: Array(head)) { $0 += $1.bytes } + end }
}
