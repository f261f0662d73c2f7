extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text in which `&`, `<`, `>` and `"` are written as HTML wants them, and without the control characters that it has
  /// no place for: `&#27;` makes one where the file has none.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    var written = 0
    // A bit for each of the first 64 characters that is written otherwise: controls, and the four.
    let special: UInt64 = 0xFFFF_D9FF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
    for index in 0..<text.count {
      guard text[index] < 64 ? special >> UInt64(text[index]) & 1 != 0 : text[index] == 0x7F else { continue }
      let replacement: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: replacement = ""
      default: continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<index]))
      append(replacement)
      written = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[written...]))
  }

  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  /// Appends an address: what may not stand in one is percent-encoded, what is so already stays.
  mutating func append(address text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"), UInt8(ascii: "%")...UInt8(ascii: ";"),
        UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexadecimalDigit(byte >> 4))
        append(Self.hexadecimalDigit(byte & 15))
      }
    }
  }

  mutating func append(address text: String) {
    var text = text
    text.withUTF8 { append(address: $0) }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

/// How an address begins: `https`, `javascript`, or nothing.
enum AddressScheme: Equatable {
  case none
  case web
  /// Mail and telephone.
  case contact
  /// `javascript:`, `data:` and the like, which may run or load what nobody checked; and whatever else nobody needs.
  case dangerous
  case unknown

  /// Browsers drop line breaks and tabs anywhere and control characters in front, so they are dropped here too.
  init(of address: UnsafeBufferPointer<UInt8>) {
    var scheme: [UInt8] = []
    scanning: for byte in address {
      switch byte {
      case 0...0x20, 0x7F: continue
      case UInt8(ascii: ":"):
        switch scheme {
        case Array("http".utf8), Array("https".utf8): self = .web
        case Array("mailto".utf8), Array("tel".utf8): self = .contact
        case Array("javascript".utf8), Array("vbscript".utf8), Array("data".utf8), Array("file".utf8): self = .dangerous
        default: self = scheme.isEmpty ? .none : .unknown
        }
        return
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): scheme.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if scheme.isEmpty { break scanning }
        scheme.append(byte)
      default: break scanning
      }
    }
    self = address.starts(with: Array("//".utf8)) ? .web : .none
  }

  /// Whether a page of ours may link there.
  func isRefused(in dialect: MarkdownOptions.Dialect) -> Bool {
    self == .dangerous || self == .unknown && dialect == .site
  }
}
