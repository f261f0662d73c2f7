/// What is shown of documents, some beside each other in a file `d0`, `d1`, ….
enum EntryFiles {
  static let documents = 64

  static func name(_ number: Int) -> String { "d\(number)" }

  /// `[["Title","address/","R1a","Summary"],…]`
  static func file(_ number: Int, _ documents: [[UInt8]]) -> IndexFile {
    IndexFile.json(name(number), Array("[".utf8) + documents.joined(separator: Array(",".utf8)) + Array("]".utf8))
  }

  static func entry(_ document: SearchDocument) -> [UInt8] {
    var json = JSONText()
    json.strings(texts(document))
    return json.bytes
  }

  static func texts(_ document: SearchDocument) -> [String] { [document.title, document.address, document.label, document.summary] }
}
