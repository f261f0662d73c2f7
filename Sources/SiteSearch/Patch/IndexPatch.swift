/// What a published index lacks to be that of a collection whose texts were edited.
public struct IndexPatch: Sendable {
  /// The files that are new or have other bytes.
  public var files: [IndexFile]
  /// The paths of those that are no more, in the folder of the index.
  public var removed: [String]
}

extension SearchIndex {
  /// The files that `make` would write otherwise for a collection in which the running texts of some documents were edited and
  /// nothing else, found by reading a few files of the published index.
  ///
  /// - Parameters:
  ///   - changes: the documents' numbers, each once, and what the collection says of them now.
  ///   - reading: the bytes of a published file by its path in the folder of the index; nil where there is none.
  /// - Returns: nil where the index must be made anew: it was written by another version or is damaged, other things than texts
  ///   were changed, or, in a small collection, a word became known or unknown by which others' words are taken apart.
  public static func patch(
    _ changes: [(number: Int, document: SearchDocument)], reading: @escaping (_ path: String) -> [UInt8]?
  ) -> IndexPatch? {
    var index = PublishedIndex(reading)
    guard let json = index.value(StartFile.name), var start = StartFile(json[...]),
      let edit = TextEdit(changes.sorted { $0.number < $1.number }, count: start.count, of: &index),
      edit.changePairs(start.pairs, in: &index), edit.changeTerms(&start, in: &index)
    else { return nil }
    return index.patch(start)
  }
}
