/// A table that compares municipalities: one value, of which HTML, CSV and JSON are three printers.
///
/// It holds no words of the site's, only what it speaks of, so that it is the same in every language. Where there is more than a
/// page can show it is summed up; `Insight.records(of:)` always has every fact as a row.
public struct ComparisonTable: Sendable, Hashable {
  public var id: ComparisonID
  public var columns: [Column]
  /// Each with as many cells as there are columns; the first is the row's header.
  public var rows: [[Cell]]
  public var notes: [Note]
  /// How much was compared.
  public var audits: Int
  public var recommendations: Int
  /// Whether each column after the first stands for something compared, so that the table reads as a matrix.
  public var isMatrix: Bool

  public struct Column: Sendable, Hashable {
    /// The header in CSV and the key in JSON; lower-case English words with underscores, or an id.
    public var key: String
    public var heading: Heading
    public var type: ColumnType
    /// Indexes into `notes`.
    public var notes: [Int]

    public init(_ key: String, _ heading: Heading, _ type: ColumnType = .text, notes: [Int] = []) {
      self.key = key
      self.heading = heading
      self.type = type
      self.notes = notes
    }
  }

  public enum ColumnType: Sendable, Hashable {
    case text, number, date
    /// A number that may have decimals.
    case decimal
  }

  /// What stands at the head of a column.
  public enum Heading: Sendable, Hashable {
    case word(Word)
    case audit(ID<Audit>)
    case theme(ID<Theme>)
    case state(RecommendationState)
    case level(AssessmentLevel)
    /// A year or another period, as a CSV file has it.
    case period(String)
  }

  /// Headings that are words of the site's; the strings file has each under this name.
  public enum Word: String, Sendable, Hashable, CaseIterable {
    case theme, audit, municipality, of, aspect, quote, level, board, kind
    case due, replied
    case replyState = "reply-state"
    case daysLate = "days-late"
    case medianDaysLate = "median-days-late"
    case n
    case inTime = "in-time"
    case late, overdue, awaited
    case notInCollection = "not-in-collection"
    case audits, assessments, recommendations, boards, open, done
    case followedUp = "followed-up"
    case ungraded
    case date, role, recommendation, counted, tone, state, flags, uncertain
    case onBehalf = "on-behalf"
    case keyFigure = "key-figure"
    case period, value, source
    case seriesBreak = "series-break"
  }

  public struct Cell: Sendable, Hashable {
    public var contents: [Content]
    /// Indexes into `notes`.
    public var notes: [Int]

    public init(_ contents: [Content] = [], notes: [Int] = []) {
      self.contents = contents
      self.notes = notes
    }

    public init(_ content: Content?) {
      self.init(content.map { [$0] } ?? [])
    }
  }

  /// A piece of a cell.
  public enum Content: Sendable, Hashable {
    /// A document's own words.
    case verbatim(String)
    /// What is the same in every language of the site: an aspect as the content names it, a stable word of the data files.
    case text(String)
    case municipality(ID<Municipality>)
    /// An audit, named by its municipality and year.
    case audit(ID<Audit>)
    case board(ID<Board>)
    case boardKind(ID<BoardKind>)
    case theme(ID<Theme>)
    /// Recommendations that carry the row's theme as their primary one, or as a secondary one.
    case recommendations([ID<Recommendation>], isPrimary: Bool)
    /// How many recommendations carry the theme as their primary one, and how many others as a secondary one.
    case themed(primary: Int, secondary: Int)
    /// Seen by the auditors, without a recommendation.
    case observed(Tone?)
    case level(AssessmentLevel)
    case count(Int)
    case share(Share)
    case days(Int, isUncertain: Bool)
    case date(EDTFDate)
    case replyState(ReplyState)
    /// Of a key figure.
    case number(DecimalNumber)
  }

  /// A remark on a cell.
  public enum Note: Sendable, Hashable {
    /// An umbrella is shown but not counted.
    case umbrella(ID<Recommendation>)
    /// Several assessments stand in one sentence.
    case oneSentence(ID<Audit>)
    /// A board that was found to do fully what it should, and yet got a recommendation.
    case fullyYetRecommended(ID<Audit>, ID<Board>)
    /// What the audit's page says of a fact of it as inferred or uncertain.
    case inference(ID<Audit>, Inference)
    /// Where an audit's key figures come from.
    case source(ID<Audit>, String)
    /// What changed, so that numbers from this period on cannot be compared with earlier ones.
    case seriesBreak(ID<Audit>, period: String, String)
  }

  public var isEmpty: Bool { rows.isEmpty }
}
