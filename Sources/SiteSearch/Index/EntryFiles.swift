/// What is shown of documents, some beside each other in a file `d0`, `d1`, ….
enum EntryFiles {
  static let documents = 64

  static func name(_ number: Int) -> String { "d\(number)" }

  /// `[["Title","address/","R1a","Summary"],…]`
  static func file(_ number: Int, _ documents: [[String]]) -> IndexFile {
    var json = JSONText()
    json.raw("[")
    for (place, texts) in documents.enumerated() {
      if place > 0 { json.raw(",") }
      json.strings(texts)
    }
    json.raw("]")
    return IndexFile.json(name(number), json.bytes)
  }

  static func texts(_ document: SearchDocument) -> [String] {
    [document.title, document.address, document.label, document.summary]
  }
}
