/// A value and the problems that were found while it was made.
///
/// A stage goes on with whatever earlier stages could save, so that one run reports every problem.
public struct Checked<Value> {
  public var value: Value
  public var diagnostics: [Diagnostic]

  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Whether anything found is an error, so that nothing may be published.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public func map<Result>(_ transform: (Value) throws -> Result) rethrows -> Checked<Result> {
    Checked<Result>(try transform(value), diagnostics)
  }
}

extension Checked: Sendable where Value: Sendable {}
