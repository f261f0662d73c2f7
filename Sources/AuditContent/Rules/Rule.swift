import AuditModel
import Diagnostics

/// Something that must hold between facts that are each right for themselves.
struct Rule: Sendable {
  let code: DiagnosticCode
  let check: @Sendable (CheckedContent, inout [Diagnostic]) -> Void

  /// In the order of their names.
  static let all: [Rule] = [
    answerFromOtherBoard, badAddress, badColour, boardPeriod, circle, companionOfItself, countsDisagree, datedBeforeAudit,
    duplicateCode, findingsMissing, inferredField, municipalityCode, notEarlier, reasonMissing, singlePart,
    transferredWithoutBoard, unknownLanguage,
  ]
}

/// What a rule looks at: the archive, and the documents for the places where things stand.
struct CheckedContent: Sendable {
  let archive: Archive
  /// The document of each of `archive.files`.
  let documents: [Document]

  func place(_ origin: Origin) -> SourceRange {
    SourceRange(path: archive.path(of: origin), lower: Int(origin.lower), upper: Int(origin.upper))
  }

  func place(_ place: Place, in origin: Origin) -> SourceRange { place.range(in: archive.path(of: origin)) }

  func document(_ origin: Origin) -> DocumentContent { documents[Int(origin.file)].content }
}

/// Applies every rule to an archive that was linked from these documents.
func validate(_ archive: Archive, _ documents: [Document]) -> [Diagnostic] {
  var documents = documents
  if documents.map(\.path) != archive.files { documents.sort { comesBefore($0.path, $1.path) } }
  let content = CheckedContent(archive: archive, documents: documents)
  var diagnostics: [Diagnostic] = []
  for rule in Rule.all { rule.check(content, &diagnostics) }
  return diagnostics
}
