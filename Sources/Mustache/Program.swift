/// The templates of a set as one flat list of operations over one pool of literal bytes.
///
/// Operations hold numbers only, so that going through them costs no counting of references.
struct Program: Sendable {
  var operations: [Operation] = []
  var literals: [UInt8] = []
  /// Where the hashes of each path's keys lie in `keys`; an empty range is the dot.
  var paths: [Range<Int32>] = []
  var keys: [UInt64] = []
}

/// One step of rendering. Numbers are places in the program's lists.
enum Operation: Sendable {
  case literal(lower: Int32, upper: Int32)
  /// What leads from the page to the site's root.
  case root
  case variable(path: Int32, escaped: Bool)
  /// `end` is the section's `endSection`.
  case section(path: Int32, end: Int32)
  case inverted(path: Int32, end: Int32)
  /// `body` is the first operation inside the section.
  case endSection(body: Int32)
  case partial(start: Int32)
  /// The end of a template.
  case endTemplate
}
