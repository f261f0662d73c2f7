/// Anything that has a page or a place on one and can be linked to by its id.
public enum Subject: Hashable, Sendable {
  case municipality(ID<Municipality>)
  case board(ID<Board>)
  case audit(ID<Audit>)
  case recommendation(ID<Recommendation>)
  case reply(ID<Reply>)
  case measure(ID<Measure>)
  case followUp(ID<FollowUp>)
  case topic(ID<Topic>)
  case theme(ID<Theme>)
  case boardKind(ID<BoardKind>)
  case page(ID<Page>)
  case glossary
}

/// That a document's running text links to a subject.
public struct Mention: Hashable, Sendable {
  public var from: Subject
  public var to: Subject

  public init(from: Subject, to: Subject) {
    self.from = from
    self.to = to
  }
}
