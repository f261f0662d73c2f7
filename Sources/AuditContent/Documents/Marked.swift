import Diagnostics

/// The bytes of a document in which something was written. The document knows its path.
struct Place: Sendable, Hashable {
  var lower: Int32
  var upper: Int32

  init(_ range: Range<Int>) {
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
  }

  /// The start of a file, for what stands nowhere in it.
  static let start = Place(0..<0)

  func range(in path: String) -> SourceRange { SourceRange(path: path, lower: Int(lower), upper: Int(upper)) }
}

/// A value and where it was written.
struct Marked<Value: Sendable & Equatable>: Sendable, Equatable {
  var value: Value
  var place: Place

  init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }
}

/// A name as it was written, of something that only the linker can find: a board, a recommendation, a theme.
typealias Reference = Marked<String>
