import Diagnostics

extension DiagnosticCode {
  static let activePicture = DiagnosticCode(
    "active-picture", .error,
    explanation: Wording(
      sv: """
        En svg-bild kan ha program i sig, eller hämta något från andra webbplatser. Som bild på en sida gör den ingetdera, men den som \
        öppnar filen för sig kör programmet. Därför läggs bara svg-bilder utan sådant ut.
        """,
      en: """
        An svg picture may have programs in it, or load something from other sites. As a picture on a page it does neither, but who opens \
        the file by itself runs the program. So only svg pictures without such things are published.
        """))
}

extension Diagnostic {
  static func activePicture(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .activePicture,
      Wording(sv: "Bilden har mer än en bild i sig", en: "The picture has more than a picture in it"), at: file.place(range),
      cure: Wording(
        sv: "Spara bilden på nytt som vanlig svg (i Inkscape: Optimerad SVG), eller som png.",
        en: "Save the picture again as plain svg (in Inkscape: Optimised SVG), or as png."))
  }
}

/// What a picture may hold that is no picture: programs, other documents, addresses elsewhere.
enum ActiveContent {
  /// Elements by their local names, in lower case.
  private static let elements = [
    "script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "audio", "video", "set", "animate",
  ]

  /// The first place in an SVG file that does more than draw; nil in a mere picture. What is not UTF-8 text counts as such a
  /// place, since nobody can tell.
  static func find(inSVG bytes: [UInt8]) -> Range<Int>? {
    if bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil { return 0..<min(1, bytes.count) }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if let range = element(bytes, at: index) { return range }
      case UInt8(ascii: "="):
        if let range = attribute(bytes, endingAt: index) { return range }
      case UInt8(ascii: "@"):
        // A style sheet that loads another.
        if starts(bytes, at: index + 1, with: "import") { return index..<index + 7 }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func element(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
    if starts(bytes, at: start, with: "<!entity") || starts(bytes, at: start, with: "<?xml-stylesheet") {
      return start..<start + 8
    }
    var end = start + 1
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    let name = bytes[start + 1..<end]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[(name.index(after: $0))...] } ?? name
    let lowered = local.map { $0 | (65...90 ~= $0 ? 0x20 : 0) }
    return elements.contains { lowered.elementsEqual($0.utf8) } ? start..<end : nil
  }

  /// An event's handler, or an address that is not in the picture itself.
  private static func attribute(_ bytes: [UInt8], endingAt equals: Int) -> Range<Int>? {
    var end = equals
    while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, isNameByte(bytes[start - 1]) { start -= 1 }
    let name = bytes[start..<end].map { $0 | (65...90 ~= $0 ? 0x20 : 0) }
    if name.count > 2, name.starts(with: "on".utf8) { return start..<end }
    guard name == Array("href".utf8) || name.suffix(5).elementsEqual(":href".utf8) || name == Array("src".utf8) else {
      return nil
    }
    var value = equals + 1
    while value < bytes.count, isSpace(bytes[value]) || bytes[value] == UInt8(ascii: "\"") || bytes[value] == UInt8(ascii: "'") {
      value += 1
    }
    let isInside = ["#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"].contains {
      starts(bytes, at: value, with: $0)
    }
    let isEmpty = value > equals + 2 && bytes[value - 1] == bytes[value - 2]
    return isInside || isEmpty ? nil : start..<min(value + 1, bytes.count)
  }

  private static func starts(_ bytes: [UInt8], at start: Int, with text: String) -> Bool {
    guard start + text.utf8.count <= bytes.count else { return false }
    return zip(bytes[start...], text.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && 65...90 ~= $0 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }
}
