/// A language in which the program speaks to its user.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case swedish = "sv"
  case english = "en"
}

/// A sentence of the program's in each of its languages.
public struct Wording: Sendable, Hashable {
  public let sv: String
  public let en: String

  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  public func text(in language: Language) -> String {
    switch language {
    case .swedish: sv
    case .english: en
    }
  }
}
