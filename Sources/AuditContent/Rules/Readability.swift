import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let readability = DiagnosticCode(
    "readability", .warning,
    explanation: Wording(
      sv:
        "LIX är ett mått på hur tung en text är: ord per mening plus andelen ord med fler än sex bokstäver. Upp till 40 är "
        + "lätt, 50 är svårt. "
        + "Bara webbplatsens egna sidor mäts, aldrig dokumenten. Gränsen är 50 om inte limit för readability under rules i "
        + "site.yaml säger annat. "
        + "Korta meningarna först.",
      en:
        "LIX measures how heavy a text is: words a sentence plus the share of words longer than six letters. Up to 40 is "
        + "easy, 50 is hard. Only "
        + "the site's own pages are measured, never documents. The limit is 50 unless limit for readability under rules in "
        + "site.yaml says "
        + "otherwise. Shorten the sentences first."))
}

extension Rule {
  /// The site's own words are easy to read.
  static let readability = Rule(code: .readability, limit: 50) { content, diagnostics in
    let limit = content.limit(.readability)
    for document in content.documents {
      guard let readability = document.readability, readability.lix > limit else { continue }
      diagnostics.append(
        Diagnostic(
          .readability,
          Wording(
            sv: "LIX \(readability.lix): texten är svårare än \(limit)",
            en: "LIX \(readability.lix): the text is harder than \(limit)"),
          at: readability.place.range(in: document.path),
          cure: Wording(
            sv: "Dela långa meningar (nu \(readability.wordsASentence) ord i genomsnitt) och byt långa ord mot korta.",
            en: "Divide long sentences (\(readability.wordsASentence) words on average now) and choose shorter words.")))
    }
  }
}

/// How heavy a text is, after Björnsson's *läsbarhetsindex*.
struct Readability: Sendable, Equatable {
  var lix: Int
  var wordsASentence: Int
  var place: Place

  /// Of a page of the site's own; nil for documents, and for texts too short to measure.
  init?(_ text: DocumentText) {
    switch text.content {
    case .page, .municipality, .glossary: break
    case .site, .audit, .reply, .followUp, .unknown: return nil
    }
    let words = text.words.words.count
    guard words >= 100, text.words.sentences > 0, let first = text.outline.blocks.first else { return nil }
    let long = text.words.words.count { $0.letters > 6 }
    lix = words / text.words.sentences + long * 100 / words
    wordsASentence = words / text.words.sentences
    place = Place(first.range)
  }
}
