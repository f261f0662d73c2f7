/// A file of the index: a script that hands its content to the search page.
///
/// It is a script and not data, since a page that is opened from a disk may load scripts beside it but read no files.
public struct IndexFile: Sendable {
  /// Its path in the folder of the index.
  public let path: String
  public let bytes: [UInt8]

  /// As much as a file holds; what is longer goes on in the next. It keeps every script small.
  static let pieceSize = 15_000

  /// The files of a text of characters that need no escaping, the first under the name itself.
  static func text(_ name: String, _ text: [UInt8]) -> [IndexFile] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    repeat {
      var end = min(start + pieceSize, text.count)
      while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
      pieces.append(text[start..<end])
      start = end
    } while start < text.count
    return pieces.enumerated().map { index, piece in
      var bytes = Array("missiv(\"\(name)\",\(index),\(pieces.count),\"".utf8)
      bytes += piece
      bytes += "\")\n".utf8
      return IndexFile(path: (index == 0 ? name : "\(name)-\(index)") + ".js", bytes: bytes)
    }
  }

  /// A file with a value that is written as JSON already.
  static func json(_ name: String, _ json: [UInt8]) -> IndexFile {
    IndexFile(path: name + ".js", bytes: Array("missiv(\"\(name)\",0,1,".utf8) + json + Array(")\n".utf8))
  }
}

/// Writes JSON values one after the other. Hostile text stays text: what could end a string or a script is escaped.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func string(_ text: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, UInt8(ascii: "<"):
        let hex = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func strings(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text.utf8)
    }
    raw("]")
  }
}
