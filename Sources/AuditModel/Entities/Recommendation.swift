/// Something the auditors asked for.
///
/// An umbrella has parts and is shown but not counted; a leaf is counted. What parts leave out (addressees, themes, lead-in,
/// due date) they inherit from their umbrella; the values here are the effective ones.
public struct Recommendation: Sendable {
  /// `boras/integration-2021/R1a`.
  public var id: String
  /// `R1a`, unique within the audit.
  public var shortID: String
  public var audit: ID<Audit>
  public var parent: ID<Recommendation>?
  public var parts: [ID<Recommendation>]
  /// The boards addressed; empty where none is stated.
  public var to: [ID<Board>]
  /// Boards that share the duty.
  public var with: [ID<Board>]
  /// Boards that it speaks of without addressing them.
  public var concerns: [ID<Board>]
  public var leadIn: String?
  public var text: String
  /// The first is the primary one.
  public var themes: [ID<Theme>]
  public var due: EDTFDate?
  /// The recommendation to another board that this one is to see fulfilled.
  public var companionOf: ID<Recommendation>?
  public var repeats: [Repetition]
  public var origin: Origin

  public init(
    id: String, shortID: String, audit: ID<Audit>, parent: ID<Recommendation>? = nil, parts: [ID<Recommendation>] = [],
    to: [ID<Board>] = [], with: [ID<Board>] = [], concerns: [ID<Board>] = [], leadIn: String? = nil, text: String,
    themes: [ID<Theme>] = [], due: EDTFDate? = nil, companionOf: ID<Recommendation>? = nil, repeats: [Repetition] = [],
    origin: Origin
  ) {
    self.id = id
    self.shortID = shortID
    self.audit = audit
    self.parent = parent
    self.parts = parts
    self.to = to
    self.with = with
    self.concerns = concerns
    self.leadIn = leadIn
    self.text = text
    self.themes = themes
    self.due = due
    self.companionOf = companionOf
    self.repeats = repeats
    self.origin = origin
  }

  /// Whether it counts among the recommendations: leaves do, umbrellas do not.
  public var isCounted: Bool { parts.isEmpty }
  public var isUmbrella: Bool { !parts.isEmpty }
}

/// That a recommendation says again what an earlier one said.
public struct Repetition: Sendable, Hashable {
  public var of: ID<Recommendation>
  public var strength: RepetitionStrength
  public var note: String?

  public init(of: ID<Recommendation>, strength: RepetitionStrength, note: String? = nil) {
    self.of = of
    self.strength = strength
    self.note = note
  }
}

public enum RepetitionStrength: String, Sendable, Hashable, CaseIterable {
  case strong, partial
}
