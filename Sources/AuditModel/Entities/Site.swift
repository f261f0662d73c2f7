/// What the site as a whole is: its name, its publisher, its lists of topics, themes and kinds of boards (`site.yaml`).
public struct Site: Sendable {
  public var title: String
  /// Absolute, ending in `/`; used in feeds, the sitemap and canonical links only.
  public var baseURL: String
  /// The language of the pages (`sv`, `en`), and of a second tree where there are several.
  public var languages: [String]
  /// The day that stands for today; nil: the day of the build.
  public var asOf: Day?
  /// Whether a reply that is not in the collection was not given, unless an audit says otherwise.
  public var replies: Completeness
  public var publisher: Publisher?
  public var licence: String?
  public var description: String?
  public var accessibility: AccessibilityStatement
  public var brand: Brand

  public init(
    title: String, baseURL: String, languages: [String] = ["sv"], asOf: Day? = nil, replies: Completeness = .complete,
    publisher: Publisher? = nil, licence: String? = nil, description: String? = nil,
    accessibility: AccessibilityStatement = AccessibilityStatement(),
    brand: Brand = Brand()
  ) {
    self.title = title
    self.baseURL = baseURL
    self.languages = languages
    self.asOf = asOf
    self.replies = replies
    self.publisher = publisher
    self.licence = licence
    self.description = description
    self.accessibility = accessibility
    self.brand = brand
  }

  public var language: String { languages.first ?? "sv" }
}

/// Whether what is missing was not given (`complete`) or may exist elsewhere (`incomplete`).
public enum Completeness: String, Sendable, Hashable, CaseIterable {
  case complete, incomplete
}

/// Who publishes the site.
public struct Publisher: Sendable, Hashable {
  public var name: String
  public var type: String?
  public var organisationNumber: String?
  public var email: String?
  public var website: String?

  public init(
    name: String, type: String? = nil, organisationNumber: String? = nil, email: String? = nil, website: String? = nil
  ) {
    self.name = name
    self.type = type
    self.organisationNumber = organisationNumber
    self.email = email
    self.website = website
  }
}

/// What a municipality sets of the look: its colour (`#rrggbb`) and its logo (a file of the content folder).
public struct Brand: Sendable, Hashable {
  public var colour: String?
  public var logo: String?

  public init(colour: String? = nil, logo: String? = nil) {
    self.colour = colour
    self.logo = logo
  }
}

/// A subject of audits, such as integration.
public struct Topic: Sendable, Hashable {
  /// Short name in the address: `integration`.
  public var id: String
  public var name: String
  public var description: String?

  public init(id: String, name: String, description: String? = nil) {
    self.id = id
    self.name = name
    self.description = description
  }
}

/// What a recommendation or an observation is about, across subjects: roles, goals, follow-up. The site's own reading.
public struct Theme: Sendable, Hashable {
  public var id: String
  public var name: String
  public var description: String?

  public init(id: String, name: String, description: String? = nil) {
    self.id = id
    self.name = name
    self.description = description
  }
}

/// What boards are compared by across municipalities, such as *Arbetsmarknadsnämnder*.
public struct BoardKind: Sendable, Hashable {
  public var id: String
  public var name: String
  public var description: String?

  public init(id: String, name: String, description: String? = nil) {
    self.id = id
    self.name = name
    self.description = description
  }
}
