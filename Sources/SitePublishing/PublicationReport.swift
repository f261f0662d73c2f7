/// What publishing changed, in files.
public struct PublicationReport: Sendable, Equatable {
  /// Files that are new or differ from the earlier site.
  public let written: Int
  /// Files that were kept as they were, with the same inode and time stamp.
  public let unchanged: Int
  /// Files of the earlier site that are gone.
  public let removed: Int
  /// The size of what was written, in bytes.
  public let bytes: Int

  package init(written: Int, unchanged: Int, removed: Int, bytes: Int) {
    (self.written, self.unchanged, self.removed, self.bytes) = (written, unchanged, removed, bytes)
  }

  /// Whether the output folder was left exactly as it was.
  public var changedNothing: Bool { written == 0 && removed == 0 }
}
