/// A range of bytes in a named file: where something was written.
///
/// Offsets are counted in bytes from the start of the file and become lines and columns only when a diagnostic is printed.
public struct SourceRange: Sendable, Hashable {
  public let path: String
  public let lower: Int
  public let upper: Int

  public init(path: String, _ range: Range<Int>) {
    self.path = path
    self.lower = range.lowerBound
    self.upper = range.upperBound
  }

  public init(path: String, lower: Int, upper: Int) {
    self.path = path
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The start of a file, for what is wrong with the file as a whole.
  public static func start(of path: String) -> SourceRange {
    SourceRange(path: path, lower: 0, upper: 0)
  }

  public var range: Range<Int> { lower..<upper }
}
