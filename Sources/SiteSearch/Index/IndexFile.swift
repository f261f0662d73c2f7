/// A file of the index: a script that hands its content to the search page.
///
/// It is a script and not data, since a page that is opened from a disk may load scripts beside it but read no files.
public struct IndexFile: Sendable {
  /// Its path in the folder of the index.
  public let path: String
  public let bytes: [UInt8]

  /// As much as a file holds; what is longer goes on in the next. It keeps every script small, and lets the parts of a long list
  /// come side by side.
  static let pieceSize = 60_000

  /// The path of a piece.
  static func path(_ name: String, _ index: Int) -> String { (index == 0 ? name : "\(name)-\(index)") + ".js" }

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
      return IndexFile(path: path(name, index), bytes: bytes)
    }
  }

  /// A file with a value that is written as JSON already.
  static func json(_ name: String, _ json: [UInt8]) -> IndexFile {
    IndexFile(path: path(name, 0), bytes: "missiv(\"\(name)\",0,1,".utf8 + json + ")\n".utf8)
  }

  /// What the file adds to the index's version: its path and its bytes in 64 bits. The version is the sum over all files, so that
  /// it follows from the old one where some files change.
  var weight: UInt64 {
    var weight = fnv(Array(path.utf8)[...])
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at + 8 <= bytes.count {
        weight = (weight ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian) &* 0x9E37_79B9_7F4A_7C15
        weight ^= weight >> 32
        at += 8
      }
      for byte in bytes[at...] { weight = (weight ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return weight ^ weight >> 29
  }
}
