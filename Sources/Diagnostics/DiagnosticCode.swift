/// A kind of problem: its stable name, its weight, and what `missiv explain` says about it.
///
/// Each is declared as a static constant beside the code that finds the problem.
public struct DiagnosticCode: Sendable, Hashable {
  /// A stable name in lower-case English words with hyphens, such as `unknown-key`.
  public let name: String
  public let severity: Severity
  /// What it means, why it matters and how it is cured, for somebody who is no programmer.
  public let explanation: Wording

  public init(_ name: String, _ severity: Severity, explanation: Wording) {
    self.name = name
    self.severity = severity
    self.explanation = explanation
  }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How much a problem weighs. An error stops publication; a warning does with `--strict`; a note never does.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
