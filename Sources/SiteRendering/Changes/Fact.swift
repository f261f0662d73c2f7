/// A fact of a page whose changes are noted. The raw values stand in registers and in the open data, and stay.
enum Fact: String, Sendable, Hashable, CaseIterable {
  /// Where a recommendation stands.
  case state
  /// The deadline that holds: a recommendation's, or that of a measure of a reply.
  case due
  /// The boards that a recommendation is addressed to.
  case to
  /// What the latest answer says, the latest claim and the latest verdict.
  case stance, claim, verdict
  /// The day of a document, and the day by which a reply was asked for.
  case date
  case replyDue = "reply-due"
  /// Whose document it is.
  case by
  /// How the auditors judge a body, and how they criticise it.
  case level, criticism
  /// Known only by their digests.
  case title, text
  /// That something came to a page, or went from it.
  case added, removed

  /// Whether only a digest of it is kept, so that nothing can be read out of a register that was masked later.
  var isText: Bool { self == .title || self == .text }

  /// Whether it follows from replies and follow-ups, so that a new one may change it.
  var followsFromDocuments: Bool {
    switch self {
    case .state, .due, .stance, .claim, .verdict: true
    default: false
    }
  }
}

/// A fact and what of: `level/kommunstyrelsen` is the assessment of a board, `due/M1` the deadline of a measure.
struct FactName: Sendable, Hashable {
  let fact: Fact
  /// Empty where the fact is the page's own. Several of one name are numbered: `kommunstyrelsen.2`.
  let about: String

  init(_ fact: Fact, _ about: String = "") {
    self.fact = fact
    self.about = about
  }

  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let fact = parts.first.flatMap({ Fact(rawValue: String($0)) }) else { return nil }
    self.init(fact, parts.count > 1 ? String(parts[1]) : "")
  }

  var text: String { about.isEmpty ? fact.rawValue : fact.rawValue + "/" + about }

  /// What it is of, without the number.
  var subject: String { String(about.prefix { $0 != "." }) }
}
