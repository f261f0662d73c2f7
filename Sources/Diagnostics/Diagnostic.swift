/// A problem in the content or the theme: what is wrong, where, and how to cure it.
///
/// `message` is a headline: the most specific word first, no full stop. `cure` says what to do, as a sentence.
/// Libraries only make diagnostics; the program alone prints them.
public struct Diagnostic: Sendable, Hashable {
  public let code: DiagnosticCode
  public var severity: Severity
  public let message: Wording
  public let location: SourceRange
  public let cure: Wording?
  public let notes: [Note]
  public let fixIts: [FixIt]

  public init(
    _ code: DiagnosticCode, _ message: Wording, at location: SourceRange, cure: Wording? = nil, notes: [Note] = [],
    fixIts: [FixIt] = []
  ) {
    self.code = code
    self.severity = code.severity
    self.message = message
    self.location = location
    self.cure = cure
    self.notes = notes
    self.fixIts = fixIts
  }

  /// A second place that the problem has to do with.
  public struct Note: Sendable, Hashable {
    public let message: Wording
    public let location: SourceRange

    public init(_ message: Wording, at location: SourceRange) {
      self.message = message
      self.location = location
    }
  }

  /// A replacement of bytes that removes the problem.
  public struct FixIt: Sendable, Hashable {
    public let location: SourceRange
    public let replacement: String

    public init(replace location: SourceRange, with replacement: String) {
      self.location = location
      self.replacement = replacement
    }
  }
}

extension Diagnostic: Comparable {
  /// By file, place and code, so that any order of finding gives one order of printing.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.location.path != b.location.path { return a.location.path.utf8.lexicographicallyPrecedes(b.location.path.utf8) }
    if a.location.lower != b.location.lower { return a.location.lower < b.location.lower }
    if a.location.upper != b.location.upper { return a.location.upper < b.location.upper }
    if a.code.name != b.code.name { return a.code.name < b.code.name }
    return a.message.en < b.message.en
  }
}
