import AuditModel

/// Writes a table as RFC 4180 has it: CRLF after each row, quotes where a cell needs them.
///
/// A text that a spreadsheet would work out as a formula has an apostrophe in front, which spreadsheets take as the sign of text.
/// Numbers never have; the descriptions of the data say so.
struct CSVBytes {
  var bytes: [UInt8] = []
  private var isRowStart = true

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func cell(_ value: DataValue, _ context: SiteContext) {
    if !isRowStart { bytes.append(UInt8(ascii: ",")) }
    isRowStart = false
    switch value {
    case .empty: break
    case .text(let text): quoted { $0 += text.utf8 }
    case .number(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += number.description.utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .date(let date): bytes += date.description.utf8
    case .ids(let ids): list(ids, separator: " ")
    case .texts(let texts): list(texts, separator: "; ")
    case .page(let page):
      quoted {
        $0 += context.baseURL.utf8
        $0 += context.plan.address(of: page).canonical.utf8
      }
    }
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isRowStart = true
  }

  private mutating func list(_ texts: [String], separator: StaticString) {
    quoted { bytes in
      for (place, text) in texts.enumerated() {
        if place > 0 {
          bytes.append(contentsOf: UnsafeBufferPointer(start: separator.utf8Start, count: separator.utf8CodeUnitCount))
        }
        bytes += text.utf8
      }
    }
  }

  /// Writes a cell as it is, and then puts quotes around it if something in it asks for them.
  private mutating func quoted(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    if isSpreadsheetFormula(bytes[start...]) { bytes.insert(UInt8(ascii: "'"), at: start) }
    guard
      bytes[start...].contains(where: {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
      })
    else { return }
    let plain = Array(bytes[start...])
    bytes.append(0)
    bytes[start] = UInt8(ascii: "\"")
    bytes.removeSubrange((start + 1)...)
    for byte in plain {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
