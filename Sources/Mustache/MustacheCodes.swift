public import Diagnostics

/// The kinds of problems that templates can have; each is declared beside its wording.
public enum MustacheCodes {
  public static let all: [DiagnosticCode] = [
    syntax, encoding, unused, unknownPartial, missingTemplate, sameName, unknownBlock, endless, unknownKey, wrongUse,
  ]
}
