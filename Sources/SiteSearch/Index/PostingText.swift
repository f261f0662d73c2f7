/// Where a term stands, as it is written: documents as differences with the level, and the block where the word stands in the
/// text.
enum PostingText {
  static func write(_ parts: [ArraySlice<Posting>]) -> [UInt8] {
    var text = NumberText()
    var last = -1
    for postings in parts {
      for posting in postings {
        text.append((posting.document - last - 1) << 3 | Int(posting.level))
        if posting.level <= Level.bodyOften { text.append(posting.block) }
        last = posting.document
      }
    }
    return text.bytes
  }

  static func read(_ text: ArraySlice<UInt8>) -> [Posting]? {
    var reader = NumberReader(text)
    var postings: [Posting] = []
    var document = -1
    while reader.hasMore {
      guard let value = reader.number() else { return nil }
      let level = UInt32(value & 7)
      document += (value >> 3) + 1
      guard document < Posting.documentLimit, let block = level <= Level.bodyOften ? reader.number() : 0 else { return nil }
      postings.append(Posting(document: document, level: level, block: block))
    }
    return postings
  }
}
