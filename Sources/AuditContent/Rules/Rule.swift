import AuditModel
import Diagnostics

/// Something that must hold between facts that are each right for themselves.
struct Rule: Sendable {
  let code: DiagnosticCode
  /// What `limit` in `site.yaml` sets otherwise, where the rule has a number to go by.
  let limit: Int?
  let check: @Sendable (CheckedContent, inout [Diagnostic]) -> Void

  init(code: DiagnosticCode, limit: Int? = nil, check: @escaping @Sendable (CheckedContent, inout [Diagnostic]) -> Void) {
    self.code = code
    self.limit = limit
    self.check = check
  }

  /// In the order of their names.
  static let all: [Rule] = [
    answerFromOtherBoard, attachmentSize, attachmentType, attachmentUnread, badAddress, badColour, boardPeriod, circle,
    claimContradicted, companionOfItself, conflictingAnswers,
    conflictingFindings, countsDisagree, datedBeforeAudit, dateInFuture, deadlinePassed, duplicateCode, duplicateRecommendation,
    findingsMissing, inferredField, logoFormat, lowContrast, municipalityCode, notEarlier, readability, reasonMissing,
    repeatsMissing,
    ruleLimit, ruleLowered, ruleReason, singlePart, statementIncomplete,
    transferredWithoutBoard, unknownLanguage, unknownRule,
    unknownRuleFile, untouched, wrongTownName,
  ]
}

/// What a rule looks at: the archive, and the documents for the places where things stand.
struct CheckedContent: Sendable {
  let archive: Archive
  /// The document of each of `archive.files`.
  let documents: [Document]
  /// The day that counts as today; nil where nobody said.
  var asOf: Day?
  var settings = RuleSettings()
  /// Those that the theme has words in.
  var languages: [String] = []

  func place(_ origin: Origin) -> SourceRange {
    SourceRange(path: archive.path(of: origin), lower: Int(origin.lower), upper: Int(origin.upper))
  }

  func place(_ place: Place, in origin: Origin) -> SourceRange { place.range(in: archive.path(of: origin)) }

  func document(_ origin: Origin) -> DocumentContent { documents[Int(origin.file)].content }

  /// The number that a rule goes by.
  func limit(_ code: DiagnosticCode) -> Int {
    settings.limit(code.name) ?? Rule.all.first { $0.code == code }?.limit ?? 0
  }
}

/// Applies every rule whose findings weigh at least `severity` to an archive that was linked from these documents.
func validate(
  _ archive: Archive, _ documents: [Document], asOf: Day? = nil, from severity: Severity = .note, jobs: Int = 1,
  languages: [String] = ["sv", "en"]
) -> [Diagnostic] {
  var documents = documents
  if documents.map(\.path) != archive.files { documents.sort { comesBefore($0.path, $1.path) } }
  let settings = RuleSettings(documents)
  let content = CheckedContent(
    archive: archive, documents: documents, asOf: asOf ?? archive.site.asOf, settings: settings, languages: languages)
  let rules = Rule.all.filter { settings.mayWeigh($0.code, atLeast: severity) }
  return inParallel(rules.count, jobs: jobs) { rule in
    var diagnostics: [Diagnostic] = []
    rules[rule].check(content, &diagnostics)
    return diagnostics
  }.flatMap { $0 }
}
