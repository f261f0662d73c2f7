/// The pairs of some documents that follow each other, in pieces by the lowest bits of their hashes: four bytes each, since those
/// of all documents are in memory at once.
struct PairChunk: Sendable {
  /// As many as a chunk has documents at most, so that a document's place takes no more bits than a piece.
  static let pieces = EntryFiles.documents

  private let first: Int
  /// Where each piece begins.
  private let starts: [UInt32]
  /// Hashes, which have the place of their document instead of the bits that all hashes of a piece have in common.
  private let entries: [UInt32]

  /// - Parameters:
  ///   - first: the number of the first document.
  ///   - pairs: in the order of their documents.
  init(from first: Int, _ pairs: [(hash: UInt32, document: Int32)]) {
    var starts = [UInt32](repeating: 0, count: PairChunk.pieces + 1)
    for pair in pairs { starts[PairChunk.piece(of: pair.hash) + 1] += 1 }
    for piece in 1...PairChunk.pieces { starts[piece] += starts[piece - 1] }
    var next = starts
    var entries = [UInt32](repeating: 0, count: pairs.count)
    for (hash, document) in pairs {
      let piece = PairChunk.piece(of: hash)
      entries[Int(next[piece])] = hash & ~PairChunk.mask | UInt32(Int(document) - first)
      next[piece] += 1
    }
    (self.first, self.starts, self.entries) = (first, starts, entries)
  }

  private static let mask = UInt32(pieces - 1)
  private static func piece(of hash: UInt32) -> Int { Int(hash & mask) }

  /// Hands over the pairs of a piece, in the order of their documents.
  @inline(__always)
  func forEach(in piece: Int, _ body: (_ hash: UInt32, _ document: Int) -> Void) {
    for entry in entries[Int(starts[piece])..<Int(starts[piece + 1])] {
      body(entry & ~PairChunk.mask | UInt32(piece), first + Int(entry & PairChunk.mask))
    }
  }
}
