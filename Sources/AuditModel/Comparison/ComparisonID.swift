/// Which comparison: its kind, over all audits or those on one topic.
public struct ComparisonID: Sendable, Hashable {
  public var kind: ComparisonKind
  public var topic: ID<Topic>?

  public init(_ kind: ComparisonKind, topic: ID<Topic>? = nil) {
    self.kind = kind
    self.topic = topic
  }
}

/// What is compared.
public enum ComparisonKind: String, Sendable, Hashable, CaseIterable {
  /// What the auditors found: board and aspect by municipality and year.
  case assessments
  /// What recommendations are about: theme by audit or municipality; primary, secondary, observed only.
  case themes
  /// Where recommendations stand, by municipality.
  case states
  /// How long replies took, by municipality.
  case replyTimes = "reply-times"
  /// The same kind of board across municipalities.
  case boardKinds = "board-kinds"
  /// Key figures from CSV files beside audits, period by period.
  case keyFigures = "key-figures"
}
