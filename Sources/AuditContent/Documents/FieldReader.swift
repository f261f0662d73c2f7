import Diagnostics

/// What is gathered while one document's values are read: its problems, and whether anything had to be left out.
struct FieldReader {
  let path: String
  /// False where the YAML itself could not be read whole, so that a missing key is no news.
  let reportsMissingKeys: Bool
  var diagnostics: [Diagnostic] = []
  /// Whether something was left out that others may refer to.
  var hasLosses = false
  /// The key whose value is being read, for messages.
  var key = ""
  /// What the key stands in, for messages.
  var owner = Wording(sv: "dokumentet", en: "the document")

  init(path: String, reportsMissingKeys: Bool) {
    self.path = path
    self.reportsMissingKeys = reportsMissingKeys
  }

  func place(_ range: Range<Int>) -> SourceRange { SourceRange(path: path, range) }

  /// Says that a value is left out: with it go the ids in it, if any.
  mutating func noteLoss(of node: YAMLNode) {
    if node.hasID { hasLosses = true }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
