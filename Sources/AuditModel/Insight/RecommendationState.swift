/// Where a recommendation stands: one state, from the latest of each voice (DOMAIN: what is derived).
public enum RecommendationState: String, Sendable, Hashable, CaseIterable {
  /// The auditors asked for no reply and there is none.
  case unasked
  /// A reply was asked for and is not here, but may exist elsewhere.
  case notInCollection = "not-in-collection"
  case awaitingReply = "awaiting-reply"
  case replyOverdue = "reply-overdue"
  case answered
  case rejected
  case underWay = "under-way"
  /// The board says that it is done; the auditors have not verified it.
  case reportedDone = "reported-done"
  case partlyDone = "partly-done"
  /// The auditors found it done.
  case done
  case remaining
  case obsolete
  case transferred

  /// Whether nothing more is to be done about it, as far as is known.
  public var isClosed: Bool {
    switch self {
    case .done, .obsolete, .transferred, .rejected: true
    case .unasked, .notInCollection, .awaitingReply, .replyOverdue, .answered, .underWay, .reportedDone, .partlyDone, .remaining:
      false
    }
  }
}

/// What else is worth knowing of a recommendation beside its state.
public struct RecommendationFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It says again what an earlier one said.
  public static let recurring = Self(rawValue: 1)
  /// Its deadline, or that of a measure for it, was moved.
  public static let deadlineMoved = Self(rawValue: 2)
  /// The auditors stated no date by which it should be done. A measure for it may have one.
  public static let noDeadline = Self(rawValue: 4)
  /// Nobody followed it up, in a collection that is complete; not even in a follow-up that only counts.
  public static let neverFollowedUp = Self(rawValue: 8)
  /// No follow-up is here, but one may exist elsewhere.
  public static let noFollowUpInCollection = Self(rawValue: 16)

  /// Each flag with its stable name, in a fixed order.
  public static let names: [(flag: Self, name: String)] = [
    (.recurring, "recurring"), (.deadlineMoved, "deadline-moved"), (.noDeadline, "no-deadline"),
    (.neverFollowedUp, "never-followed-up"), (.noFollowUpInCollection, "no-follow-up-in-collection"),
  ]

  public var names: [String] { Self.names.filter { contains($0.flag) }.map(\.name) }
}
