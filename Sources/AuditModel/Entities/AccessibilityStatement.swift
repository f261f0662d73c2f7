/// What the publisher of the site says of how accessible it is (lag 2018:1937 om tillgänglighet till digital offentlig service).
public struct AccessibilityStatement: Sendable, Hashable {
  private var texts: [Field: String]

  public init(_ texts: [Field: String] = [:]) {
    self.texts = texts
  }

  /// What Digg, the agency for digital government, says that a statement must tell, in its order
  /// (digg.se: *Skapa en tillgänglighetsredogörelse*).
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case organisation, service, compliance
    case notAccessible = "not-accessible"
    case assessed, updated, method, contact, enforcement
    case disproportionateBurden = "disproportionate-burden"
    case outOfScope = "out-of-scope"
  }

  /// The words of the law, which a statement must choose from.
  public enum Compliance: String, Sendable, Hashable, CaseIterable {
    case fully, partly, not
  }

  public subscript(field: Field) -> String? {
    get { texts[field] }
    set { texts[field] = newValue }
  }

  public var isEmpty: Bool { texts.isEmpty }

  /// What is not told yet, in Digg's order.
  public var missing: [Field] { Field.allCases.filter { texts[$0] == nil } }
}
