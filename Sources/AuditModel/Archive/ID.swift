/// Where a thing stands in the archive: an index that only the archive's maker hands out, so that `archive[id]` always has an
/// answer.
public struct ID<Entity>: Hashable, Comparable, Sendable {
  public let index: Int32

  public init(_ index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }

  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// Where something was written: a file of the archive and a range of its bytes.
public struct Origin: Hashable, Sendable {
  /// Index into `Archive.files`.
  public let file: Int32
  public let lower: Int32
  public let upper: Int32

  public init(file: Int, lower: Int, upper: Int) {
    self.file = Int32(truncatingIfNeeded: file)
    self.lower = Int32(truncatingIfNeeded: lower)
    self.upper = Int32(truncatingIfNeeded: upper)
  }
}

/// The running text of a document, which stays in its file until its page is rendered.
public struct Body: Hashable, Sendable {
  /// Index into `Archive.files`.
  public let file: Int32
  /// The byte at which the text begins, after the front matter.
  public let start: Int32
  public let isEmpty: Bool
  /// Tells whether the text is another than it was (`TextDigest`).
  public let digest: UInt64

  public init(file: Int, start: Int, isEmpty: Bool, digest: UInt64 = 0) {
    self.file = Int32(truncatingIfNeeded: file)
    self.start = Int32(truncatingIfNeeded: start)
    self.isEmpty = isEmpty
    self.digest = digest
  }
}
