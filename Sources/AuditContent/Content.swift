public import AuditModel
public import Diagnostics

/// The way from a content folder to an archive, one step a function. Only the program knows all of them.
public enum Content {
  /// Reads, parses and checks all documents of a tree and looks through the rest for what may not be published, in parallel.
  /// Any number of jobs gives the same result.
  public static func parse(tree: SourceTree, jobs: Int) -> Checked<[Document]> {
    let parsed = parse(tree.files, of: tree, jobs: jobs)
    return Checked(parsed.compactMap(\.value), parsed.flatMap(\.diagnostics))
  }

  /// Reads and checks some files of a tree, in parallel; a result for each, without a document for attachments.
  ///
  /// Most of it will be given up when an archive has been made of it, so it is kept apart from what is made later.
  static func parse(
    _ files: [SourceEntry], of tree: SourceTree, part: DocumentPart = .whole, knowing trees: KnownTrees? = nil, jobs: Int
  ) -> [Checked<Document?>] {
    let chunkSize = max(1, min(64, files.count / max(1, jobs * 4)))
    let chunks = (files.count + chunkSize - 1) / chunkSize
    return inParallelApart(chunks, jobs: jobs) { chunk in
      files[chunk * chunkSize..<min(files.count, (chunk + 1) * chunkSize)].map { parse($0, of: tree, part, trees) }
    }.flatMap { $0 }
  }

  private static func parse(
    _ file: SourceEntry, of tree: SourceTree, _ part: DocumentPart, _ trees: KnownTrees?
  ) -> Checked<Document?> {
    var diagnostics: [Diagnostic] = []
    if hasPersonalNumber(file.path) { diagnostics.append(.personalNumber(inNameOf: file.path)) }
    if file.kind == .attachment { return Checked(nil, diagnostics + (part == .facts ? [] : checkAttachment(file, of: tree))) }
    let source = tree.read(file.path)
    diagnostics += source.diagnostics
    guard let text = source.value else { return Checked(.unreadable(file.path), diagnostics) }
    let parsed = AuditContent.parse(text, part: part, knowing: trees)
    return Checked(parsed.value, diagnostics + parsed.diagnostics)
  }

  /// Makes one cross-linked archive of the documents. Drafts are left out unless they are asked for.
  public static func link(
    _ documents: [Document], attachments: [Attachment], keyFigures: [KeyFigureFile] = [], drafts: Bool = false
  ) -> Checked<Archive> {
    AuditContent.link(documents, attachments: attachments, keyFigures: keyFigures, drafts: drafts)
  }

  /// Where the running text of a document begins as it is now, which may be another place than when it was parsed; nil where
  /// its facts have no end.
  public static func bodyStart(of file: SourceFile) -> Int? { FrontMatterFences(in: file.bytes).closing?.upperBound }

  /// The same, with what is needed to link one audit of it anew.
  /// - Parameter ownsTexts: whether the archive is to have texts of its own, since the facts of the documents will be given up.
  public static func linkKeeping(
    _ documents: [Document], attachments: [Attachment], keyFigures: [KeyFigureFile] = [], drafts: Bool = false,
    ownsTexts: Bool = false, jobs: Int = 1
  ) -> Checked<Relinking> {
    AuditContent.linkKeeping(
      documents, attachments: attachments, keyFigures: keyFigures, drafts: drafts, ownsTexts: ownsTexts, jobs: jobs)
  }

  /// The files of a tree that are copied as they are.
  public static func attachments(of tree: SourceTree) -> [Attachment] {
    tree.files.filter { $0.kind == .attachment }.map { Attachment(path: $0.path, size: $0.size ?? 0) }
  }

  /// What is wrong in what the documents say together, rule by rule. Rules that can find nothing as severe as `severity` are left
  /// out. `asOf` is the day that counts as today, where `site.yaml` does not say; `languages` are those that the theme has words
  /// in.
  public static func validate(
    _ archive: Archive, _ documents: [Document], asOf: Day? = nil, from severity: Severity = .note, jobs: Int = 1,
    languages: [String] = ["sv", "en"]
  ) -> [Diagnostic] {
    AuditContent.validate(archive, documents, asOf: asOf, from: severity, jobs: jobs, languages: languages)
  }

  /// The problems as `rules` in `site.yaml` weighs them, what it turns off left out, and with no personal number in any text.
  public static func weigh(_ diagnostics: [Diagnostic], _ documents: [Document]) -> [Diagnostic] {
    let settings = RuleSettings(documents)
    return diagnostics.compactMap { diagnostic in
      guard let severity = settings.severity(of: diagnostic) else { return nil }
      var weighed = PersonalNumbers.conceal(diagnostic)
      weighed.severity = severity
      return weighed
    }
  }
}

/// Every kind of problem that reading, parsing, linking and checking content can report.
public enum ContentCodes {
  public static let all: [DiagnosticCode] =
    ReadingCodes.all + DiagnosticCode.documentCodes + DiagnosticCode.linkCodes + DocumentRule.all.map(\.code)
    + Rule.all.map(\.code)

  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  static func named(_ name: String) -> DiagnosticCode? { byName[name] }
}
