public import AuditModel

/// Turns a document's running text into markup. The driver connects it to the reader of Markdown, so that this target need
/// not know it.
public protocol BodyRenderer: Sendable {
  /// Headings begin at `headingLevel`; `links` says where links and pictures lead.
  func render(_ body: Body, headingLevel: Int, links: BodyLinks) -> RenderedBody
}

/// Where the links of a running text lead, relative to the page it stands on.
public struct BodyLinks: Sendable {
  /// What leads from the page to the site's root: `../../`.
  public let root: String
  /// The address and the title of something with a page or a place on one.
  public let subject: @Sendable (Subject) -> (address: String, title: String)?
  /// The address of an attachment, by its path in the content folder.
  public let attachment: @Sendable (String) -> String?
}

/// A running text as markup.
public struct RenderedBody: Sendable {
  public var html: [UInt8]
  public var headings: [Heading]

  public struct Heading: Sendable {
    public let level: Int
    public let id: String
    public let text: String

    public init(level: Int, id: String, text: String) {
      self.level = level
      self.id = id
      self.text = text
    }
  }

  public init(html: [UInt8], headings: [Heading]) {
    self.html = html
    self.headings = headings
  }
}
