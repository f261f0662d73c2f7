import AuditModel
import Diagnostics

/// The site's logo and the room that it takes, known before it has arrived so that nothing moves.
struct Logo: Sendable {
  /// Relative to the site's root.
  let address: String
  /// In CSS pixels.
  let width: Int
  static let height = 40
  /// No wider than fits beside the site's name.
  private static let widest = 200

  /// A file that says no size of its own is shown as a square.
  init(_ file: SourceFile) {
    address = SitePlan.attachmentPath(file.path)
    let size = ImageSize(file.bytes) ?? ImageSize(width: 1, height: 1)
    width = min(Logo.widest, max(1, Int((size.width / size.height * Double(Logo.height)).rounded())))
  }
}

/// How wide and high a picture is, in units of its own.
struct ImageSize: Equatable {
  let width: Double
  let height: Double

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Reads the size that an SVG, PNG, GIF, JPEG or WebP file says; nil where it says none.
  init?(_ bytes: [UInt8]) {
    func number(_ at: Int, _ count: Int, littleEndian: Bool = false) -> Double? {
      guard at >= 0, at + count <= bytes.count else { return nil }
      let part = bytes[at..<(at + count)]
      return Double((littleEndian ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) })
    }
    var size: (Double?, Double?) = (nil, nil)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      size = (number(16, 4), number(20, 4))
    } else if bytes.starts(with: "GIF8".utf8) {
      size = (number(6, 2, littleEndian: true), number(8, 2, littleEndian: true))
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      size = ImageSize.frame(ofJPEG: bytes).map { (number($0 + 5, 2), number($0 + 3, 2)) } ?? (nil, nil)
    } else if bytes.starts(with: "RIFF".utf8), bytes.count > 30 {
      size = ImageSize.webP(bytes)
    } else {
      size = ImageSize.svg(bytes)
    }
    guard let width = size.0, let height = size.1, width > 0, height > 0 else { return nil }
    self.init(width: width, height: height)
  }

  /// Where the frame header of a JPEG file begins, after its marker.
  private static func frame(ofJPEG bytes: [UInt8]) -> Int? {
    var at = 2
    while at + 9 < bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) { return at + 2 }
      at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
    }
    return nil
  }

  private static func webP(_ bytes: [UInt8]) -> (Double?, Double?) {
    func number(_ at: Int, _ count: Int) -> Int { bytes[at..<(at + count)].reversed().reduce(0) { $0 << 8 | Int($1) } }
    switch bytes[12..<16].last {
    case UInt8(ascii: "X"): return (Double(number(24, 3) + 1), Double(number(27, 3) + 1))
    case UInt8(ascii: "L"): return (Double(number(21, 2) & 0x3FFF + 1), Double(number(21, 4) >> 14 & 0x3FFF + 1))
    default: return (Double(number(26, 2) & 0x3FFF), Double(number(28, 2) & 0x3FFF))
    }
  }

  /// From the first tag `<svg …>`: its `viewBox`, else its `width` and `height`.
  private static func svg(_ bytes: [UInt8]) -> (Double?, Double?) {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg")?.upperBound, let end = text[start...].firstIndex(of: ">") else {
      return (nil, nil)
    }
    let tag = text[start..<end]
    func attribute(_ name: String) -> Substring? {
      guard let at = tag.firstRange(of: " " + name + "=")?.upperBound, at < end else { return nil }
      let mark = tag[at]
      let value = tag[tag.index(after: at)...]
      return value.firstIndex(of: mark).map { value[..<$0] }
    }
    if let box = attribute("viewBox") {
      let numbers = box.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
      if numbers.count == 4 { return (numbers[2], numbers[3]) }
    }
    func length(_ name: String) -> Double? {
      attribute(name).flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) }
    }
    return (length("width"), length("height"))
  }
}
