/// Whether a spreadsheet that opens a CSV file works out a cell and does not show it, by its first character (OWASP, *CSV
/// Injection*). Numbers, telephone numbers and lone dashes are shown as they are.
@inlinable public func isSpreadsheetFormula(_ cell: some Collection<UInt8>) -> Bool {
  switch cell.first {
  case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
  case UInt8(ascii: "+"), UInt8(ascii: "-"):
    return !cell.dropFirst().allSatisfy { byte in
      switch byte {
      // Digits with what stands between them, and the bytes of narrow and hard spaces.
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "%"),
        0xC2, 0xA0,
        0xE2, 0x80, 0xAF, 0x89:
        true
      default: false
      }
    }
  default: return false
  }
}
