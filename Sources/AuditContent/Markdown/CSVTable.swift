public import Diagnostics

/// A table from a CSV file: the first row names the columns.
public struct CSVTable: Sendable, Equatable {
  public var header: [String]
  public var rows: [[String]]

  public init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// Whether every value in a column is a number, as Swedes or programs write them: `12 345,5`, `-3.2`, `45 %`.
  public func isNumeric(column: Int) -> Bool {
    var hasNumber = false
    for row in rows where row.indices.contains(column) && !row[column].isEmpty {
      guard Self.isNumber(row[column]) else { return false }
      hasNumber = true
    }
    return hasNumber
  }

  private static func isNumber(_ text: String) -> Bool {
    var hasDigit = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": hasDigit = true
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", ",", ".", "-", "−", "+", "%": continue
      default: return false
      }
    }
    return hasDigit
  }
}

/// Reads a CSV file as RFC 4180 describes it, with commas or, as Swedish Excel writes them, semicolons.
public func readCSV(of file: SourceFile) -> Checked<CSVTable> {
  var diagnostics: [Diagnostic] = []
  guard let file = readableText(of: file, into: &diagnostics) else { return Checked(CSVTable(header: [], rows: []), diagnostics) }
  var reader = CSVReader(file: file)
  reader.read()
  return Checked(CSVTable(header: reader.header, rows: reader.rows), diagnostics + reader.diagnostics)
}

private struct CSVReader {
  let file: SourceFile
  var header: [String] = []
  var rows: [[String]] = []
  var diagnostics: [Diagnostic] = []

  mutating func read() {
    var index = FrontMatterFences.textStart(of: file.bytes)
    let separator = separator(from: index)
    var records = 0
    while index < file.bytes.count {
      let start = index
      let record = record(at: &index, separator: separator)
      if record == [""] { continue }
      records += 1
      if records == 1 {
        header = record
        continue
      }
      if record.count != header.count {
        diagnostics.append(.csvColumns(in: file, at: lineOf(start), found: record.count, expected: header.count))
      }
      rows.append(Array(record.prefix(header.count)) + Array(repeating: "", count: max(0, header.count - record.count)))
    }
    if records == 0 { diagnostics.append(.csvEmpty(in: file)) }
  }

  /// The one of the two that the first line has more of, outside quotation marks.
  private func separator(from start: Int) -> UInt8 {
    var (commas, semicolons, isQuoted) = (0, 0, false)
    for byte in file.bytes[start...] {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: commas += 1
      case UInt8(ascii: ";") where !isQuoted: semicolons += 1
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
        return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
      default: continue
      }
    }
    return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  /// The values up to the end of a line, the line break included.
  private mutating func record(at index: inout Int, separator: UInt8) -> [String] {
    var values: [String] = []
    while true {
      values.append(value(at: &index, separator: separator))
      guard index < file.bytes.count else { return values }
      let byte = file.bytes[index]
      index += 1
      if byte == separator { continue }
      if byte == UInt8(ascii: "\r"), file.byte(at: index) == UInt8(ascii: "\n") { index += 1 }
      return values
    }
  }

  private mutating func value(at index: inout Int, separator: UInt8) -> String {
    let bytes = file.bytes
    func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
      return text(bytes[start..<index])
    }
    let quote = index
    var value: [UInt8] = []
    index += 1
    while true {
      guard index < bytes.count else {
        diagnostics.append(.csvUnclosedQuote(in: file, at: quote..<quote + 1))
        return text(value[...])
      }
      let byte = bytes[index]
      index += 1
      if byte != UInt8(ascii: "\"") {
        value.append(byte)
      } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        value.append(byte)
        index += 1
      } else {
        break
      }
    }
    if index < bytes.count, !isEnd(bytes[index]) {
      diagnostics.append(.csvTextAfterQuote(in: file, at: index..<index + 1))
      while index < bytes.count, !isEnd(bytes[index]) {
        value.append(bytes[index])
        index += 1
      }
    }
    return text(value[...])
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= UInt8(ascii: " ") { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= UInt8(ascii: " ") { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func lineOf(_ start: Int) -> Range<Int> {
    start..<(file.bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? file.bytes.count)
  }
}
