import AuditModel
import Mustache

/// A document that a page stands on: the partial `sources`.
struct SourceView: View {
  let context: SiteContext
  let source: Source

  static let view = ViewType<SourceView>(
    "source",
    [
      .text("title") { $0.source.title },
      .link("address") { $0.source.file.map { SitePlan.attachmentPath($0) } ?? $0.source.url },
      // What stands on paper, where a relative address leads nowhere.
      .text("wholeAddress") { view in
        view.source.file.map { view.context.absolute(Address(path: SitePlan.attachmentPath($0))) } ?? view.source.url
      },
      .text("pages") { view in view.source.pages.map { view.context.strings.text(.sourcePages, ["pages": .text($0)]) } },
      .text("transcription") { view in
        view.source.transcription.map { view.context.strings.text($0.phrase) }
      },
    ])
}

extension Transcription {
  var phrase: Phrase {
    switch self {
    case .verbatim: .transcriptionVerbatim
    case .ocrCorrected: .transcriptionCorrected
    case .excerpt: .transcriptionExcerpt
    }
  }
}

/// Why a fact is as it is said to be, or a reader's remark on a part of a document.
struct InferenceView: View {
  let context: SiteContext
  let inference: Inference

  static let view = ViewType<InferenceView>(
    "inference",
    [
      .text("field") { $0.context.strings.text($0.inference.phrase) },
      .text("reason") { $0.inference.reason },
    ])
}

extension Inference {
  /// What a field of the front matter is called on a page.
  fileprivate var phrase: Phrase {
    switch field.split(separator: ".").first.map(String.init) ?? field {
    case "date": .fieldDate
    case "municipality": .fieldMunicipality
    case "assessments": .fieldAssessments
    case "observations": .fieldObservations
    case "recommendations": .fieldRecommendations
    case "follows": .fieldFollows
    case "signed": .fieldSigned
    case "answers": .fieldAnswers
    case "measures": .fieldMeasures
    case "sources": .fieldSources
    default: .fieldOther
    }
  }
}

/// The transcribed text of a document with its contents: the partial `document-text`.
struct DocumentText: View {
  let body: RenderedBody

  static let view = ViewType<DocumentText>(
    "document-text",
    [
      .html("html") { $0.body.html },
      .flag("hasContents") { $0.body.headings.count >= 3 },
      .list("contents") { $0.body.headings.count >= 3 ? $0.body.headings.map { Link(name: $0.text, address: "#" + $0.id) } : [] },
    ])
}

/// What a page shows of any document: its sources, signatures, inferences, text, and what refers to it.
protocol DocumentPageView: PageView {
  var sources: [Source] { get }
  var signed: [Signatory] { get }
  var inferred: [Inference] { get }
  var body: Body { get }
  var subject: Subject { get }
  var citation: Citation? { get }
  var changes: ChangesView? { get }
}

extension DocumentPageView {
  var citation: Citation? { nil }
}

/// How to cite a page: the partial `citation`.
struct Citation: View {
  let author: String
  let title: String
  let year: String
  let asOf: String
  /// `1490-integration-2021-R1a`.
  let code: String
  let permanentAddress: String

  static let view = ViewType<Citation>(
    "citation",
    [
      .text("author") { $0.author }, .text("title") { $0.title }, .text("year") { $0.year }, .text("asOf") { $0.asOf },
      .text("code") { $0.code }, .link("permanentAddress") { $0.permanentAddress },
    ])
}

extension SiteContext {
  func citation(of id: ID<Audit>) -> Citation {
    citation(of: id, title: archive[id].title, code: code(id), address: permanentAddress(id))
  }

  func citation(of id: ID<Recommendation>) -> Citation {
    let audit = archive[id].audit
    return citation(
      of: audit, title: archive[audit].title + ", " + archive[id].shortID, code: code(id), address: permanentAddress(id))
  }

  private func citation(of id: ID<Audit>, title: String, code: String, address: String) -> Citation {
    Citation(
      author: archive[id].auditor, title: title, year: archive[id].date.map { String($0.year) } ?? strings.text(.dateMissing),
      asOf: frameLinks.asOfInSentence, code: code, permanentAddress: address)
  }
}

extension DocumentPageView {
  static var documentFields: [ViewField<Self>] {
    [
      .list("sources") { page in page.sources.map { SourceView(context: page.context, source: $0) } },
      .flag("hasCharts") { $0.context.mayHaveCharts($0.body) },
      .flag("hasSigned") { !$0.signed.isEmpty },
      .flag("hasRemarks") { page in page.inferred.contains { $0.field != "date" } },
      .flag("hasMentions") { page in page.archive.links.mentionedBy[page.subject] != nil },
      .object("citation") { $0.citation },
      .object("changes") { $0.changes },
      .text("signatures") { page in
        page.strings.list(
          page.signed.map { signatory in
            signatory.role.map { "\(signatory.name) (\($0.lowercasedFirst))" } ?? signatory.name
          })
      },
      .list("remarks") { page in
        page.inferred.filter { $0.field != "date" }.map { InferenceView(context: page.context, inference: $0) }
      },
      .text("dateReason") { page in page.inferred.first { $0.field == "date" }?.reason },
      .object("text") { page in
        page.context.body(page.body, headingLevel: 3, on: page.sitePage).map { DocumentText(body: $0) }
      },
      .list("mentions") { $0.context.mentions(of: $0.subject) },
    ]
  }
}

extension SiteContext {
  /// The documents whose running text links to a subject.
  func mentions(of subject: Subject) -> [Link] {
    (archive.links.mentionedBy[subject] ?? []).compactMap { from in
      plan.path(to: from, in: archive).map { Link(name: title(of: from), address: $0, mark: titleMark(of: from)) }
    }
  }

  /// The reason that a fact of an audit was inferred, where it was.
  func reason(_ inferred: [Inference], _ field: String) -> String? { inferred.first { $0.field == field }?.reason }
}
