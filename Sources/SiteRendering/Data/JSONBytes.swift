import AuditModel
import Mustache

/// Writes values as JSON.
struct JSONBytes {
  var bytes: [UInt8]
  /// Whether `<`, `>` and `&` are written as numbers, so that the text ends no `<script>` that it stands in.
  let isInScript: Bool

  init(bytes: [UInt8] = [], isInScript: Bool = false) {
    self.bytes = bytes
    self.isInScript = isInScript
  }

  mutating func value(_ value: DataValue, _ context: SiteContext) {
    switch value {
    case .empty: bytes += "null".utf8
    case .text(let text): string(text)
    case .number(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += number.description.utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .date(let date): string(date.description)
    case .ids(let texts), .texts(let texts):
      bytes.append(UInt8(ascii: "["))
      for (place, text) in texts.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        string(text)
      }
      bytes.append(UInt8(ascii: "]"))
    case .page(let page): address(context.plan.address(of: page).path, below: context.baseURL)
    }
  }

  /// Where a page stands, as the world knows it.
  mutating func address(_ path: String, below base: String) {
    bytes.append(UInt8(ascii: "\""))
    escaped(base)
    escaped(path)
    if path.hasSuffix(Address.index) { bytes.removeLast(Address.index.utf8.count) }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    escaped(text)
    bytes.append(UInt8(ascii: "\""))
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private mutating func escaped(_ text: String) {
    let isInScript = isInScript
    appendRuns(of: text, to: &bytes) { byte, bytes in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      default:
        bytes += "\\u00".utf8
        bytes.append(JSONBytes.digits[Int(byte >> 4)])
        bytes.append(JSONBytes.digits[Int(byte & 15)])
      }
    } where: { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20: true
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): isInScript
      default: false
      }
    }
  }
}
