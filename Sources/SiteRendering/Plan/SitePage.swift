public import AuditModel

/// A page of the site. Long lists go on over several sheets, counted from 1.
public enum SitePage: Hashable, Sendable {
  case start
  case audits(sheet: Int)
  case municipality(ID<Municipality>)
  case audit(ID<Audit>)
  case recommendation(ID<Recommendation>)
  case reply(ID<Reply>)
  case followUp(ID<FollowUp>)
  case boards
  case board(ID<Board>, sheet: Int)
  case boardKind(ID<BoardKind>, sheet: Int)
  case topics
  case topic(ID<Topic>, sheet: Int)
  case themes
  case theme(ID<Theme>, sheet: Int)
  case comparisons
  case comparison(ComparisonID)
  case recommendations(sheet: Int)
  case overdue(sheet: Int)
  case recurring(sheet: Int)
  case glossary
  case page(ID<Page>)
  case method
  case accessibility
  case data
  case search
  /// What a server shows where there is no page. It is in no list of pages, since it has no address that leads to it.
  case notFound

  /// Which sheet of a long list it is; 1 where it is all there is.
  var sheet: Int {
    switch self {
    case .audits(let sheet), .board(_, let sheet), .boardKind(_, let sheet), .topic(_, let sheet), .theme(_, let sheet),
      .recommendations(let sheet), .overdue(let sheet), .recurring(let sheet):
      sheet
    default: 1
    }
  }
}
