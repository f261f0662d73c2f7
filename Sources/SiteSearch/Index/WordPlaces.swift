/// The words of some documents and where they stand, in a few bytes each, since those of all documents are in memory at once.
///
/// Numbers stand in bytes of seven bits: a word's number with a bit that says whether another document begins here, then how much
/// its number is above the last one's; then the block with the level.
struct WordPlaces: Sendable {
  private let bytes: [UInt8]

  /// - Parameter words: in the order of their documents.
  init(_ words: [(word: Int32, posting: Posting)]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * words.count)
    func append(_ number: Int) {
      var rest = number
      while rest > 0x7F {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
    }
    var last = 0
    for (word, posting) in words {
      let step = posting.document - last
      append(Int(word) << 1 | (step == 0 ? 0 : 1))
      if step != 0 { append(step) }
      append(posting.block << 3 | Int(posting.level))
      last = posting.document
    }
    // A copy has no room left over.
    self.bytes = bytes.withUnsafeBufferPointer { Array($0) }
  }

  @inline(__always)
  func forEach(_ body: (_ word: Int, _ posting: Posting) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      func number() -> Int {
        var number = 0
        var shift = 0
        while true {
          let byte = bytes[at]
          at += 1
          number |= Int(byte & 0x7F) << shift
          if byte < 0x80 { return number }
          shift += 7
        }
      }
      var document = 0
      while at < bytes.count {
        let word = number()
        if word & 1 == 1 { document += number() }
        let place = number()
        body(word >> 1, Posting(document: document, level: UInt32(place & 7), block: place >> 3))
      }
    }
  }
}
