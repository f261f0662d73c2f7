extension String {
  /// Whether an address leads out of the site or within the page, so that nothing is put before it.
  var hasSchemeOrIsFragment: Bool {
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "#"): return index == 0
      case UInt8(ascii: ":"): return index > 0
      case UInt8(ascii: "/"), UInt8(ascii: "?"): return false
      default: continue
      }
    }
    return false
  }

  /// Whether an address with a scheme leads to a page or a mailbox. Others may run programs, and lead nowhere here, whatever let
  /// them come this far.
  var isHarmless: Bool {
    utf8.first == UInt8(ascii: "#") || ["https:", "http:", "mailto:", "tel:"].contains { utf8.starts(with: $0.utf8) }
  }
}
