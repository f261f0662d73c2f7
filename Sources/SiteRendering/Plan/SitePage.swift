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
}
