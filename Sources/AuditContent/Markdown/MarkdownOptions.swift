public import Charts

/// How a body is written as HTML.
public struct MarkdownOptions: Sendable {
  /// For whom the HTML is.
  public enum Dialect: Sendable {
    /// Our pages: headings with ids, tables with caption, scopes and classes, nothing in place of raw HTML.
    case site
    /// The examples of the specifications of CommonMark and of GFM's tables, to the letter.
    case specification
  }

  public var dialect: Dialect
  /// Added to every heading's level, so that a body's `#` fits under its page's own heading.
  public var headingShift: Int
  /// Put before every heading's id.
  public var idPrefix: String
  /// Ids that the page has already.
  public var reservedIDs: Set<String>
  /// What stands on charts and beside tables from CSV files.
  public var chartWords: ChartWords

  public init(
    dialect: Dialect = .site, headingShift: Int = 0, idPrefix: String = "", reservedIDs: Set<String> = [],
    chartWords: ChartWords = ChartWords()
  ) {
    self.dialect = dialect
    self.headingShift = headingShift
    self.idPrefix = idPrefix
    self.reservedIDs = reservedIDs
    self.chartWords = chartWords
  }
}

/// Decides what links and pictures in a body lead to.
public protocol LinkResolver {
  func resolve(_ destination: String, isImage: Bool) -> LinkResolution
}

/// What a link or a picture leads to.
public enum LinkResolution: Sendable {
  /// A page or a file of the site. The title is the text where the link has none: `[](arbetslivsnamnden)`.
  case address(href: String, title: String? = nil)
  /// The address as it was written.
  case external
  /// Nothing: the text is written without a link.
  case broken
  /// A table from a CSV file, for a picture that stands alone in its paragraph: `![Nyckeltal](nyckeltal.csv)`; a chart where the
  /// picture's title is `"bar"` or `"line"`. `href` is the file's own address.
  case dataTable(CSVTable, href: String? = nil)
}

/// Takes every address as it was written.
public struct AddressesAsWritten: LinkResolver {
  public init() {}
  public func resolve(_ destination: String, isImage: Bool) -> LinkResolution { .external }
}

/// A heading of a body, for a table of contents.
public struct MarkdownHeading: Sendable, Equatable {
  /// As it was written into the page, the shift included.
  public var level: Int
  public var id: String
  public var text: String
}

/// A body as HTML.
public struct MarkdownBody: Sendable {
  public var html: [UInt8]
  public var headings: [MarkdownHeading]
}
